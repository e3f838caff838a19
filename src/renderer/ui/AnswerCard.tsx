import type { ReactNode } from 'react'
import { type Answer, itemsOf } from '../../shared/rules/answer.ts'
import type { LoadedRule } from '../../shared/rules/rule.ts'
import { say } from '../../shared/rules/steps.ts'
import { bareName, factRows } from './answer-facts.ts'
import { MarkTag } from './MarkTag.tsx'
import { Hint, Missing } from './marks.tsx'

type Props = {
  readonly rule: LoadedRule
  readonly answer: Answer | readonly Answer[]
  /** facts by head as they were typed; else they are worded from the answer */
  readonly cells?: Readonly<Record<string, string>>
  /** what a result that is a bare figure counts: 万元 */
  readonly unit?: string | undefined
  /** level of the heading that the card begins with */
  readonly level?: 3 | 4
  readonly footer?: ReactNode
}

/**
 * Why a rule answers what it answers: result, clause, arithmetic, facts, what is missing, what was assumed, what a person has to
 * decide, what is pointed out, and what would change it. Stands in a section, a popover or an expander.
 */
export function AnswerCard({ rule, answer, cells, unit = '', level = 3, footer }: Props) {
  const answers = itemsOf(answer)
  const [first] = answers
  if (first === undefined)
    return (
      <div className="answer">
        <p>按这些事实，本规则没有需要办理的事项。</p>
        {footer}
      </div>
    )
  const facts = factRows(rule, first, cells)
  const missing = [...new Set(answers.flatMap((one) => one.missing))]
  return (
    <div className="answer">
      {answers.map((one) => (
        <Item key={`${rule.wordsOf(one)} ${one.arithmetic}`} {...{ rule, one, unit, level }} />
      ))}
      {facts.length > 0 ? (
        <Part title="采用的事实" level={level}>
          <dl className="answerfacts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      {missing.length > 0 ? (
        <p className="answermissing">
          {missing.map((fact) => (
            <Missing key={fact}>{bareName(rule, fact)}</Missing>
          ))}
        </p>
      ) : null}
      {footer}
    </div>
  )
}

function Item(props: {
  readonly rule: LoadedRule
  readonly one: Answer
  readonly unit: string
  readonly level: 3 | 4
}) {
  const { rule, one, unit, level } = props
  const Heading = level === 3 ? 'h3' : 'h4'
  const worded = (result: unknown) => withUnit(rule.wordsOf({ ...one, result }), unit)
  return (
    <div className="answeritem">
      <Heading className="answerresult">{withUnit(rule.wordsOf(one), unit)}</Heading>
      <p className="answerclause">
        {one.clause} <MarkTag mark={one.mark} />
      </p>
      {one.question === null ? null : (
        <div className="answerask">
          <p>
            <b className="answerlabel">待决定</b>
            {one.question}
          </p>
          {one.alternatives.length > 0 ? (
            <ul className="answeralts">
              {one.alternatives.map(({ name, result }) => (
                <li key={name}>
                  <span>{name}</span>
                  <b>{worded(result)}</b>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
      {one.steps.length > 0 ? (
        <Part title="计算过程" level={level}>
          <ol className="answersteps">
            {one.steps.map(say).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Part>
      ) : null}
      {one.assumptions.map(({ key, value, basis, otherwise }) => (
        <p key={key} className="answerassumed">
          按本单位设定：{value}（{basis}）{otherwise === null ? '。' : `；另一方案的结果为 ${worded(otherwise)}。`}
        </p>
      ))}
      {one.notes.map((note) => (
        <Hint key={note}>{note}</Hint>
      ))}
      {one.wouldChangeAt.length > 0 ? (
        <Part title="何时会变" level={level}>
          <ul className="answersteps">
            {one.wouldChangeAt.map(({ fact, from, to }) => (
              <li key={fact}>
                {bareName(rule, fact)}达到 {from}：{to}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  )
}

function Part({
  title,
  level,
  children,
}: {
  readonly title: string
  readonly level: 3 | 4
  readonly children: ReactNode
}) {
  const Heading = level === 3 ? 'h4' : 'h5'
  return (
    <>
      <Heading className="answerpart">{title}</Heading>
      {children}
    </>
  )
}

/** 50–70 → 50–70 万元; words that end in no figure stay. */
const withUnit = (words: string, unit: string) => (unit !== '' && /\d$/.test(words) ? `${words} ${unit}` : words)
