// Reads a list page by page: rows so far, whether there are more, and a way to fetch them.
import { useInfiniteQuery } from '@tanstack/react-query'
import { hasSheet, sheetKeyOf, type SheetList } from '../../../contract/src/list-sheets.ts'
import { addressOf, call, type ApiKey, type Input, type Out, type Refused } from './api.ts'

type Page = { readonly rows: readonly unknown[]; readonly total: number | null; readonly next: string | null }
/** Endpoints that answer a page of rows. */
export type ListKey = {
  [K in Extract<ApiKey, `GET ${string}`>]: Out<K> extends Page ? K : never
}[Extract<ApiKey, `GET ${string}`>]
/** A row of a list: `RowOf<'GET /api/organisations'>`. */
export type RowOf<K extends ListKey> = Out<K> extends { rows: (infer R)[] } ? R : never

export interface List<R> {
  readonly rows: readonly R[]
  readonly total: number | null
  /** Nothing has arrived yet. */ readonly isLoading: boolean
  /** Shown rows belong to an earlier filter while the new ones load. */ readonly isStale: boolean
  readonly error: Refused | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly again: () => void
  /** Where all of it, under the filters asked for, is a spreadsheet. */ readonly sheet: string | null
}
/** Where a table that comes in one answer is a spreadsheet. */
export const sheetAddress = <K extends SheetList & ApiKey>(key: K, input: Input<K>): string =>
  sheetOf(key, input as object)!
/** Where a list is a spreadsheet, if it is one. */
const sheetOf = (key: ApiKey, input: object): string | null => {
  if (!hasSheet(key)) return null
  const asked = input as { readonly query?: Readonly<Record<string, unknown>> }
  return addressOf(sheetKeyOf(key), {
    ...asked,
    query: { ...asked.query, limit: undefined, count: undefined },
  } as never)
}

/** `const people = useList('GET /api/identity/people', { query: { search } })`. */
export const useList = <K extends ListKey>(key: K, input: Input<K>, when = true): List<RowOf<K>> => {
  const query = useInfiniteQuery<Page, Refused, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: [key, input, 'pages'],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }) => {
      const asked = input as { readonly query?: Record<string, unknown> }
      const query = { ...asked.query, ...(pageParam === null ? {} : { after: pageParam }) }
      return (await call(key, { ...asked, query } as never, { signal })) as Page
    },
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
    enabled: when,
  })
  return {
    rows: (query.data?.pages.flatMap((page) => page.rows) ?? []) as RowOf<K>[],
    total: query.data?.pages[0]?.total ?? null,
    isLoading: query.isPending && when,
    isStale: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
    sheet: sheetOf(key, input),
  }
}
