import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { RuleSetting } from '../../../shared/rule-settings/fields.ts'
import { Day } from '../../../shared/schema.ts'
import { useCommand } from '../../api.ts'
import { parseDay } from '../../ui/fields/parse.ts'
import { Hint } from '../../ui/marks.tsx'
import { useToast } from '../../ui/use-toast.ts'

/** A new version: its value above, the days in force where it has some, and the basis, which it cannot do without. */
export function VersionForm(props: {
  /** as it would be saved; checked here with the sentence of main */
  readonly setting: unknown
  /** the day from which it holds unless another is typed; left out: the value has its own time */
  readonly today?: string
  /** what is wrong with the value beyond its schema */
  readonly problem?: string | null
  readonly saved: string
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const { setting, today, problem, saved, onDone, children } = props
  const id = useId()
  const message = useToast()
  const [basis, setBasis] = useState('')
  const [from, setFrom] = useState(today ?? '')
  const [to, setTo] = useState('')
  const { mutate, error, isPending } = useCommand('setting.saveRule', { isQuiet: true })
  const parsed = RuleSetting.safeParse(setting)
  const days = { from: dayOf(from), to: dayOf(to) }
  const fault =
    problem ??
    parsed.error?.issues[0]?.message ??
    (today !== undefined && (days.from === undefined || days.from === null)
      ? '施行日期应写成 2026-08-04 的样子'
      : days.to === undefined
        ? '施行至应写成 2026-08-04 的样子，没有终止日的留空'
        : null)
  const save = () => {
    if (!parsed.success || fault !== null || basis.trim() === '') return
    mutate(
      {
        setting: parsed.data,
        basis: basis.trim(),
        ...(today === undefined ? {} : { from: days.from ?? today, to: days.to ?? null }),
      },
      {
        onSuccess: () => {
          message.success(saved, 3)
          onDone()
        },
      },
    )
  }
  const line = (
    name: string,
    label: string,
    value: string,
    put: (text: string) => void,
    hint: string,
    span: number,
  ) => (
    <div className={`field span-${span}`}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        value={value}
        placeholder={hint}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        onChange={(event) => put(event.target.value)}
      />
    </div>
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        // the pickers inside close themselves first
        if (event.key === 'Escape' && !event.defaultPrevented) onDone()
      }}
    >
      {children}
      <div className="grid4">
        {line('basis', '依据（文号或者理由，必填）', basis, setBasis, '如 汀应急〔2026〕12号', 2)}
        {today === undefined ? null : line('from', '施行自', from, setFrom, '2026-01-01', 1)}
        {today === undefined ? null : line('to', '施行至（没有终止日的留空）', to, setTo, '', 1)}
      </div>
      <div id={`${id}-note`}>
        {fault === null ? null : <Hint>{fault}。</Hint>}
        {error ? <Hint isError>{Object.values(error.fields ?? {})[0] ?? error.message}</Hint> : null}
      </div>
      <p className="acts form-end">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={fault !== null || basis.trim() === ''}>
          保存为新版本
        </Button>
        <Button onClick={onDone}>取消</Button>
        {fault === null && basis.trim() === '' ? <span className="dim">填写依据后保存。</span> : null}
      </p>
    </form>
  )
}

/** undefined: cannot be read */
function dayOf(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const day = parseDay(text)
  return day !== null && Day.safeParse(day).success ? day : undefined
}
