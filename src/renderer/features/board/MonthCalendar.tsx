import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'react-router'
import type { BoardFilter, BoardRow } from '../../../shared/clock/contract.ts'
import { deadlineKindLabels, deadlineShortLabels, leftWords } from '../../../shared/clock/labels.ts'
import { addDays, type DayText } from '../../../shared/dates.ts'
import { useCall } from '../../api.ts'
import { Failure } from '../../ui/Failure.tsx'
import { isComposing } from '../../ui/keys.ts'
import { Section } from '../../ui/Section.tsx'
import { placeOf, rowKey, Sum } from './DeadlineTable.tsx'
import { dayTitle, monthAfter, weekdayNames, weeksOf } from './month.ts'

const MOST_ROWS = 2000
/** Entries that fit a day. */
const SHOWN = 2

/** A month of last days; the chosen day is told in full below. */
export function MonthCalendar(props: {
  readonly filter: BoardFilter
  readonly today: DayText
  readonly month: string
  readonly day: DayText
  readonly onDay: (day: DayText) => void
}) {
  const { filter, today, month, day, onDay } = props
  const box = useRef<HTMLTableElement>(null)
  const weeks = weeksOf(month)
  const from = weeks[0]?.[0] ?? today
  const to = weeks.at(-1)?.[6] ?? today
  const { data, error, refetch } = useCall('clock.board', { filter: { ...filter, from, to }, limit: MOST_ROWS })
  const rowsOn = (date: DayText) => (data?.rows ?? []).filter(({ lastDay }) => lastDay === date)
  const go = (date: DayText) => {
    onDay(date)
    // drawn with the next month when it lies there
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus())
  }
  const turn = (months: number) => onDay(monthAfter(month, months))
  return (
    <Section
      title={`${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`}
      level={2}
      tools={
        <>
          <Button
            size="small"
            type="text"
            icon={<LeftOutlined aria-hidden />}
            aria-label="上月"
            onClick={() => turn(-1)}
          />
          <Button size="small" type="text" onClick={() => onDay(today)}>
            今天
          </Button>
          <Button
            size="small"
            type="text"
            icon={<RightOutlined aria-hidden />}
            aria-label="下月"
            onClick={() => turn(1)}
          />
        </>
      }
      isFlush
    >
      {error ? <Failure message={error.message} onRetry={() => void refetch()} /> : null}
      <table ref={box} className="cal" onKeyDown={(event) => onKey(event, day, month, go)}>
        <caption className="vh">{`${month} 期限日历`}</caption>
        <thead>
          <tr>
            {weekdayNames.map((name) => (
              <th key={name} scope="col" className="calweek">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date} className={dayClass(date, month, today, day)}>
                  <Day date={date} rows={rowsOn(date)} month={month} today={today} isOn={date === day} onDay={onDay} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayList day={day} rows={rowsOn(day)} />
    </Section>
  )
}

const dayClass = (date: DayText, month: string, today: DayText, day: DayText): string =>
  [
    'calday',
    date.startsWith(month) ? '' : 'other',
    [5, 6].includes((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) ? 'off' : '',
    date === today ? 'today' : '',
    date === day ? 'sel' : '',
  ]
    .filter(Boolean)
    .join(' ')

function Day(props: {
  readonly date: DayText
  readonly rows: readonly BoardRow[]
  readonly month: string
  readonly today: DayText
  readonly isOn: boolean
  readonly onDay: (day: DayText) => void
}) {
  const { date, rows, month, today, isOn, onDay } = props
  const number = date.startsWith(month)
    ? String(Number(date.slice(8)))
    : `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`
  return (
    <button
      type="button"
      className="calbtn"
      data-day={date}
      aria-pressed={isOn}
      tabIndex={isOn ? 0 : -1}
      aria-label={`${dayTitle(date)}${date === today ? '，今天' : ''}，${rows.length} 项`}
      onClick={() => onDay(date)}
    >
      <b className="calnumber">{date === today ? `今天 ${number}` : number}</b>
      {rows.slice(0, SHOWN).map((row) => (
        <span
          key={rowKey(row)}
          className={`calentry ${row.group === 'overdue' ? 'late' : row.group === 'done' ? 'past' : ''}`}
        >
          {row.group === 'overdue' ? '逾期 ' : ''}
          {deadlineShortLabels[row.kind]}
          <i className="calcase">{shortName(row.caseName)}</i>
        </span>
      ))}
      {rows.length > SHOWN ? <em className="calmore">还有 {rows.length - SHOWN} 项</em> : null}
    </button>
  )
}

/** 吴江区“7·12”坍塌事故 → 7·12 吴江区: the day tells more cases apart than the place. */
function shortName(name: string): string {
  const [, place, day] = /^(.*?)[“"]([^”"]+)[”"]/.exec(name) ?? []
  return day === undefined ? name : `${day} ${place}`
}

function DayList({ day, rows }: { readonly day: DayText; readonly rows: readonly BoardRow[] }) {
  return (
    <section className="daylist" aria-label={dayTitle(day)}>
      <h3>{dayTitle(day)}</h3>
      {rows.length === 0 ? <p className="dim">这一天没有期限届满。</p> : null}
      {rows.map((row) => (
        <div key={rowKey(row)} className="dayitem">
          <p>
            <Link to={placeOf(row)}>{deadlineKindLabels[row.kind]}</Link>　<b className="dayleft">{leftWords(row)}</b>
            <br />
            <Link className="quiet" to={`/case/${row.caseId}/overview`}>
              {row.caseName}
            </Link>
          </p>
          <p className="duesum">
            <Sum row={row} />
            <span className="duenote dim">{row.clause}</span>
          </p>
        </div>
      ))}
    </section>
  )
}

function onKey(event: KeyboardEvent, day: DayText, month: string, go: (day: DayText) => void): void {
  if (isComposing(event.nativeEvent)) return
  const days =
    event.key === 'ArrowLeft'
      ? -1
      : event.key === 'ArrowRight'
        ? 1
        : event.key === 'ArrowUp'
          ? -7
          : event.key === 'ArrowDown'
            ? 7
            : 0
  const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0
  if (days === 0 && months === 0) return
  event.preventDefault()
  go(months === 0 ? addDays(day, days) : monthAfter(month, months))
}
