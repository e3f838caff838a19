/** The accident itself: register row, long facts, counts, loss, grade. */
import { AccidentFields, CaseFileFields } from '../case/fields.ts'
import { caseTables } from '../case/tables.ts'
import type { Precision } from '../dates.ts'
import { typeCodeFromLabel, typeLabel, typeStandardOn } from '../statutes/accident-types.ts'
import { gradeFromText, gradeLabel } from '../statutes/grade-thresholds.ts'
import { industryLabel } from '../statutes/industries.ts'
import { lossStandardOn } from '../statutes/loss-items.ts'
import { factsFound } from './place-cause.ts'
import type { PublishedCase } from './published.ts'
import { type CaseRows, determinationId, isAnyGiven, newRow, newValues, type Placing, type Rows } from './row.ts'
import { dayInWords, daySpan, isAbout, parseWhen, type When, whenText, withMiddleDots } from './when.ts'

type Accident = PublishedCase['accident']

const FEN_PER_WAN = 1_000_000
const MAX_NAME = 500

/** When it happened. Without a time, the day in the words of the source still decides which law applies. */
export function occurredOf(accident: Accident): { readonly when: When | null; readonly precision: Precision } {
  const { occurredAt, occurredAtText, timePrecision } = accident
  const when = occurredAt ? parseWhen(occurredAt) : null
  if (when?.shape === 'minute')
    return { when, precision: timePrecision === 'approx' || isAbout(occurredAtText) ? 'about' : 'minute' }
  if (when) return { when, precision: when.shape }
  const day = dayInWords(occurredAtText)
  return day === null ? { when: null, precision: 'unknown' } : { when: daySpan(day), precision: 'day' }
}

const NATURES: Readonly<Record<string, string>> = {
  生产安全责任事故: 'liability',
  责任事故: 'liability',
  生产安全非责任事故: 'non_liability',
  非责任事故: 'non_liability',
}

/** `accident`, `emergencyResponse` → register row, accident row, grade, counts, loss. */
export function accidentRows(
  json: PublishedCase,
  placing: Placing,
  options: { readonly ownerBureauId: string; readonly registeredOn: string; readonly purpose: 'live' | 'reference' },
): CaseRows {
  const { accident } = json
  const { when, precision } = occurredOf(accident)
  const { day } = placing
  const standard = day === null ? null : typeStandardOn(day)
  const type = accident.accidentType?.gb6441 ?? null
  const nature = accident.nature ?? null
  return {
    caseFile: newValues(CaseFileFields, {
      ownerBureauId: options.ownerBureauId,
      registeredOn: options.registeredOn,
      purpose: options.purpose,
      name: withMiddleDots(accident.name.trim().slice(0, MAX_NAME).toWellFormed()),
      nameSource: 'imported',
      occurredFrom: when?.from ?? null,
      occurredTo: when?.to ?? null,
      occurredPrecision: precision,
      occurredText: accident.occurredAtText ?? null,
      province: accident.place?.province ?? null,
      city: accident.place?.city ?? null,
      district: accident.place?.district ?? null,
      industryCode: accident.industry?.gbt4754Code ?? null,
      typeStandard: standard,
      typeCode: standard === null || type === null ? null : typeCodeFromLabel(standard, type),
    }),
    accident: newValues(AccidentFields, {
      address: accident.place?.detail ?? null,
      industryBasis: accident.industry?.basis ?? null,
      typeBasis: accident.accidentType?.basis ?? null,
      nature: nature !== null && Object.hasOwn(NATURES, nature) ? (NATURES[nature] ?? null) : null,
      natureText: nature,
      natureStatement: accident.natureStatement ?? null,
      siteConditions: factsFound(json, placing),
      rescueSummary: json.emergencyResponse?.summary ?? null,
      rescueAssessment: json.emergencyResponse?.evaluation ?? null,
    }),
    rows: { ...gradeRows(accident, placing), ...countRows(accident, placing), ...lossRows(accident, placing) },
  }
}

function gradeRows(accident: Accident, placing: Placing): Pick<Rows, 'determination'> {
  const grade = gradeFromText(accident.grade ?? '')
  if (grade === null) return {}
  const id = determinationId('grade')
  placing.places.set('/accident/grade', { table: 'determination', id })
  const given = { question: 'grade', value: String(grade), reason: accident.gradeBasis ?? null }
  return { determination: [newRow(caseTables.determination.fields, id, given)] }
}

function countRows(accident: Accident, placing: Placing): Pick<Rows, 'casualtyCount'> {
  const counts = {
    deaths: accident.deaths ?? null,
    seriousInjuries: accident.seriousInjuries ?? null,
    minorInjuries: accident.minorInjuries ?? null,
    unspecifiedInjuries: accident.injuriesUnspecified ?? null,
    note: accident.casualtyNote ?? null,
  }
  if (!isAnyGiven(Object.values(counts))) return {}
  const row = newRow(caseTables.casualtyCount.fields, placing.newId(), { basis: 'investigation', ...counts })
  return { casualtyCount: [row] }
}

function lossRows(accident: Accident, placing: Placing): Pick<Rows, 'lossAssessment'> {
  const wan = accident.directEconomicLossWan ?? null
  const text = accident.directEconomicLossText ?? null
  if (!isAnyGiven([wan, text, accident.lossApproximate])) return {}
  const row = newRow(caseTables.lossAssessment.fields, placing.newId(), {
    standard: placing.day === null ? '' : lossStandardOn(placing.day),
    basis: 'investigation',
    statedDirectFen: wan === null ? null : Math.round(wan * FEN_PER_WAN),
    statedText: text,
    isApproximate: accident.lossApproximate ?? null,
    excludesFine: text !== null && /不含[^）]*罚款/.test(text) ? 1 : null,
  })
  return { lossAssessment: [row] }
}

/** The way back: `accident` and `emergencyResponse` of the published case. */
export function accidentJson({ caseFile, accident, rows }: CaseRows) {
  const count = rows.casualtyCount?.find((row) => row.basis === 'investigation')
  const loss = rows.lossAssessment?.find((row) => row.basis === 'investigation')
  const grade = rows.determination?.find((row) => row.question === 'grade')
  const fen = loss?.statedDirectFen ?? null
  return {
    accident: {
      name: caseFile.name,
      occurredAt: whenText(caseFile.occurredFrom, caseFile.occurredTo, caseFile.occurredPrecision),
      occurredAtText: caseFile.occurredText,
      timePrecision: caseFile.occurredPrecision === 'about' ? 'approx' : caseFile.occurredPrecision,
      place: {
        province: caseFile.province,
        city: caseFile.city,
        district: caseFile.district,
        detail: accident.address,
      },
      industry: {
        gbt4754Code: caseFile.industryCode,
        gbt4754Name: caseFile.industryCode === null ? null : industryLabel(caseFile.industryCode),
        basis: accident.industryBasis,
      },
      accidentType: { gb6441: typeName(caseFile), basis: accident.typeBasis },
      grade: gradeLabel(Number(grade?.value ?? 0)),
      gradeBasis: grade?.reason ?? null,
      deaths: count?.deaths ?? null,
      seriousInjuries: count?.seriousInjuries ?? null,
      minorInjuries: count?.minorInjuries ?? null,
      injuriesUnspecified: count?.unspecifiedInjuries ?? null,
      casualtyNote: count?.note ?? null,
      directEconomicLossWan: fen === null ? null : fen / FEN_PER_WAN,
      directEconomicLossText: loss?.statedText ?? null,
      lossApproximate: loss?.isApproximate ?? null,
      nature: accident.natureText,
      natureStatement: accident.natureStatement,
    },
    emergencyResponse: { summary: accident.rescueSummary, evaluation: accident.rescueAssessment },
  }
}

function typeName({ typeStandard, typeCode }: CaseRows['caseFile']): string | null {
  return typeStandard === null || typeCode === null ? null : typeLabel(typeStandard, typeCode)
}
