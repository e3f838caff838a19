/**
 * How an accident was reported, against the clocks of the law (493号令第九条至第十一条, 21号令): in time, 疑似迟报, or still due.
 * Only ever marked; what a late report is in law a person says.
 */
import { gradeOf } from '../case/grade.ts'
import type { Dossier } from '../case/tables.ts'
import { AppError } from '../result.ts'
import { itemsOf, onlyOf } from '../rules/answer.ts'
import { shippedSettings } from '../rules/index.ts'
import type { ReportingCheckResult } from '../rules/law/reporting-check.ts'
import { shippedBook } from '../rules/shipped.ts'
import { gradeLabel } from '../statutes/grade-thresholds.ts'
import type { NotifiedBody, ReportDue, Reporting } from './contract.ts'
import { followUpDays } from './follow-up-days.ts'
import { channelLabels, reportLevelLabels } from './labels.ts'
import { type Delivery, minutesBetween, timeOf } from './reports.ts'

type Clock = Pick<ReportDue, 'from' | 'to' | 'channel'>
type Made = Clock & { readonly at: string }

export function reportingOf(dossier: Dossier, now: string): Reporting {
  const received = receivedTimes(dossier)
  const grade = gradeLabel(dossier.caseFile.grade)
  const common = {
    now,
    grade: grade ?? '一般',
    isGradeAssumed: grade === null,
    unitKnewAt: received.unit,
    bodies: notifiedBodies(dossier),
    followUps: followUpDays(dossier, grade ?? '一般', now),
  }
  const nothing = { ...common, dues: [], notes: [], question: null, problem: null }
  const anchor = received.unit ?? received.county ?? received.city ?? received.province
  if (anchor === null) return nothing
  try {
    const facts = {
      grade: common.grade,
      kind: dossier.caseFile.regime,
      // without the time at the unit its own clocks are left out below
      unitKnewAt: anchor,
      countyReceivedAt: received.county,
      cityReceivedAt: received.city,
      provinceReceivedAt: received.province,
    }
    const clocks = itemsOf(shippedBook().evaluate('reportingClock', facts, shippedSettings)).map((answer) => ({
      ...(answer.result as Clock & { readonly by: string }),
      arithmetic: answer.arithmetic,
      clause: answer.clause,
      rule: `${answer.version}　${answer.mark}`,
    }))
    const check = onlyOf(
      shippedBook().evaluate(
        'reportingCheck',
        {
          ...facts,
          occurredAt: occurredAt(dossier),
          reports: clocks.flatMap((clock) => madeReports(dossier, clock, clocks)),
          notified: common.bodies.filter(({ isWritten }) => isWritten).map(({ level }) => level),
        },
        shippedSettings,
      ),
    )
    const { reports } = check.result as ReportingCheckResult
    const dues = reports.flatMap((report, index): ReportDue[] => {
      const clock = clocks[index]
      if (clock === undefined || (received.unit === null && levelOf(clock.from) === 'unit')) return []
      return [{ ...clock, ...stateOf(report, now) }]
    })
    const late = dues.some(({ status }) => status === 'suspectedLate')
    return {
      ...nothing,
      dues,
      notes: [
        ...(grade === null ? [] : hindsight(dossier, grade)),
        ...(late ? check.notes.filter((note) => note.startsWith('“疑似迟报”')) : []),
      ],
      question: check.question,
    }
  } catch (error) {
    // times that contradict each other, or a day before the law at hand
    if (error instanceof AppError) return { ...nothing, problem: error.message }
    throw error
  }
}

function stateOf(
  { at, by, status }: ReportingCheckResult['reports'][number],
  now: string,
): Pick<ReportDue, 'at' | 'status' | 'minutes'> {
  if (at !== null)
    return { at, status: status === 'suspectedLate' ? status : 'inTime', minutes: minutesBetween(at, by) }
  const minutes = minutesBetween(now, by)
  return { at: null, status: minutes >= 0 ? 'due' : 'notSeen', minutes }
}

/** The clocks run by the grade of today. Where the first figures made another one, that is said. */
function hindsight({ rows, caseFile }: Dossier, grade: string): string[] {
  const first = [...rows.casualtyCount]
    .sort((a, b) => (a.asOf ?? '9').localeCompare(b.asOf ?? '9'))
    .flatMap((count) => {
      const figures = { ...count, acutePoisonings: count.acutePoisonings ?? 0, directLossFen: null }
      return gradeLabel(gradeOf(figures, caseFile.occurredFrom?.slice(0, 10) ?? null, caseFile.regime).grade) ?? []
    })[0]
  if (first === undefined || first === grade) return []
  return [`按最初的伤亡数字为${first}事故，现为${grade}事故；这里按现在的等级计算，当时应当报到哪一级请人工核对。`]
}

/** When each level first received the news. */
function receivedTimes({ rows }: Dossier) {
  const first = (level: string) =>
    rows.infoReportDelivery
      .filter((row) => row.toLevel === level)
      .flatMap((row) => row.receivedAt ?? [])
      .sort()[0] ?? null
  return { unit: first('unit'), county: first('county'), city: first('city'), province: first('province') }
}

/** The first reports answer to the clocks; 续报 and 补报 come after them. Where a call and a written report are due to the same body, each answers to its own. */
function madeReports({ rows }: Dossier, clock: Clock, clocks: readonly Clock[]): Made[] {
  const { from, to, channel } = clock
  const isSameWay = (other: Clock) => other.from === from && other.to === to
  const hasCall = clocks.some((other) => isSameWay(other) && isCall(other.channel))
  return rows.infoReportDelivery.flatMap((delivery): Made[] => {
    const at = timeOf(delivery)
    const kind = rows.infoReport.find(({ id }) => id === delivery.infoReportId)?.kind ?? ''
    if (!firstKinds.includes(kind)) return []
    if (at === null || delivery.fromLevel !== levelOf(from) || delivery.toLevel !== levelOf(to)) return []
    const isPhone = delivery.channel === 'phone'
    const answers = isCall(channel) ? isPhone : !hasCall || !isPhone
    return answers ? [{ from, to, channel, at }] : []
  })
}

const firstKinds: readonly string[] = ['phone', 'initial', 'preliminary']

const isCall = (channel: string) => channel.startsWith('电话')

/** The level that the words of a clock name. */
function levelOf(words: string): string {
  if (words.includes('人民政府')) return 'government'
  if (words.startsWith('省级')) return 'province'
  if (words.startsWith('设区的市级')) return 'city'
  if (words.includes('县级')) return 'county'
  return words === '事故发生单位' ? 'unit' : 'state'
}

/** The accident happened not before; a day or a month alone cannot be compared to the minute. */
function occurredAt({ caseFile }: Dossier): string | null {
  return caseFile.occurredPrecision === 'minute' ? caseFile.occurredFrom : null
}

/** Why a report with this time cannot be: V-05 例11. */
export function beforeAccident(dossier: Dossier, at: string): string | null {
  const occurred = occurredAt(dossier)
  if (occurred === null || minutesBetween(occurred, at) >= 0) return null
  const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ')
  return `报告时间 ${minute(at)} 早于事故发生时间 ${minute(occurred)}，请核对两个时间。`
}

const notifiedLevels = ['police', 'labour', 'union', 'procuratorate'] as const

function notifiedBodies({ rows }: Dossier): NotifiedBody[] {
  const first = (deliveries: readonly Delivery[]) =>
    [...deliveries].sort((a, b) => (timeOf(a) ?? '9').localeCompare(timeOf(b) ?? '9'))[0]
  return notifiedLevels.map((level) => {
    const all = rows.infoReportDelivery.filter((row) => row.toLevel === level)
    const isInWriting = (row: Delivery) => row.channel === 'written' || row.channel === 'system'
    const row = first(all.filter(isInWriting)) ?? first(all)
    return {
      level,
      label: reportLevelLabels[level] ?? level,
      deliveryId: row?.id ?? null,
      toBody: row?.toBody ?? null,
      at: row === undefined ? null : timeOf(row),
      isWritten: row !== undefined && isInWriting(row),
      channel: row === undefined ? null : channelLabels[row.channel],
    }
  })
}
