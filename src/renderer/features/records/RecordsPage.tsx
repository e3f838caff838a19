import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { HistoryEntry } from '../../../shared/case/contract.ts'
import { exactWan } from '../../../shared/case/grade-words.ts'
import { caseTables, type Dossier, isCaseTable } from '../../../shared/case/tables.ts'
import type { AppError } from '../../../shared/result.ts'
import { labelsOf } from '../../../shared/text.ts'
import { unwrap } from '../../api.ts'
import { call } from '../../host.ts'
import type { StageProps } from '../../stage-pages.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { instantText } from '../../ui/fields/parse.ts'
import { Section } from '../../ui/Section.tsx'
import { columnLabel } from './column-labels.ts'

const PAGE = 50
type Page = { readonly entries: HistoryEntry[] }

/** 记录: who changed what and when, with before and after. Nothing can be changed here. */
export function RecordsPage({ caseId, dossier }: StageProps) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, unknown[], number | null>({
    queryKey: ['case.history', caseId],
    queryFn: async ({ pageParam }) =>
      unwrap(await call('case.history', { caseId, limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) })),
    initialPageParam: null,
    getNextPageParam: (page) => (page.entries.length < PAGE ? null : (page.entries.at(-1)?.seq ?? null)),
  })
  if (query.error) return <Failure message={query.error.message} onRetry={() => void query.refetch()} />
  if (!query.data) return <Waiting />
  const entries = query.data.pages.flatMap((page) => page.entries)
  return (
    <Section title="操作记录" note="每次保存留一条，与内容同时写入，不能修改" isFlush={entries.length > 0}>
      {entries.length === 0 ? <EmptyState what="还没有操作记录。" /> : null}
      {entries.map((entry) => (
        <Entry key={entry.seq} entry={entry} dossier={dossier} />
      ))}
      {query.hasNextPage ? (
        <p className="entry">
          <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            更早的记录
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

/** Rows of one entry that are shown at once; an import writes hundreds. */
const SHOWN = 6

function Entry({ entry, dossier }: { readonly entry: HistoryEntry; readonly dossier: Dossier }) {
  const lines = entry.changes.flatMap((change) => linesOf(change, dossier))
  return (
    <article className="entry">
      <p className="when">
        <time dateTime={entry.at}>{instantText(entry.at)}</time>
        <span className={entry.isUndone ? 'undone' : 'strong'}>{entry.summary}</span>
        <span className="dim">{entry.actorName}</span>
        {entry.isUndone ? <span className="tag">已撤销</span> : null}
      </p>
      {lines.length === 0 ? null : lines.length <= SHOWN ? (
        <Lines lines={lines} />
      ) : (
        <details>
          <summary>{lines.length} 处内容</summary>
          <Lines lines={lines} />
        </details>
      )}
    </article>
  )
}

type Line = { readonly key: string; readonly label: string; readonly before: string | null; readonly after: string }

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <table>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.label}</th>
            <td>
              {line.before === null ? null : (
                <>
                  <span className="before">{line.before}</span> →{' '}
                </>
              )}
              {line.after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The changed columns that have a name, values in words. Long prose is cut: the whole of it stands in the case. */
function linesOf(change: HistoryEntry['changes'][number], dossier: Dossier): Line[] {
  const { table, rowId, before, after } = change
  const tableLabel = table === 'caseFile' ? '案卷' : isCaseTable(table) ? caseTables[table].label : table
  return Object.entries(after).flatMap(([column, value]) => {
    const label = columnLabel(table, column)
    const old = before?.[column] ?? null
    if (label === null || column === 'sortKey' || (value === null && old === null)) return []
    return {
      key: `${rowId}-${column}`,
      label: `${tableLabel}·${label}`,
      before: before === null ? null : words(table, column, old, dossier),
      after: words(table, column, value, dossier),
    }
  })
}

function words(table: string, column: string, value: unknown, dossier: Dossier): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (column === 'removed' || /^(is|has)[A-Z]/.test(column)) return value === 1 || value === true ? '是' : '否'
  if (column.endsWith('Fen') && typeof value === 'number') return `${exactWan(value)} 万元`
  const text = String(value)
  if (column.endsWith('Id')) return nameOf(text, dossier) ?? '（另一条记录）'
  if (column.endsWith('List')) return listText(text)
  if (/^\d{4}-\d{2}-\d{2}T.*\+08:00$/.test(text)) return instantText(text)
  const labels = table === 'caseFile' || isCaseTable(table) ? labelsOf(table, column) : null
  const known = labels && Object.hasOwn(labels, text) ? labels[text] : undefined
  return known ?? (text.length > 120 ? `${text.slice(0, 120)}…` : text)
}

function nameOf(id: string, { rows }: Dossier): string | null {
  const unit = rows.unit.find((row) => row.id === id)?.name
  return (
    unit ?? rows.person.find((row) => row.id === id)?.name ?? rows.evidence.find((row) => row.id === id)?.title ?? null
  )
}

function listText(json: string): string {
  try {
    const items: unknown = JSON.parse(json)
    return Array.isArray(items) ? items.join('、') : json
  } catch {
    return json
  }
}
