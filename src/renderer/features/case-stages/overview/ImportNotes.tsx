import type { Dossier } from '../../../../shared/case/tables.ts'
import { fieldText } from '../../../../shared/import/field-words.ts'
import { pointerSteps } from '../../../../shared/import/json.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { Section } from '../../../ui/Section.tsx'

/** 导入说明: what a file said that has no place in the case file, in its own words. Nothing of an import is dropped. */
export function ImportNotes({ dossier }: { readonly dossier: Dossier }) {
  const notes = dossier.rows.importNote
  if (notes.length === 0) return null
  return (
    <Section title="导入说明" note={`${notes.length}项，原文照留`} isFlush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
      <section className="notesbox" aria-label="导入说明的内容" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col" className="notefield">
                原文件中的位置
              </th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {notes.map((note) => (
              <tr key={note.id}>
                <td>
                  <span className="tag">{valueLabel('importNote', 'kind', note.kind)}</span>
                  <span className="notepath">{placeOf(note.path)}</span>
                </td>
                <td>{wordsOf(note.valueJson)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

const placeOf = (pointer: string): string =>
  fieldText(pointerSteps(pointer).map((step) => (/^\d+$/.test(step) ? Number(step) : step)))

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '（空）'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).join('；')
  return Object.entries(value)
    .map(([key, item]) => `${key}：${wordsOf(item)}`)
    .join('；')
}
