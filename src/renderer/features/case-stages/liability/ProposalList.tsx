import { exactWan } from '../../../../shared/case/grade-words.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { fineProblem } from '../../../../shared/liability/fine-bracket.ts'
import { categoryOptions, categoryProblem, hasMultiple } from '../../../../shared/liability/subject-categories.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { Values } from '../../../save/drafts.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { TextEntry } from '../../../ui/fields/TextEntry.tsx'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { OwnField, useRowForm } from '../OwnField.tsx'

type Shown = { readonly category?: unknown }

const isPenalty = ({ category }: Shown): boolean => category === 'penalty_unit' || category === 'penalty_person'
const isPersonPenalty = ({ category }: Shown): boolean => category === 'penalty_person'

/** Where the amount that is typed lies outside the bracket of the law. */
function fineHint(dossier: Dossier, values: Values): string | null {
  const row = dossier.rows.proposal.find(({ id }) => id === values.id)
  const sum = (value: unknown) => (typeof value === 'number' ? value : null)
  return row === undefined
    ? null
    : fineProblem(dossier, { ...row, fineFen: sum(values.fineFen), fineBaseFen: sum(values.fineBaseFen) })
}

const restFor = (dossier: Dossier): readonly FieldSpec<'proposal'>[] => [
  { kind: 'text', name: 'kindText', label: '种类的原词', placeholder: '党内警告、罚款' },
  { kind: 'text', name: 'decidingBody', label: '处理机关' },
  { kind: 'prose', name: 'description', label: '建议', rows: 2, placeholder: '建议由……给予……' },
  {
    kind: 'money',
    name: 'fineFen',
    label: '拟罚款',
    span: 2,
    isShown: isPenalty,
    hint: (values) => fineHint(dossier, values),
  },
  { kind: 'money', name: 'fineBaseFen', label: '上一年年收入', isShown: isPersonPenalty },
  { kind: 'choice', name: 'fineBaseSource', label: '年收入的认定', span: 2, isShown: isPersonPenalty },
  { kind: 'list', name: 'fineActsList', label: '从重、从轻情形', span: 4, rows: 1, isShown: isPenalty },
]

/** Only the kinds that fit the subject are offered; one that was chosen before and does not fit is pointed out. */
function fieldsFor(
  dossier: Dossier,
  kind: Row<'liability'>['subjectKind'],
  proposals: readonly Row<'proposal'>[],
): readonly FieldSpec<'proposal'>[] {
  const options = categoryOptions(
    kind,
    proposals.map(({ category }) => category),
  )
  const hint = ({ category }: Shown) => {
    const proposal = proposals.find((row) => row.category === category)
    return proposal === undefined ? null : categoryProblem(proposal.category, kind)
  }
  return [{ kind: 'choice', name: 'category', label: '处理类别', span: 2, options, hint }, ...restFor(dossier)]
}

/** 处理建议: one or more for a subject. */
export function ProposalList(props: {
  readonly dossier: Dossier
  readonly liability: Row<'liability'>
  readonly isLocked: boolean
}) {
  const { dossier, liability, isLocked } = props
  const rows = dossier.rows.proposal.filter((row) => row.liabilityId === liability.id)
  return (
    <RecordList
      caseId={liability.caseId}
      table="proposal"
      listName={liability.id}
      title="处理建议"
      rows={rows}
      titleOf={(row) => valueLabel('proposal', 'category', row.category)}
      titleColumn="类别"
      columns={[
        { title: '建议', width: 400, cell: (row) => row.description ?? <Missing>建议</Missing> },
        { title: '处理机关', width: 150, cell: (row) => row.decidingBody ?? '—' },
        {
          title: '罚款（万元）',
          width: 96,
          isRight: true,
          cell: (row) => (row.fineFen === null ? '—' : exactWan(row.fineFen)),
        },
      ]}
      fields={fieldsFor(dossier, liability.subjectKind, rows)}
      presets={{ liabilityId: liability.id }}
      extra={(row) =>
        hasMultiple(row.category, liability.subjectKind) ? (
          <FineMultiple row={row} fields={restFor(dossier)} isLocked={isLocked} />
        ) : null
      }
      addLabel="添加处理建议"
      empty={{ what: '给予什么处理、由哪个机关处理；罚款写明金额和基数。' }}
      isLocked={isLocked}
    />
  )
}

/** 3.5 倍 ↔ 3500‰. */
function parseMultiple(text: string): number | undefined {
  const match = /^(\d)(?:\.(\d{1,3}))?倍?$/.exec(text.normalize('NFKC').trim())
  return match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : undefined
}

function FineMultiple(props: {
  readonly row: Row<'proposal'>
  readonly fields: readonly FieldSpec<'proposal'>[]
  readonly isLocked: boolean
}) {
  const { row, fields, isLocked } = props
  const form = useRowForm('proposal', row, fields)
  return (
    <div className="grid4">
      <OwnField
        form={form}
        name="fineMultiplePermille"
        label="罚款的倍数"
        span={2}
        help="情节特别严重、影响特别恶劣的，可处2倍以上5倍以下罚款（《安全生产法》第一百一十四条第二款）；没有的不填。"
        isLocked={isLocked}
      >
        {(field) => (
          <TextEntry
            field={field}
            format={(value) => (typeof value === 'number' ? String(value / 1000) : '')}
            parse={parseMultiple}
            problem="请填写2至5之间的倍数，例如 2 或 3.5。"
            suffix={<span className="dim">倍</span>}
            isRight
          />
        )}
      </OwnField>
    </div>
  )
}
