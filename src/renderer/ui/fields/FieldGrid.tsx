import { useId } from 'react'
import type { Autosave } from '../../save/use-autosave.ts'
import { Hint } from '../marks.tsx'
import {
  ChoiceField,
  DayField,
  InstantField,
  ListField,
  MoneyField,
  NumberField,
  ProseField,
  TextField,
  YesNoField,
} from './inputs.tsx'
import { optionsOf } from './options.ts'
import { RefField } from './RefField.tsx'
import type { FieldProps, FieldSpec, FormTable } from './spec.ts'
import { TimeField } from './TimeField.tsx'

/** A label, the control of its kind, and what there is to say about it. */
function Field<T extends FormTable>(props: {
  readonly spec: FieldSpec<T>
  readonly table: T
  readonly caseId: string
  readonly form: Autosave
  readonly isLocked: boolean
}) {
  const { spec, table, caseId, form, isLocked } = props
  const id = useId()
  const problem = form.problemOf(spec.name)
  const hint = problem ?? spec.hint?.(form.values) ?? null
  const noteId = `${id}-note`
  const hasNote = hint !== null || spec.help !== undefined
  const field: FieldProps = {
    id,
    value: form.values[spec.name],
    text: form.textOf(spec.name),
    placeholder: spec.placeholder,
    describedBy: hasNote ? noteId : undefined,
    isInvalid: problem !== undefined,
    isLocked,
    onChange: (value) => form.change(spec.name, { [spec.name]: value }),
    onText: (text, sentence) => form.keepText(spec.name, text, sentence),
  }
  return (
    <div
      className={`field span-${spec.span ?? (spec.kind === 'list' || spec.kind === 'prose' ? 2 : 1)}`}
      data-fact={`${table}.${spec.name}`}
    >
      <label htmlFor={id}>{spec.label}</label>
      <Control spec={spec} table={table} caseId={caseId} field={field} form={form} />
      {hint !== null ? (
        <Hint id={noteId} isError={problem !== undefined}>
          {hint}
        </Hint>
      ) : spec.help !== undefined ? (
        <p className="help" id={noteId}>
          {spec.help}
        </p>
      ) : null}
    </div>
  )
}

function Control<T extends FormTable>(props: {
  readonly spec: FieldSpec<T>
  readonly table: T
  readonly caseId: string
  readonly field: FieldProps
  readonly form: Autosave
}) {
  const { spec, table, caseId, field, form } = props
  switch (spec.kind) {
    case 'text':
      return <TextField field={field} suggestions={spec.suggestions ?? []} />
    case 'prose':
      return <ProseField field={field} rows={spec.rows ?? 3} />
    case 'number':
      return (
        <NumberField field={field} unit={spec.unit} refusal={(value) => spec.refusal?.(value, form.values) ?? null} />
      )
    case 'money':
      return <MoneyField field={field} />
    case 'day':
      return <DayField field={field} />
    case 'instant':
      return <InstantField field={field} />
    case 'time':
      return <TimeField field={field} columns={spec.columns} form={form} />
    case 'choice':
      return <ChoiceField field={field} options={optionsOf(table, spec)} />
    case 'yesNo':
      return <YesNoField field={field} />
    case 'ref':
      return <RefField field={field} caseId={caseId} table={spec.table} isAddable={spec.isAddable ?? true} />
    case 'list':
      return <ListField field={field} rows={spec.rows ?? 2} />
  }
}

/** The fields of one record in a grid of four columns (two where it is narrow); saves on blur and after a second of rest. */
export function FieldGrid<T extends FormTable>(props: {
  readonly table: T
  readonly caseId: string
  readonly form: Autosave
  readonly fields: readonly FieldSpec<T>[]
  readonly isLocked?: boolean
}) {
  const { table, caseId, form, fields, isLocked } = props
  return (
    <div className="grid4" {...form.area}>
      {fields
        .filter((spec) => spec.isShown?.(form.values) ?? true)
        .map((spec) => (
          <Field key={spec.name} spec={spec} table={table} caseId={caseId} form={form} isLocked={isLocked ?? false} />
        ))}
    </div>
  )
}
