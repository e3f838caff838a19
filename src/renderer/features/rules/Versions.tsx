import type { Law, Row } from '../../../shared/rules/law-data.ts'
import { MarkTag } from '../../ui/MarkTag.tsx'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { Section } from '../../ui/Section.tsx'
import { type LoadedRule, todayText } from './book.ts'
import { citationWords, innerCitations } from './citations.ts'
import { TimeLine } from './TimeLine.tsx'
import { isInForce, kindWords, liveRows, periodWords } from './words.ts'

type Numbered = { readonly no: number; readonly row: Row<unknown> }

/** 依据与版本: when which law holds for which accidents, and how sure we are of it. */
export function Versions({ rule, laws }: { readonly rule: LoadedRule; readonly laws: readonly Law[] }) {
  const today = todayText()
  const rows = liveRows(rule.rows.rows).map((row, at): Numbered => ({ no: at + 1, row }))
  const inner = innerCitations(rule)
  return (
    <Section level={2} title="依据与版本" note={`按${chooserOf(rule)}选用`} isFlush>
      <TimeLine rows={rows} today={today} />
      <ScrollBox name="版本">
        <table className="plain ruleversions">
          <thead>
            <tr>
              <th scope="col" className="ordinal">
                序
              </th>
              <th scope="col">依据</th>
              <th scope="col" className="c-kinds">
                适用
              </th>
              <th scope="col" className="c-from">
                施行
              </th>
              <th scope="col" className="c-mark">
                核对
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ no, row }) => (
              <tr key={`${row.from} ${row.kinds.join()}`} className={isInForce(row, today) ? 'rulenow' : undefined}>
                <td className="num">{no}</td>
                <td>{citationWords(laws, row)}</td>
                <td>{kindWords(row.kinds)}</td>
                <td>
                  <span className="num">{periodWords(row)}</span>
                  {isInForce(row, today) ? <span className="tag">现行</span> : null}
                </td>
                <td>
                  <MarkTag mark={row.mark} />
                  <small>来源 {row.source}</small>
                  <small>{row.recordedOn} 录入</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {inner.length > 0 ? (
        <div className="rulecited">
          <h3>同时引用</h3>
          <ul>
            {inner.map((one) => (
              <li key={citationWords(laws, one)}>{citationWords(laws, one)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  )
}

/** The Chinese name of the date that chooses the row. */
function chooserOf({ heads, rows }: LoadedRule): string {
  return Object.entries(heads).find(([, { name }]) => name === rows.chooseBy)?.[0] ?? '有关日期'
}
