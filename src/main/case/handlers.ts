import { dayOf } from '../../shared/dates.ts'
import { AppError } from '../../shared/result.ts'
import { emptyValues } from '../../shared/rows.ts'
import { typeStandardOn } from '../../shared/statutes/accident-types.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { readCaseFile, readDossier } from '../db/dossier.ts'
import { searchRows } from '../db/search.ts'
import { caseHistory } from './history.ts'
import { reserveCaseNo, takeCaseNo } from './numbers.ts'
import { findCase, listCases } from './register.ts'
import { undoLast, undoState } from './undo.ts'

type CaseHandlers = Pick<
  Handlers,
  Exclude<
    Extract<keyof Handlers, `case.${string}` | 'accident.update' | 'finding.setCauses' | 'measure.setCauses'>,
    'case.import' | 'case.sample' | 'case.reporting' | 'case.infoReportText'
  >
>

export const caseHandlers: CaseHandlers = {
  'case.list': (context, input) => listCases(context, input),
  'case.dossier': async ({ statements }, { caseId }) => readDossier(statements, caseId),
  'case.find': async (context, { key }) => findCase(context, key),
  'case.history': async ({ statements }, input) => caseHistory(statements, input),
  'case.undoState': async (context, { caseId }) => undoState(context, caseId),
  'case.undo': (context, { caseId }) => undoLast(context, caseId, 'undo'),
  'case.redo': (context, { caseId }) => undoLast(context, caseId, 'redo'),

  'case.search': async ({ statements }, { words, caseId, limit }) => ({
    results: searchRows(statements, words, caseId ?? null, limit).map((hit) => {
      const { caseNo, name } = readCaseFile(statements, hit.caseId)
      return { ...hit, caseNo, caseName: name }
    }),
  }),

  'case.create': async (context, { values, accident }) => {
    const caseId = context.newId()
    const writer = context.write(caseId)
    const registeredOn = values.registeredOn ?? dayOf(context.now)
    const caseNo =
      values.caseNo === undefined ? takeCaseNo(context, registeredOn, values.purpose === 'reference') : values.caseNo
    if (values.caseNo !== undefined && values.caseNo !== null) reserveCaseNo(context, values.caseNo, null)
    const name = values.name?.trim()
    if (!name)
      throw new AppError('invalid-input', '事故名称不能为空；请填写名称。', { fields: { 'values.name': '不能为空' } })
    await writer.insertCase({
      nameSource: 'manual',
      purpose: 'live',
      regime: 'general',
      occurredPrecision: 'unknown',
      secrecy: 'internal',
      ...values,
      ...typeStandardFor(values),
      name,
      ownerBureauId: context.bureauId,
      registeredOn,
      caseNo,
    })
    await writer.insert('accident', 'accident', { ...blankAccident, ...accident })
    context.describe(`新建案卷“${name.slice(0, 60)}”`)
    return { caseId, caseNo }
  },

  'case.update': async (context, { caseId, rev, values }) => {
    if (values.name !== undefined && values.name.trim() === '')
      throw new AppError('invalid-input', '事故名称不能为空；请填写名称。', { fields: { 'values.name': '不能为空' } })
    if (values.caseNo !== undefined && values.caseNo !== null) reserveCaseNo(context, values.caseNo, caseId)
    const found = readCaseFile(context.statements, caseId)
    // a type that was chosen keeps its standard until a person changes it; the page points out that the day says otherwise
    const isFree = found.typeCode === null && values.typeStandard === undefined
    const standard = isFree ? { ...found, ...values, typeStandard: null } : { ...found, ...values }
    const patch = { ...values, ...typeStandardFor(standard) }
    const row = await context.write(caseId).updateCase(patch, rev)
    return { rev: row.rev }
  },

  'accident.update': async (context, { caseId, rev, values }) => {
    const row = await context.write(caseId).update('accident', 'accident', values, rev)
    return { rev: row.rev }
  },

  'case.archive': async (context, { caseId }) => {
    await context.write(caseId).updateCase({ isRemoved: true })
    return {}
  },
  'case.restore': async (context, { caseId }) => {
    await context.write(caseId).updateCase({ isRemoved: false })
    return {}
  },

  'case.setGrade': async (context, { caseId, grade, reason }) => {
    if (grade !== null && reason.trim() === '')
      throw new AppError('invalid-input', '改变计算得出的等级须写明理由。', { fields: { reason: '不能为空' } })
    await setGrade(context, caseId, grade, reason)
    return {}
  },

  'finding.setCauses': async (context, { caseId, id, causeIds }) => {
    await setLinks(context, 'findingCause', caseId, id, causeIds)
    return {}
  },
  'measure.setCauses': async (context, { caseId, id, causeIds }) => {
    await setLinks(context, 'measureCause', caseId, id, causeIds)
    return {}
  },
}

const blankAccident = {
  address: null,
  longitudeE7: null,
  latitudeE7: null,
  siteConditions: null,
  weather: null,
  activity: null,
  project: null,
  brief: null,
  industryBasis: null,
  typeBasis: null,
  secondaryTypeCode: null,
  nature: null,
  natureText: null,
  natureStatement: null,
  reportingSummary: null,
  rescueSummary: null,
  rescueAssessment: null,
  aftermath: null,
  leadersInstructions: null,
  preventionExtent: null,
}

/** The classification in force on the day of the accident: 1986 until 2026-06-30, 2025 from 2026-07-01. */
function typeStandardFor(values: {
  occurredFrom?: string | null
  typeStandard?: 'GB6441-1986' | 'GB6441-2025' | null
}) {
  if (!values.occurredFrom || values.typeStandard) return {}
  return { typeStandard: typeStandardOn(dayOf(values.occurredFrom)) }
}

/** Rows with a natural key take an id computed from it: two libraries make the same row. */
async function setGrade(context: CommandContext, caseId: string, grade: number | null, reason: string): Promise<void> {
  const writer = context.write(caseId)
  const id = 'grade'
  const found = context.statements.get('select 1 as one from determination where case_id = ? and id = ?', [caseId, id])
  const values = {
    ...emptyValues('determination'),
    question: 'grade',
    aboutTable: '',
    aboutId: '',
    value: grade === null ? null : String(grade),
    reason,
    decidedBy: context.actor.name,
    decidedOn: dayOf(context.now),
  }
  const whole = {
    ruleId: null,
    ruleVersion: null,
    computedValue: null,
    answerJson: null,
    rulesetSha256: null,
    settingIdsList: null,
    appVersion: context.program.appVersion,
    knownOn: dayOf(context.now),
    ...values,
  }
  if (found === undefined) await writer.insert('determination', id, whole)
  else await writer.update('determination', id, { ...whole, isRemoved: grade === null })
}

async function setLinks(
  context: CommandContext,
  table: 'findingCause' | 'measureCause',
  caseId: string,
  id: string,
  causeIds: readonly string[],
): Promise<void> {
  const writer = context.write(caseId)
  const linksOf = (isRemoved: number) =>
    context.statements
      .all(
        `select id, cause_id from ${table === 'findingCause' ? 'finding_cause' : 'measure_cause'}
         where case_id = ? and removed = ? and ${table === 'findingCause' ? 'finding_id' : 'measure_id'} = ?`,
        [caseId, isRemoved, id],
      )
      .map((row) => ({ id: String(row.id), causeId: String(row.cause_id) }))
  const live = linksOf(0)
  const gone = linksOf(1)
  for (const link of live)
    if (!causeIds.includes(link.causeId)) await writer.update(table, link.id, { isRemoved: true })
  for (const causeId of new Set(causeIds)) {
    if (live.some((link) => link.causeId === causeId)) continue
    const back = gone.find((link) => link.causeId === causeId)
    if (back) await writer.update(table, back.id, { isRemoved: false })
    else if (table === 'findingCause') await writer.insert(table, `${id}+${causeId}`, { findingId: id, causeId })
    else await writer.insert(table, `${id}+${causeId}`, { measureId: id, causeId })
  }
}
