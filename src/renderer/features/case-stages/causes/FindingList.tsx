import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { CauseLinks } from '../CauseLinks.tsx'
import { Citations } from '../Citations.tsx'
import { Nested } from '../Nested.tsx'
import { cut, personName, unitName } from '../words.ts'

const fields: readonly FieldSpec<'finding'>[] = [
  { kind: 'choice', name: 'category', label: '对象类别' },
  { kind: 'ref', table: 'unit', name: 'unitId', label: '单位', span: 2 },
  { kind: 'ref', table: 'person', name: 'personId', label: '人员' },
  { kind: 'prose', name: 'description', label: '问题：做了什么，没做什么', rows: 2 },
  { kind: 'text', name: 'targetText', label: '对象的原词', span: 2, help: '对象不在单位、人员名单中时填写' },
]

/** 有关单位主要问题: each tied to the causes it explains and to the clauses it breaches. */
export function FindingList(props: {
  readonly dossier: Dossier
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { dossier, isLocked, openId } = props
  const { rows } = dossier
  return (
    <RecordList
      caseId={dossier.caseFile.id}
      table="finding"
      title="有关单位主要问题"
      rows={rows.finding}
      titleOf={(row) => cut(row.description, 80)}
      titleColumn="问题"
      columns={[
        { title: '对象', width: 150, cell: (row) => targetOf(dossier, row) ?? <Missing>对象</Missing> },
        { title: '类别', width: 156, cell: (row) => valueLabel('finding', 'category', row.category) },
        { title: '说明的原因', width: 92, cell: (row) => countOrMissing(causes(dossier, row.id), '原因') },
        { title: '条款', width: 84, cell: (row) => countOrMissing(clauses(dossier, row.id), '条款') },
      ]}
      fields={fields}
      extra={(row) => (
        <div className="extra">
          <CauseLinks method="finding.setCauses" label="说明的原因" dossier={dossier} id={row.id} isLocked={isLocked} />
          <Nested>
            <Citations
              dossier={dossier}
              aboutTable="finding"
              aboutId={row.id}
              use="breach"
              title="违反的条款"
              what="违反的法律、法规、规章、标准条款和应当履行的职责依据。"
              isLocked={isLocked}
            />
          </Nested>
        </div>
      )}
      addLabel="添加问题"
      empty={{
        what: '事故发生单位、相关单位、中介机构、监管部门和属地党委政府存在的主要问题，每条对应它说明的原因和违反的条款。',
      }}
      isLocked={isLocked}
      openId={openId}
    />
  )
}

const targetOf = (dossier: Dossier, row: Row<'finding'>): string | null =>
  personName(dossier, row.personId) ?? unitName(dossier, row.unitId) ?? row.targetText

const causes = ({ rows }: Dossier, id: string): number => rows.findingCause.filter((row) => row.findingId === id).length

const clauses = ({ rows }: Dossier, id: string): number =>
  rows.citation.filter((row) => row.aboutTable === 'finding' && row.aboutId === id).length

const countOrMissing = (count: number, word: string) => (count > 0 ? `${count}条` : <Missing>{word}</Missing>)
