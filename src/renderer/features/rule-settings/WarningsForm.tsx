import { Input } from 'antd'
import { useId, useState } from 'react'
import { parseCount } from '../../ui/fields/parse.ts'
import { VersionForm } from './VersionForm.tsx'

export function WarningsForm(props: {
  readonly warnings: readonly number[]
  readonly today: string
  readonly onDone: () => void
}) {
  const { warnings, today, onDone } = props
  const id = useId()
  const [text, setText] = useState(warnings.join('、'))
  const days = text
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map(parseCount)
  return (
    <VersionForm
      setting={{ key: 'deadline.warnings', value: days }}
      problem={days.includes(null) ? '预警天数应为整数，之间用顿号隔开，如 15、7、3、0' : null}
      today={today}
      saved="已保存预警级别。"
      onDone={onDone}
    >
      <div className="grid4">
        <div className="field span-2">
          <label htmlFor={id}>剩余多少日时预警（从大到小）</label>
          <Input id={id} value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </div>
      </div>
    </VersionForm>
  )
}
