/** 原因 (条例第三十条第四项): causes, what was ruled out, problems of those involved, and the nature of the accident. */
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { Section } from '../../../ui/Section.tsx'
import { cut, unitName } from '../words.ts'
import { FindingList } from './FindingList.tsx'

type Kind = Row<'cause'>['kind']

const fields: readonly FieldSpec<'cause'>[] = [
  { kind: 'prose', name: 'description', label: '陈述：主体、行为、后果', rows: 3 },
  { kind: 'choice', name: 'kind', label: '类型' },
  { kind: 'ref', table: 'unit', name: 'unitId', label: '有关单位', span: 2 },
  { kind: 'text', name: 'code', label: '不安全状态、行为代码' },
]

const natureFields: readonly FieldSpec<'accident'>[] = [
  { kind: 'choice', name: 'nature', label: '性质' },
  { kind: 'text', name: 'natureText', label: '性质的表述', placeholder: '生产安全责任事故', span: 3 },
  {
    kind: 'prose',
    name: 'natureStatement',
    label: '定性句',
    rows: 2,
    placeholder: '因违规动火、隔爆设施缺失造成的较大生产安全责任事故',
    help: '写在“经调查认定，……是一起”之后，与导语中的结论一致。',
  },
]

type List = {
  readonly name: string
  readonly kinds: readonly Kind[]
  readonly title: string
  readonly what: string
  readonly law?: string
}

const lists: readonly List[] = [
  {
    name: 'direct',
    kinds: ['direct'],
    title: '直接原因',
    what: '直接导致事故发生的物的不安全状态和人的不安全行为。',
    law: '《生产安全事故报告和调查处理条例》第三十条第四项：事故发生的原因和事故性质。',
  },
  {
    name: 'excluded',
    kinds: ['excluded'],
    title: '其他因素排除',
    what: '经勘验、鉴定和询问排除的因素，如人为破坏、雷击、设备本体缺陷。',
  },
  {
    name: 'indirect',
    kinds: ['indirect', 'management', 'intermediate', 'event'],
    title: '间接原因和管理原因',
    what: '技术、教育、身体、管理上的原因；属地和部门监管的问题写在下面的“有关单位主要问题”。',
  },
]

export function CausesPage({ caseId, dossier, isLocked, openId }: StageProps) {
  return (
    <>
      {lists.map((list) => (
        <CauseList key={list.name} list={list} dossier={dossier} isLocked={isLocked} openId={openId} />
      ))}
      <FindingList dossier={dossier} isLocked={isLocked} openId={openId} />
      <Section title="事故性质">
        <RecordForm caseId={caseId} table="accident" row={dossier.accident} fields={natureFields} isLocked={isLocked} />
      </Section>
    </>
  )
}

function CauseList(props: {
  readonly list: List
  readonly dossier: Dossier
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { list, dossier, isLocked, openId } = props
  const isExcluded = list.name === 'excluded'
  const [kind = 'direct'] = list.kinds
  return (
    <RecordList
      caseId={dossier.caseFile.id}
      table="cause"
      listName={list.name}
      title={list.title}
      rows={dossier.rows.cause.filter((row) => list.kinds.includes(row.kind))}
      titleOf={(row) => cut(row.description, 80)}
      titleColumn={isExcluded ? '因素' : '原因'}
      columns={[
        ...(list.kinds.length > 1
          ? [{ title: '类型', width: 84, cell: (row: Row<'cause'>) => valueLabel('cause', 'kind', row.kind) }]
          : []),
        { title: '有关单位', width: 150, cell: (row) => unitName(dossier, row.unitId) ?? '—' },
        ...(isExcluded
          ? []
          : [
              { title: '对应问题', width: 84, cell: (row: Row<'cause'>) => linkCount(dossier, 'findingCause', row.id) },
              { title: '对应措施', width: 84, cell: (row: Row<'cause'>) => linkCount(dossier, 'measureCause', row.id) },
            ]),
      ]}
      fields={fields}
      presets={{ kind }}
      addLabel={`添加${isExcluded ? '排除的因素' : list.title.slice(0, 4)}`}
      empty={{ what: list.what, law: list.law }}
      isLocked={isLocked}
      openId={openId}
    />
  )
}

function linkCount({ rows }: Dossier, table: 'findingCause' | 'measureCause', causeId: string) {
  const count = rows[table].filter((link) => link.causeId === causeId).length
  if (count > 0) return `${count}条`
  return <Missing>{table === 'measureCause' ? '措施' : '问题'}</Missing>
}
