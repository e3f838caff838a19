/** 事故等级 by 493号令第三条: three ladders, each compared on its own, the highest wins. Unknown is never taken for 0. */
import type { DayText } from '../dates.ts'
import { AppError } from '../result.ts'
import type { Regime } from '../statutes/casualty-window.ts'
import { type Grade, type GradeTable, gradeLabels, gradeTableOn, gradeTables } from '../statutes/grade-thresholds.ts'
import type { Confidence } from '../statutes/rule-row.ts'
import { nextStep, overallStep, rungStep, unknownWords } from './grade-words.ts'

/** What the grade is read from. Null is unknown, 0 is a fact. */
export type GradeFigures = {
  readonly deaths: number | null
  readonly seriousInjuries: number | null
  /** left out: already within 重伤, or not stated apart; null: there are some, the number is not known */
  readonly acutePoisonings?: number | null
  /** only «受伤»: never added, but pointed out where it could decide */
  readonly unspecifiedInjuries?: number | null
  /** 下落不明: never added, but pointed out where it could decide */
  readonly missing?: number | null
  /** 分, not rounded */
  readonly directLossFen: number | null
}

export type FigureKey = 'deaths' | 'injured' | 'lossFen'

/** One ladder: its figure, and the grade this figure alone would give. */
export type FigureGrade = {
  readonly key: FigureKey
  /** persons, or 分 for `lossFen`; null = unknown */
  readonly value: number | null
  readonly grade: Grade | null
  readonly step: string
}

export type GradeAnswer = {
  /** null when no figure is known, or no table is in force on the day; with unknown figures the lowest grade possible */
  readonly grade: Grade | null
  readonly isProvisional: boolean
  /** `较大`, `初判：一般（损失未评估）`, `初判：不低于较大（死亡未核实）` */
  readonly headline: string
  readonly clause: string
  readonly confidence: Confidence
  readonly figures: readonly FigureGrade[]
  /** the figures whose own grade is the grade of the accident */
  readonly deciding: readonly FigureKey[]
  /** the arithmetic in sentences */
  readonly steps: readonly string[]
  /** for each known figure the first value that would raise the grade */
  readonly next: readonly {
    readonly key: FigureKey
    readonly at: number
    readonly grade: Grade
    readonly step: string
  }[]
  /** what a person has to decide or to look at; never decided here */
  readonly notes: readonly string[]
}

const keys: readonly FigureKey[] = ['deaths', 'injured', 'lossFen']

/**
 * The grade of an accident by the law of its day (第三条).
 *
 * @param on day of the accident; null = not known yet, then the newest table is taken and the answer is provisional
 * @throws AppError `invalid-input` for a figure that is not a whole number from 0
 */
export function gradeOf(figures: GradeFigures, on: DayText | null, regime: Regime = 'general'): GradeAnswer {
  refuseBadFigures(figures)
  const table = on === null ? (gradeTables().at(-1) ?? null) : gradeTableOn(on)
  if (!table) return noTable(on)

  const values: Record<FigureKey, number | null> = {
    deaths: figures.deaths,
    injured: sum(figures.seriousInjuries, figures.acutePoisonings ?? 0),
    lossFen: figures.directLossFen,
  }
  const ladder = keys.map((key) => ladderOf(table, key, values[key]))
  const grade = table.rungs.findLast((row) => ladder.some((figure) => figure.grade === row.grade))?.grade ?? null
  const unknown = unknownWords(ladder, figures)
  const doubts = grade === null ? [] : doubtsOf(table, figures, values, grade)
  const isProvisional = grade === null || (grade < 4 && (unknown.length > 0 || doubts.length > 0 || on === null))

  return {
    grade,
    isProvisional,
    headline: headlineOf(grade, isProvisional, unknown, doubts.length > 0),
    clause: table.clause,
    confidence: table.confidence,
    figures: ladder,
    deciding: grade === null ? [] : ladder.filter((figure) => figure.grade === grade).map((figure) => figure.key),
    steps: [...ladder.map((figure) => figure.step), overallStep(table, ladder, grade, isProvisional)],
    next: grade === null ? [] : keys.flatMap((key) => nextOf(table, key, values[key], grade)),
    notes: [...doubts, ...notesOf(figures, on, regime)],
  }
}

function ladderOf(table: GradeTable, key: FigureKey, value: number | null): FigureGrade {
  const grade = value === null ? null : rung(table, key, value)
  return { key, value, grade, step: rungStep(table, key, value, grade) }
}

/** The highest rung whose lower bound is reached: 以上含本数, 以下不含. */
function rung(table: GradeTable, key: FigureKey, value: number): Grade {
  return table.rungs.reduce<Grade>((grade, row) => (value >= row[key] ? row.grade : grade), table.rungs[0].grade)
}

function nextOf(table: GradeTable, key: FigureKey, value: number | null, grade: Grade): GradeAnswer['next'] {
  if (value === null) return []
  const row = table.rungs.find((rungRow) => rungRow.grade > grade)
  return row ? [{ key, at: row[key], grade: row.grade, step: nextStep(key, row) }] : []
}

/** Persons whose place in the law is open (V-02; 只说“受伤”): named where counting them would change the grade. */
function doubtsOf(
  table: GradeTable,
  figures: GradeFigures,
  values: Readonly<Record<FigureKey, number | null>>,
  grade: Grade,
): string[] {
  const doubts: string[] = []
  const missing = figures.missing ?? 0
  const ifDead = rung(table, 'deaths', (values.deaths ?? 0) + missing)
  if (missing > 0 && ifDead > grade) {
    doubts.push(
      `下落不明${missing}人如计入死亡，等级为${gradeLabels[ifDead]}；统计上失踪超过规定期限计入死亡和失踪，但用于定级无明文，请人工认定。`,
    )
  }
  const hurt = figures.unspecifiedInjuries ?? 0
  const ifSerious = rung(table, 'injured', (values.injured ?? 0) + hurt)
  if (hurt > 0 && ifSerious > grade) {
    doubts.push(`${hurt}人受伤轻重未分，如均为重伤，等级为${gradeLabels[ifSerious]}，请核实伤害程度。`)
  }
  return doubts
}

function notesOf(figures: GradeFigures, on: DayText | null, regime: Regime): string[] {
  const notes: string[] = []
  const { deaths, seriousInjuries, acutePoisonings = 0, missing = 0, unspecifiedInjuries = 0, directLossFen } = figures
  if ([deaths, seriousInjuries, acutePoisonings, missing, unspecifiedInjuries, directLossFen].every((n) => n === 0)) {
    notes.push('无伤亡无损失，请确认是否属于生产安全事故或涉险事故。')
  }
  if (on === null) notes.push('事故发生日期未填写，暂按现行规定判断。')
  if (regime === 'special')
    notes.push('特种设备事故另有定级情形（《特种设备安全监察条例》第六十一条至第六十四条），请一并核对。')
  if (regime === 'coal' || regime === 'rail' || regime === 'power') {
    notes.push('煤矿、铁路、电力事故另有专门规定的，等级从其规定，请核对。')
  }
  return notes
}

function headlineOf(grade: Grade | null, isProvisional: boolean, unknown: string, isDoubtful: boolean): string {
  if (grade === null) return '等级未定'
  if (!isProvisional) return gradeLabels[grade]
  const reason = unknown || (isDoubtful ? '有情形待认定' : '发生日期未填写')
  return unknown && grade > 1
    ? `初判：不低于${gradeLabels[grade]}（${reason}）`
    : `初判：${gradeLabels[grade]}（${reason}）`
}

function noTable(on: DayText | null): GradeAnswer {
  return {
    grade: null,
    isProvisional: true,
    headline: '等级未定',
    clause: gradeTables()[0]?.clause ?? '',
    confidence: gradeTables()[0]?.confidence ?? 'memory',
    figures: keys.map((key) => ({ key, value: null, grade: null, step: '' })),
    deciding: [],
    steps: [],
    next: [],
    notes: [`${on ?? ''}的定级标准没有收录，请人工确定依据和等级。`],
  }
}

function sum(a: number | null, b: number): number | null {
  return a === null ? null : a + b
}

function refuseBadFigures(figures: GradeFigures): void {
  const fields: readonly (readonly [string, number | null | undefined])[] = [
    ['死亡人数', figures.deaths],
    ['重伤人数', figures.seriousInjuries],
    ['急性工业中毒人数', figures.acutePoisonings],
    ['受伤人数', figures.unspecifiedInjuries],
    ['下落不明人数', figures.missing],
    ['直接经济损失（分）', figures.directLossFen],
  ]
  for (const [name, value] of fields) {
    if (value === null || value === undefined) continue
    if (!Number.isSafeInteger(value) || value < 0) throw new AppError('invalid-input', `${name}应为非负整数，请核对。`)
  }
}
