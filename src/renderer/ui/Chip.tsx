import { Select } from 'antd'
import { clearable } from './icons.tsx'

/** A filter: name in grey, value, the list to choose from. */
export function Chip(props: {
  readonly name: string
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onPick: (value: string | null) => void
}) {
  const { name, value, options, onPick } = props
  return (
    <Select
      className={value === null ? 'chip chip-off' : 'chip'}
      aria-label={name}
      value={value}
      options={[...options]}
      allowClear={clearable}
      popupMatchSelectWidth={false}
      placeholder={name}
      prefix={value === null ? undefined : <span className="dim">{name}</span>}
      onChange={(chosen: string | null | undefined) => onPick(chosen ?? null)}
    />
  )
}
