// Makes spreadsheets, uploads them and looks at what was said of each row, for the tests of imports.
import assert from 'node:assert/strict'
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

export const titles = {
  places: ['街道', '社区', '网格', '小区', '楼栋', '单元', '房号', '类型', '楼层', '面积(㎡)', '面积来源'],
  residents: ['小区', '楼栋', '单元', '房号', '姓名', '手机号', '身份'],
  organisations: ['类型', '名称', '简称', '电话', '所在社区或街道', '服务小区'],
  staff: ['姓名', '手机号', '登录名', '岗位', '组织', '管辖地点', '开始日期', '结束日期'],
} as const
export interface Row {
  readonly row: number
  readonly does: string
  readonly cells: Readonly<Record<string, string>>
  readonly errors: readonly { readonly column: string; readonly message: string }[]
}
export const errorsOf = (rows: readonly Row[], row: number) => rows.find((one) => one.row === row)!.errors
export const doesOf = (rows: readonly Row[]) => rows.toSorted((a, b) => a.row - b.row).map((row) => row.does)
/** Uploads and reads back the verdicts; commits. */
export const importer = ({ call }: Pick<TestApp, 'call'>) => ({
  preview: async (who: string, kind: string, header: readonly string[], rows: readonly (readonly Cell[])[]) => {
    const answer = await upload({ call }, who, kind, await workbook(header, rows))
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const list = await call(who, `GET /api/imports/${answer.body.id}/rows?limit=200`)
    assert.equal(list.status, 200)
    return { run: answer.body, rows: list.body.rows as Row[] }
  },
  commit: (who: string, id: string, which = 'all') => call(who, `POST /api/imports/${id}/commit`, { body: { which } }),
})
