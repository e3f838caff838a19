/** 调查组 (条例第十九条至第二十七条): who investigates on whose authority, and what moves the time allowed. */
import { currentTeam } from '../../../../shared/case/stage.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { cut } from '../words.ts'
import { MemberList } from './MemberList.tsx'
import { ProcedureLists } from './ProcedureLists.tsx'

const fields: readonly FieldSpec<'team'>[] = [
  { kind: 'choice', name: 'purpose', label: '用途' },
  { kind: 'text', name: 'name', label: '名称', span: 3 },
  { kind: 'text', name: 'authorisedBy', label: '批准、授权或者委托机关', span: 2 },
  { kind: 'choice', name: 'authority', label: '组织方式' },
  { kind: 'choice', name: 'level', label: '级别' },
  { kind: 'day', name: 'formedOn', label: '成立日期' },
  { kind: 'day', name: 'inspectableOn', label: '具备勘察条件的日期', help: '有的填写，期限自该日起算' },
  { kind: 'text', name: 'leadBody', label: '牵头单位', span: 2 },
  { kind: 'yesNo', name: 'hasExperts', label: '是否聘请专家' },
  { kind: 'number', name: 'expertCount', label: '专家人数', unit: '人' },
  { kind: 'list', name: 'subgroupsList', label: '内设小组', rows: 2 },
  { kind: 'list', name: 'methodsList', label: '调查方法', rows: 2 },
  { kind: 'list', name: 'principlesList', label: '工作原则', rows: 2 },
]

export function TeamPage({ caseId, dossier, isLocked, openId }: StageProps) {
  const teams = dossier.rows.team
  const current = currentTeam(dossier)
  return (
    <>
      <RecordList
        caseId={caseId}
        table="team"
        title="调查组"
        note={teams.length > 0 ? '以最后成立的为准' : undefined}
        rows={teams}
        titleOf={(row) => cut(teamName(row), 50)}
        titleColumn="名称"
        columns={[
          { title: '用途', width: 72, cell: (row) => valueLabel('team', 'purpose', row.purpose) },
          { title: '批准、授权机关', width: 170, cell: (row) => row.authorisedBy ?? <Missing>批准机关</Missing> },
          { title: '牵头单位', width: 170, cell: (row) => row.leadBody ?? '—' },
          {
            title: '成立日期',
            width: 100,
            cell: (row) => <span className="num">{row.formedOn ?? <Missing>日期</Missing>}</span>,
          },
          { title: '成员', width: 56, isRight: true, cell: (row) => `${membersOf(dossier, row).length}` },
        ]}
        fields={fields}
        presets={{ purpose: 'investigation' }}
        empty={{
          what: '负责调查的人民政府直接组织，或者授权、委托有关部门组织的事故调查组。',
          law: '《生产安全事故报告和调查处理条例》第十九条、第二十二条：由有关人民政府、安全生产监督管理部门等派人组成。',
        }}
        isLocked={isLocked}
        openId={openId}
      />
      {[...teams]
        .sort((a, b) => Number(b === current) - Number(a === current))
        .map((team) => (
          <MemberList
            key={team.id}
            dossier={dossier}
            team={team}
            title={teams.length === 1 ? '成员' : `成员：${cut(teamName(team), 30)}`}
            isLocked={isLocked}
            openId={openId}
          />
        ))}
      <ProcedureLists dossier={dossier} isLocked={isLocked} openId={openId} />
    </>
  )
}

const teamName = (team: Row<'team'>): string => team.name ?? valueLabel('team', 'purpose', team.purpose)

const membersOf = ({ rows }: Dossier, team: Row<'team'>) => rows.teamMember.filter((row) => row.teamId === team.id)
