import { Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type Law, Mark } from '../../../shared/rules/law-data.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { clearable } from '../../ui/icons.tsx'
import { isTyping, useShortcuts } from '../../ui/keys.ts'
import { MarkTag, markWords } from '../../ui/MarkTag.tsx'
import { Section } from '../../ui/Section.tsx'
import { shippedBook, todayText } from './book.ts'
import { citationWords, isFound } from './citations.ts'
import { byTopic, type ShownRule } from './topics.ts'
import { tally, useWorked, type WorkedTable } from './use-worked.ts'
import { isInForce, kindWords, liveRows, periodWords } from './words.ts'
import '../../ui/answer.css'
import './rules.css'

const markOptions = Mark.options.map((value) => ({ value, label: `${value}　${markWords[value]}` }))

/** 规则: all statutory rules by topic. What is looked for lives in the address. */
export function RulesPage() {
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState(search.get('words') ?? '')
  const mark = Mark.options.find((option) => option === search.get('mark')) ?? null
  const finder = useRef<HTMLDivElement>(null)
  const worked = useWorked()
  const book = shippedBook()
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  const find = (text: string) => {
    setWords(text)
    put('words', text.trim())
  }
  const clear = () => {
    setWords('')
    setSearch({}, { replace: true })
  }
  useShortcuts([
    {
      keys: '/',
      run: ({ target }) => {
        if (isTyping(target)) return false
        finder.current?.querySelector('input')?.focus()
        return undefined
      },
    },
  ])
  const all = byTopic(book)
  const isWanted = ({ rule }: ShownRule) =>
    isFound(rule, book.laws, words) && (mark === null || liveRows(rule.rows.rows).some((row) => row.mark === mark))
  const shown = all
    .map((topic) => ({ ...topic, rules: topic.rules.filter(isWanted) }))
    .filter(({ rules }) => rules.length > 0)
  const count = shown.reduce((sum, { rules }) => sum + rules.length, 0)
  const isFiltered = words.trim() !== '' || mark !== null
  return (
    <>
      <div className="pagehead">
        <h1>规则</h1>
        <WholeTally tables={worked.tables} />
      </div>
      <div className="filters rulefilters">
        <div ref={finder} className="finder">
          <Input
            aria-label="查找规则"
            placeholder="名称、法规、条号，如：第三条、14号"
            value={words}
            onChange={({ target }) => find(target.value)}
          />
        </div>
        <Select
          className={mark === null ? 'chip chip-off' : 'chip'}
          aria-label="核对情况"
          value={mark}
          options={markOptions}
          allowClear={clearable}
          popupMatchSelectWidth={false}
          placeholder="核对情况"
          onChange={(chosen: Mark | null | undefined) => put('mark', chosen ?? '')}
        />
        {isFiltered ? (
          <Button size="small" type="text" onClick={clear}>
            清除
          </Button>
        ) : null}
        <span className="count" role="status">
          共 <b>{count}</b> 条
        </span>
      </div>
      {worked.error ? <Failure message={worked.error} onRetry={worked.retry} /> : null}
      <div className="rulelist">
        {shown.map(({ name, rules }) => (
          <Section key={name} level={2} title={name} note={`${rules.length} 条`} isFlush>
            <table className="plain ruletable">
              <Head />
              {rules.map((each) => (
                <RuleRows key={each.id} shown={each} laws={book.laws} tables={worked.tables} />
              ))}
            </table>
          </Section>
        ))}
        {shown.length === 0 ? (
          <Section level={2} title="没有找到">
            <EmptyState
              what="没有符合条件的规则。"
              law="可以按规则名称、法规名称、文号或者条号查找；条号用汉字或数字都可以。"
              action={<Button onClick={clear}>清除条件</Button>}
            />
          </Section>
        ) : null}
      </div>
    </>
  )
}

function WholeTally({ tables }: { readonly tables: readonly WorkedTable[] | null }) {
  const { count, wrong } = tally(tables ?? [])
  return (
    <p className="dim" role="status">
      {tables === null ? (
        '正在核对实例…'
      ) : wrong === 0 ? (
        <>刚刚核对了 {count} 个实例，全部相符</>
      ) : (
        <b className="rulefault">
          {count} 个实例中 {wrong} 个不符
        </b>
      )}
    </p>
  )
}

const Head = () => (
  <thead>
    <tr>
      <th scope="col" className="c-rule">
        规则
      </th>
      <th scope="col" className="c-law">
        现行依据
      </th>
      <th scope="col" className="c-kinds">
        适用
      </th>
      <th scope="col" className="c-mark">
        核对
      </th>
      <th scope="col" className="c-from">
        施行
      </th>
      <th scope="col" className="c-cases">
        实例
      </th>
    </tr>
  </thead>
)

/** A line for each law in force today; what is not to be relied on is then seen at its own line. */
function RuleRows(props: {
  readonly shown: ShownRule
  readonly laws: readonly Law[]
  readonly tables: readonly WorkedTable[] | null
}) {
  const { shown, laws, tables } = props
  const { id, rule } = shown
  const rows = liveRows(rule.rows.rows)
  const current = rows.filter((row) => isInForce(row, todayText()))
  const lines = current.length > 0 ? current : rows.slice(0, 1)
  const { count, wrong } = tally((tables ?? []).filter((table) => table.rule === id))
  const verdict = wrong === 0 ? `✓ ${count} 例` : <b className="rulefault">✗ {wrong} 例不符</b>
  return (
    <tbody>
      {lines.map((row, at) => (
        <tr key={`${row.from} ${row.kinds.join()}`}>
          {at === 0 ? (
            <th scope="rowgroup" rowSpan={lines.length}>
              <Link to={`/rules/${id}`}>{rule.rows.title}</Link>
            </th>
          ) : null}
          <td>{citationWords(laws, row)}</td>
          <td className="c-kinds">{kindWords(row.kinds)}</td>
          <td>
            <MarkTag mark={row.mark} />
          </td>
          <td className="num">{periodWords(row)}</td>
          {at === 0 ? <td rowSpan={lines.length}>{tables === null ? '' : count === 0 ? '—' : verdict}</td> : null}
        </tr>
      ))}
    </tbody>
  )
}
