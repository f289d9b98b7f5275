// Cells merged over several rows: what stands in the first of them is meant for all of them.
interface Row {
  readonly number: number
  readonly cells: Map<number, string>
}
/** The corners of a range such as `A2:B5`: columns from 0, rows as the spreadsheet counts. */
export interface Range {
  readonly column: number
  readonly first: number
  readonly last: number
}
/** Whatever a file claims, no more cells are filled than a sheet we read can have. */
const FILLED_LIMIT = 1_200_000

export const rangeOf = (reference: string, columnOf: (letters: string) => number): Range | null => {
  const match = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference)
  return match === null ? null : { column: columnOf(match[1]!), first: Number(match[2]), last: Number(match[3]) }
}
/** Writes the first cell of each range into the empty ones below it. Rows come in their order. */
export const fillMerged = (rows: readonly Row[], ranges: readonly Range[]): void => {
  const at = new Map(rows.map((row, i) => [row.number, i]))
  let left = FILLED_LIMIT
  for (const { column, first, last } of ranges) {
    const start = at.get(first)
    const text = start === undefined ? undefined : rows[start]!.cells.get(column)
    if (start === undefined || text === undefined) continue
    for (let i = start + 1; i < rows.length && rows[i]!.number <= last && left > 0; i++, left--) {
      const { cells } = rows[i]!
      if (!cells.has(column)) cells.set(column, text)
    }
  }
}
