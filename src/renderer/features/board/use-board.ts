import { useInfiniteQuery } from '@tanstack/react-query'
import type { BoardFilter, BoardRow } from '../../../shared/clock/contract.ts'
import type { Output } from '../../../shared/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import { unwrap } from '../../api.ts'
import { call } from '../../host.ts'

type Page = Output<'clock.board'>

export type Board = {
  readonly rows: readonly BoardRow[]
  readonly total: number
  readonly counts: Page['counts'] | null
  readonly today: string | null
  readonly error: string | null
  readonly retry: () => void
  /** asks for the next page; null when there is none */
  readonly more: (() => void) | null
}

const PAGE = 200
/** The day may become another one while the page is open. */
const EVERY_MS = 600_000

export function useBoard(filter: BoardFilter): Board {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, unknown[], number>({
    queryKey: ['clock.board', filter, 'pages'],
    queryFn: async ({ pageParam }) => unwrap(await call('clock.board', { filter, offset: pageParam, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (pages.length * PAGE < page.total ? pages.length * PAGE : undefined),
    refetchInterval: EVERY_MS,
  })
  const pages = query.data?.pages ?? []
  const [first] = pages
  return {
    rows: pages.flatMap((page) => page.rows),
    total: first?.total ?? 0,
    counts: first?.counts ?? null,
    today: first?.today ?? null,
    error: query.error?.message ?? null,
    retry: () => void query.refetch(),
    more: query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null,
  }
}
