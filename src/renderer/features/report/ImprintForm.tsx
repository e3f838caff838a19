import { Switch } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ReportOptions } from '../../../shared/report/investigation/options.ts'
import type { Values } from '../../save/drafts.ts'
import { type Autosave, useAutosave } from '../../save/use-autosave.ts'
import { DayField, TextField } from '../../ui/fields/inputs.tsx'
import type { FieldProps } from '../../ui/fields/spec.ts'
import { Hint } from '../../ui/marks.tsx'
import { FormError } from '../../ui/RecordForm.tsx'
import type { OptionsControl } from './use-report-options.ts'

type Imprint = NonNullable<ReportOptions['imprint']>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The imprint that the fields make; null while one is missing. */
function imprintOf(values: Values): Imprint | null {
  const { copyTo, issuer, date } = values
  const imprint = { copyTo: text(copyTo).trim() || null, issuer: text(issuer).trim(), date: text(date) }
  const isWhole = imprint.issuer !== '' && ReportOptions.shape.imprint.safeParse(imprint).success
  return isWhole ? imprint : null
}

/** 版记: who gets a copy, who issues it and when. Printed only when the office and the day are there. */
export function ImprintForm(props: {
  readonly caseId: string
  readonly control: OptionsControl
  readonly isLocked: boolean
}) {
  const { caseId, control, isLocked } = props
  const { imprint } = control.options
  const [isOpen, setOpen] = useState(false)
  const isOn = isOpen || imprint !== null
  const initial: Values = imprint ?? { copyTo: null, issuer: null, date: null }
  const form = useAutosave({
    caseId,
    // until all is there nothing can be printed, so it counts as not begun
    draftKey: `${caseId}/imprint/${imprint === null ? 'new-imprint' : 'imprint'}`,
    id: imprint === null ? null : 'imprint',
    rev: undefined,
    initial,
    check: (name, value) => {
      if (imprint !== null && name === 'issuer' && text(value).trim() === '') return '请填写印发机关。'
      if (imprint !== null && name === 'date' && text(value) === '') return '请填写印发日期。'
      return null
    },
    lacks: (values) => (imprintOf(values) === null ? '填写印发机关和印发日期后保存' : null),
    save: async (patch) => {
      const next = imprintOf({ ...(control.options.imprint ?? {}), ...patch })
      const result = await control.write({ imprint: next })
      return result.ok ? { ok: true, value: {} } : result
    },
  })
  const toggle = (wanted: boolean) => {
    setOpen(wanted)
    if (wanted) return
    form.discard()
    if (imprint !== null) void control.change({ imprint: null })
  }
  return (
    <fieldset className="choices">
      <legend>版记</legend>
      <p className="switchline">
        <Switch size="small" checked={isOn} disabled={isLocked} aria-label="印版记" onChange={toggle} />{' '}
        在最后一页印版记
      </p>
      {isOn ? (
        <div className="form1" {...form.area}>
          <FormError form={form} />
          <ImprintField name="issuer" label="印发机关" form={form} isLocked={isLocked}>
            {(field) => <TextField field={field} />}
          </ImprintField>
          <ImprintField name="date" label="印发日期" form={form} isLocked={isLocked}>
            {(field) => <DayField field={field} />}
          </ImprintField>
          <ImprintField name="copyTo" label="抄送机关（没有可不填）" form={form} isLocked={isLocked}>
            {(field) => <TextField field={field} />}
          </ImprintField>
          {imprint === null ? <p className="help">填写印发机关和印发日期后印出。</p> : null}
        </div>
      ) : null}
    </fieldset>
  )
}

function ImprintField(props: {
  readonly name: 'issuer' | 'date' | 'copyTo'
  readonly label: string
  readonly form: Autosave
  readonly isLocked: boolean
  readonly children: (field: FieldProps) => ReactNode
}) {
  const { name, label, form, isLocked, children } = props
  const id = useId()
  const problem = form.problemOf(name)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        value: form.values[name],
        text: form.textOf(name),
        placeholder: undefined,
        describedBy: problem === undefined ? undefined : `${id}-note`,
        isInvalid: problem !== undefined,
        isLocked,
        onChange: (value) => form.change(name, { [name]: value }),
        onText: (typed, sentence) => form.keepText(name, typed, sentence),
      })}
      {problem === undefined ? null : (
        <Hint id={`${id}-note`} isError>
          {problem}
        </Hint>
      )}
    </div>
  )
}
