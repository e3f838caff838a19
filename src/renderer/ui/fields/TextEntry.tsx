import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FieldProps } from './spec.ts'

/** A value that is typed as text. While typing, the text stands as it is; what cannot be read stays there and is marked. */
export function TextEntry(props: {
  readonly field: FieldProps
  readonly format: (value: unknown) => string
  /** undefined: cannot be read */
  readonly parse: (text: string) => unknown
  /** what is wrong with a text that cannot be read, and what to do */
  readonly problem: string | ((text: string) => string)
  readonly suffix?: ReactNode
  readonly isRight?: boolean
}) {
  const { field, format, parse, problem, suffix, isRight } = props
  const [typed, setTyped] = useState<string | null>(null)
  const onChange = (text: string) => {
    setTyped(text)
    const value = text.trim() === '' ? null : parse(text)
    if (value === undefined) field.onText(text, typeof problem === 'string' ? problem : problem(text))
    else field.onChange(value)
  }
  return (
    <Input
      id={field.id}
      className={isRight ? 'num-input' : ''}
      value={typed ?? field.text ?? format(field.value)}
      disabled={field.isLocked}
      placeholder={field.placeholder}
      suffix={suffix}
      status={field.isInvalid && typed === null ? 'error' : ''}
      aria-invalid={field.isInvalid}
      aria-describedby={field.describedBy}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  )
}
