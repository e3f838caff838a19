/** The pages of a case in the legal order of work, and how far each one is. */
import { unitKindLabels } from '../party/labels.ts'
import { normalizeUscc, usccProblem } from '../party/uscc.ts'
import { isSent, teamMemberRefusal } from '../team/refusal.ts'
import { figureConflicts } from './figure-conflicts.ts'
import { clauses, type Gap, reportItemClause, type StageKey } from './gap.ts'
import { isFilled, statutoryGaps } from './statutory-items.ts'
import type { CaseTable, Dossier, Row } from './tables.ts'

export type Stage = { readonly key: StageKey; readonly label: string; readonly clause: string }

export const stages: readonly Stage[] = [
  { key: 'overview', label: '概况', clause: clauses.content },
  { key: 'notice', label: '信息报告', clause: clauses.notice },
  { key: 'response', label: '应急处置', clause: clauses.emergency },
  { key: 'parties', label: '单位与人员', clause: reportItemClause(1) },
  { key: 'casualties', label: '伤亡与损失', clause: reportItemClause(3) },
  { key: 'evidence', label: '附件', clause: clauses.report },
  { key: 'timeline', label: '经过', clause: reportItemClause(2) },
  { key: 'team', label: '调查组', clause: clauses.team },
  { key: 'causes', label: '原因', clause: reportItemClause(4) },
  { key: 'liability', label: '责任与处理', clause: reportItemClause(5) },
  { key: 'measures', label: '整改措施', clause: reportItemClause(6) },
  { key: 'report', label: '调查报告', clause: clauses.deadline },
  { key: 'approval', label: '批复与公布', clause: clauses.approval },
  { key: 'records', label: '记录', clause: clauses.archive },
]

export type StageState = Stage & {
  /** attention: something contradicts or is refused; it goes before the rest */
  readonly state: 'none' | 'begun' | 'complete' | 'attention'
  readonly missing: readonly Gap[]
  readonly attentions: readonly string[]
  /** 未填写 · 缺2项：死亡人数、直接经济损失 · 齐全 · 有1处需要处理 */
  readonly words: string
}

/** The state of every stage, in their order. 记录 has nothing to fill in and is never incomplete. */
export function stageStates(dossier: Dossier): readonly StageState[] {
  const gaps = [...statutoryGaps(dossier), ...orderlyGaps(dossier)]
  return stages.map((stage) => {
    const missing = gaps.filter((gap) => gap.stage === stage.key)
    const attentions = attentionsOf(stage.key, dossier)
    const isBegun = hasContent(stage.key, dossier)
    const state =
      attentions.length > 0 ? 'attention' : !isBegun ? 'none' : missing.length > 0 ? 'begun' : ('complete' as const)
    return {
      ...stage,
      state,
      missing,
      attentions,
      words: stage.key === 'records' ? '' : wordsOf(state, missing, attentions),
    }
  })
}

/** The investigation team that holds: the one formed last (an earlier one may have handed over). */
export function currentTeam(dossier: Pick<Dossier, 'rows'>): Row<'team'> | null {
  return dossier.rows.team
    .filter((team) => team.purpose === 'investigation')
    .reduce<Row<'team'> | null>(
      (best, team) => (best === null || (team.formedOn ?? '') >= (best.formedOn ?? '') ? team : best),
      null,
    )
}

/** Members that the law refuses, with the sentence that says why. */
export function refusedMembers(
  dossier: Pick<Dossier, 'rows'>,
): readonly { readonly memberId: string; readonly sentence: string }[] {
  return dossier.rows.teamMember.flatMap((member) => {
    const team = dossier.rows.team.find((row) => row.id === member.teamId)
    const sentence = teamMemberRefusal(member, dossier.rows.unit, team?.authority ?? null)
    return sentence === null ? [] : [{ memberId: member.id, sentence }]
  })
}

function orderlyGaps(dossier: Dossier): Gap[] {
  const { caseFile, accident, rows } = dossier
  const team = currentTeam(dossier)
  const members = rows.teamMember.filter((member) => member.teamId === team?.id)
  const hasReporting = rows.infoReport.length > 0 || isFilled(accident.reportingSummary)
  const isFinal = rows.document.some((row) => row.kind === 'investigation_report' && row.status === 'final')
  const hasPlace = isFilled(accident.address)
  const isHarmed = (caseFile.deaths ?? 0) + (caseFile.seriousInjuries ?? 0) > 0
  const list: (Gap | null)[] = [
    isFilled(caseFile.caseNo) ? null : gap('案号', 'overview', 'caseFile', 'caseNo', null),
    hasPlace ? null : gap('事故地点', 'overview', 'accident', 'address', clauses.content),
    isFilled(caseFile.industryCode) ? null : gap('行业', 'overview', 'caseFile', 'industryCode', null),
    isFilled(caseFile.typeCode) ? null : gap('事故类别', 'overview', 'caseFile', 'typeCode', null),
    hasReporting ? null : gap('信息报告情况', 'notice', 'accident', 'reportingSummary', clauses.notice),
    ...serious(dossier),
    isHarmed && rows.casualty.length === 0 ? gap('伤亡人员名单', 'casualties', 'casualty', 'outcome', null) : null,
    rows.evidence.length > 0 ? null : gap('证据材料', 'evidence', 'evidence', 'title', clauses.report),
    team ? null : gap('调查组', 'team', 'team', 'name', clauses.team),
    ...(team ? teamGaps(team, members) : []),
    ...rows.measure
      .filter((measure) => measure.unitId === null && !isFilled(measure.responsibleText))
      .map((measure) => gap('责任单位', 'measures', 'measure', 'unitId', null, measure.id)),
    ...rows.measure
      .filter((measure) => measure.dueOn === null && !isFilled(measure.dueText))
      .map((measure) => gap('完成时限', 'measures', 'measure', 'dueOn', null, measure.id)),
    isFinal ? null : gap('定稿', 'report', 'document', 'status', null),
    ...statutoryGaps(dossier).map((missing) => ({ ...missing, stage: 'report' as const })),
  ]
  return list.filter((entry) => entry !== null)
}

/** 重伤 decides the grade with the deaths; unknown is not none. */
function serious({ caseFile }: Dossier): Gap[] {
  const isUnknown = caseFile.seriousInjuries === null && caseFile.unspecifiedInjuries === null
  return isUnknown ? [gap('重伤人数', 'casualties', 'casualtyCount', 'seriousInjuries', clauses.grade)] : []
}

function teamGaps(team: Row<'team'>, members: readonly Row<'teamMember'>[]): (Gap | null)[] {
  return [
    isFilled(team.authorisedBy)
      ? null
      : gap('批准或者授权机关', 'team', 'team', 'authorisedBy', clauses.authority, team.id),
    team.formedOn ? null : gap('成立日期', 'team', 'team', 'formedOn', null, team.id),
    members.length > 0 ? null : gap('调查组成员', 'team', 'teamMember', 'body', clauses.team),
    members.some((member) => member.role === 'leader')
      ? null
      : gap('组长', 'team', 'teamMember', 'role', clauses.leader),
    ...members
      .filter((member) => isSent(member.role) && !isFilled(member.body))
      .map((member) => gap('派员单位', 'team', 'teamMember', 'body', clauses.team, member.id)),
  ]
}

function attentionsOf(stage: StageKey, dossier: Dossier): readonly string[] {
  const { rows } = dossier
  if (stage === 'casualties') return figureConflicts(dossier).map((conflict) => conflict.sentence)
  if (stage === 'parties') {
    return rows.unit.flatMap((unit) => {
      const problem = unit.uscc === null || normalizeUscc(unit.uscc) === '' ? null : usccProblem(unit.uscc)
      const name = unit.shortName ?? unit.name
      return problem === null ? [] : [`${unitKindLabels[unit.kind] ?? ''}${name}：${problem}`]
    })
  }
  if (stage !== 'team') return []
  const refused = refusedMembers(dossier).map((member) => member.sentence)
  const team = currentTeam(dossier)
  const leaders = rows.teamMember.filter((member) => member.teamId === team?.id && member.role === 'leader')
  if (leaders.length <= 1) return refused
  return [...refused, `调查组有${leaders.length}名组长，组长只能是1人（${clauses.leader}），请改正。`]
}

function hasContent(stage: StageKey, { caseFile, accident, rows }: Dossier): boolean {
  const some = (...tables: readonly Exclude<CaseTable, 'accident'>[]) => tables.some((table) => rows[table].length > 0)
  switch (stage) {
    case 'overview':
      return (
        caseFile.occurredFrom !== null ||
        [accident.address, caseFile.province, caseFile.typeCode, caseFile.industryCode].some(isFilled)
      )
    case 'notice':
      return some('infoReport') || isFilled(accident.reportingSummary)
    case 'response':
      return [accident.rescueSummary, accident.rescueAssessment, accident.aftermath].some(isFilled)
    case 'parties':
      return some('unit', 'person')
    case 'casualties':
      return some('casualty', 'casualtyCount', 'lossAssessment', 'lossItem')
    case 'evidence':
      return some('evidence')
    case 'timeline':
      return some('timelineEvent') || isFilled(accident.brief)
    case 'team':
      return some('team', 'teamMember')
    case 'causes':
      return some('cause', 'finding') || [accident.nature, accident.natureText, accident.natureStatement].some(isFilled)
    case 'liability':
      return some('liability', 'proposal')
    case 'measures':
      return some('measure', 'lesson')
    case 'report':
      return rows.document.some((document) => document.kind === 'investigation_report')
    case 'approval':
      return some('approval', 'publication', 'assessment')
    case 'records':
      return true
  }
}

function wordsOf(state: StageState['state'], missing: readonly Gap[], attentions: readonly string[]): string {
  if (state === 'attention') return `有${attentions.length}处需要处理`
  if (state === 'none') return '未填写'
  if (missing.length === 0) return '齐全'
  const labels = [...new Set(missing.map((entry) => entry.label))]
  const named = labels.slice(0, 4).join('、')
  return `缺${missing.length}项：${named}${labels.length > 4 ? '等' : ''}`
}

function gap(
  label: string,
  stage: StageKey,
  table: CaseTable | 'caseFile',
  column: string,
  clause: string | null,
  rowId: string | null = null,
): Gap {
  return { label, stage, table, column, rowId, clause }
}
