import { Fragment, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { BoardRow } from '../../../shared/clock/contract.ts'
import { type DeadlineGroup, deadlineGroups } from '../../../shared/clock/deadline.ts'
import { deadlineGroupLabels, deadlineKindLabels, leftWords } from '../../../shared/clock/labels.ts'
import { isComposing } from '../../ui/keys.ts'
import { Grade, Left, Missing } from '../../ui/marks.tsx'
import { Why } from '../../ui/Why.tsx'
import { addressOf, stageOfFact } from '../report/fact-place.ts'
import { deadlineReason } from './deadline-reason.ts'

export const rowKey = ({ caseId, kind, subjectId }: BoardRow): string => `${caseId} ${kind} ${subjectId}`

/** The page of the case with the field in which the fact is entered that ends the period, or that it waits for. */
export const placeOf = ({ caseId, place }: BoardRow): string => addressOf(caseId, stageOfFact(place), place)

/**
 * Deadlines under the headings of their groups with the number of each; without `counts` in one list, as the page of a case has
 * them, where the name of the case would say nothing.
 */
export function DeadlineTable(props: {
  readonly rows: readonly BoardRow[]
  readonly counts?: Readonly<Partial<Record<DeadlineGroup, number>>>
  readonly caption: string
  /** the arithmetic under the case instead of beside it: little room */
  readonly isStacked: boolean
}) {
  const { rows, counts, caption, isStacked } = props
  const groups = deadlineGroups
    .map((group) => ({ group, members: rows.filter((row) => row.group === group) }))
    .filter(({ members }) => members.length > 0)
  return (
    <table className={isStacked ? 'plain deadlines stacked' : 'plain deadlines'} onKeyDown={onArrow}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="dl-left">
            剩余
          </th>
          <th scope="col" className="dl-day">
            末日
          </th>
          <th scope="col" className="dl-what">
            {counts ? '事项与案卷' : '事项'}
          </th>
          {isStacked ? null : <th scope="col">计算</th>}
        </tr>
      </thead>
      {counts ? (
        groups.map(({ group, members }) => (
          <tbody key={group}>
            <tr>
              <th colSpan={isStacked ? 3 : 4} scope="rowgroup" className="groupname">
                {deadlineGroupLabels[group]} <span className="many">{counts[group] ?? members.length}</span>
              </th>
            </tr>
            {members.map((row) => (
              <DeadlineLine key={rowKey(row)} row={row} isStacked={isStacked} hasCase />
            ))}
          </tbody>
        ))
      ) : (
        <tbody>
          {rows.map((row) => (
            <DeadlineLine key={rowKey(row)} row={row} isStacked={isStacked} hasCase={false} />
          ))}
        </tbody>
      )}
    </table>
  )
}

function DeadlineLine(props: { readonly row: BoardRow; readonly hasCase: boolean; readonly isStacked: boolean }) {
  const { row, hasCase, isStacked } = props
  const { kind, subject, lastDay, fromOn, group, warning, caseId, caseName, grade, isGradeProvisional } = row
  const sum = <Sum row={row} />
  return (
    <tr className={group === 'overdue' ? 'dl-over' : group === 'done' ? 'dl-done' : ''}>
      <td className="dl-left">
        <Why reason={deadlineReason(row)} isOnHover>
          <LeftMark row={row} />
        </Why>
      </td>
      <td className="num dl-day">
        {lastDay ?? '—'}
        {fromOn !== null && group !== 'done' ? <small>{fromOn} 起</small> : null}
        {warning !== null && warning > 0 ? <small>{warning} 日预警</small> : null}
      </td>
      <td>
        <Link className="duewhat" to={placeOf(row)}>
          {deadlineKindLabels[kind]}
        </Link>
        {subject === null ? null : <span className="dim">　{subject}</span>}
        {hasCase ? (
          <span className="duecase">
            <Grade grade={grade} isProvisional={isGradeProvisional} />{' '}
            <Link className="quiet" to={`/case/${caseId}/overview`} title={row.caseNo ?? undefined}>
              {caseName}
            </Link>
          </span>
        ) : null}
        {isStacked ? <div className="duesum">{sum}</div> : null}
      </td>
      {isStacked ? null : <td className="duesum">{sum}</td>}
    </tr>
  )
}

/** Days left in the look of the whole program; how it ended in words. */
export function LeftMark({ row }: { readonly row: BoardRow }) {
  if (row.daysLeft !== null) return <Left days={row.daysLeft} />
  const isLate = row.daysLate !== null && row.daysLate > 0
  return <span className={isLate ? 'left left-late' : 'left'}>{leftWords(row)}</span>
}

/** The arithmetic; what is missing or to be decided stands in its place, or after it. */
export function Sum({ row }: { readonly row: BoardRow }) {
  const { arithmetic, question, missing, notes } = row
  return (
    <>
      {arithmetic === '' ? null : <span className="arithmetic">{unbroken(arithmetic)}</span>}
      {missing.map(({ label, fact }) => (
        <Fragment key={label}>
          <Link to={addressOf(row.caseId, stageOfFact(fact), fact)}>
            <Missing>{label}</Missing>
          </Link>{' '}
        </Fragment>
      ))}
      {question === null ? null : <span className="duequestion">▲ {question}</span>}
      {row.state === 'stopped'
        ? notes.slice(-1).map((note) => (
            <span key={note} className="duenote">
              {note}
            </span>
          ))
        : null}
    </>
  )
}

/** No day is cut at its hyphens. */
function unbroken(text: string) {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text stay in their places
      <span key={at} className="num">
        {part}
      </span>
    ),
  )
}

/** ↑↓ from one deadline to the next. */
function onArrow(event: KeyboardEvent<HTMLTableElement>): void {
  if (isComposing(event.nativeEvent)) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement)) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.duewhat')]
  const here = event.target.closest('tr')?.querySelector<HTMLElement>('.duewhat')
  const next = links[(here ? links.indexOf(here) : -1) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
