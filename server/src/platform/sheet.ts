// A list as a spreadsheet, written row by row while it is read: memory stays flat however long the list is.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { loadExcel, type ExcelJS } from './excel.ts'
import type { Download } from './module.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export interface SheetColumn<R> {
  readonly header: string
  /** In characters of Latin script; Chinese takes two. */
  readonly width: number
  readonly value: (row: R) => string | number | null
}
export interface Sheet<R> {
  /** Without `.xlsx`. */
  readonly fileName: string
  readonly columns: readonly SheetColumn<R>[]
  /** The rows in portions, fetched one after the other. */
  readonly portions: () => AsyncIterable<readonly R[]>
}
/** The day is put into the file's name, so that two exports do not cover each other. */
export const sheetDownload = <R>(sheet: Sheet<R>, now: Date): Download => ({
  name: `${sheet.fileName}-${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}.xlsx`,
  mime: XLSX,
  write: (out) => writeSheet(sheet, out),
})
type Pipe = Writable & { readonly _writableState: { readonly needDrain: boolean } }
/**
 * Waits until the zip has taken what was written. The library never waits: it would hold the whole sheet while the
 * reader is slow. Where it writes to is not in its types, and is a stream too old to say `writableNeedDrain`.
 */
const packed = async (page: ExcelJS.Worksheet): Promise<void> => {
  const { pipes } = (page as unknown as { readonly stream: { readonly pipes: readonly Pipe[] } }).stream
  for (const pipe of pipes) if (pipe._writableState.needDrain) await once(pipe, 'drain')
}
const writeSheet = async <R>(sheet: Sheet<R>, out: Writable): Promise<void> => {
  // The reader may leave in the middle: then nothing waits for it.
  const left = new Promise<void>((resolve) => out.once('close', () => resolve()))
  const { stream } = await loadExcel()
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet(sheet.fileName.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map(({ header, width }) => ({ header, width }))
  page.getRow(1).font = { bold: true }
  page.getRow(1).commit()
  for await (const rows of sheet.portions()) {
    if (out.destroyed) return
    for (const row of rows) page.addRow(sheet.columns.map((column) => column.value(row))).commit()
    await Promise.race([packed(page), left])
  }
  page.commit()
  await Promise.race([book.commit(), left])
}
/** Portions of a keyset list: `page` is asked again and again with the last row of the portion before. */
export const portionsOf = async function* <R>(
  page: (after: R | null) => Promise<readonly R[]>,
): AsyncIterable<readonly R[]> {
  let last: R | null = null
  for (;;) {
    const rows: readonly R[] = await page(last)
    if (rows.length === 0) return
    yield rows
    last = rows[rows.length - 1]!
  }
}
