import { Button, Input, Select } from 'antd'
import { type RefObject, useEffect, useId, useMemo, useState } from 'react'
import type { CaseLine } from '../../../shared/rules/cases.ts'
import type { Head } from '../../../shared/rules/heads.ts'
import { AnswerCard } from '../../ui/AnswerCard.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { clearable, searchable } from '../../ui/icons.tsx'
import { Hint } from '../../ui/marks.tsx'
import { Section } from '../../ui/Section.tsx'
import type { LoadedRule } from './book.ts'
import type { Origin } from './RulePage.tsx'
import { resultUnits } from './topics.ts'
import { type Cells, tryCells, UNKNOWN } from './try-cells.ts'
import { useSettings } from './use-settings.ts'

/** A cell that is longer stands under its field instead of inside. */
const SHORT = 12

type Props = {
  readonly id: string
  readonly rule: LoadedRule
  /** what the address gives; it changes when a case is taken over */
  readonly cells: Cells
  /** worked cases, for what a cell looks like */
  readonly examples: readonly CaseLine[]
  readonly onTry: (cells: Cells) => void
  readonly answerRef: RefObject<HTMLElement | null>
  readonly origin: Origin | null
}

/** 试算: own figures, the whole answer. Writes nothing. */
export function RuleForm({ id, rule, cells, examples, onTry, answerRef, origin }: Props) {
  const [typed, setTyped] = useState<Cells>(cells)
  useEffect(() => setTyped(cells), [cells])
  const { settings, error, retry } = useSettings()
  const tried = useMemo(
    () => (settings === null || Object.keys(cells).length === 0 ? null : tryCells(rule, cells, settings)),
    [rule, cells, settings],
  )
  const isChanged = JSON.stringify(given(typed)) !== JSON.stringify(given(cells))
  const set = (head: string, cell: string) => setTyped((before) => ({ ...before, [head]: cell }))
  return (
    <Section level={2} title="试算" note={origin ? '已填入本案的事实，改动不写入案卷' : '不写入任何案卷'}>
      <form
        aria-label="试算"
        onSubmit={(event) => {
          event.preventDefault()
          onTry(given(typed))
        }}
      >
        <div className="ruleform">
          {Object.entries(rule.heads).map(([head, fact]) => (
            <Field
              key={head}
              head={head}
              fact={fact}
              value={typed[head] ?? ''}
              example={exampleOf(head, examples)}
              onChange={(cell) => set(head, cell)}
            />
          ))}
        </div>
        <p className="help formhelp">不填的视为没有提供；尚不掌握的填“{UNKNOWN}”；多项之间用“；”隔开。</p>
        <p className="acts form-end">
          <Button type="primary" htmlType="submit">
            计算
          </Button>
          <Button
            onClick={() => {
              setTyped({})
              onTry({})
            }}
          >
            清空
          </Button>
        </p>
      </form>
      <section ref={answerRef} tabIndex={-1} aria-label="试算结果" aria-live="polite" className="ruleanswer">
        {error === null ? null : <Failure message={error} onRetry={retry} />}
        {tried === null ? (
          <p className="dim">填写后按“计算”或回车，这里给出结果、依据、计算过程和需要人决定的问题。</p>
        ) : tried.ok ? (
          <>
            {isChanged ? <p className="dim">下面是改动之前的结果，按“计算”更新。</p> : null}
            <AnswerCard rule={rule} answer={tried.answer} cells={cells} unit={resultUnits[id]} />
          </>
        ) : (
          <Hint isError>{tried.sentence}</Hint>
        )}
      </section>
    </Section>
  )
}

function Field(props: {
  readonly head: string
  readonly fact: Head
  readonly value: string
  readonly example: string
  readonly onChange: (cell: string) => void
}) {
  const { head, fact, value, example, onChange } = props
  const id = useId()
  const isLong = example.length > SHORT
  return (
    <div className={isLong ? 'field field-long' : 'field'}>
      <label htmlFor={id}>{head}</label>
      {fact.choices ? (
        <Select
          id={id}
          value={value === '' ? null : value}
          options={[...Object.keys(fact.choices), UNKNOWN].map((word) => ({ value: word, label: word }))}
          allowClear={clearable}
          showSearch={searchable}
          onChange={(word: string | null | undefined) => onChange(word ?? '')}
        />
      ) : (
        <Input
          id={id}
          value={value}
          autoComplete="off"
          placeholder={isLong || example === '' ? '' : `如 ${example}`}
          {...(isLong ? { 'aria-describedby': `${id}-help` } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {isLong ? (
        <p id={`${id}-help`} className="help">
          如 {example}
        </p>
      ) : null}
    </div>
  )
}

/** The first cell under this head that says something. */
function exampleOf(head: string, examples: readonly CaseLine[]): string {
  const cells = examples.map((line) => line[head] ?? '').filter((cell) => !['', UNKNOWN, '无', '0'].includes(cell))
  return cells.find((cell) => cell.length <= 60) ?? ''
}

function given(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells)
      .map(([head, cell]) => [head, cell.trim()] as const)
      .filter(([, cell]) => cell !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
