/** What a new information report says before anybody types: the facts that the case has. Unknown stays unknown. */
import { holdingCount, holdingLoss } from '../case/derive.ts'
import { addressWithoutPlace, placeName } from '../case/place.ts'
import type { CaseFile, Dossier, Values } from '../case/tables.ts'
import { chineseClock, chineseDay, chinesePartialDay, dayOf } from '../dates.ts'
import { emptyValues } from '../rows.ts'
import { basisOfKind, figuresOf, type InfoReportKind, reportsInOrder } from './reports.ts'

type Prefilled = {
  readonly report: Values<'infoReport'>
  readonly figures: Omit<Values<'casualtyCount'>, 'infoReportId'>
}

const counted = [
  'deaths',
  'missing',
  'seriousInjuries',
  'acutePoisonings',
  'minorInjuries',
  'unspecifiedInjuries',
  'trapped',
  'atRisk',
  'evacuated',
] as const

export function prefilledReport(
  dossier: Dossier,
  kind: InfoReportKind,
  { now, bureau }: { readonly now: string; readonly bureau: string },
): Prefilled {
  const { rows, accident } = dossier
  const isFull = kind !== 'phone' && kind !== 'follow_up' && kind !== 'supplement'
  const last = reportsInOrder(dossier).findLast(({ id }) => figuresOf(dossier, id) !== null)
  const before = (last ? figuresOf(dossier, last.id) : null) ?? holdingCount(dossier)
  const figures = Object.fromEntries(counted.map((name) => [name, before?.[name] ?? null]))
  const isNumbered = kind === 'follow_up' || kind === 'supplement'
  const blank = emptyValues('infoReport')
  return {
    report: {
      ...blank,
      kind,
      number: isNumbered ? 1 + rows.infoReport.filter((row) => row.kind === kind).length : null,
      direction: 'sent',
      reportedBy: bureau === '' ? null : bureau,
      unitProfile: isNumbered ? null : unitWords(dossier, isFull),
      timePlaceScene: isNumbered ? null : timePlaceWords(dossier),
      scene: isFull ? accident.siteConditions : null,
      brief: isFull ? accident.brief : null,
      measuresTaken: isFull ? accident.rescueSummary : null,
      estimatedLossFen: kind === 'phone' ? null : (holdingLoss(dossier)?.directFen ?? last?.estimatedLossFen ?? null),
    } as Values<'infoReport'>,
    figures: {
      ...emptyValues('casualtyCount'),
      ...figures,
      asOf: now,
      knownAt: now,
      // figures are verified once their report has been sent
      basis: kind === 'verified' ? 'follow_up' : basisOfKind[kind],
    } as Prefilled['figures'],
  }
}

/** 名称、地址、性质; with 经营范围 and 从业人员 in a written report. */
function unitWords({ rows }: Dossier, isFull: boolean): string | null {
  const unit = rows.unit.find(({ kind }) => kind === 'accident_unit')
  if (unit === undefined) return null
  const parts = [
    unit.name,
    unit.address && `地址：${unit.address}`,
    unit.enterpriseType && `性质：${unit.enterpriseType}`,
    isFull && unit.businessScope && `经营范围：${unit.businessScope}`,
    isFull && unit.staffCount !== null && `从业人员${unit.staffCount}人`,
  ].filter((part) => typeof part === 'string' && part !== '')
  return `${parts.map((part) => String(part).replace(/[。；]+$/, '')).join('；')}。`
}

function timePlaceWords({ caseFile, accident }: Dossier): string | null {
  const time = timeWords(caseFile)
  const address = accident.address ? addressWithoutPlace(caseFile, accident.address) : ''
  const place = `${placeName(caseFile)}${address}`
  if (time === null && place === '') return null
  return `${[time, place].filter(Boolean).join('，')}。`
}

/** 2026年8月4日15时26分; in the words of the source where there are some. */
export function timeWords(caseFile: CaseFile): string | null {
  const { occurredFrom: from, occurredPrecision: precision, occurredText: text } = caseFile
  if (text) return text
  if (from === null || precision === 'unknown') return null
  if (precision === 'year' || precision === 'month')
    return chinesePartialDay(from.slice(0, precision === 'year' ? 4 : 7))
  const day = chineseDay(dayOf(from))
  return precision === 'day' ? day : `${day}${chineseClock(from)}${precision === 'minute' ? '' : '许'}`
}
