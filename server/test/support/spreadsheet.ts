// Makes spreadsheets and uploads them, for the tests of imports.
import ExcelJS from 'exceljs'
import { randomUUID } from 'node:crypto'
import type { TestApp } from './test-app.ts'

export type Cell = string | number | Date | null | { formula: string; result: string | number }
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook of one sheet: titles, then rows. */
export const workbook = async (titles: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('表')
  page.addRow([...titles])
  for (const row of rows) page.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
/** A form with the fields first and the file after them, as browsers send it. */
export const form = (fields: Readonly<Record<string, string>>, bytes: Buffer, name = '表.xlsx') => {
  const boundary = `----${randomUUID()}`
  const head = Object.entries(fields)
    .map(([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
    .join('')
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${XLSX}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
export const upload = (app: Pick<TestApp, 'call'>, who: string | null, kind: string, bytes: Buffer) =>
  app.call(who, 'POST /api/imports', form({ kind }, bytes))
