// Lists of a module as spreadsheets: each is its list's own handler, asked page by page, so that scope, filters and
// masking cannot differ from what is on screen.
import type { EndpointTable } from '../../../contract/src/endpoint.ts'
import { hasSheet, listSheets, sheetKeyOf, type ListName, type SheetList } from '../../../contract/src/list-sheets.ts'
import { sheetEndpoint, type SheetRow } from '../../../contract/src/sheet-endpoints.ts'
import type { Cx } from './cx.ts'
import { exportedList, sheetPage, type ListColumn } from './list-sheet.ts'
import type { Route } from './module.ts'

/** The columns of every spreadsheet among the lists of a table: one without columns does not compile. */
export type SheetsOf<T extends EndpointTable> = {
  readonly [K in keyof T & SheetList]: readonly ListColumn<SheetRow<K, T[K]>>[]
}
type Page = { readonly rows: readonly unknown[]; readonly next: string | null }
const pageIn = (key: SheetList, answer: unknown): Page => {
  if (Array.isArray(answer)) return { rows: answer, next: null }
  const name: ListName = listSheets[key]
  const fields = answer as Readonly<Record<string, unknown>>
  return {
    rows: fields[name.rows ?? 'rows'] as readonly unknown[],
    next: (fields['next'] as string | undefined) ?? null,
  }
}
const sheetRoute = (key: SheetList, list: Route, columns: readonly ListColumn<never>[]): Route => ({
  key: sheetKeyOf(key),
  endpoint: sheetEndpoint(key, list.endpoint),
  handle: async (cx, input) => {
    const { zh, en } = listSheets[key]
    const pageAfter = async (after: string | undefined) => {
      const query = { ...(input.query as object | undefined), ...sheetPage(after), count: false }
      return pageIn(key, await list.handle(cx, { ...input, query: query as never }))
    }
    // A refusal comes before the first byte, not in the middle of a file.
    const first = await pageAfter(undefined)
    return exportedList(cx as Cx, zh, {
      name: [zh, en],
      columns: columns as readonly ListColumn<unknown>[],
      page: async (after) => (after === undefined ? first : pageAfter(after)),
    })
  },
})
/** The routes of a module with the spreadsheets of its lists: `withSheets(hotlineApi, serve(hotlineApi, {…}), sheets)`. */
export const withSheets = <T extends EndpointTable>(
  _table: T,
  routes: readonly Route[],
  sheets: SheetsOf<T>,
): Route[] => {
  const columns = new Map(Object.entries<readonly ListColumn<never>[]>(sheets))
  return [
    ...routes,
    ...routes.flatMap((list) => {
      const own = columns.get(list.key)
      return hasSheet(list.key) && own !== undefined ? [sheetRoute(list.key, list, own)] : []
    }),
  ]
}
