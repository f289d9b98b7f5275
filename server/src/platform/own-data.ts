// What a module keeps of a person, for that person's own download: which table, by which column, and what of it is told.
import { and, eq, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Cx } from './cx.ts'

/** The rows of one table that are about a person or were written by them. */
export interface OwnRows {
  /** The name of the list in the file, e.g. `boardPosts`. */
  readonly name: string
  readonly table: PgTable
  /** The column with the person's id. */
  readonly person: PgColumn
  /** Leaves out what was written in office and is about others. */
  readonly only?: SQL
  readonly tell: Readonly<Record<string, PgColumn | SQL>>
}
/** The rows of whoever asks. */
export const ownRowsOf = (cx: Cx, own: OwnRows): Promise<Record<string, unknown>[]> =>
  cx.db
    .select({ ...own.tell })
    .from(own.table)
    .where(and(eq(own.person, cx.actor.personId), own.only))
