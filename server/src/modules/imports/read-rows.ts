// Finds the table in an uploaded workbook: its header, its columns, its rows without the examples.
import { refuse } from '../../platform/refuse.ts'
import { EXAMPLE, REMARK, sheets, type Column, type ImportKind } from './columns.ts'
import type { ImportRow } from './plan.ts'
import { readWorkbook, ROW_LIMIT, type SheetRow } from './workbook.ts'

const HEADER_WITHIN = 10
/** Titles are compared without spaces, stars and brackets of either width. */
const bare = (title: string) =>
  title
    .replace(/[\s*＊]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace('m²', '㎡')
    .replace(/\(必填\)$/, '')

type Header = ReadonlyMap<string, number>
const headerOf = (row: SheetRow, columns: readonly Column[]): Header => {
  const byTitle = new Map([...row.cells].map(([column, text]) => [bare(text), column]))
  const keys = [...columns.map(({ key, title }) => ({ key, title })), { key: REMARK, title: REMARK }]
  return new Map(
    keys.flatMap(({ key, title }) => {
      const column = byTitle.get(bare(title))
      return column === undefined ? [] : [[key, column] as const]
    }),
  )
}
const isComplete = (header: Header, columns: readonly Column[]) =>
  columns.every((column) => !column.isRequired || header.has(column.key)) &&
  columns.filter((column) => header.has(column.key)).length >= columns.length / 2

const rowsBelow = (rows: readonly SheetRow[], header: Header, columns: readonly Column[]): ImportRow[] =>
  rows.flatMap(({ number, cells }) => {
    if (cells.get(header.get(REMARK) ?? -1)?.startsWith(EXAMPLE)) return []
    const own = columns.flatMap(({ key }) => {
      const text = cells.get(header.get(key) ?? -1)
      return text === undefined ? [] : [[key, text] as const]
    })
    return own.length === 0 ? [] : [{ row: number, cells: Object.fromEntries(own) }]
  })

/**
 * The rows of the first sheet whose header is that of the template; the order of the columns does not matter.
 * @throws import.not-excel, import.encrypted, import.too-large, import.wrong-columns, import.empty
 */
export const readRows = async (kind: ImportKind, bytes: Buffer): Promise<ImportRow[]> => {
  const { columns } = sheets[kind]
  let hasCells = false
  for await (const rows of readWorkbook(bytes)) {
    hasCells ||= rows.length > 0
    for (const [i, row] of rows.slice(0, HEADER_WITHIN).entries()) {
      const header = headerOf(row, columns)
      if (!isComplete(header, columns)) continue
      const found = rowsBelow(rows.slice(i + 1), header, columns)
      if (found.length === 0) throw refuse('import.empty')
      if (found.length > ROW_LIMIT) throw refuse('import.too-large', { because: 'rows' })
      return found
    }
  }
  if (!hasCells) throw refuse('import.empty')
  throw refuse('import.wrong-columns', {
    fields: columns
      .filter((column) => column.isRequired)
      .map((column) => ({ path: column.title, message: '表头里要有这一列' })),
  })
}
