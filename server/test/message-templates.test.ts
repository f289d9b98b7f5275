// The templates as their editor shows them: every event and field has a name and an example, in the page and in the sheet.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { eventName, fieldName, templateMost } from '../../contract/src/notices-events.ts'
import { defaultTemplates, exampleFields } from '../src/modules/notices/default-templates.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()

test('every event a message is sent for has a name of its own in both languages', () => {
  const events = [...new Set(defaultTemplates.map(({ event }) => event))]
  assert.deepEqual(
    events.filter((event) => !eventName(event)?.zh || !eventName(event)?.en),
    [],
  )
  for (const audience of ['reporter', 'handler', 'community', 'person']) {
    const names = defaultTemplates.filter((one) => one.audience === audience).map(({ event }) => eventName(event)!.zh)
    assert.equal(new Set(names).size, names.length, `two events told to ${audience} share a name`)
  }
})
test('every field of a wording has a name, and an example for the preview', () => {
  const fields = [...new Set(defaultTemplates.flatMap((template) => template.fields))]
  assert.deepEqual(
    fields.filter((field) => !fieldName(field)?.zh || !fieldName(field)?.en),
    [],
  )
  assert.deepEqual(
    fields.filter((field) => !exampleFields[field]),
    [],
  )
})
test('every delivered wording is one the editor would take', () => {
  for (const template of defaultTemplates)
    for (const side of ['zh', 'en'] as const)
      for (const part of ['title', 'body'] as const)
        assert.ok(
          template[side][part].length <= templateMost[side][part],
          `${template.event} ${template.audience} ${side} ${part}`,
        )
})
test('the spreadsheet of templates names events and who is told, in no code', async () => {
  const administrator = await app.makeStaff(
    '管理员',
    'administrator',
    app.district.organisations.office,
    app.district.id,
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(
    (await app.call(administrator.cookie, 'GET /api/notices/templates.xlsx')).raw as unknown as ArrayBuffer,
  )
  const cells: string[] = []
  book.worksheets[0]!.eachRow((row, number) => {
    if (number > 1) cells.push(row.getCell(1).text, row.getCell(2).text)
  })
  assert.ok(cells.length > 200)
  assert.deepEqual(
    cells.filter((cell) => !/[\u4e00-\u9fff]/.test(cell)),
    [],
  )
})
