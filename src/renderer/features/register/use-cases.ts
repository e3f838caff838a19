import { useInfiniteQuery } from '@tanstack/react-query'
import type { CaseFilter, CaseSummary } from '../../../shared/case/contract.ts'
import type { Input, Output } from '../../../shared/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import { unwrap } from '../../api.ts'
import { call } from '../../host.ts'

type Page = Output<'case.list'>
type Cursor = NonNullable<Input<'case.list'>['after']>

export type Cases = {
  readonly rows: readonly CaseSummary[]
  readonly total: number | null
  readonly isWaiting: boolean
  readonly error: string | null
  readonly retry: () => void
  /** asks for the next page when there is one */
  readonly more: () => void
}

const PAGE = 100

/** The register page by page (keyset): the first paint costs the same with ten cases and with a hundred thousand. */
export function useCases(filter: CaseFilter): Cases {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, unknown[], Cursor | null>({
    queryKey: ['case.list', filter],
    queryFn: async ({ pageParam }) =>
      unwrap(await call('case.list', { filter, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) })),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
  const pages = query.data?.pages ?? []
  return {
    rows: pages.flatMap((page) => page.rows),
    total: pages[0]?.total ?? null,
    isWaiting: query.isPending,
    error: query.error?.message ?? null,
    retry: () => void query.refetch(),
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}
