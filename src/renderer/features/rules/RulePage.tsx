import { useMemo, useRef } from 'react'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { Section } from '../../ui/Section.tsx'
import { type LoadedRule, ruleNamed, shippedBook } from './book.ts'
import { LadderTable } from './LadderTable.tsx'
import { RuleForm } from './RuleForm.tsx'
import { type Cells, cellsFrom } from './try-cells.ts'
import { tally, useWorked } from './use-worked.ts'
import { Versions } from './Versions.tsx'
import { WorkedCases } from './WorkedCases.tsx'
import { liveRows } from './words.ts'
import '../../ui/answer.css'
import './rules.css'

/** Where the page was opened from: a case whose facts are in the form. */
export type Origin = { readonly to: string; readonly name: string }

/** The page of one rule, made from its data. Facts in its form stand in the address. */
export function RulePage() {
  const { ruleId = '' } = useParams()
  const rule = ruleNamed(ruleId)
  if (rule === null)
    return (
      <div className="pagehead rulehead">
        <h1>没有这条规则</h1>
        <EmptyState what="这个地址没有对应的规则。" action={<Link to="/rules">查看全部规则</Link>} />
      </div>
    )
  return <Shown key={ruleId} id={ruleId} rule={rule} />
}

function Shown({ id, rule }: { readonly id: string; readonly rule: LoadedRule }) {
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation()
  const origin = originOf(state)
  const cells = useMemo(() => cellsFrom(search, rule.heads), [search, rule])
  const answer = useRef<HTMLElement>(null)
  const worked = useWorked(id)
  const laws = shippedBook().laws
  const rows = liveRows(rule.rows.rows)
  const put = (next: Cells) => setSearch(new URLSearchParams({ ...next }), { replace: true, state })
  const takeOver = (next: Cells) => {
    put(next)
    answer.current?.scrollIntoView({ block: 'nearest' })
    answer.current?.focus({ preventScroll: true })
  }
  const { count, wrong } = tally(worked.tables ?? [])
  const examples = worked.tables?.flatMap(({ cases }) => cases.map(({ line }) => line)) ?? []
  const questions = [...new Set(rows.flatMap(({ question }) => question ?? []))]
  return (
    <>
      <div className="pagehead rulehead">
        <p className="rulecrumb">
          <Link to="/rules">规则</Link>
          <i aria-hidden>/</i>
        </p>
        <h1>{rule.rows.title}</h1>
        {origin ? (
          <Link className="ant-like ruleback" to={origin.to}>
            回到“{origin.name}”
          </Link>
        ) : null}
      </div>
      <div className="rulepage">
        <div className="stack">
          <Versions rule={rule} laws={laws} />
          {questions.length > 0 ? (
            <Section level={2} title="须由人决定" note="条文没有写明的，程序不代为选择">
              <ul className="rulequestions">
                {questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </Section>
          ) : null}
          <LadderTable rows={rows} laws={laws} />
        </div>
        <RuleForm
          id={id}
          rule={rule}
          cells={cells}
          examples={examples}
          onTry={put}
          answerRef={answer}
          origin={origin}
        />
        <div className="rulecases">
          {worked.error ? <Failure message={worked.error} onRetry={worked.retry} /> : null}
          {worked.error === null && worked.tables === null ? <Waiting /> : null}
          {worked.tables === null ? null : (
            <Section
              level={2}
              title="实例"
              note={count === 0 ? '' : '打开本页时按现行程序逐例计算，与期望对照；点例号可把事实带入试算'}
              tools={
                count === 0 ? null : (
                  <span role="status" className={wrong === 0 ? undefined : 'rulefault'}>
                    {wrong === 0 ? `✓ ${count} 例全部相符` : `✗ ${count} 例中 ${wrong} 例不符`}
                  </span>
                )
              }
              isFlush={count > 0}
            >
              {count === 0 ? (
                <EmptyState
                  what="这条规则还没有实例。"
                  law="实例是写明事实和期望结果的例子，用来核对规则计算得对不对。"
                />
              ) : (
                worked.tables.map((table) => (
                  <WorkedCases key={table.title} table={table} heads={rule.heads} onTake={takeOver} />
                ))
              )}
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

/** The state of a place may come from anywhere. */
function originOf(state: unknown): Origin | null {
  if (typeof state !== 'object' || state === null || !('to' in state) || !('name' in state)) return null
  const { to, name } = state
  return typeof to === 'string' && typeof name === 'string' ? { to, name } : null
}
