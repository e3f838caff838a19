/** One component per kind of field. Labels, hints and ids come from `Field`. */
import { CalendarOutlined } from '@ant-design/icons'
import { AutoComplete, Calendar, Input, Popover, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { exactWan } from '../../../shared/case/grade-words.ts'
import { countProblem, fenFromWan, wanProblem } from '../../../shared/money.ts'
import { clearable, searchable } from '../icons.tsx'
import { instantText, parseCount, parseDay, parseInstant } from './parse.ts'
import type { FieldProps, Option } from './spec.ts'
import { TextEntry } from './TextEntry.tsx'

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const emptyToNull = (text: string): string | null => (text === '' ? null : text)

const common = (field: FieldProps) => ({
  id: field.id,
  disabled: field.isLocked,
  status: field.isInvalid ? ('error' as const) : ('' as const),
  'aria-invalid': field.isInvalid,
  ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  ...(field.describedBy === undefined ? {} : { 'aria-describedby': field.describedBy }),
})

export function TextField({
  field,
  suggestions,
}: {
  readonly field: FieldProps
  readonly suggestions?: readonly string[]
}) {
  if (suggestions && suggestions.length > 0)
    return (
      <AutoComplete
        {...common(field)}
        value={asText(field.value)}
        options={suggestions.map((value) => ({ value }))}
        onChange={(text: string | undefined) => field.onChange(emptyToNull(text ?? ''))}
      />
    )
  return (
    <Input
      {...common(field)}
      value={asText(field.value)}
      autoComplete="off"
      onChange={(event) => field.onChange(emptyToNull(event.target.value))}
    />
  )
}

export function ProseField({ field, rows }: { readonly field: FieldProps; readonly rows: number }) {
  return (
    <Input.TextArea
      {...common(field)}
      value={asText(field.value)}
      autoSize={{ minRows: rows, maxRows: 24 }}
      onChange={(event) => field.onChange(emptyToNull(event.target.value))}
    />
  )
}

export function NumberField(props: {
  readonly field: FieldProps
  readonly unit: string | undefined
  readonly refusal?: ((value: number) => string | null) | undefined
}) {
  const { field, unit } = props
  const refusalOf = (text: string) => {
    const value = parseCount(text)
    return value === null ? null : (props.refusal?.(value) ?? null)
  }
  return (
    <TextEntry
      field={field}
      format={(value) => (typeof value === 'number' ? String(value) : '')}
      parse={(text) => (refusalOf(text) === null ? (parseCount(text) ?? undefined) : undefined)}
      problem={(text) => refusalOf(text) ?? countProblem(text)}
      suffix={unit === undefined ? undefined : <span className="dim">{unit}</span>}
      isRight
    />
  )
}

/** 分 ↔ 万元 on integers: 857.48 万元 is 857480000 分. */
export function MoneyField({ field }: { readonly field: FieldProps }) {
  const format = (value: unknown) => (typeof value === 'number' ? exactWan(value) : '')
  return (
    <TextEntry
      field={field}
      format={format}
      parse={(text) => fenFromWan(text) ?? undefined}
      problem={wanProblem}
      suffix={<span className="dim">万元</span>}
      isRight
    />
  )
}

/** Typed or chosen from the small calendar. */
export function DayField({ field }: { readonly field: FieldProps }) {
  const [isOpen, setOpen] = useState(false)
  const shown = dayjs(asText(field.value) || undefined)
  const calendar = (
    <div role="dialog" aria-label="选择日期" className="daybox">
      <Calendar
        fullscreen={false}
        value={shown.isValid() ? shown : dayjs()}
        onSelect={(day, info) => {
          if (info.source !== 'date') return
          field.onChange(day.format('YYYY-MM-DD'))
          setOpen(false)
        }}
      />
    </div>
  )
  const button = (
    <Popover
      content={calendar}
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      arrow={false}
      placement="bottomRight"
    >
      <button type="button" className="inbtn" aria-label="打开日历" disabled={field.isLocked} tabIndex={-1}>
        <CalendarOutlined aria-hidden />
      </button>
    </Popover>
  )
  return (
    <TextEntry
      field={{ ...field, placeholder: field.placeholder ?? '2026-08-04' }}
      format={asText}
      parse={(text) => parseDay(text) ?? undefined}
      problem="请填写日期，例如 2026-08-04 或 2026年8月4日。"
      suffix={button}
    />
  )
}

export function InstantField({ field }: { readonly field: FieldProps }) {
  return (
    <TextEntry
      field={{ ...field, placeholder: field.placeholder ?? '2026-08-04 15:26' }}
      format={(value) => (typeof value === 'string' ? instantText(value) : '')}
      parse={(text) => parseInstant(text) ?? undefined}
      problem="请填写日期和时刻，例如 2026-08-04 15:26。"
    />
  )
}

/** A closed list of words, found by typing. A word that is not in the list (imported) is shown as it is. */
export function ChoiceField({ field, options }: { readonly field: FieldProps; readonly options: readonly Option[] }) {
  const value = asText(field.value)
  const isKnown = value === '' || options.some((option) => option.value === value)
  return (
    <Select
      {...common(field)}
      value={value === '' ? null : value}
      options={isKnown ? [...options] : [{ value, label: value }, ...options]}
      allowClear={clearable}
      showSearch={searchable}
      placeholder={field.placeholder ?? '请选择'}
      onChange={(chosen: string | null | undefined) => field.onChange(chosen ?? null)}
    />
  )
}

/** 是 / 否 / 不明: what is not known is not «no». */
export function YesNoField({ field }: { readonly field: FieldProps }) {
  const value = field.value === true ? 'yes' : field.value === false ? 'no' : 'unknown'
  return (
    <Radio.Group
      id={field.id}
      disabled={field.isLocked}
      optionType="button"
      value={value}
      aria-describedby={field.describedBy}
      options={[
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
        { value: 'unknown', label: '不明' },
      ]}
      onChange={({ target }) => field.onChange(target.value === 'unknown' ? null : target.value === 'yes')}
    />
  )
}

/** One text a line. The text stays as typed while the field has the focus: an empty line is a line begun. */
export function ListField({ field, rows }: { readonly field: FieldProps; readonly rows: number }) {
  const [typed, setTyped] = useState<string | null>(null)
  const lines = Array.isArray(field.value) ? field.value.filter((line) => typeof line === 'string') : []
  const onChange = (text: string) => {
    setTyped(text)
    const items = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    field.onChange(items.length === 0 ? null : items)
  }
  return (
    <Input.TextArea
      {...common(field)}
      placeholder={field.placeholder ?? '每行一项'}
      value={typed ?? lines.join('\n')}
      autoSize={{ minRows: rows, maxRows: 16 }}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  )
}
