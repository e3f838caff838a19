import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { BureauTriggers } from '../../../shared/rule-settings/fields.ts'
import { flagLabels } from '../../../shared/rule-settings/labels.ts'
import { GradeName, gradeNames } from '../../../shared/rules/law-data.ts'
import { Flag, type When } from '../../../shared/rules/triggers.ts'
import { parseCount } from '../../ui/fields/parse.ts'
import { VersionForm } from './VersionForm.tsx'

type Trigger = BureauTriggers[number]

const kinds: readonly { readonly value: When['kind']; readonly label: string }[] = [
  { value: 'deathsAtLeast', label: '死亡人数' },
  { value: 'sameUnitAgain', label: '同一单位再次发生' },
  { value: 'flag', label: '人工判断' },
]

const fresh: Readonly<Record<When['kind'], When>> = {
  deathsAtLeast: { kind: 'deathsAtLeast', n: 2, grade: '一般' },
  sameUnitAgain: { kind: 'sameUnitAgain', months: 12, minDeaths: 1 },
  flag: { kind: 'flag', flag: 'publicImpact' },
}

/** The list of triggers: on or off, name, predicate and its parameters. No expressions. */
export function TriggersForm(props: {
  readonly triggers: BureauTriggers
  readonly today: string
  readonly onDone: () => void
}) {
  const { today, onDone } = props
  const [triggers, setTriggers] = useState<readonly Trigger[]>(props.triggers)
  const put = (id: string, change: Partial<Trigger>) =>
    setTriggers(triggers.map((trigger) => (trigger.id === id ? { ...trigger, ...change } : trigger)))
  const add = () => setTriggers([...triggers, { id: nextId(triggers), label: '', when: fresh.flag, isOn: true }])
  const nameless = triggers.find(({ label }) => label.trim() === '')
  return (
    <VersionForm
      setting={{ key: 'escalation.triggers', value: triggers }}
      problem={nameless ? `${nameless.id} 没有填写名称` : null}
      today={today}
      saved="已保存提级触发情形。"
      onDone={onDone}
    >
      {triggers.map((trigger) => (
        <TriggerLine
          key={trigger.id}
          trigger={trigger}
          onPut={(change) => put(trigger.id, change)}
          onRemove={() => setTriggers(triggers.filter(({ id }) => id !== trigger.id))}
        />
      ))}
      <p className="acts">
        <Button size="small" onClick={add}>
          添加情形
        </Button>
      </p>
    </VersionForm>
  )
}

function nextId(triggers: readonly Trigger[]): string {
  const numbers = triggers.map(({ id }) => Number(/^E(\d+)$/.exec(id)?.[1] ?? 0))
  return `E${Math.max(0, ...numbers) + 1}`
}

function TriggerLine(props: {
  readonly trigger: Trigger
  readonly onPut: (change: Partial<Trigger>) => void
  readonly onRemove: () => void
}) {
  const { trigger, onPut, onRemove } = props
  const { id, label, when, isOn } = trigger
  return (
    <fieldset className="plain-set trigger">
      <legend className="vh">{`情形 ${id}`}</legend>
      <Checkbox checked={isOn} onChange={(event) => onPut({ isOn: event.target.checked })}>
        {id} 启用
      </Checkbox>
      <Input
        aria-label={`${id} 名称`}
        className="trigger-name"
        value={label}
        placeholder="名称"
        onChange={(event) => onPut({ label: event.target.value })}
      />
      <Select
        aria-label={`${id} 判断方法`}
        className="trigger-kind"
        value={when.kind}
        options={[...kinds]}
        onChange={(kind: When['kind']) => onPut({ when: fresh[kind] })}
      />
      <Parameters id={id} when={when} onPut={(next) => onPut({ when: next })} />
      <Button type="text" size="small" aria-label={`移除 ${id}`} onClick={onRemove}>
        移除
      </Button>
    </fieldset>
  )
}

function Parameters(props: { readonly id: string; readonly when: When; readonly onPut: (when: When) => void }) {
  const { id, when, onPut } = props
  switch (when.kind) {
    case 'deathsAtLeast':
      return (
        <span className="trigger-rest">
          <Select
            aria-label={`${id} 等级`}
            value={when.grade}
            options={gradeNames.map((value) => ({ value, label: `${value}事故` }))}
            onChange={(grade) => onPut({ ...when, grade: GradeName.parse(grade) })}
          />
          死亡
          <Figure label={`${id} 死亡人数`} value={when.n} onPut={(n) => onPut({ ...when, n })} />
          人以上
        </span>
      )
    case 'sameUnitAgain':
      return (
        <span className="trigger-rest">
          <Figure label={`${id} 月数`} value={when.months} onPut={(months) => onPut({ ...when, months })} />
          个月内，死亡
          <Figure
            label={`${id} 死亡人数`}
            value={when.minDeaths}
            onPut={(minDeaths) => onPut({ ...when, minDeaths })}
          />
          人以上
        </span>
      )
    case 'flag':
      return (
        <Select
          aria-label={`${id} 判断什么`}
          className="trigger-rest"
          value={when.flag}
          options={Flag.options.map((value) => ({ value, label: flagLabels[value] }))}
          onChange={(flag) => onPut({ ...when, flag: Flag.parse(flag) })}
        />
      )
  }
}

/** A small whole number; what cannot be read stays to be mended and keeps the form from saving. */
function Figure(props: { readonly label: string; readonly value: number; readonly onPut: (value: number) => void }) {
  const { label, value, onPut } = props
  const id = useId()
  const [text, setText] = useState(String(value))
  return (
    <Input
      id={id}
      aria-label={label}
      className="num-input trigger-figure"
      value={text}
      autoComplete="off"
      status={parseCount(text) === null ? 'error' : ''}
      onChange={(event) => {
        setText(event.target.value)
        // -1 is refused by every figure
        onPut(parseCount(event.target.value) ?? -1)
      }}
    />
  )
}
