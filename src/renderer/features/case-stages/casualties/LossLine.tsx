import { Button, Select } from 'antd'
import { useState } from 'react'
import { exactWan } from '../../../../shared/case/grade-words.ts'
import type { Row } from '../../../../shared/case/tables.ts'
import { fenFromWan, wanProblem } from '../../../../shared/money.ts'
import type { LossItemType } from '../../../../shared/statutes/loss-items.ts'
import { labelsOf } from '../../../../shared/text.ts'
import { discard } from '../../../save/drafts.ts'
import { inTurn } from '../../../save/queue.ts'
import { write } from '../../../save/row-saver.ts'
import { FieldGrid } from '../../../ui/fields/FieldGrid.tsx'
import type { FieldProps, FieldSpec } from '../../../ui/fields/spec.ts'
import { TextEntry } from '../../../ui/fields/TextEntry.tsx'
import { Hint } from '../../../ui/marks.tsx'
import { FormError, useRecord } from '../../../ui/RecordForm.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { FlagField } from '../OwnField.tsx'

const fields: readonly FieldSpec<'lossItem'>[] = [
  { kind: 'choice', name: 'payer', label: '支付方', span: 2 },
  { kind: 'prose', span: 4, name: 'basis', label: '计算过程和依据', rows: 1 },
]

const methods = Object.entries(labelsOf('lossItem', 'method') ?? {}).map(([value, label]) => ({ value, label }))

/** One item: amount and method in the line, the rest under it when asked for. A line without an amount is no row yet. */
export function LossLine(props: {
  readonly assessment: Row<'lossAssessment'>
  readonly code: string
  readonly type: LossItemType | null
  readonly item: Row<'lossItem'> | undefined
  /** the only item of its group stands for the group */
  readonly groupCode: string | null
  readonly isLocked: boolean
}) {
  const { assessment, code, type, item, groupCode, isLocked } = props
  const { caseId } = assessment
  const [isOpen, setOpen] = useState(false)
  const message = useToast()
  const newKey = `${caseId}/lossItem/new-${assessment.id}-${code}`
  const form = useRecord({
    caseId,
    table: 'lossItem',
    row: item,
    id: item?.id ?? null,
    draftKey: item ? `${caseId}/lossItem/${item.id}` : newKey,
    presets: {
      lossAssessmentId: assessment.id,
      itemCode: code,
      isDirect: type?.isDirect ?? true,
      method: 'settled',
      payer: 'enterprise',
    },
    fields: [{ kind: 'money', name: 'amountFen', label: '金额' }, ...fields],
  })
  const name = type?.name ?? code
  const problem = form.problemOf('amountFen')
  const id = `loss-${item?.id ?? `${assessment.id}-${code}`}`
  const amount: FieldProps = {
    id,
    value: form.values.amountFen,
    text: form.textOf('amountFen'),
    placeholder: undefined,
    describedBy: problem === undefined ? undefined : `${id}-note`,
    isInvalid: problem !== undefined,
    isLocked,
    onChange: (value) => {
      // nothing typed is no row: the line waits for its first amount
      if (item === undefined && value === null) form.discard()
      else form.change('amountFen', { amountFen: value })
    },
    onText: (text, sentence) => form.keepText('amountFen', text, sentence),
  }
  const archive = async () => {
    if (item === undefined) return
    form.discard()
    const result = await inTurn(caseId, () => write('lossItem.archive', { caseId, id: item.id }))
    if (!result.ok) return message.error(result.error.message, 8)
    discard(newKey)
    setOpen(false)
    message.success(`已移走“${name}”，可按 Ctrl+Z 撤销。`, 4)
  }
  return (
    <>
      <tr className={groupCode ? 'ledgergroup' : ''} {...form.area}>
        <td className="num dim">{groupCode ?? (type ? '' : code)}</td>
        <th scope="row" title={type?.hint ?? undefined}>
          <label htmlFor={id}>{name}</label>
        </th>
        <td className="r">
          <TextEntry
            field={amount}
            format={(value) => (typeof value === 'number' ? exactWan(value) : '')}
            parse={(text) => fenFromWan(text) ?? undefined}
            problem={wanProblem}
            isRight
          />
          {problem !== undefined ? (
            <Hint id={`${id}-note`} isError>
              {problem}
            </Hint>
          ) : null}
        </td>
        <td>
          {item ? (
            <Select
              size="small"
              aria-label={`${name}的口径`}
              disabled={isLocked}
              value={form.values.method}
              options={methods}
              onChange={(method) => form.change('method', { method })}
            />
          ) : null}
        </td>
        <td>
          {item ? (
            <button
              type="button"
              className="linkbtn"
              aria-expanded={isOpen}
              aria-label={`${name}的依据`}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? '收起' : item.basis ? '查看' : '填写'}
            </button>
          ) : null}
        </td>
      </tr>
      {item && isOpen ? (
        <tr className="ledgermore">
          <td colSpan={5}>
            <FormError form={form} />
            <FieldGrid table="lossItem" caseId={caseId} form={form} fields={fields} isLocked={isLocked} />
            <div className="acts">
              <FlagField form={form} name="isDirect" label="计入直接经济损失" isLocked={isLocked} />
              <Button size="small" type="text" disabled={isLocked} onClick={() => void archive()}>
                移走这一项
              </Button>
            </div>
          </td>
        </tr>
      ) : null}
    </>
  )
}
