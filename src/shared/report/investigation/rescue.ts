/** 信息报告、应急救援、善后、应急处置评估. */
import type { Row } from '../../case/tables.ts'
import type { Block } from '../document.ts'
import { eventClause, eventsOf } from './course.ts'
import { missing } from './gaps.ts'
import { clause, joined, lengthOf, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, paragraphsOf, phrase } from './words.ts'

type Event = Row<'timelineEvent'>

// A sentence of more parts is hard to read.
const MOST_PARTS = 6

/** Longest paragraph of running text; longer ones are cut at a day. */
const LONGEST = 400

/** One sentence for the events of a stage, parted by «；». */
function stageSentences(scribe: Scribe, events: readonly Event[]): readonly Run[] {
  const result: Run[] = []
  for (let at = 0; at < events.length; at += MOST_PARTS) {
    const run = sentence(
      joined(
        events.slice(at, at + MOST_PARTS).map((event) => eventClause(scribe, event)),
        '；',
      ),
    )
    if (run !== null) result.push(run)
  }
  return result
}

/** Neighbours that belong together stay together; a new group starts where the key changes. */
function groups(events: readonly Event[], key: (event: Event) => string | number): readonly (readonly Event[])[] {
  const result: Event[][] = []
  let before: string | number | null = null
  for (const event of events) {
    const now = key(event)
    if (now === before) result.at(-1)?.push(event)
    else result.push([event])
    before = now
  }
  return result
}

/** Text of the case file in sentences of its own. */
function told({ facts }: Scribe, column: 'rescueSummary' | 'aftermath' | 'reportingSummary'): readonly Run[] {
  const { accident } = facts.dossier
  return paragraphsOf(accident[column]).map(
    (text) => sentence(clause(bound(text, 'accident', accident.id, column))) ?? [],
  )
}

const NO_DELAY = /未发现[^，。；]*(迟报|漏报|谎报|瞒报)[^。；]*$/

/** Reports of the day, then of the change of casualties, then the conclusion on their times. */
export function reportingBlocks(scribe: Scribe, isBrief = false): readonly Block[] {
  const { facts, dates } = scribe
  dates.newSection()
  const events = eventsOf(scribe, 'reporting')
  const isLater = (event: Event) => deathsBefore(scribe, event).length > 0
  const first = stageSentences(
    scribe,
    events.filter((event) => !isLater(event)),
  )
  const later = groups(events.filter(isLater), (event) => deathsBefore(scribe, event).join('、')).flatMap((group) => {
    const who = deathsBefore(scribe, group[0]).join('、')
    const runs = stageSentences(scribe, group)
    return isBrief || who === ''
      ? runs
      : runs.map((run, at) => (at === 0 ? (clause(`${who}死亡后，`, run) ?? []) : run))
  })
  const summary = phrase(facts.dossier.accident.reportingSummary)
  if (isBrief) {
    const conclusion = NO_DELAY.exec(summary ?? '')?.[0] ?? summary
    const { accident } = facts.dossier
    const last = sentence(clause(bound(conclusion, 'accident', accident.id, 'reportingSummary')))
    return paragraph('reporting', sentences(...first, ...later, last))
  }
  return [
    ...paragraph('reporting:first', sentences(...first)),
    ...paragraph('reporting:later', sentences(...later)),
    ...told(scribe, 'reportingSummary').flatMap((run, at) =>
      paragraph(`reporting:summary${at === 0 ? '' : `:${at + 1}`}`, run),
    ),
  ]
}

/** Names of those who died on a later day than the accident, and not after this event. */
function deathsBefore({ facts }: Scribe, event: Event | undefined): readonly string[] {
  const { occurredOn } = facts
  const on = event?.tFrom?.slice(0, 10)
  if (occurredOn === null || on === undefined || on <= occurredOn) return []
  return facts.dossier.rows.casualty.flatMap((row) => {
    const isLate = row.outcome === 'death' && row.diedOn !== null && row.diedOn > occurredOn && row.diedOn <= on
    return isLate ? (phrase(facts.person(row.personId)?.name) ?? []) : []
  })
}

const CLOSING = /(搜救|救援|处置|搜寻|清理)[^，。；]{0,4}(结束|完毕|完成)|应急响应(终止|解除)/
const SEARCHING = /发现|救出|送医|送往|送至|转送|搜救|被困|失联|抢救|遇难/

/** 报警—断电—到场—灭火, then 搜救—送医, then the end. */
function stageOf(event: Event): number {
  if (CLOSING.test(event.description)) return 3
  return SEARCHING.test(event.description) ? 2 : 1
}

function rescueRuns(scribe: Scribe): readonly Run[] {
  scribe.dates.newSection()
  return groups(eventsOf(scribe, 'rescue'), stageOf).flatMap((group) => stageSentences(scribe, group))
}

function aftermathRuns(scribe: Scribe): readonly Run[] {
  const events = eventsOf(scribe, 'aftermath').map((event) => sentence(eventClause(scribe, event)) ?? [])
  return [...events, ...told(scribe, 'aftermath')]
}

/** Paragraphs under the longest length; the cut is between sentences. */
function paragraphs(id: string, runs: readonly Run[]): readonly Block[] {
  const parts: Run[][] = []
  for (const run of runs) {
    const last = parts.at(-1)
    const length = last === undefined ? 0 : last.reduce((sum, other) => sum + lengthOf(other), 0)
    if (last !== undefined && length + lengthOf(run) <= LONGEST) last.push(run)
    else parts.push([run])
  }
  return parts.flatMap((part, at) => paragraph(at === 0 ? id : `${id}:${at + 1}`, joined(part, '')))
}

/** 救援: without any event and any summary the gap. */
export function rescueBlocks(scribe: Scribe): readonly Block[] {
  const blocks = [
    ...paragraphs('rescue', rescueRuns(scribe)),
    ...paragraphs('rescue:summary', told(scribe, 'rescueSummary')),
  ]
  return blocks.length === 0 ? paragraph('rescue:missing', clause(missing('rescue'), '。')) : blocks
}

/** 善后; nothing when nothing is known. */
export function aftermathBlocks(scribe: Scribe): readonly Block[] {
  scribe.dates.newSection()
  return paragraphs('aftermath', aftermathRuns(scribe))
}

/** The brief form: rescue and aftermath run on. */
export function briefRescueBlocks(scribe: Scribe): readonly Block[] {
  const rescue = rescueRuns(scribe)
  const known = rescue.length > 0 ? rescue : told(scribe, 'rescueSummary')
  const runs = known.length > 0 ? known : [clause(missing('rescue'), '。') ?? []]
  return paragraphs('rescue', [...runs, ...aftermathRuns(scribe)])
}

/** 应急处置评估; must stand in every report (安全生产法第八十六条). */
export function assessmentBlocks({ facts }: Scribe): readonly Block[] {
  const { accident } = facts.dossier
  const ref = { table: 'accident', id: accident.id, column: 'rescueAssessment' }
  const [first, ...more] = paragraphsOf(accident.rescueAssessment)
  if (first === undefined) return paragraph('rescue:assessment', clause(missing('rescueAssessment', ref), '。'))
  const said = bound(first.replace(/^经评估，/, ''), ref.table, ref.id, ref.column)
  return [
    ...paragraph(
      'rescue:assessment',
      sentences(
        clause('依据《生产安全事故应急条例》第二十七条的规定，事故调查组对应急救援工作进行了评估。'),
        sentence(clause('经评估'), clause(said)),
      ),
    ),
    ...more.flatMap((text, at) =>
      paragraph(`rescue:assessment:${at + 2}`, sentence(clause(bound(text, ref.table, ref.id, ref.column)))),
    ),
  ]
}
