// Files that are no spreadsheet, hide something, or are far too large are refused clearly and quickly.
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { upload, workbook } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const clerk = await app.makeStaff('周敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const titles = ['街道', '社区', '网格', '小区', '楼栋', '单元', '房号', '类型', '楼层', '面积(㎡)', '面积来源']
const codeOf = async (bytes: Buffer) => {
  const answer = await upload(app, clerk.cookie, 'places', bytes)
  return [answer.status, answer.body.code]
}

interface Part {
  readonly name: string
  readonly data: Buffer
  /** What the directory claims, if not the truth. */
  readonly claims?: number
}
/** A zip written by hand, so that it can lie. */
const zip = (parts: readonly Part[]): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claims } of parts) {
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(claims ?? data.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(data), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? data.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The least a workbook needs, around the XML of one sheet. */
const book = (sheet: string | Buffer, more: readonly Part[] = [], claims?: number) =>
  zip([
    {
      name: 'xl/workbook.xml',
      data: Buffer.from(
        `<workbook xmlns="${main}" xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(sheet), ...(claims === undefined ? {} : { claims }) },
    ...more,
  ])
const rowXml = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const sheetXml = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
const home = rowXml(['城东街道', '和顺社区', '第一网格', '新城花园', '1号楼', '1单元', '101'])

void test('a workbook written by hand is read, with macros beside it too', async () => {
  const sheet = sheetXml(rowXml(titles) + home)
  for (const bytes of [book(sheet), book(sheet, [{ name: 'xl/vbaProject.bin', data: Buffer.alloc(2000, 7) }])]) {
    const answer = await upload(app, clerk.cookie, 'places', bytes)
    assert.deepEqual([answer.status, answer.body.created], [200, 1])
  }
})

void test('what is no workbook is refused as such', async () => {
  const xlsx = await workbook(titles, [['城东街道', '和顺社区']])
  for (const bytes of [
    Buffer.from('街道,社区\n城东街道,和顺社区\n'),
    Buffer.from('%PDF-1.7 ...'),
    Buffer.from('PK\u0003\u0004 and nothing more'),
    Buffer.alloc(0),
    xlsx.subarray(0, xlsx.length / 2),
    zip([{ name: 'word/document.xml', data: Buffer.from('<w/>') }]),
    book('<worksheet><sheetData><row>'),
    book(
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    ),
    zip([{ name: 'xl/workbook.xml', data: Buffer.from('no xml at all') }]),
  ]) {
    assert.deepEqual(await codeOf(bytes), [415, 'import.not-excel'])
  }
})

void test('a password-protected file says so, an old .xls is no file we read', async () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024)])
  const encrypted = Buffer.concat([
    ole,
    Buffer.from('EncryptionInfo', 'utf16le'),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  assert.deepEqual(await codeOf(encrypted), [422, 'import.encrypted'])
  assert.deepEqual(await codeOf(Buffer.concat([ole, Buffer.from('Workbook', 'utf16le')])), [415, 'import.not-excel'])
})

void test('wrong titles and empty sheets are told apart', async () => {
  assert.deepEqual(await codeOf(await workbook(['姓名', '电话'], [['张三', '1']])), [422, 'import.wrong-columns'])
  assert.deepEqual(await codeOf(await workbook(['小区', '楼栋', '单元', '房号', '姓名', '手机号', '身份'], [['a']])), [
    422,
    'import.wrong-columns',
  ])
  assert.deepEqual(await codeOf(await workbook(titles, [])), [422, 'import.empty'])
  assert.deepEqual(await codeOf(book(sheetXml(''))), [422, 'import.empty'])
  const wrong = await upload(app, clerk.cookie, 'places', await workbook(['姓名'], [['张三']]))
  assert.ok(wrong.body.fields.some((field: { path: string }) => field.path === '街道'))
})

void test('a zip bomb is refused by what it declares, and a lying one by what it declared', async () => {
  const honest = book(Buffer.alloc(210 * 1024 * 1024, 32))
  assert.ok(honest.length < 1024 * 1024)
  assert.deepEqual(await codeOf(honest), [413, 'import.too-large'])
  const lying = book(Buffer.alloc(50 * 1024 * 1024, 32), [], 1000)
  assert.deepEqual(await codeOf(lying), [415, 'import.not-excel'])
})

void test('more than twenty thousand rows are too many; a million empty ones are none', async () => {
  assert.deepEqual(await codeOf(book(sheetXml(rowXml(titles) + home.repeat(20_001)))), [413, 'import.too-large'])
  const empty = await upload(
    app,
    clerk.cookie,
    'places',
    book(sheetXml(rowXml(titles) + home + '<row/>'.repeat(1_000_000))),
  )
  assert.deepEqual([empty.status, empty.body.rows], [200, 1])
})

void test('fifty megabytes are refused before they are looked at', async () => {
  const answer = await upload(app, clerk.cookie, 'places', Buffer.alloc(50 * 1024 * 1024, 1))
  assert.deepEqual([answer.status, answer.body.code], [413, 'http.too-large'])
})

void test('the table may stand on a later sheet, below a heading', async () => {
  const pages = new ExcelJS.Workbook()
  pages.addWorksheet('封面').addRow(['和顺社区房屋清单'])
  const page = pages.addWorksheet('房屋')
  page.addRow(['制表：周敏'])
  page.addRow([])
  page.addRow(titles)
  page.addRow(['城东街道', '和顺社区', '', '新城花园', '1号楼', '', '101'])
  const answer = await upload(app, clerk.cookie, 'places', Buffer.from(await pages.xlsx.writeBuffer()))
  assert.deepEqual([answer.status, answer.body.rows, answer.body.created], [200, 1, 1])
})

void test('what is merged over several rows is meant for each of them, and a file that lies about it does no harm', async () => {
  const merged = new ExcelJS.Workbook()
  const page = merged.addWorksheet('表')
  page.addRow(titles)
  page.addRow(['城东街道', '和顺社区', '第一网格', '新城花园', '7号楼', '1单元', '101'])
  page.addRow([null, null, null, null, null, null, '102'])
  page.addRow([null, null, null, null, null, '2单元', '101'])
  for (const column of 'ABCDE') page.mergeCells(`${column}2:${column}4`)
  page.mergeCells('F2:F3')
  const answer = await upload(app, clerk.cookie, 'places', Buffer.from(await merged.xlsx.writeBuffer()))
  assert.deepEqual([answer.status, answer.body.good, answer.body.bad], [200, 3, 0])
  const { rows } = (await app.call(clerk.cookie, `GET /api/imports/${answer.body.id}/rows`)).body
  assert.deepEqual(
    rows.map((row: { cells: Record<string, string> }) => [row.cells['building'], row.cells['unit'], row.cells['room']]),
    [
      ['7号楼', '1单元', '101'],
      ['7号楼', '1单元', '102'],
      ['7号楼', '2单元', '101'],
    ],
  )
  const lies = ['A2:A9999999', 'ZZZ1:A2', 'A5:A1', '=1+1'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const sheet = sheetXml(rowXml(titles) + home).replace('</worksheet>', `<mergeCells>${lies}</mergeCells></worksheet>`)
  assert.equal((await upload(app, clerk.cookie, 'places', book(sheet))).body.good, 1)
})
void test('a door number that the spreadsheet made a day is an error of its cell, not a home of that name', async () => {
  const bytes = await workbook(titles, [
    ['城东街道', '和顺社区', null, '新城花园', '8号楼', null, new Date(Date.UTC(2026, 4, 3))],
  ])
  const { body } = await upload(app, clerk.cookie, 'places', bytes)
  const { rows } = (await app.call(clerk.cookie, `GET /api/imports/${body.id}/rows`)).body
  assert.deepEqual(rows[0].errors, [{ column: 'room', message: '表格把它变成了日期，请把格子设成文本再填' }])
})
void test('strange row numbers, strange words and cut characters end as errors of a row, not of the server', async () => {
  const strange = ['NaN', '7', '7', '-3', '99999999999999', '1e400'].map((number, i) =>
    rowXml(['城东街道', '和顺社区', '', '新城花园', '1号楼', '', `10${i}`, i === 0 ? 'constructor' : '']).replace(
      '<row>',
      `<row r="${number}">`,
    ),
  )
  const long = rowXml([
    '城东街道',
    '和顺社区',
    '',
    `${'长'.repeat(499)}\u{1F600}`,
    '',
    '',
    '',
    'toString',
    '1e309',
    '__proto__',
  ])
  const answer = await upload(app, clerk.cookie, 'places', book(sheetXml(rowXml(titles) + strange.join('') + long)))
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  assert.deepEqual([answer.body.rows, answer.body.bad], [7, 2])
})

void test('nothing of a refused file is kept', async () => {
  const before = await app.sql<{ n: number }>('select count(*)::int as n from imports')
  await codeOf(Buffer.from('nothing'))
  await codeOf(await workbook(titles, []))
  assert.deepEqual(await app.sql('select count(*)::int as n from imports'), before)
})
