/** 单位与人员: who was involved, as on the day of the accident (条例第三十条第一项). */

import { exactWan } from '../../../../shared/case/grade-words.ts'
import { hasProfile } from '../../../../shared/case/statutory-items.ts'
import type { Dossier } from '../../../../shared/case/tables.ts'
import { usccProblem } from '../../../../shared/party/uscc.ts'
import { industryProblem } from '../../../../shared/statutes/industries.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { textOf, unitName } from '../words.ts'

const unitFields: readonly FieldSpec<'unit'>[] = [
  { kind: 'choice', name: 'kind', label: '在事故中的角色' },
  { kind: 'text', name: 'name', label: '单位名称（全称）', span: 2 },
  { kind: 'text', name: 'shortName', label: '简称（以下简称）' },
  {
    kind: 'text',
    name: 'uscc',
    label: '统一社会信用代码',
    span: 2,
    hint: ({ uscc }) => (textOf(uscc) === '' ? null : usccProblem(textOf(uscc))),
  },
  { kind: 'text', name: 'legalRep', label: '法定代表人' },
  { kind: 'text', name: 'actualController', label: '实际控制人' },
  { kind: 'text', name: 'enterpriseType', label: '单位类型' },
  { kind: 'yesNo', name: 'isStateOwned', label: '国有' },
  { kind: 'text', name: 'establishedText', label: '成立日期', placeholder: '2006-06-16，或 2006-06' },
  { kind: 'text', name: 'registeredCapital', label: '注册资本', placeholder: '5000万元' },
  { kind: 'text', name: 'address', label: '住所', span: 2 },
  {
    kind: 'text',
    name: 'industryCode',
    label: '行业（GB/T 4754）',
    placeholder: '如 C3670',
    hint: ({ industryCode }) => (textOf(industryCode) === '' ? null : industryProblem(textOf(industryCode))),
  },
  { kind: 'number', name: 'staffCount', label: '职工人数', unit: '人' },
  { kind: 'prose', name: 'businessScope', label: '经营范围', rows: 2 },
  { kind: 'prose', name: 'licences', label: '证照、资质', rows: 2 },
  { kind: 'prose', name: 'safetyManagement', label: '安全管理情况', rows: 2 },
  { kind: 'prose', name: 'note', label: '其他情况', rows: 2 },
  { kind: 'text', name: 'roleText', label: '角色的原词', help: '报告中对该单位的称谓与角色名称不同时填写' },
  { kind: 'text', name: 'publicName', label: '公开版中的名称' },
]

const relationFields: readonly FieldSpec<'unitRelation'>[] = [
  { kind: 'ref', table: 'unit', name: 'fromUnitId', label: '甲方（发包、出租、委托）' },
  { kind: 'ref', table: 'unit', name: 'toUnitId', label: '乙方（承包、承租、受托）' },
  {
    kind: 'text',
    name: 'kindText',
    label: '关系',
    suggestions: ['发包', '分包', '劳务分包', '转包', '监理', '设计', '委托安全评价', '出租', '控股'],
  },
  { kind: 'money', name: 'amountFen', label: '合同金额' },
  { kind: 'day', name: 'signedOn', label: '签订日期' },
  { kind: 'text', name: 'contract', label: '合同名称', span: 3 },
  { kind: 'prose', name: 'note', label: '约定和履行情况', rows: 2 },
]

const personFields: readonly FieldSpec<'person'>[] = [
  { kind: 'text', name: 'name', label: '姓名' },
  { kind: 'text', name: 'sex', label: '性别', suggestions: ['男', '女'] },
  { kind: 'number', name: 'age', label: '年龄', unit: '岁' },
  { kind: 'yesNo', name: 'isOfficial', label: '公职人员' },
  { kind: 'ref', table: 'unit', name: 'unitId', label: '单位', span: 2 },
  { kind: 'text', name: 'position', label: '职务、工种（事故发生时）', span: 2 },
  {
    kind: 'text',
    name: 'employment',
    label: '用工形式',
    suggestions: ['劳动合同', '劳务派遣', '临时用工', '承包人雇用'],
  },
  { kind: 'text', name: 'yearsInPost', label: '工龄' },
  { kind: 'text', name: 'certificates', label: '持证情况', span: 2 },
  { kind: 'text', name: 'idNumber', label: '证件号码', help: '只在内部版使用' },
  { kind: 'text', name: 'phone', label: '电话' },
  { kind: 'text', name: 'homeAddress', label: '住址' },
  { kind: 'text', name: 'publicName', label: '公开版中的姓名', placeholder: '王某某' },
  { kind: 'prose', name: 'note', label: '其他情况', rows: 1 },
]

export function PartiesPage({ caseId, dossier, isLocked, openId }: StageProps) {
  const { rows } = dossier
  const common = { caseId, isLocked, openId }
  return (
    <>
      <RecordList
        {...common}
        table="unit"
        title="有关单位"
        rows={rows.unit}
        titleOf={(unit) => unit.name}
        titleColumn="单位名称"
        columns={[
          { title: '角色', width: 160, cell: (unit) => unit.roleText ?? valueLabel('unit', 'kind', unit.kind) },
          { title: '统一社会信用代码', width: 176, cell: (unit) => <span className="num">{unit.uscc ?? '—'}</span> },
          { title: '法定代表人', width: 96, cell: (unit) => unit.legalRep ?? '—' },
          { title: '职工人数', width: 76, isRight: true, cell: (unit) => unit.staffCount ?? '—' },
          {
            title: '概况',
            width: 88,
            cell: (unit) =>
              hasProfile(unit) ? '已填写' : unit.kind === 'accident_unit' ? <Missing>概况</Missing> : '—',
          },
        ]}
        fields={unitFields}
        addLabel="添加单位"
        empty={{
          what: '这里登记事故发生单位、建设、承包、分包、监理和中介机构，以及监管部门、属地党委政府。',
          law: '《生产安全事故报告和调查处理条例》第三十条第一项：调查报告应当包括事故发生单位概况。',
        }}
      />
      <RecordList
        {...common}
        table="unitRelation"
        title="单位之间的关系"
        rows={rows.unitRelation}
        titleOf={(row) => relationTitle(dossier, row.fromUnitId, row.toUnitId)}
        titleColumn="甲方 → 乙方"
        columns={[
          { title: '关系', width: 110, cell: (row) => row.kindText },
          { title: '合同', width: 280, cell: (row) => row.contract ?? '—' },
          { title: '签订日期', width: 96, cell: (row) => <span className="num">{row.signedOn ?? '—'}</span> },
          {
            title: '金额（万元）',
            width: 104,
            isRight: true,
            cell: (row) => (row.amountFen === null ? '—' : exactWan(row.amountFen)),
          },
        ]}
        fields={relationFields}
        addLabel="添加关系"
        empty={{ what: '发包、分包、监理、出租、委托等合同关系，写明合同、日期和金额。' }}
      />
      <div className="stack title-name">
        <RecordList
          {...common}
          table="person"
          title="有关人员"
          rows={rows.person}
          titleOf={(person) => person.name ?? '（姓名未见）'}
          titleColumn="姓名"
          columns={[
            { title: '性别', width: 48, cell: (person) => person.sex ?? '—' },
            { title: '年龄', width: 52, isRight: true, cell: (person) => person.age ?? '—' },
            { title: '单位', width: 240, cell: (person) => unitName(dossier, person.unitId) ?? '—' },
            { title: '职务、工种（事故发生时）', cell: (person) => person.position ?? '—' },
            { title: '公开版中的姓名', width: 130, cell: (person) => person.publicName ?? '—' },
          ]}
          fields={personFields}
          addLabel="添加人员"
          empty={{ what: '伤亡人员、责任人员和其他有关人员，每人一条；职务按事故发生时填写。' }}
        />
      </div>
    </>
  )
}

const relationTitle = (dossier: Dossier, from: string, to: string | null): string =>
  `${unitName(dossier, from) ?? '（单位未填）'} → ${unitName(dossier, to) ?? '（单位未填）'}`
