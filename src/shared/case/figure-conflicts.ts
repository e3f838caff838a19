/** Figures that stand in a case twice and differ (V-12 例5): told with both values, never put right silently. */
import { countCasualties } from '../casualty/count.ts'
import { gradeLabels } from '../statutes/grade-thresholds.ts'
import { lossItemType, lossStandardTitle } from '../statutes/loss-items.ts'
import { caseGrade, directSumFen, holdingCount, occurredOnOf, seriousOf, type UnderivedDossier } from './derive.ts'
import { exactWan } from './grade-words.ts'

export type FigureConflict = {
  readonly about:
    | 'outcome'
    | 'deaths'
    | 'missing'
    | 'seriousInjuries'
    | 'minorInjuries'
    | 'unspecifiedInjuries'
    | 'loss'
    | 'grade'
  /** as stated; persons, 分, or a grade; null where nothing is stated */
  readonly stated: number | null
  /** as counted or summed; null where the sentence is about a single row */
  readonly computed: number | null
  readonly sentence: string
}

/** All conflicts of the figures of a case, in the order of the pages. */
export function figureConflicts(dossier: UnderivedDossier): readonly FigureConflict[] {
  return [...casualtyConflicts(dossier), ...lossConflicts(dossier), ...gradeConflicts(dossier)]
}

function casualtyConflicts(dossier: UnderivedDossier): FigureConflict[] {
  if (dossier.rows.casualty.length === 0) return []
  const count = holdingCount(dossier)
  const list = countCasualties(dossier.rows.casualty, occurredOnOf(dossier.caseFile), dossier.caseFile.regime)
  const rows = [
    ['deaths', '死亡', count?.deaths ?? null, list.deaths],
    ['missing', '下落不明', count?.missing ?? null, list.missing],
    ['seriousInjuries', '重伤', count ? seriousOf(count) : null, list.seriousInjuries + list.acutePoisonings],
    ['minorInjuries', '轻伤', count?.minorInjuries ?? null, list.minorInjuries],
    ['unspecifiedInjuries', '轻重未分的受伤', count?.unspecifiedInjuries ?? null, list.unspecifiedInjuries],
  ] as const
  const { undecided } = list
  const open: FigureConflict[] = []
  if (undecided > 0) {
    const sentence = `伤亡人员名单有${undecided}人没有填写伤亡结果，不能与伤亡数字核对，请补填。`
    open.push({ about: 'outcome', stated: null, computed: undecided, sentence })
  }
  const differing = rows.flatMap(([about, word, stated, computed]) => {
    // Those whose outcome is not stated may be the ones that lack here.
    if (stated !== null && stated > computed && stated - computed <= undecided) return []
    if (stated === computed || (stated === null && computed === 0)) return []
    const sentence =
      stated === null
        ? `伤亡人员名单有${word}${computed}人，伤亡数字没有填写${word}人数，请补填。`
        : `${word}人数不一致：伤亡数字为${stated}人，伤亡人员名单合计${computed}人，请核对后改正其中一处。`
    return [{ about, stated, computed, sentence }]
  })
  return [...open, ...differing]
}

function lossConflicts(dossier: UnderivedDossier): FigureConflict[] {
  return dossier.rows.lossAssessment.flatMap((assessment) => {
    const conflicts: FigureConflict[] = []
    const stated = assessment.statedDirectFen
    const computed = directSumFen(dossier, assessment.id)
    if (stated !== null && computed !== null && stated !== computed) {
      const sentence = `直接经济损失不一致：填写的合计为${exactWan(stated)}万元，分项相加为${exactWan(computed)}万元，请核对后改正其中一处。`
      conflicts.push({ about: 'loss', stated, computed, sentence })
    }
    const title = lossStandardTitle(assessment.standard)
    for (const item of dossier.rows.lossItem) {
      if (item.lossAssessmentId !== assessment.id || !item.isDirect) continue
      const type = lossItemType(assessment.standard, item.itemCode)
      const amount = `${exactWan(item.amountFen)}万元`
      if (type && !type.isDirect) {
        const sentence = `“${type.name}”${amount}按${title}属于间接经济损失，不应计入直接经济损失，请改正。`
        conflicts.push({ about: 'loss', stated: item.amountFen, computed: null, sentence })
      }
      if (item.itemCode.startsWith('Ed3') && item.payer !== null && item.payer !== 'enterprise') {
        const sentence = `应急救援费用${amount}不是企业支出，按${title}属于间接经济损失，请改为间接损失。`
        conflicts.push({ about: 'loss', stated: item.amountFen, computed: null, sentence })
      }
    }
    return conflicts
  })
}

function gradeConflicts(dossier: UnderivedDossier): FigureConflict[] {
  const { decided, computed, question } = caseGrade(dossier)
  const rule = computed.grade
  if (question !== null) return [{ about: 'grade', stated: null, computed: rule, sentence: question }]
  if (decided === null || rule === null || decided.grade === rule || decided.reason) return []
  const sentence = `等级不一致：认定为${gradeLabels[decided.grade]}，按伤亡和损失数字为${gradeLabels[rule]}，请改正或写明认定理由。`
  return [{ about: 'grade', stated: decided.grade, computed: rule, sentence }]
}
