// Rows of several tables come in one statement, as JSON; read back here as their tables would give them.
import { getTableColumns, type InferSelectModel, type Table } from 'drizzle-orm'

/** What JSON cannot hold as the table means it: numbers kept as text, bytes, types of our own. */
const unfit = new Set(['bigint', 'buffer', 'custom'])
const isDecimal = (columnType: string) => columnType.startsWith('PgNumeric')

/**
 * A reader of what `json_agg(t)` gives for whole rows of `table`: keys as the table names them, moments as dates.
 * @throws TypeError at once, for a table with a column that JSON cannot hold
 */
export const jsonRows = <T extends Table>(table: T) => {
  const columns = Object.entries(getTableColumns(table)).map(([key, { name, dataType, columnType }]) => {
    if (unfit.has(dataType) || isDecimal(columnType)) throw new TypeError(`${name} cannot be read from JSON`)
    return { key, name, isMoment: dataType === 'date' }
  })
  return (rows: readonly Readonly<Record<string, unknown>>[]): InferSelectModel<T>[] =>
    rows.map((row) => {
      const read: Record<string, unknown> = {}
      for (const { key, name, isMoment } of columns) {
        const value = row[name]
        read[key] = isMoment && value !== null ? new Date(value as string) : value
      }
      return read as InferSelectModel<T>
    })
}
