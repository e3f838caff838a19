import { Link } from 'react-router'
import { reportItemClause } from '../../../shared/case/gap.ts'
import type { MissingFact } from '../../../shared/report/document.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { addressOf, factOfGap, stageLabel } from './fact-place.ts'
import { showBlock } from './paper-context.ts'

type ListProps = {
  readonly caseId: string
  readonly missing: readonly MissingFact[]
  /** words for the sheet on which a block stands */
  readonly sheetOf: (blockId: string) => string
}

/** What the report lacks: first what the law wants in it, then the rest. Each leads to the page where it is entered. */
export function ChecksPanel({ caseId, missing: places, sheetOf }: ListProps) {
  const missing = distinctFacts(places)
  const statutory = missing.filter(({ statutoryItem }) => statutoryItem !== null)
  const other = missing.filter(({ statutoryItem }) => statutoryItem === null)
  return (
    <div className="findings">
      <p className="tally">
        <span>
          <b className={statutory.length > 0 ? 'bad' : ''}>{statutory.length}</b>阻断
        </span>
        <span>
          <b>{other.length}</b>缺项
        </span>
      </p>
      {missing.length === 0 ? (
        <div className="sidepad">
          <EmptyState
            what="没有缺项：法定六项齐全，可以导出正式稿。"
            law="报告中缺少的内容列在这里，并在纸面上印成【待补：…】。"
          />
        </div>
      ) : null}
      {statutory.length > 0 ? (
        <>
          <h2 className="lev">法定六项 — 补齐前只能导出草稿</h2>
          <MissingList caseId={caseId} missing={placesOf(places, statutory)} sheetOf={sheetOf} />
        </>
      ) : null}
      {other.length > 0 ? (
        <>
          <h2 className="lev">其他 — 印作【待补：…】，补齐前也只能导出草稿</h2>
          <MissingList caseId={caseId} missing={placesOf(places, other)} sheetOf={sheetOf} />
        </>
      ) : null}
    </div>
  )
}

/** One fact may be missing in several sentences: it is entered once, so it is listed once. */
export function distinctFacts(missing: readonly MissingFact[]): readonly MissingFact[] {
  return missing.filter((fact, at) => missing.findIndex(({ label }) => label === fact.label) === at)
}

const placesOf = (places: readonly MissingFact[], facts: readonly MissingFact[]): readonly MissingFact[] =>
  places.filter(({ label }) => facts.some((fact) => fact.label === label))

function sheetsOf(missing: readonly MissingFact[], fact: MissingFact, sheetOf: ListProps['sheetOf']): string {
  const sheets = missing.filter(({ label }) => label === fact.label).map(({ blockId }) => sheetOf(blockId))
  return [...new Set(sheets)].filter(Boolean).join('、')
}

/** The list alone, as it also stands before an export. */
export function MissingList({ caseId, missing, sheetOf }: ListProps) {
  return (
    <ul className="findlist">
      {distinctFacts(missing).map((fact) => (
        <li key={fact.label} className="finding">
          {fact.statutoryItem === null ? (
            <span className="level level-missing">缺</span>
          ) : (
            <span className="level level-block">阻</span>
          )}
          <div>
            <button type="button" className="findtitle" onClick={() => void showBlock(fact.blockId)}>
              {fact.label}
            </button>
            {fact.statutoryItem === null ? null : <p>{reportItemClause(fact.statutoryItem)}</p>}
            <p className="findfoot">
              <Link to={addressOf(caseId, fact.stage, factOfGap(fact))}>
                {fact.stage === 'report' ? '在“设置”中填写' : `去“${stageLabel(fact.stage)}”填写`}
              </Link>
              <span className="dim">{sheetsOf(missing, fact, sheetOf)}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
