import type { CSSProperties } from 'react'
import { dayFrom } from '../../../shared/rules/days.ts'
import type { RowHead } from '../../../shared/rules/law-data.ts'
import { isInForce, kindWords, periodWords } from './words.ts'

type Numbered = { readonly no: number; readonly row: RowHead }

/** Years that stand nearer than this, in per cent of the line, would run into each other. */
const APART = 9

/** Versions as bars on a line, a lane for each group of accidents, today as an upright. The table under it says the same. */
export function TimeLine({ rows, today }: { readonly rows: readonly Numbered[]; readonly today: string }) {
  const begin = Math.min(...rows.map(({ row }) => dayFrom(row.from)))
  const now = dayFrom(today)
  const last = Math.max(now, ...rows.flatMap(({ row }) => (row.to === null ? [] : [dayFrom(row.to)])))
  const length = Math.max(365, last - begin)
  const end = last + Math.round(length * 0.06)
  const at = (day: number) => ((day - begin) / (end - begin)) * 100
  const lanes = [...new Set(rows.map(({ row }) => kindWords(row.kinds)))].map((name) => ({
    name,
    bars: rows.filter(({ row }) => kindWords(row.kinds) === name),
  }))
  const place = (from: number, to: number): CSSProperties => ({
    insetInlineStart: `${at(from)}%`,
    inlineSize: `${at(to) - at(from)}%`,
  })
  const words = rows.map(({ no, row }) => `第${no}行，${kindWords(row.kinds)}，${periodWords(row)}`).join('；')
  return (
    <div className="ruleline" role="img" aria-label={`版本时间线，今天是 ${today}：${words}`}>
      {lanes.map(({ name, bars }) => (
        <div key={name} className="rulelane">
          <span className="rulelanename">{name}</span>
          <span className="rulelanetrack">
            {bars.map(({ no, row }) => (
              <span
                key={no}
                className={isInForce(row, today) ? 'ruleera-now' : 'ruleera-past'}
                style={place(dayFrom(row.from), row.to === null ? end : dayFrom(row.to))}
              >
                {no}
              </span>
            ))}
            <i className="ruletoday" style={{ insetInlineStart: `${at(now)}%` }} />
          </span>
        </div>
      ))}
      <div className="rulelane ruleaxis">
        <span className="rulelanename" />
        <span className="rulelanetrack">
          {yearsOf(rows, at, at(now)).map(({ year, left }) => (
            <span key={year} className="ruleyear" style={{ insetInlineStart: `${left}%` }}>
              {year}
            </span>
          ))}
          <b className="ruletodayname" style={{ insetInlineEnd: `${100 - at(now)}%` }}>
            今天
          </b>
        </span>
      </div>
    </div>
  )
}

/** Years in which a version begins, as far as there is room for them before today. */
function yearsOf(rows: readonly Numbered[], at: (day: number) => number, now: number) {
  const starts = [...new Set(rows.map(({ row }) => row.from))].toSorted()
  const kept: { readonly year: string; readonly left: number }[] = []
  for (const from of starts) {
    const left = at(dayFrom(from))
    if (left - (kept.at(-1)?.left ?? -APART) >= APART && left < now - APART) kept.push({ year: from.slice(0, 4), left })
  }
  return kept
}
