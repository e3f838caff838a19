/** The sentences of the grade. Each one says a figure, the bounds it lies between and what follows. */
import { type Grade, type GradeRung, type GradeTable, gradeLabels } from '../statutes/grade-thresholds.ts'
import type { FigureGrade, FigureKey, GradeFigures } from './grade.ts'

export const figureNames: Readonly<Record<FigureKey, string>> = {
  deaths: '死亡',
  injured: '重伤（含急性工业中毒）',
  lossFen: '直接经济损失',
}

/** 万元 without rounding: 999995000 分 is 999.995, so that a printed figure never reaches a bound the real one misses. */
export function exactWan(fen: number): string {
  const whole = Math.trunc(fen / 1_000_000)
  const decimals = String(fen % 1_000_000)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '')
  return `${whole}.${decimals}`
}

/** 3人, 857.48万元 */
export function counted(key: FigureKey, value: number): string {
  return key === 'lossFen' ? `${exactWan(value)}万元` : `${value}人`
}

/** 死亡3人，不少于3人、少于10人，对应较大事故。 */
export function rungStep(table: GradeTable, key: FigureKey, value: number | null, grade: Grade | null): string {
  if (value === null || grade === null) return `${figureNames[key]}未知，暂不比对。`
  const index = table.rungs.findIndex((row) => row.grade === grade)
  const from = table.rungs[index]?.[key] ?? 0
  const below = table.rungs[index + 1]?.[key]
  const bounds = [
    ...(from > 0 ? [`不少于${bound(key, from)}`] : []),
    ...(below === undefined ? [] : [`少于${bound(key, below)}`]),
  ]
  return `${figureNames[key]}${counted(key, value)}，${bounds.join('、')}，对应${gradeLabels[grade]}事故。`
}

/** The sentence that ends the arithmetic. */
export function overallStep(
  table: GradeTable,
  ladder: readonly FigureGrade[],
  grade: Grade | null,
  isProvisional: boolean,
): string {
  if (grade === null) return `依据${table.clause}，死亡、重伤、直接经济损失至少应有一项数字，才能定级。`
  const names = ladder.filter((figure) => figure.grade === grade).map((figure) => figureNames[figure.key])
  const verdict = isProvisional ? `初判为${gradeLabels[grade]}事故` : `为${gradeLabels[grade]}事故`
  return `三项分别比对、不相加，取最高一项（${names.join('、')}），依据${table.clause}，${verdict}。`
}

/** 死亡达到10人时，为重大事故。 */
export function nextStep(key: FigureKey, row: GradeRung): string {
  return `${figureNames[key]}达到${bound(key, row[key])}时，为${gradeLabels[row.grade]}事故。`
}

/** 死亡未核实、损失未评估: the figures that are not known, in the words of the headline; empty when all are. */
export function unknownWords(ladder: readonly FigureGrade[], figures: GradeFigures): string {
  const words = ladder.flatMap((figure) => {
    if (figure.key === 'lossFen') return figure.value === null ? ['损失未评估'] : []
    if (figure.key === 'deaths') return figure.value === null ? ['死亡未核实'] : []
    if (figure.value === null) return ['重伤未核实']
    return figures.acutePoisonings === null ? ['急性工业中毒未核实'] : []
  })
  return words.join('、')
}

/** Bounds are whole numbers of persons or of 万元. */
function bound(key: FigureKey, value: number): string {
  return key === 'lossFen' ? `${value / 1_000_000}万元` : `${value}人`
}
