/** 等级变化与调查主体: what a grade that changed afterwards means for who investigates. */
import { type GradeName, gradeNames } from '../law-data.ts'

export type Change = {
  readonly notes: readonly string[]
  readonly questions: readonly string[]
  readonly needsTransfer: boolean
  /** after the period: the grade before goes on to hold */
  readonly isWithoutEffect: boolean
}

type Given = {
  readonly kind: string
  readonly grade: GradeName
  readonly change?:
    | { readonly from: GradeName; readonly by: 'casualties' | 'loss'; readonly on: string }
    | null
    | undefined
}

/** `一般→较大，伤亡变化，2026-03-20` */
export function changeOf(cell: string): unknown {
  const [grades = '', by, on] = cell.split('，')
  return { from: grades.split('→')[0], by: by === '伤亡变化' ? 'casualties' : by === '损失变化' ? 'loss' : by, on }
}

const none: Change = { notes: [], questions: [], needsTransfer: false, isWithoutEffect: false }

/** A body above may take over; it does not by itself. `lastDay`: of the 补报期, included. */
export function changeWords(
  { grade, change }: Given,
  { law, clause, includesLoss }: { readonly law: string; readonly clause: string; readonly includesLoss: boolean },
  lastDay: string,
  lawOf: (law: string, clause: string) => string,
): Change {
  if (!change || change.from === grade) return none
  const basis = lawOf(law, clause)
  const moved = `等级由${change.from}变为${grade}`
  const isSettledByPeriod = change.by === 'casualties' || includesLoss
  if (isSettledByPeriod && change.on > lastDay)
    return {
      ...none,
      isWithoutEffect: true,
      notes: [`${change.on} 的变化在期末日 ${lastDay} 之后，仍按原等级（${change.from}）确定调查主体（${basis}）。`],
    }
  if (gradeNames.indexOf(grade) < gradeNames.indexOf(change.from))
    return { ...none, notes: [`${moved}，不自动改变调查主体，请报负责调查的机关确认。`] }
  if (!isSettledByPeriod)
    return {
      ...none,
      questions: [
        `${moved}系损失变化所致；${basis}只规定伤亡人数变化，损失变化的处理没有明文，请报上级人民政府决定。本案由谁负责调查？`,
      ],
    }
  return {
    ...none,
    needsTransfer: true,
    notes: [`${moved}，上级可以另行组织调查组（${basis}），不自动改变调查主体；请报告上级，并编制移送清单。`],
  }
}
