// Keyset paging: `next` is an opaque cursor of the last row's sort values.
import { refuse } from './refuse.ts'

export type Cursor = readonly (string | number | null)[]
export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')
/** @throws http.bad-input for anything that is not a cursor of `length` parts. */
export const readCursor = (text: string | undefined, length: number): Cursor | null => {
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (
      Array.isArray(value) &&
      value.length === length &&
      value.every((part) => part === null || typeof part === 'string' || Number.isFinite(part))
    )
      return value as Cursor
  } catch {
    // Falls through to the refusal.
  }
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
/** Cuts the one row fetched beyond the page and says where the next page begins. */
export const pageOf = <R>(
  rows: readonly R[],
  limit: number,
  cursor: (last: R) => Cursor,
): { rows: R[]; next: string | null } => {
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? writeCursor(cursor(page[page.length - 1]!)) : null }
}
