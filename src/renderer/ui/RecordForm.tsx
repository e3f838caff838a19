/** The form of one record: autosave, fields, and what main had to say about it. */
import { Button } from 'antd'
import type { Values } from '../save/drafts.ts'
import { type Needs, newValues, rowSaver } from '../save/row-saver.ts'
import { type Autosave, useAutosave } from '../save/use-autosave.ts'
import { FieldGrid } from './fields/FieldGrid.tsx'
import type { FieldSpec, FormTable } from './fields/spec.ts'
import { Hint } from './marks.tsx'

const none: Values = {}

/** What keeps the whole record from being saved, with the ways out. */
export function FormError(props: {
  readonly form: Autosave
  /** with them a conflict says what the other person wrote */
  readonly fields?: readonly { readonly name: string; readonly label: string }[]
}) {
  const { form, fields = [] } = props
  const { error } = form
  if (!error) return null
  const isStale = error.code === 'stale'
  const theirs = fields.flatMap(({ name, label }) => {
    const text = form.theirText(name)
    return text === null ? [] : [`${label}“${text}”`]
  })
  return (
    <div className="failure" role="alert">
      <span>
        {error.message}
        {theirs.length > 0 ? `对方填的是：${theirs.join('，')}。` : null}
      </span>
      <Button size="small" onClick={isStale ? form.overwrite : form.retry}>
        {isStale ? '仍用我填的' : '重试'}
      </Button>
      {isStale ? (
        <Button size="small" onClick={form.discard}>
          用对方的
        </Button>
      ) : null}
    </div>
  )
}

/** A row as the form needs it: a row of a table, the accident, or the case file. */
export type FormRow = { readonly id: string; readonly rev: number }

/**
 * Autosave of one record of a table. `row` undefined: it does not exist yet (`id` null), or was added a moment ago and the query
 * has not brought it.
 */
export function useRecord<T extends FormTable>(props: {
  readonly caseId: string
  readonly table: T
  readonly row: FormRow | undefined
  readonly id: string | null
  readonly draftKey: string
  readonly presets?: Values
  readonly fields: readonly FieldSpec<T>[]
  readonly needs?: Needs | undefined
}): Autosave {
  const { caseId, table, row, id, draftKey, presets = none, fields, needs } = props
  const labels: Record<string, string> = Object.fromEntries(fields.map((spec) => [spec.name, spec.label]))
  const saver = rowSaver({ caseId, table, presets, labels, needs })
  // a row carries its columns beside id and rev
  const initial: Values = row ? { ...row } : { ...(table === 'caseFile' ? {} : newValues(table)), ...presets }
  return useAutosave({ ...saver, draftKey, id, rev: row?.rev, initial })
}

/** Fields of one record that exists once: the accident, the case file, or a row that the page found. */
export function RecordForm<T extends FormTable>(props: {
  readonly caseId: string
  readonly table: T
  readonly row: FormRow
  readonly fields: readonly FieldSpec<T>[]
  readonly isLocked?: boolean
}) {
  const { caseId, table, row, fields, isLocked } = props
  const form = useRecord({ caseId, table, row, id: row.id, draftKey: `${caseId}/${table}/${row.id}`, fields })
  return (
    <>
      <FormError form={form} fields={fields} />
      <FieldGrid table={table} caseId={caseId} form={form} fields={fields} isLocked={isLocked ?? false} />
    </>
  )
}

/** The sentence under a new record that cannot be saved yet. */
export function LackNote({ form }: { readonly form: Autosave }) {
  return form.lack !== null && form.isDirty ? <Hint>还没有保存：{form.lack}。</Hint> : null
}
