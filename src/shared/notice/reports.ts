/** Information reports of a case: their order, their figures, and whether one has been sent. */
import type { Dossier, Row } from '../case/tables.ts'
import { minutesOf } from '../rules/moments.ts'
import { infoReportKindLabels } from './labels.ts'

export type InfoReport = Row<'infoReport'>
export type InfoReportKind = InfoReport['kind']
export type Delivery = Row<'infoReportDelivery'>
export type Figures = Row<'casualtyCount'>

type Rows = Pick<Dossier, 'rows'>

/** 发出: what was sent, in the file store. Its report is not changed any more. */
export function sentRelease({ rows }: Rows, report: InfoReport): Row<'documentRelease'> | null {
  if (report.documentId === null) return null
  const { documentId } = report
  return rows.documentRelease.find((row) => row.documentId === documentId && row.edition === 'internal') ?? null
}

export function deliveriesOf({ rows }: Rows, reportId: string): readonly Delivery[] {
  return rows.infoReportDelivery
    .filter((row) => row.infoReportId === reportId)
    .sort((a, b) => (timeOf(a) ?? '9').localeCompare(timeOf(b) ?? '9'))
}

const superior: readonly string[] = ['county', 'city', 'province', 'state', 'government']

/** The hop that says to whom a report of ours is addressed: to those above, not to those who are only notified. */
export function addressed(dossier: Rows, reportId: string): Delivery | null {
  const isOurs = ({ fromLevel }: Delivery) => fromLevel !== 'unit' && fromLevel !== 'scene'
  const hops = deliveriesOf(dossier, reportId).filter((row) => superior.includes(row.toLevel) && isOurs(row))
  return hops.find(({ toLevel }) => toLevel !== 'government') ?? hops[0] ?? null
}

/** When a hop was made: the time it was sent, else the time it was received. */
export function timeOf(delivery: Delivery): string | null {
  return delivery.sentAt ?? delivery.receivedAt
}

/** When the report first went out or came in. */
export function firstTime(dossier: Rows, reportId: string): string | null {
  return deliveriesOf(dossier, reportId).flatMap((row) => timeOf(row) ?? [])[0] ?? null
}

/** The casualty figures that belong to a report. */
export function figuresOf({ rows }: Rows, reportId: string): Figures | null {
  return rows.casualtyCount.find((row) => row.infoReportId === reportId) ?? null
}

/** In the order of time, of its figures where a report has no hop yet; those without any last. Ids grow with time. */
export function reportsInOrder(dossier: Rows): readonly InfoReport[] {
  const key = (row: InfoReport) => `${firstTime(dossier, row.id) ?? figuresOf(dossier, row.id)?.asOf ?? '9'}|${row.id}`
  return [...dossier.rows.infoReport].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The report with figures before this one: what a 续报 compares itself with. */
export function reportBefore(dossier: Rows, report: InfoReport): InfoReport | null {
  const list = reportsInOrder(dossier)
  const at = list.findIndex(({ id }) => id === report.id)
  return list.slice(0, at).findLast(({ id }) => figuresOf(dossier, id) !== null) ?? null
}

/** 电话快报, 文字快报, 续报（第2次） */
export function reportName(report: Pick<InfoReport, 'kind' | 'number'>): string {
  const number = report.number === null ? '' : `（第${report.number}次）`
  return `${infoReportKindLabels[report.kind]}${number}`
}

/** The basis of figures that a report brings. */
export const basisOfKind: Readonly<Record<InfoReportKind, Figures['basis']>> = {
  phone: 'phone',
  initial: 'initial',
  preliminary: 'initial',
  follow_up: 'follow_up',
  supplement: 'supplement',
  verified: 'verified',
}

/** 2小时5分 between two instants; minutes below an hour alone. */
export function spanWords(minutes: number): string {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return `${days}日${hours > 0 ? `${hours}小时` : ''}`
  if (hours > 0) return `${hours}小时${rest > 0 ? `${rest}分` : ''}`
  return `${rest}分`
}

/** Minutes from `a` to `b`; negative when `b` is earlier. */
export const minutesBetween = (a: string, b: string): number => minutesOf(b) - minutesOf(a)
