/** Fields that the common kinds do not cover, on the same autosave as the form around them. */
import { Checkbox } from 'antd'
import { type ReactNode, useId } from 'react'
import type { CaseTable, Row } from '../../../shared/case/tables.ts'
import type { Autosave } from '../../save/use-autosave.ts'
import type { FieldProps, FieldSpec } from '../../ui/fields/spec.ts'
import { Hint } from '../../ui/marks.tsx'
import { useRecord } from '../../ui/RecordForm.tsx'

/** The form of a row that is shown above: same draft, so both save together. */
export function useRowForm<T extends CaseTable>(table: T, row: Row<T>, fields: readonly FieldSpec<T>[] = []): Autosave {
  const { caseId, id } = row
  return useRecord({ caseId, table, row, id, draftKey: `${caseId}/${table}/${id}`, fields })
}

/** Label, control and note of one column. */
export function OwnField(props: {
  readonly form: Autosave
  readonly name: string
  readonly label: string
  readonly span?: 1 | 2 | 3 | 4
  readonly help?: ReactNode
  readonly isLocked: boolean
  /** `table.column`, for links that lead here */
  readonly fact?: string
  readonly children: (field: FieldProps) => ReactNode
}) {
  const { form, name, label, span = 1, help, isLocked, fact, children } = props
  const id = useId()
  const problem = form.problemOf(name)
  const noteId = `${id}-note`
  const field: FieldProps = {
    id,
    value: form.values[name],
    text: form.textOf(name),
    placeholder: undefined,
    describedBy: problem !== undefined || help ? noteId : undefined,
    isInvalid: problem !== undefined,
    isLocked,
    onChange: (value) => form.change(name, { [name]: value }),
    onText: (text, sentence) => form.keepText(name, text, sentence),
  }
  return (
    <div className={`field span-${span}`} {...(fact ? { 'data-fact': fact } : {})} {...form.area}>
      <label htmlFor={id}>{label}</label>
      {children(field)}
      {problem !== undefined ? (
        <Hint id={noteId} isError>
          {problem}
        </Hint>
      ) : help ? (
        <p className="help" id={noteId}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** Yes or no without a third: a tick. `on` and `off` are what the column holds. */
export function FlagField(props: {
  readonly form: Autosave
  readonly name: string
  readonly label: string
  readonly isLocked: boolean
  readonly on?: unknown
  readonly off?: unknown
}) {
  const { form, name, label, isLocked, on = true, off = false } = props
  return (
    <div className="flagfield" {...form.area}>
      <Checkbox
        checked={form.values[name] === on}
        disabled={isLocked}
        onChange={({ target }) => form.change(name, { [name]: target.checked ? on : off })}
      >
        {label}
      </Checkbox>
    </div>
  )
}
