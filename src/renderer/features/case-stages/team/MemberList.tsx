import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { isSent, teamMemberRefusal } from '../../../../shared/team/refusal.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { textOf } from '../words.ts'

const isInvited = ({ role }: { readonly role?: unknown }): boolean => role === 'invited' || role === 'parallel'

function fieldsOf({ rows }: Dossier, team: Row<'team'>): readonly FieldSpec<'teamMember'>[] {
  return [
    { kind: 'choice', name: 'role', label: '身份' },
    {
      kind: 'text',
      name: 'body',
      label: '派员单位',
      span: 2,
      // main refuses the same; here it is said while typing
      hint: ({ body, name }) =>
        teamMemberRefusal({ body: textOf(body) || null, name: textOf(name) || null }, rows.unit, team.authority),
    },
    { kind: 'text', name: 'name', label: '姓名' },
    { kind: 'text', name: 'position', label: '职务' },
    { kind: 'text', name: 'phone', label: '电话' },
    { kind: 'text', name: 'subgroup', label: '所在小组', suggestions: team.subgroupsList ?? [] },
    { kind: 'text', name: 'specialty', label: '专业' },
    { kind: 'day', name: 'declaredOn', label: '无利害关系声明日期' },
    { kind: 'choice', name: 'recusal', label: '回避' },
    { kind: 'text', name: 'recusalReason', label: '回避理由', span: 2, isShown: ({ recusal }) => Boolean(recusal) },
    { kind: 'day', name: 'repliedOn', label: '答复日期', isShown: isInvited },
    { kind: 'day', name: 'signedOn', label: '签名日期' },
    { kind: 'choice', name: 'signatureOpinion', label: '签名意见' },
    {
      kind: 'text',
      name: 'reservation',
      label: '保留的意见',
      span: 4,
      isShown: ({ signatureOpinion }) => signatureOpinion === 'reserve',
    },
  ]
}

/** Members of one team. Nobody with a direct interest in the accident may be one (第二十三条). */
export function MemberList(props: {
  readonly dossier: Dossier
  readonly team: Row<'team'>
  readonly title: string
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { dossier, team, title, isLocked, openId } = props
  const rows = dossier.rows.teamMember.filter((row) => row.teamId === team.id)
  return (
    <div className="stack title-name">
      <RecordList
        caseId={team.caseId}
        table="teamMember"
        listName={team.id}
        title={title}
        rows={rows}
        titleOf={(row) => row.name ?? row.body ?? '（姓名未填）'}
        titleColumn="姓名"
        columns={[
          { title: '身份', width: 76, cell: (row) => valueLabel('teamMember', 'role', row.role) },
          { title: '派员单位', cell: (row) => row.body ?? (isSent(row.role) ? <Missing>派员单位</Missing> : '—') },
          { title: '职务', width: 180, cell: (row) => row.position ?? row.specialty ?? '—' },
          { title: '小组', width: 84, cell: (row) => row.subgroup ?? '—' },
          { title: '声明', width: 96, cell: (row) => <span className="num">{row.declaredOn ?? '—'}</span> },
          { title: '签名', width: 110, cell: signature },
        ]}
        fields={fieldsOf(dossier, team)}
        presets={{ teamId: team.id, role: 'member' }}
        // 由……派人组成: whether somebody may be a member is decided by the body; a row without it would wait half filled
        needs={({ role }) => (isSent(role) ? ['body'] : ['name'])}
        addLabel="添加成员"
        empty={{
          what: '组长、副组长、成员、邀请的人民检察院和聘请的专家；单位先定、人未定的，可只填派员单位。',
          law: '《生产安全事故报告和调查处理条例》第二十三条：调查组成员与所调查的事故没有直接利害关系。',
        }}
        isLocked={isLocked}
        openId={openId}
      />
    </div>
  )
}

function signature(row: Row<'teamMember'>) {
  if (row.signatureOpinion === 'reserve') return '保留意见'
  return <span className="num">{row.signedOn ?? '—'}</span>
}
