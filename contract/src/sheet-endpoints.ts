// The endpoints of lists as spreadsheets, made from those of the lists: the same permission, the same filters.
import { z } from 'zod'
import type { Endpoint, EndpointTable, OutOf } from './endpoint.ts'
import { hasSheet, listSheets, sheetKeyOf, type SheetKey, type SheetList } from './list-sheets.ts'

/** What a list is asked for to be read page by page: a spreadsheet has all of it. */
const paged = ['after', 'limit', 'count'] as const
type Paged = (typeof paged)[number]
type Filters<Q> = Q extends z.ZodType ? z.ZodType<Omit<z.output<Q>, Paged>, Omit<z.input<Q>, Paged>> : undefined
export type SheetEndpoint<E extends Endpoint> = {
  readonly say: string
  readonly permission: E['permission']
  readonly journal: string
  readonly gives: 'file'
} & (E extends { readonly params: infer P } ? { readonly params: P } : unknown) &
  (E extends { readonly query: infer Q } ? { readonly query: Filters<Q> } : unknown)
/** A row of a list that has a spreadsheet. */
export type SheetRow<K extends SheetList, E> = (typeof listSheets)[K] extends { readonly rows: infer Field }
  ? Field extends keyof OutOf<E>
    ? OutOf<E>[Field] extends readonly (infer R)[]
      ? R
      : never
    : never
  : OutOf<E> extends readonly (infer R)[]
    ? R
    : OutOf<E> extends { readonly rows: readonly (infer R)[] }
      ? R
      : never

export const sheetEndpoint = (key: SheetList, list: Endpoint): Endpoint => {
  const shape = list.query instanceof z.ZodObject ? (list.query.shape as z.ZodRawShape) : {}
  const filters = Object.entries(shape).filter(([name]) => !(paged as readonly string[]).includes(name))
  return {
    say: 'The same list as a spreadsheet',
    permission: list.permission,
    journal: `exported ${listSheets[key].en}`,
    ...(list.params ? { params: list.params } : {}),
    ...(list.query ? { query: z.object(Object.fromEntries(filters)) } : {}),
    gives: 'file',
  }
}
export type SheetsIn<T extends EndpointTable> = {
  readonly [K in keyof T & SheetList as SheetKey<K>]: SheetEndpoint<T[K] & Endpoint>
}
/** The spreadsheets of the lists of a table. */
export const sheetsIn = <T extends EndpointTable>(table: T): SheetsIn<T> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([key, list]) =>
      hasSheet(key) ? [[sheetKeyOf(key), sheetEndpoint(key, list)]] : [],
    ),
  ) as unknown as SheetsIn<T>
