// Lists that begin with the newest row: their order, and the rows after the last one seen.
import { desc, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { afterId } from './after-id.ts'

interface Dated {
  readonly id: AnyColumn
  readonly createdAt: AnyColumn
}
/** `.orderBy(...newestFirst(polls))`, with an index on both columns. */
export const newestFirst = (of: Dated): readonly [SQL, SQL] => [desc(of.createdAt), desc(of.id)]
/**
 * The condition for the next page; the cursor is the id of the last row.
 * @throws http.bad-input
 */
export const olderThan = (of: Dated, after: string | undefined): SQL | undefined => {
  const id = afterId(after)
  if (id === null) return undefined
  return sql`(${of.createdAt}, ${of.id}) < (select q.created_at, q.id from ${of.id.table} q where q.id = ${id})`
}
