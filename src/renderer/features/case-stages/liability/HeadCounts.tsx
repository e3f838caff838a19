import type { Dossier } from '../../../../shared/case/tables.ts'
import { proposalOrder } from '../../../../shared/liability/labels.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { Missing } from '../../../ui/marks.tsx'
import { categoryOf, headsOf, isUnit } from './sections.ts'

type Row = Dossier['rows']['liability'][number]

/** 移送司法机关 1人 · 党纪政务处分 7人 · 行政处罚（单位）4家: the numbers that the headings of the report will carry. */
export function HeadCounts({ dossier }: { readonly dossier: Dossier }) {
  const all = dossier.rows.liability
  if (all.length === 0) return null
  const sections = [...proposalOrder, null].flatMap((category) => {
    const rows = all.filter((row) => categoryOf(dossier, row.id) === category)
    return rows.length === 0 ? [] : [{ category, rows }]
  })
  return (
    <ul className="heads" aria-label="各类处理建议的人数">
      <li>
        共 <b>{words(all)}</b>
      </li>
      {sections.map(({ category, rows }) => (
        <li key={category ?? 'none'}>
          {category === null ? <Missing>处理建议</Missing> : valueLabel('proposal', 'category', category)}{' '}
          <b>{words(rows)}</b>
        </li>
      ))}
    </ul>
  )
}

function words(rows: readonly Row[]): string {
  const persons = rows.filter((row) => !isUnit(row))
  const units = rows.filter(isUnit)
  return [
    ...(persons.length > 0 ? [`${total(persons)}人`] : []),
    ...(units.length > 0 ? [`${total(units)}个单位`] : []),
  ].join('、')
}

/** A group of unknown size makes the sum a lower bound. */
function total(rows: readonly Row[]): string {
  const sum = rows.reduce((count, row) => count + (headsOf(row) ?? 1), 0)
  return rows.some((row) => headsOf(row) === null) ? `至少${sum}` : String(sum)
}
