// Reads a spreadsheet that was downloaded.
import ExcelJS from 'exceljs'

export const sheetIn = async (bytes: Buffer) => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book.worksheets[0]!
}
/** Every row, the titles first, each cell as text. */
export const cellsOf = async (bytes: Buffer): Promise<string[][]> => {
  const rows: string[][] = []
  const page = await sheetIn(bytes)
  page.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))))
  return rows
}
