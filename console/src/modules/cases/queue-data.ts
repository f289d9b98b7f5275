// The rows of the queue, page by page, read again when a case changes.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call, Refused, type Out } from '../../platform/api.ts'
import type { QueueQuery } from './filters.ts'

export type CaseRow = Out<'GET /api/cases'>['rows'][number]
const pageSize = 40

/** `rows`, `total`, and `more()` while there are more. */
export const useQueue = (query: QueueQuery) => {
  const read = useInfiniteQuery<
    Out<'GET /api/cases'>,
    Refused,
    { pages: Out<'GET /api/cases'>[] },
    unknown[],
    string | null
  >({
    queryKey: ['GET /api/cases', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/cases',
        { query: { ...query, limit: pageSize, ...(pageParam ? { after: pageParam } : { count: 'true' as const }) } },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.rows) ?? [], [read.data])
  return {
    rows,
    total: read.data?.pages[0]?.total ?? null,
    isLoading: read.data === undefined && !read.error,
    isStale: read.isPlaceholderData,
    error: read.data === undefined ? read.error : null,
    retry: () => void read.refetch(),
    hasMore: read.hasNextPage,
    isReadingMore: read.isFetchingNextPage,
    more: () => void read.fetchNextPage(),
  }
}
