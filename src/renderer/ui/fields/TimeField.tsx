import { Input } from 'antd'
import { useState } from 'react'
import { precisionLabels } from '../../../shared/case/labels.ts'
import type { Precision, UncertainTime } from '../../../shared/dates.ts'
import { formatUncertain, parseChineseTime } from '../../../shared/time-entry.ts'
import type { Autosave } from '../../save/use-autosave.ts'
import type { FieldProps, FormTable, TimeColumns } from './spec.ts'

const isPrecision = (value: unknown): value is Precision =>
  typeof value === 'string' && Object.hasOwn(precisionLabels, value)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * 2026年7月12日15时33分许 in one line. It is read when the field is left; what was understood stands behind it. Words that are
 * not understood are kept as they are, with the precision 不明.
 */
export function TimeField<T extends FormTable>(props: {
  readonly field: FieldProps
  readonly columns: TimeColumns<T>
  readonly form: Autosave
}) {
  const { field, columns, form } = props
  const [typed, setTyped] = useState<string | null>(null)
  const precision = form.values[columns.precision]
  const time: UncertainTime = {
    from: textOrNull(form.values[columns.from]),
    to: textOrNull(form.values[columns.to]),
    precision: isPrecision(precision) ? precision : 'unknown',
    text: textOrNull(form.values[columns.text]),
  }
  const read = (text: string) => {
    const found = parseChineseTime(text, time.from === null ? null : time.from.slice(0, 10))
    form.change(columns.from, {
      [columns.from]: found.from,
      [columns.to]: found.to,
      [columns.precision]: found.precision,
      [columns.text]: found.text,
    })
  }
  const onBlur = () => {
    if (typed !== null && typed !== shown) read(typed)
    setTyped(null)
  }
  const shown = time.text ?? formatUncertain(time)
  const isUnread = shown !== '' && time.precision === 'unknown'
  return (
    <Input
      id={field.id}
      value={typed ?? shown}
      disabled={field.isLocked}
      placeholder={field.placeholder ?? '2026年8月4日15时26分许'}
      status={field.isInvalid ? 'error' : ''}
      aria-invalid={field.isInvalid}
      aria-describedby={field.describedBy}
      autoComplete="off"
      suffix={
        shown === '' ? undefined : (
          <span className="dim" title={isUnread ? '没有读出时间，原文照留' : formatUncertain(time)}>
            {isUnread ? '未读出时间' : precisionLabels[time.precision]}
          </span>
        )
      }
      onChange={(event) => setTyped(event.target.value)}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== null) read(typed)
      }}
    />
  )
}
