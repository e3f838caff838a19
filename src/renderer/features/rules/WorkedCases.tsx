import type { CaseLine } from '../../../shared/rules/cases.ts'
import type { Heads } from '../../../shared/rules/heads.ts'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import type { Cells } from './try-cells.ts'
import { cellsOf, type Worked, type WorkedTable } from './use-worked.ts'
import './worked-cases.css'

type Props = {
  readonly table: WorkedTable
  readonly heads: Heads
  /** puts the facts of a case into the form */
  readonly onTake: (cells: Cells) => void
}

/** More facts than this, or longer ones, stand in one column by name. */
const MOST_COLUMNS = 6
const MOST_LETTERS = 12

/** A table of worked cases with what came out just now beside what was expected. */
export function WorkedCases({ table, heads, onTake }: Props) {
  const { title, cases } = table
  const facts = Object.keys(heads).filter((head) => cases.some(({ line }) => (line[head] ?? '') !== ''))
  const isWide =
    facts.length > MOST_COLUMNS ||
    cases.some(({ line }) => facts.some((head) => (line[head] ?? '').length > MOST_LETTERS) || wordy(line))
  const isAsking = cases.some(({ outcome }) => outcome.question !== null)
  const clauses = [...new Set(cases.flatMap(({ outcome }) => (outcome.clause === '' ? [] : [outcome.clause])))]
  const [only] = clauses.length === 1 ? clauses : []
  const wrong = cases.filter(({ faults }) => faults.length > 0).length
  const words = `${title}　${wrong === 0 ? `${cases.length} 例全部相符` : `${wrong} 例不符`}`
  return (
    <ScrollBox name={`实例：${title}`}>
      <table className={isWide ? 'plain ruleworked ruleworked-wide' : 'plain ruleworked'}>
        <caption>
          <b>{words}</b>
          {only ? <span>依据均为{short(only)}</span> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="c-no">
              例
            </th>
            {isWide ? (
              <th scope="col">事实</th>
            ) : (
              facts.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))
            )}
            <th scope="col">期望</th>
            <th scope="col">结果</th>
            {only ? null : <th scope="col">依据</th>}
            {isAsking ? <th scope="col">问题</th> : null}
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.line.例} className={each.faults.length > 0 ? 'rulewrong' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="rowbtn rulecase"
                  aria-label={`例 ${each.line.例}，带入试算`}
                  onClick={() => onTake(cellsOf(each.line))}
                >
                  {each.line.例}
                </button>
              </th>
              {isWide ? (
                <td>
                  <FactList line={each.line} facts={facts} />
                </td>
              ) : (
                facts.map((head) => (
                  <td key={head} className="num">
                    {each.line[head]}
                  </td>
                ))
              )}
              <td>
                {each.line.期望}
                {each.line.说明 ? <small>{each.line.说明}</small> : null}
              </td>
              <td>
                <Result worked={each} />
              </td>
              {only ? null : <td>{short(each.outcome.clause) || '—'}</td>}
              {isAsking ? <td>{each.outcome.question ?? '—'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** The number of the document stands at the versions; here it would be in every line. Years of a law stay. */
const short = (clause: string) => clause.replaceAll(/（[^（）]*号）/g, '')

/** Words that a narrow column would break into a ribbon. */
const wordy = (line: CaseLine) => (line.期望 ?? '').length > 40

function FactList({ line, facts }: { readonly line: CaseLine; readonly facts: readonly string[] }) {
  const given = facts.filter((head) => (line[head] ?? '') !== '')
  if (given.length === 0) return <span className="dim">没有给出事实</span>
  return (
    <dl className="rulefacts">
      {given.map((head) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{line[head]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** ✓ and the result; a refusal with its sentence; ✗ with everything that does not hold. */
function Result({ worked: { outcome, faults, refusal } }: { readonly worked: Worked }) {
  return (
    <>
      <span
        className={faults.length === 0 ? 'ruleverdict' : 'ruleverdict ruleverdict-wrong'}
        role="img"
        aria-label={faults.length === 0 ? '相符' : '不符'}
      >
        {faults.length === 0 ? '✓' : '✗'}
      </span>{' '}
      {outcome.text}
      {refusal === null ? null : <small>{refusal}</small>}
      {faults.map((fault) => (
        <small key={fault} className="rulefault">
          {fault}
        </small>
      ))}
    </>
  )
}
