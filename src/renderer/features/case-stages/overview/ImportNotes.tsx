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

/** Parts of a source in a published case; a part without a name here keeps that of the file. */
const partNames: Readonly<Record<string, string>> = {
  title: '标题',
  publisher: '发布单位',
  publishedDate: '发布日期',
  site: '网站',
  url: '网址',
  kind: '种类',
  extentSeen: '所见范围',
  note: '备注',
  criminal: '追究刑事责任',
  disciplinary: '党纪政务处分',
  text: '原文',
}

const sourceKinds: Readonly<Record<string, string>> = {
  'news-digest': '新闻摘要',
  'news-title': '新闻标题',
  digest: '摘要',
  secondary: '转述',
  'report-opening': '调查报告开头',
  'report-fragment': '调查报告片段',
  'official-notice': '官方通报',
  'approval-document': '批复文件',
  'evaluation-report-opening': '评估报告开头',
}

const named = (names: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '（空）'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).join('；')
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([key, item]) => {
      const text = wordsOf(item)
      return `${named(partNames, key)}：${key === 'kind' ? named(sourceKinds, text) : text}`
    })
    .join('；')
}
