// Writes many rows at once: one statement for a few thousand rows of one table.
import { getTableColumns, getTableName, sql, type InferInsertModel, type Table } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import { bigrams } from '../platform/search.ts'

const AT_ONCE = 2500

/**
 * Inserts rows that all have the members of the first one. Times go as dates, arrays and jsonb as they are; a value
 * for `search` is what `searchText` gives.
 */
export const insertRows = async <T extends Table>(
  db: Tx,
  table: T,
  rows: readonly InferInsertModel<T>[],
): Promise<void> => {
  if (rows.length === 0) return
  const columns = getTableColumns(table)
  const members = Object.keys(rows[0]!)
  const names = members.map((member) => columns[member]!.name)
  const list = sql.raw(names.map((name) => `"${name}"`).join(', '))
  const target = sql.raw(`"${getTableName(table)}"`)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const slice = rows.slice(from, from + AT_ONCE) as Record<string, unknown>[]
    const records = slice.map((row) => Object.fromEntries(members.map((member, i) => [names[i]!, row[member] ?? null])))
    await db.execute(
      sql`insert into ${target} (${list}) select ${list} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(records)}::jsonb)`,
    )
  }
}
/** The text of a `search` value: the same lexemes as `searchVector` makes. */
export const searchText = (...texts: readonly (string | null | undefined)[]): string =>
  bigrams(texts.filter(Boolean).join(' '))
    .map((gram) => `'${gram}'`)
    .join(' ')
