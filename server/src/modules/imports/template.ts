// The spreadsheet to download: header with notes, lists to choose from, marked examples, and a sheet that explains.
import { loadExcel, type ExcelJS } from '../../platform/excel.ts'
import type { Download } from '../../platform/module.ts'
import { XLSX } from '../../platform/sheet.ts'
import { EXAMPLE, REMARK, sheets, type Column, type ImportKind } from './columns.ts'

const LISTED_ROWS = 2000
const header = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3EEE6' } } as const
const line = { style: 'thin', color: { argb: 'FFE6E2DC' } } as const
const letterOf = (column: number) => String.fromCharCode(65 + column)

const addData = (
  book: ExcelJS.Workbook,
  title: string,
  columns: readonly Column[],
  examples: readonly Readonly<Record<string, string>>[],
) => {
  const page = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  // Text format keeps 101, 0012 and 1-1 as they are typed.
  page.columns = [...columns, { key: REMARK, title: REMARK, width: 24 }].map(({ key, title: text, width }) => ({
    key,
    header: text,
    width,
    style: { numFmt: '@' },
  }))
  const head = page.getRow(1)
  head.height = 24
  columns.forEach((column, i) => {
    const cell = head.getCell(i + 1)
    cell.note = `${column.isRequired ? '必填。' : ''}${column.help}`
  })
  head.eachCell((cell, i) => {
    const isRequired = columns[i - 1]?.isRequired ?? false
    cell.font = { bold: true, color: { argb: isRequired ? 'FFB5281C' : 'FF1F2328' } }
    cell.fill = header
    cell.border = { bottom: line }
    cell.alignment = { vertical: 'middle' }
  })
  for (const example of examples) {
    const row = page.addRow({ ...example, [REMARK]: `${EXAMPLE}，导入时跳过` })
    row.font = { italic: true, color: { argb: 'FF5B626B' } }
  }
  columns.forEach((column, i) => {
    if (column.list === undefined) return
    for (let row = 2; row <= LISTED_ROWS; row++) {
      page.getCell(`${letterOf(i)}${row}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${column.list.join(',')}"`],
        showErrorMessage: true,
        errorTitle: column.title,
        error: '请从列表里选',
      }
    }
  })
}
const addHelp = (book: ExcelJS.Workbook, columns: readonly Column[]) => {
  const page = book.addWorksheet('填写说明')
  page.columns = [
    { header: '列', width: 18 },
    { header: '要不要填', width: 12 },
    { header: '怎么填', width: 70 },
    { header: '可选的内容', width: 60 },
  ]
  page.getRow(1).font = { bold: true }
  page.getRow(1).fill = header
  for (const column of columns) {
    page.addRow([column.title, column.isRequired ? '必填' : '可不填', column.help, column.list?.join('、') ?? ''])
  }
  page.addRow([])
  for (const words of [
    `备注以“${EXAMPLE}”开头的行不导入，可以删掉。`,
    '上传后先给您看每一行会怎样，有错的标在旁边，这时还没有写入。',
    '同一份表可以反复导入，已经有的不会重复。',
    '一次最多 20000 行。列的先后可以变，列名不要改。',
  ])
    page.addRow([words])
  page.eachRow((row) => void (row.alignment = { vertical: 'top', wrapText: row.getCell(2).value !== null }))
}
/** Notes and lists do not stop anybody from typing something else: every row is checked again on upload. */
export const templateOf = async (kind: ImportKind): Promise<Download> => {
  const { title, columns, examples } = sheets[kind]
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  book.creator = '邻里'
  addData(book, title, columns, examples)
  addHelp(book, columns)
  return { name: `导入模板-${title}.xlsx`, mime: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}
