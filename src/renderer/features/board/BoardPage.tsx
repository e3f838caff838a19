import { CalendarOutlined, PrinterOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Input, Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useFold } from '../../preferences.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { clearableInput } from '../../ui/icons.tsx'
import { filterOf, groupOptions, kindOptions, monthOf, scopeOptions, type View, viewOf, views } from './board-filter.ts'
import { DeadlineTable } from './DeadlineTable.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { type Board, useBoard } from './use-board.ts'
import { useBoardExport } from './use-board-export.ts'
import './board.css'
import './board-print.css'

/** 期限: the last days of all open cases. View, filters and day live in the address. */
export function BoardPage() {
  const [search, setSearch] = useSearchParams()
  const filter = filterOf(search)
  const view = viewOf(search)
  const board = useBoard(filter)
  const exporting = useBoardExport()
  const put = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes))
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const fold = useFold()
  const isStacked = fold === 'narrow' || (fold === 'middle' && view === 'both')
  const isFiltered = ['kind', 'state', 'scope', 'words'].some((name) => search.has(name))
  return (
    <div className="boardpage">
      <div className="pagehead">
        <h1>期限</h1>
        <SumLine board={board} />
        <span className="tools">
          <Segmented<View>
            aria-label="布局"
            options={[...views]}
            value={view}
            onChange={(value) => put({ view: value === 'both' ? null : value })}
          />
          <Button
            icon={<TableOutlined aria-hidden />}
            loading={exporting.running === 'xlsx'}
            onClick={() => void exporting.start(filter, 'xlsx')}
          >
            导出表格
          </Button>
          <Button
            icon={<CalendarOutlined aria-hidden />}
            loading={exporting.running === 'ics'}
            onClick={() => void exporting.start(filter, 'ics')}
          >
            导出日历
          </Button>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <div className="filters">
        <div className="finder">
          <Input.Search
            // what 清除 takes away is taken out of the field as well
            key={search.get('words') ?? ''}
            aria-label="查找案卷的期限"
            placeholder="事故名称或者案号"
            allowClear={clearableInput}
            defaultValue={search.get('words') ?? ''}
            onSearch={(words) => put({ words: words.trim() })}
          />
        </div>
        <Chip name="事项" value={search.get('kind')} options={kindOptions} onPick={(kind) => put({ kind })} />
        <Chip name="状态" value={search.get('state')} options={groupOptions} onPick={(state) => put({ state })} />
        <Chip name="范围" value={search.get('scope')} options={scopeOptions} onPick={(scope) => put({ scope })} />
        {isFiltered ? (
          <Button size="small" type="text" onClick={() => put({ kind: null, state: null, scope: null, words: null })}>
            清除
          </Button>
        ) : null}
        <span className="count" role="status">
          {board.counts === null ? '' : `共 ${board.total} 项`}
        </span>
      </div>
      {board.error !== null ? (
        <Failure message={board.error} onRetry={board.retry} />
      ) : board.today === null ? (
        <Waiting />
      ) : (
        <div className={`board board-${view}`}>
          {view === 'month' ? null : <List board={board} isFiltered={isFiltered} isStacked={isStacked} />}
          {view === 'list' ? null : (
            <div className="calbox">
              <MonthCalendar
                filter={filter}
                today={board.today}
                month={monthOf(search, board.today)}
                day={dayOf(search, board.today)}
                onDay={(day) => put({ day, month: day.slice(0, 7) })}
              />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** The chosen day where it lies in the month that is shown. */
function dayOf(search: URLSearchParams, today: string): string {
  const day = search.get('day') ?? ''
  const month = monthOf(search, today)
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && day.startsWith(month)) return day
  return today.startsWith(month) ? today : `${month}-01`
}

function SumLine({ board: { counts } }: { readonly board: Board }) {
  if (counts === null) return null
  const soon = (counts.today ?? 0) + (counts.in7 ?? 0)
  const running = (counts.overdue ?? 0) + soon + (counts.in15 ?? 0) + (counts.later ?? 0)
  return (
    <p className="sumline">
      <span>
        计时中 <b className="figure">{running}</b> 项
      </span>
      <span className={counts.overdue ? 'over' : ''}>
        已逾期 <b className="figure">{counts.overdue ?? 0}</b> 项
      </span>
      <span>
        7 日内到期 <b className="figure">{soon}</b> 项
      </span>
      <span className="dim hint">按日历日计算，末日遇休假日不顺延；公布按工作日</span>
    </p>
  )
}

function List(props: { readonly board: Board; readonly isFiltered: boolean; readonly isStacked: boolean }) {
  const { board, isFiltered, isStacked } = props
  if (board.rows.length === 0)
    return (
      <div className="section noboard">
        {isFiltered ? (
          <EmptyState what="没有符合条件的期限；可减少条件，或换个词查找。" />
        ) : (
          <EmptyState
            what="这里列出全部在办案卷的法定期限：哪一天届满、还余几日、怎样算出来。"
            law="填写事故发生时间后，期限自动列出：60日内提交调查报告（《生产安全事故报告和调查处理条例》第二十九条）。"
            action={
              <Link className="ant-like" to="/cases">
                到案卷登记簿
              </Link>
            }
          />
        )}
      </div>
    )
  return (
    // a scroll area is reached by the keyboard
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys
    <section className="section duelist" aria-label="期限表" tabIndex={0}>
      <DeadlineTable rows={board.rows} counts={board.counts ?? {}} caption="在办案卷的期限" isStacked={isStacked} />
      {board.more === null ? null : (
        <p className="duemore">
          <Button size="small" onClick={board.more}>
            再列 200 项
          </Button>
          <span className="dim">
            　已列 {board.rows.length} 项，共 {board.total} 项
          </span>
        </p>
      )}
    </section>
  )
}
