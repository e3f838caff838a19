/** 事故发生经过: the events in their order, cut into paragraphs, and how far the clocks of the sources were wrong. */
import type { Row } from '../../case/tables.ts'
import type { Block } from '../document.ts'
import { clock, partOfDay } from './dates.ts'
import { missing } from './gaps.ts'
import { clause, joined, lengthOf, paragraph, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { withFigures } from './site.ts'
import { bound, fact, paragraphsOf, phrase } from './words.ts'

type Event = Row<'timelineEvent'>

/** Half a page: 11 lines of 28 characters. A longer stage is cut into even parts. */
export const HALF_PAGE = 308

const LAST = '9'

const isWholeDay = (event: Event): boolean => event.tPrecision === 'day' && partOfDay(event.tText) === ''

/** When each event stands in the order: its time; a day without a time at its end; «随后» where it was entered. */
function placesInTime({ facts }: Scribe): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  let before = LAST
  for (const event of facts.dossier.rows.timelineEvent) {
    const own = isWholeDay(event) ? (event.tTo ?? event.tFrom) : event.tFrom
    const place = own ?? (phrase(event.tText) === null ? LAST : before)
    if (own !== null) before = own
    places.set(event.id, place)
  }
  return places
}

/** The events of some kinds by their time; those of which nothing is known come last. */
export function eventsOf(scribe: Scribe, ...kinds: readonly Event['kind'][]): readonly Event[] {
  const places = placesInTime(scribe)
  const place = (event: Event) => places.get(event.id) ?? LAST
  const events = scribe.facts.dossier.rows.timelineEvent.filter((event) => kinds.includes(event.kind))
  return [...events].sort((a, b) => place(a).localeCompare(place(b)))
}

export const momentOf = (event: Event) => ({
  from: event.tFrom,
  to: event.tTo,
  precision: event.tPrecision,
  text: event.tText,
})

/** 15时31分，……; without its full stop. Written in reading order: the day stands once a section. */
export function eventClause({ dates }: Scribe, event: Event): Run | null {
  const description = fact('timelineEvent', event, 'description')
  if (description === null) return null
  return clause(bound(dates.moment(momentOf(event)), 'timelineEvent', event.id, 'tFrom'), '，', description)
}

type Told = { readonly id: string; readonly run: Run }

/** One paragraph of a stage, or as many of even length as keep each under half a page. */
function evenParts(told: readonly Told[]): readonly (readonly Told[])[] {
  const total = told.reduce((sum, { run }) => sum + lengthOf(run), 0)
  const parts = Math.ceil(total / HALF_PAGE)
  const result: Told[][] = []
  let before = 0
  for (const one of told) {
    const length = lengthOf(one.run)
    // an event belongs to the part in which its middle lies
    const part = Math.min(parts - 1, Math.floor(((before + length / 2) * parts) / total))
    result[part] = [...(result[part] ?? []), one]
    before += length
  }
  return result.filter((part) => part.length > 0)
}

/** Stages: what came before the day, the day up to the accident, the accident and after. */
function stagesOf({ facts }: Scribe, events: readonly Event[]): readonly (readonly Event[])[] {
  const { occurredFrom, occurredPrecision } = facts.dossier.caseFile
  const isTimeKnown = /minute|about|between/.test(occurredPrecision)
  const day = facts.occurredOn ?? ''
  let before = 0
  const stageOf = (event: Event): number => {
    if (event.tFrom === null || day === '') return event.kind === 'before' ? 0 : Math.max(before, 1)
    if (event.tFrom.slice(0, 10) < day) return 0
    const isTimed = event.tPrecision === 'minute' || event.tPrecision === 'about' || event.tPrecision === 'between'
    return isTimed && isTimeKnown && occurredFrom !== null && event.tFrom >= occurredFrom ? 2 : 1
  }
  const staged = events.map((event) => {
    before = stageOf(event)
    return { event, stage: before }
  })
  return [0, 1, 2]
    .map((at) => staged.flatMap(({ event, stage }) => (stage === at ? [event] : [])))
    .filter((part) => part.length > 0)
}

const paragraphOf = (part: readonly Told[]): readonly Block[] =>
  paragraph(
    `course:${part[0]?.id ?? ''}`,
    joined(
      part.map(({ run }) => run),
      '',
    ),
  )

/** The course with its figures. `isBrief` runs short paragraphs together up to half a page. */
export function courseBlocks(scribe: Scribe, isBrief = false): readonly Block[] {
  scribe.dates.newSection()
  scribe.dates.newYear()
  const events = eventsOf(scribe, 'before', 'course')
  const parts = stagesOf(scribe, events).flatMap((stage) =>
    evenParts(
      stage.flatMap((event) => {
        const run = sentence(eventClause(scribe, event))
        return run === null ? [] : [{ id: event.id, run }]
      }),
    ),
  )
  const paragraphs = isBrief ? runTogether(parts) : parts
  if (paragraphs.length === 0) return withFigures(scribe, 'course', briefBlocks(scribe))
  return withFigures(scribe, 'course', [...paragraphs.flatMap(paragraphOf), ...clockBlocks(events)])
}

function runTogether(parts: readonly (readonly Told[])[]): readonly (readonly Told[])[] {
  const length = (part: readonly Told[]) => part.reduce((sum, { run }) => sum + lengthOf(run), 0)
  const result: (readonly Told[])[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last !== undefined && length(last) + length(part) <= HALF_PAGE) result[result.length - 1] = [...last, ...part]
    else result.push(part)
  }
  return result
}

/** Without a timeline: the short account of the case file, else the gap. */
function briefBlocks({ facts }: Scribe): readonly Block[] {
  const { accident } = facts.dossier
  const texts = paragraphsOf(accident.brief)
  if (texts.length === 0) return paragraph('course:missing', clause(missing('course'), '。'))
  return texts.flatMap((text, at) =>
    paragraph(
      `accident:brief${at === 0 ? '' : `:${at + 1}`}`,
      sentence(clause(bound(text, 'accident', accident.id, 'brief'))),
    ),
  )
}

/** 快3分18秒. */
function offsetWords(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000)
  const minutes = Math.trunc(seconds / 60)
  const rest = seconds % 60
  return `${milliseconds > 0 ? '快' : '慢'}${minutes > 0 ? `${minutes}分` : ''}${rest > 0 ? `${rest}秒` : ''}`
}

/** Which times were corrected and by how much; one paragraph for each difference between the clocks. */
function clockBlocks(events: readonly Event[]): readonly Block[] {
  const offsets = [...new Set(events.map((event) => event.clockOffsetMs))].filter((offset) => Math.abs(offset) >= 1000)
  return offsets.flatMap((offset) => {
    const taken = events.filter((event) => event.clockOffsetMs === offset && event.tFrom !== null)
    const [first] = taken
    const last = taken.at(-1)
    if (first === undefined || last === undefined) return []
    const span = [...new Set([first, last].map((event) => clock(momentOf(event))))].filter(
      (text) => phrase(text) !== null,
    )
    return paragraph(
      `course:clock:${first.id}`,
      clause(
        `上述${span.join('至')}的时刻依据监控视频确定。经比对，监控系统时间比北京时间`,
        fact('timelineEvent', first, 'clockOffsetMs', offsetWords(offset)),
        '，所列时刻均已校正为北京时间。',
      ),
    )
  })
}
