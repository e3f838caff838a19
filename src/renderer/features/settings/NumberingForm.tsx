import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import {
  type CaseNumberRule,
  caseNumberRuleProblem,
  defaultCaseNumberRule,
  formatCaseNo,
} from '../../../shared/case/numbering.ts'
import type { Output } from '../../../shared/contract.ts'
import { useCall, useCommand } from '../../api.ts'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { Hint } from '../../ui/marks.tsx'
import { useToast } from '../../ui/use-toast.ts'

function ruleOf(value: Output<'setting.get'>['value']): CaseNumberRule {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return defaultCaseNumberRule
  const { pattern, prefix } = value
  return typeof pattern === 'string' && typeof prefix === 'string' ? { pattern, prefix } : defaultCaseNumberRule
}

/** The file has the places of a rule in English; a person reads and types them in Chinese. */
const places = [
  ['{prefix', '{代字'],
  ['{year', '{年'],
  ['{no', '{序号'],
] as const
const shown = (text: string): string => places.reduce((words, [code, word]) => words.replaceAll(code, word), text)
const stored = (text: string): string => places.reduce((words, [code, word]) => words.replaceAll(word, code), text)

/** The numbering rule of the bureau with what it gives. A new rule needs its basis: it stands in the record of settings. */
export function NumberingForm() {
  const { data, error, refetch } = useCall('setting.get', { key: 'case.numbering' })
  if (error) return <Failure message={error.message} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return <Form key={data.recordedOn} rule={ruleOf(data.value)} basis={data.basis ?? ''} />
}

function Form({ rule, basis }: { readonly rule: CaseNumberRule; readonly basis: string }) {
  const id = useId()
  const message = useToast()
  const [given, setGiven] = useState({ ...rule, basis })
  const { mutate, error, isPending } = useCommand('setting.put', { isQuiet: true })
  const problem = caseNumberRuleProblem(given)
  const year = new Date().getFullYear()
  const save = () =>
    mutate(
      { key: 'case.numbering', value: { pattern: given.pattern, prefix: given.prefix }, basis: given.basis.trim() },
      { onSuccess: () => message.success('已保存案号规则。', 3) },
    )
  const line = (name: 'prefix' | 'pattern' | 'basis', label: string, span: number, placeholder: string) => (
    <div className={`field span-${span}`}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        value={shown(given[name])}
        placeholder={placeholder}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        onChange={(event) => setGiven({ ...given, [name]: stored(event.target.value) })}
      />
    </div>
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="grid4">
        {line('prefix', '机关代字', 1, '如 苏事调')}
        {line('pattern', '格式', 2, '{代字}〔{年}〕{序号}号')}
        {line('basis', '依据', 1, '如 本局档案管理规定')}
      </div>
      <div id={`${id}-note`}>
        {problem === null ? (
          <p className="help">
            今年的第一号为 <b className="num">{formatCaseNo(given, year, 1)}</b>。{'{序号:3}'} 补足三位：
            {formatCaseNo({ ...given, pattern: given.pattern.replace(/\{no(?::\d)?\}/, '{no:3}') }, year, 1)}。
          </p>
        ) : (
          <Hint isError>{shown(problem)}</Hint>
        )}
      </div>
      {error ? <Hint isError>{shown(error.message)}</Hint> : null}
      <p className="acts form-end">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={problem !== null}>
          保存规则
        </Button>
      </p>
    </form>
  )
}
