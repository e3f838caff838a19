/**
 * 责任与处理 (条例第三十条第五项): subject, duty, facts, clause, proposal. The list stands in the order of the sections of a report,
 * with the heads of each.
 */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { proposalOrder } from '../../../../shared/liability/labels.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { liabilityTitle } from '../../../ui/row-title.ts'
import { unitName } from '../words.ts'
import { HeadCounts } from './HeadCounts.tsx'
import { LiabilityExtra } from './LiabilityExtra.tsx'
import { categoryOf, isGroup } from './sections.ts'

type Liability = Row<'liability'>

const fields: readonly FieldSpec<'liability'>[] = [
  { kind: 'choice', name: 'subjectKind', label: '对象类型' },
  {
    kind: 'ref',
    table: 'person',
    name: 'personId',
    label: '人员',
    isShown: ({ subjectKind }) => subjectKind === 'person' || subjectKind === undefined || subjectKind === null,
  },
  { kind: 'ref', table: 'unit', name: 'unitId', label: '单位（人员的，填所在单位）', span: 2 },
  {
    kind: 'number',
    name: 'headCount',
    label: '人数（单位数）',
    isShown: ({ subjectKind }) => subjectKind === 'person_group' || subjectKind === 'unit_group',
  },
  { kind: 'text', name: 'identityText', label: '身份、职务（事故发生时）', span: 2 },
  { kind: 'text', name: 'subjectText', label: '对象的原词' },
  { kind: 'choice', name: 'gradeOfLiability', label: '责任程度' },
  { kind: 'prose', name: 'duty', label: '职责', rows: 2 },
  { kind: 'prose', name: 'facts', label: '违法违规、失职事实', rows: 2 },
  { kind: 'prose', name: 'causalLink', label: '与事故发生的关系', rows: 1 },
]

export function LiabilityPage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { rows } = dossier
  const rank = (row: Liability) => {
    const category = categoryOf(dossier, row.id)
    return category === null ? proposalOrder.length : proposalOrder.indexOf(category)
  }
  const inOrder = [...rows.liability].sort(
    (a, b) => rank(a) - rank(b) || Number(isGroup(a)) - Number(isGroup(b)) || a.sortKey.localeCompare(b.sortKey),
  )
  return (
    <>
      <HeadCounts dossier={dossier} />
      <div className="stack title-subject">
        <RecordList
          caseId={caseId}
          table="liability"
          title="责任人员和单位"
          note={rows.liability.length > 0 ? '按报告中处理建议的次序' : undefined}
          rows={inOrder}
          titleOf={(row) => liabilityTitle(dossier, row.id)}
          titleColumn="对象"
          columns={[
            {
              title: '身份、职务',
              width: 190,
              cell: (row) => <span className="clamp2">{row.identityText ?? unitName(dossier, row.unitId) ?? '—'}</span>,
            },
            {
              title: '事实',
              cell: (row) => (row.facts ? <span className="clamp2">{row.facts}</span> : <Missing>事实</Missing>),
            },
            { title: '违反', width: 84, cell: (row) => breachCell(dossier, row.id) },
            { title: '处理建议', width: 180, cell: (row) => proposalCell(dossier, row.id) },
            { title: '处理机关', width: 150, cell: (row) => decidingCell(dossier, row.id) },
          ]}
          fields={fields}
          extra={(row) => <LiabilityExtra dossier={dossier} row={row} isLocked={isLocked} />}
          addLabel="添加责任对象"
          empty={{
            what: '每名责任人员、每个责任单位一条：职责、事实、违反的条款，再写处理建议、依据和处理机关。',
            law: '《生产安全事故报告和调查处理条例》第三十条第五项：事故责任的认定以及对事故责任者的处理建议。',
          }}
          isLocked={isLocked}
          openId={openId}
        />
      </div>
    </>
  )
}

function breachCell({ rows }: Dossier, id: string) {
  const count = rows.citation.filter((row) => row.aboutTable === 'liability' && row.aboutId === id).length
  return count > 0 ? `${count}条` : <Missing>条款</Missing>
}

function proposalCell(dossier: Dossier, id: string) {
  const category = categoryOf(dossier, id)
  return category === null ? <Missing>处理建议</Missing> : valueLabel('proposal', 'category', category)
}

function decidingCell({ rows }: Dossier, id: string) {
  const own = rows.proposal.filter((row) => row.liabilityId === id)
  if (own.length === 0) return '—'
  const bodies = [...new Set(own.flatMap((row) => row.decidingBody ?? []))]
  if (bodies.length > 0) return bodies.join('、')
  return own.every((row) => row.category === 'exempt') ? '—' : <Missing>处理机关</Missing>
}
