import { rangeWords } from '../../../shared/rules/heads.ts'
import type { Law, Row } from '../../../shared/rules/law-data.ts'
import { WAN, wanText } from '../../../shared/rules/sums.ts'
import { z } from '../../../shared/schema.ts'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { Section } from '../../ui/Section.tsx'
import { todayText } from './book.ts'
import { citationWords } from './citations.ts'
import { isInForce, kindWords, periodWords } from './words.ts'

/** A row whose numbers are three ladders; with a fine where the rule is one of fines. */
const Ladder = z.object({
  tiers: z
    .array(
      z.object({
        name: z.string(),
        deaths: z.number(),
        injured: z.number(),
        lossFen: z.number(),
        fine: z.object({ min: z.number(), max: z.number() }).nullable().optional(),
      }),
    )
    .min(1),
})
type Tier = z.output<typeof Ladder>['tiers'][number]

type Table = { readonly tiers: readonly Tier[]; readonly rows: readonly Row<unknown>[] }

/** The tables of the law with both bounds, those in force first. Rows without ladders give none. */
export function LadderTable({ rows, laws }: { readonly rows: readonly Row<unknown>[]; readonly laws: readonly Law[] }) {
  const today = todayText()
  const tables = tablesOf(rows)
  if (tables.length === 0) return null
  const isCurrent = (table: Table) => table.rows.some((row) => isInForce(row, today))
  const earlier = tables.filter((table) => !isCurrent(table))
  return (
    <Section level={2} title="档次" note="“以上”含本数，“以下”不含本数；三项分别比对，取最高" isFlush>
      {tables.filter(isCurrent).map((table) => (
        <Rungs key={table.rows[0]?.from} table={table} laws={laws} />
      ))}
      {earlier.length > 0 ? (
        <details className="ruleearlier">
          <summary>以前的档次（{earlier.length} 张表）</summary>
          {earlier.map((table) => (
            <Rungs key={table.rows[0]?.from} table={table} laws={laws} />
          ))}
        </details>
      ) : null}
    </Section>
  )
}

function Rungs({ table, laws }: { readonly table: Table; readonly laws: readonly Law[] }) {
  const { tiers, rows } = table
  const hasFine = tiers.some(({ fine }) => fine)
  const name = [...new Set(rows.map((row) => `${periodWords(row)}，${citationWords(laws, row)}`))].join('；')
  return (
    <ScrollBox name={`档次：${name}`}>
      <table className="plain rulerungs">
        <caption>
          {[
            ...new Set(rows.map((row) => `${citationWords(laws, row)}　${periodWords(row)}　${kindWords(row.kinds)}`)),
          ].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </caption>
        <thead>
          <tr>
            <th scope="col">档次</th>
            <th scope="col">死亡（人）</th>
            <th scope="col">重伤（人）</th>
            <th scope="col">直接经济损失（万元）</th>
            {hasFine ? <th scope="col">罚款（万元）</th> : null}
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, at) => {
            const next = tiers[at + 1]
            return (
              <tr key={tier.name}>
                <th scope="row">{tier.name}</th>
                <td className="num">{bounds(tier.deaths, next?.deaths, String)}</td>
                <td className="num">{bounds(tier.injured, next?.injured, String)}</td>
                <td className="num">{bounds(tier.lossFen, next?.lossFen, wanText)}</td>
                {hasFine ? <td className="num">{rangeWords(inWan(tier.fine?.min), inWan(tier.fine?.max))}</td> : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** 3 以上 10 以下; the lowest rung begins at nothing, the highest has no end. */
function bounds(from: number, below: number | undefined, text: (value: number) => string): string {
  const parts = [...(from > 0 ? [`${text(from)} 以上`] : []), ...(below === undefined ? [] : [`${text(below)} 以下`])]
  return parts.join(' ') || '不限'
}

const inWan = (fen: number | undefined) => (fen === undefined ? null : fen / WAN)

/** Rows with the same numbers share a table. */
function tablesOf(rows: readonly Row<unknown>[]): readonly Table[] {
  const tables = new Map<string, { tiers: readonly Tier[]; rows: Row<unknown>[] }>()
  for (const row of rows) {
    const parsed = Ladder.safeParse(row.params)
    if (!parsed.success) continue
    const key = JSON.stringify(parsed.data.tiers)
    const table = tables.get(key)
    if (table) table.rows.push(row)
    else tables.set(key, { tiers: parsed.data.tiers, rows: [row] })
  }
  return [...tables.values()]
}
