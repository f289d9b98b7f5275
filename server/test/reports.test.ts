// Reports on paper: the trend is drawn in the document and in the spreadsheet as on screen, and both open.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { app, count, day, dueBefore, moves, officer, report } from './support/rate-town.ts'
import { unzip } from './support/unzip.ts'

const file = async (path: 'sheet' | 'document', kind: 'week' | 'month'): Promise<Buffer> => {
  const answer = await app.call(officer.cookie, `GET /api/reports/${path}?kind=${kind}&day=${day(-1)}`)
  assert.equal(answer.status, 200)
  return answer.raw
}
const picturesOf = (files: Map<string, Buffer>) =>
  [...files].flatMap(([name, body]) => (/media\/.*\.png$/.test(name) ? [body] : []))
const trendColours = ['0b6bcb', '1a7f4b', 'a15c00']
/** Drawn, not blank: it has the colours of all its parts. */
const assertDrawn = async (png: Buffer, size: readonly number[] = [1280, 472], colours = trendColours) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  assert.deepEqual([info.width, info.height], size)
  const seen = new Set<string>()
  for (let at = 0; at < data.length; at += info.channels) seen.add(data.subarray(at, at + 3).toString('hex'))
  for (const colour of colours) assert.ok(seen.has(colour), colour)
}

test('with one week to show there is nothing to draw, and the files still open', async () => {
  const files = unzip(await file('document', 'week'))
  assert.ok(files.has('word/document.xml'))
  assert.deepEqual(picturesOf(files), [])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await file('sheet', 'week')) as unknown as ArrayBuffer)
  assert.equal(book.worksheets.length > 5, true)
})
test('the trend of the weeks stands in the document, with words for who cannot see it', async () => {
  for (const days of [3, 10, 17]) {
    const id = await report()
    await moves.dispatch!(id, 0)
    await moves.takeUp!(id, 0)
    await moves.close!(id, 0)
    await moves.confirm!(id, 2)
    await dueBefore(id, days)
  }
  await count()
  const files = unzip(await file('document', 'week'))
  const [png, ...more] = picturesOf(files)
  assert.equal(more.length, 0)
  await assertDrawn(png!)
  const body = files.get('word/document.xml')!.toString('utf8')
  assert.match(body, /<wp:docPr [^>]*descr="三率走势图"/)
  const relation = /<a:blip r:embed="(rId[^"]+|\{[^"]+)"/.exec(body)?.[1]
  const target = new RegExp(`Id="${relation}"[^>]*Target="([^"]+)"`).exec(
    files.get('word/_rels/document.xml.rels')!.toString('utf8'),
  )?.[1]
  assert.ok(files.has(`word/${target}`), 'the picture the document names is in it')
  assert.match(files.get('[Content_Types].xml')!.toString('utf8'), /Extension="png"/)
})
test('the same picture stands below the table of the trend in the spreadsheet', async () => {
  const bytes = await file('sheet', 'week')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const pictured = book.worksheets.filter((page) => page.getImages().length > 0)
  assert.deepEqual(
    pictured.map((page) => page.name),
    ['走势'],
  )
  const [image] = pictured[0]!.getImages()
  assert.ok(image!.range.tl.nativeRow >= pictured[0]!.rowCount, 'it covers no figure')
  const [png] = picturesOf(unzip(bytes))
  await assertDrawn(png!)
})
test('with two categories there are bars of what was due and what was solved, in document and spreadsheet', async () => {
  for (const isSolved of [true, false]) {
    const id = await report()
    await app.sql('update cases set category_id = $2 where id = $1', [id, app.district.categories.leak])
    await moves.dispatch!(id, 0)
    await moves.takeUp!(id, 0)
    if (isSolved) {
      await moves.close!(id, 0)
      await moves.confirm!(id, 2)
    }
    await dueBefore(id, 3)
  }
  await count()
  const files = unzip(await file('document', 'week'))
  const [, bars, ...more] = picturesOf(files)
  assert.equal(more.length, 0, 'one body and one place make no bars')
  // Two bars and their key.
  await assertDrawn(bars!, [1280, 2 * (10 + 2 * 26 + 34)], ['1a7f4b', 'cfe3d7'])
  assert.match(files.get('word/document.xml')!.toString('utf8'), /descr="按类别：已解决、应办结"/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await file('sheet', 'week')) as unknown as ArrayBuffer)
  const pictured = book.worksheets.filter((page) => page.getImages().length > 0)
  assert.deepEqual(
    pictured.map((page) => page.name),
    ['走势', '按类别'],
  )
})
test('the picture speaks the language of the reader', async () => {
  await app.sql("update persons set language = 'en' where id = $1", [officer.id])
  const body = unzip(await file('document', 'week'))
    .get('word/document.xml')!
    .toString('utf8')
  assert.match(body, /<wp:docPr [^>]*descr="Trend of the three rates"/)
})
