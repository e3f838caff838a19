/** Course, causes, problems, lessons, measures: lists of sentences. An empty sentence has no row and stays a note. */
import { caseTables } from '../case/tables.ts'
import { pointerTo } from './json.ts'
import type { PublishedCase } from './published.ts'
import { type NewRow, newRow, type Placing, type Rows, required } from './row.ts'
import { isAbout, parseWhen, type When, whenText } from './when.ts'
import { findingCategoryOf, findingCategoryWord } from './words.ts'

type Timeline = NonNullable<PublishedCase['timeline']>[number]
type Finding = NonNullable<PublishedCase['findings']>[number]
type Measure = NonNullable<PublishedCase['rectification']>[number]
type CauseKind = NewRow<'cause'>['kind']
type EventKind = NewRow<'timelineEvent'>['kind']

/** `timeline`, `causes`, `findings`, `lessons`, `rectification` → one row per sentence. */
export function courseRows(
  json: PublishedCase,
  placing: Placing,
): Pick<Rows, 'timelineEvent' | 'cause' | 'finding' | 'lesson' | 'measure'> {
  const each = <I, R extends { readonly id: string }>(
    list: readonly I[] | null | undefined,
    pointer: string,
    table: 'timelineEvent' | 'cause' | 'finding' | 'lesson' | 'measure',
    make: (item: I, id: string) => R | null,
  ): readonly R[] =>
    (list ?? []).flatMap((item, at) => {
      const place = pointerTo(pointer, at)
      const row = make(item, placing.newId())
      if (row === null) placing.holes.push(place)
      else placing.places.set(place, { table, id: row.id })
      return row ?? []
    })
  const unitNames = new Map<string, string | null>()
  for (const { id, name } of json.units ?? [])
    if (typeof id === 'string' && !unitNames.has(id)) unitNames.set(id, name ?? null)
  const causes = (kind: CauseKind, list: readonly string[] | null | undefined, pointer: string) =>
    each(list, pointer, 'cause', (text, id) => {
      const description = required(text)
      return description === null ? null : newRow(caseTables.cause.fields, id, { kind, description })
    })
  return {
    timelineEvent: each(json.timeline, '/timeline', 'timelineEvent', (one, id) => eventRow(one, id, placing)),
    cause: [
      ...causes('direct', json.causes?.direct, '/causes/direct'),
      ...causes('indirect', json.causes?.indirect, '/causes/indirect'),
      ...causes('excluded', json.causes?.excluded, '/causes/excluded'),
    ],
    finding: each(json.findings, '/findings', 'finding', (one, id) => findingRow(one, id, unitNames, placing)),
    lesson: each(json.lessons, '/lessons', 'lesson', (text, id) => {
      const description = required(text)
      return description === null ? null : newRow(caseTables.lesson.fields, id, { description })
    }),
    measure: each(json.rectification, '/rectification', 'measure', (one, id) => measureRow(one, id, placing)),
  }
}

function eventRow(one: Timeline, id: string, placing: Placing) {
  const description = required(one.event)
  if (description === null) return null
  const when = one.time ? parseWhen(one.time) : null
  return newRow(caseTables.timelineEvent.fields, id, {
    kind: eventKind(description, when, placing),
    tFrom: when?.from ?? null,
    tTo: when?.to ?? null,
    tPrecision: when === null ? 'unknown' : when.shape === 'minute' && isAbout(one.timeText) ? 'about' : when.shape,
    tText: one.timeText ?? null,
    description,
  })
}

const PROCEDURE =
  /批复|公布|公开|成立.{0,6}调查组|调查组成立|调查报告|评估报告|报告.{0,4}日期|追责|问责|判决|宣判|刑事拘留|批准逮捕|挂牌督办|公告|情况通报|现场勘[察查验]/
const RESCUE = /抢救|救援|搜救|救出|救治|送医|解救|120|110|现场处置/

/** What belongs to the course of the accident itself, and what came before, in rescue, or in procedure. */
function eventKind(event: string, when: When | null, { occurredFrom, day }: Placing): EventKind {
  if (when !== null && when.from === occurredFrom) return 'course'
  if (when !== null && day !== null && when.to.slice(0, 10) < day) return 'before'
  if (PROCEDURE.test(event)) return 'procedure'
  return RESCUE.test(event) ? 'rescue' : 'course'
}

// What such a «target» names is a circumstance, nobody who did something wrong.
const CIRCUMSTANCE = /(意见|情况|条件|场所|环境|现场|气象|天气|结论|结果|参数)$/

const isFactFound = (one: Finding): boolean =>
  findingCategoryOf(one.category ?? '') === 'other' &&
  !one.unitId &&
  CIRCUMSTANCE.test((one.target ?? '').trim()) &&
  required(one.finding) !== null

/** Findings of nobody, 勘查意见, 环境条件, as paragraphs on the scene; the items themselves stay notes with the accident. */
export function factsFound(json: PublishedCase, { places }: Placing): string | null {
  const lines = (json.findings ?? []).flatMap((one, at) => {
    if (!isFactFound(one)) return []
    places.set(pointerTo('/findings', at), { table: 'accident', id: 'accident' })
    return [`${one.target?.trim()}：${one.finding?.trim().replace(/[。；，\s]+$/, '')}。`]
  })
  return lines.length === 0 ? null : lines.join('\n')
}

function findingRow(one: Finding, id: string, unitNames: ReadonlyMap<string, string | null>, { unitIds }: Placing) {
  const description = required(one.finding)
  if (description === null || isFactFound(one)) return null
  const target = one.target ?? null
  return newRow(caseTables.finding.fields, id, {
    category: findingCategoryOf(one.category ?? '') ?? 'other',
    unitId: unitIds.get(one.unitId ?? '') ?? null,
    targetText: target === unitNames.get(one.unitId ?? '') ? null : target,
    description,
  })
}

function measureRow(one: Measure, id: string, { unitIds }: Placing) {
  const description = required(typeof one === 'string' ? one : one.measure)
  if (description === null) return null
  if (typeof one === 'string') return newRow(caseTables.measure.fields, id, { description })
  const due = one.deadline ?? null
  const isDay = due !== null && due.length === 10 && parseWhen(due)?.shape === 'day'
  return newRow(caseTables.measure.fields, id, {
    unitId: unitIds.get(one.unitId ?? '') ?? null,
    responsibleText: one.responsible ?? null,
    description,
    dueOn: isDay ? due : null,
    dueText: isDay ? null : due,
  })
}

/** The way back. */
export function courseJson(rows: Rows, sourceIds: ReadonlyMap<string, string>) {
  const sourceId = (id: string | null) => (id === null ? null : (sourceIds.get(id) ?? null))
  const units = new Map((rows.unit ?? []).map((unit) => [unit.id, unit.name]))
  const causes = (kind: CauseKind) =>
    (rows.cause ?? []).filter((row) => row.kind === kind).map((row) => row.description)
  return {
    timeline: (rows.timelineEvent ?? []).map((row) => ({
      time: whenText(row.tFrom, row.tTo, row.tPrecision),
      timeText: row.tText,
      event: row.description,
    })),
    causes: { direct: causes('direct'), indirect: causes('indirect'), excluded: causes('excluded') },
    findings: (rows.finding ?? []).map((row) => ({
      category: findingCategoryWord(row.category),
      target: row.targetText ?? (row.unitId === null ? null : (units.get(row.unitId) ?? null)),
      unitId: sourceId(row.unitId),
      finding: row.description,
    })),
    lessons: (rows.lesson ?? []).map((row) => row.description),
    rectification: (rows.measure ?? []).map((row, at) =>
      row.responsibleText === null && row.unitId === null && row.dueOn === null && row.dueText === null
        ? row.description
        : {
            order: at + 1,
            measure: row.description,
            responsible: row.responsibleText,
            unitId: sourceId(row.unitId),
            deadline: row.dueOn ?? row.dueText,
          },
    ),
  }
}
