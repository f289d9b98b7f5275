// Imports of places: what people type is checked row by row, written in one go, and never twice.
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { test } from 'node:test'
import { doesOf, errorsOf, importer, titles, upload, type Cell, type Row } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations } = district
const { preview, commit } = importer(app)
const admin = await app.makeStaff('赵平', 'administrator', organisations.office, district.id)
const clerk = await app.makeStaff('周敏', 'communityClerk', organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff('孙立', 'communitySecretary', organisations.communityA1, district.communityA1)
const home = (room: string, more: readonly Cell[] = []): Cell[] => [
  '城东街道',
  '和顺社区',
  '第一网格',
  '新城花园',
  '1号楼',
  '1单元',
  room,
  ...more,
]

void test('a sheet adds what is missing from the street down, and the second time changes nothing', async () => {
  const rows = [
    ['城北街道', '北桥社区', '一网格', '北桥里', '1号楼', '1单元', '101', '住宅', 1, 89.45, '不动产登记'],
    ['城北街道', '北桥社区', '一网格', '北桥里', '1号楼', '1单元', '102', '住宅', '1', '90.1', '实测'],
    ['城北街道', '北桥社区', '一网格', '北桥里', '2号楼', null, '201'],
    ['城北街道', '北桥社区', null, '北桥里', null, null, 'A-01', '车位', -1, 12.5, '合同'],
    ['城北街道', '北桥社区', '二网格'],
  ]
  const first = await preview(admin.cookie, 'places', titles.places, rows)
  assert.deepEqual(doesOf(first.rows), ['create', 'create', 'create', 'create', 'create'])
  assert.equal((await app.sql("select 1 from places where name = '城北街道'")).length, 0, 'a preview writes no place')
  const done = await commit(admin.cookie, first.run.id)
  assert.deepEqual([done.status, done.body.state, done.body.created], [200, 'committed', 5])
  const [part] = await app.sql(
    "select p.path, p.floor, p.area, p.area_source, g.name as grid, u.name as unit, s.name as street from places p join places g on g.id = p.grid_id join places u on u.id = p.unit_id join places s on s.id = p.street_id where p.path = '北桥里 1号楼 1单元 101'",
  )
  assert.deepEqual(part, {
    path: '北桥里 1号楼 1单元 101',
    floor: 1,
    area: 8945,
    area_source: 'register',
    grid: '一网格',
    unit: '1单元',
    street: '城北街道',
  })
  const kinds = await app.sql(
    "select kind, count(*)::int from places where street_id = (select id from places where name = '城北街道') group by kind order by kind",
  )
  assert.deepEqual(
    kinds.map((row) => `${row['kind']} ${row['count']}`),
    ['building 2', 'community 1', 'estate 1', 'grid 2', 'home 3', 'parking 1', 'street 1', 'unit 1'],
  )
  const found = await call(admin.cookie, `GET /api/places/search?text=${encodeURIComponent('北桥里 102')}`)
  assert.ok(found.body.some((place: { path: string }) => place.path === '北桥里 1号楼 1单元 102'))
  const again = await preview(admin.cookie, 'places', titles.places, rows)
  assert.deepEqual(new Set(doesOf(again.rows)), new Set(['nothing']))
  const repeated = await commit(admin.cookie, again.run.id)
  assert.deepEqual([repeated.body.created, repeated.body.updated, repeated.body.unchanged], [0, 0, 5])
})

void test('a known home is corrected, and a building moves to another grid with all that stands in it', async () => {
  const rows = [['城东街道', '和顺社区', '第二网格', '幸福里小区', '1号楼', '1单元', '101', '住宅', 3, 91, '实测']]
  const { run, rows: seen } = await preview(clerk.cookie, 'places', titles.places, rows)
  assert.deepEqual(doesOf(seen), ['update'])
  assert.equal((await commit(clerk.cookie, run.id)).body.updated, 1)
  const [part] = await app.sql('select floor, area, grid_id from places where id = $1', [district.home1])
  assert.deepEqual(part, { floor: 3, area: 9100, grid_id: district.grid2 })
})

void test('each mistake is named in Chinese beside its column, and only the good rows can be written', async () => {
  const { rows, run } = await preview(clerk.cookie, 'places', titles.places, [
    home('101'),
    home('101'),
    home('102', ['别墅']),
    home('103', ['住宅', '一层', '很大', '听说']),
    home('104', ['住宅', 1, 89.456, '实测']),
    ['城东街道', null, null, '新城花园', '1号楼', null, '105'],
    ['城东街道', '和顺社区', null, null, '1号楼', null, '106'],
    ['城西街道', '古城社区', null, '古城花园', '1号楼', '1单元', '999'],
    ['新街道', '新社区'],
    ['城东街道', '和顺社区', '第二网格', '新城花园', '1号楼', '1单元', '107'],
    ['城东街道', '和顺社区', null, '新城花园', null, null, null, '住宅'],
    home('x'.repeat(70)),
  ])
  assert.deepEqual([run.rows, run.good, run.bad, run.created], [12, 1, 11, 1])
  assert.deepEqual(
    rows.slice(0, 11).map((row) => row.does),
    Array.from({ length: 11 }, () => 'error'),
  )
  assert.deepEqual(errorsOf(rows, 3), [{ column: 'room', message: '和第 2 行重复' }])
  assert.deepEqual(errorsOf(rows, 4), [{ column: 'type', message: '类型只能是住宅、商铺或车位' }])
  assert.deepEqual(
    errorsOf(rows, 5).map((error) => error.column),
    ['areaSource', 'floor', 'area'],
  )
  assert.deepEqual(errorsOf(rows, 6), [{ column: 'area', message: '面积最多两位小数' }])
  assert.deepEqual(errorsOf(rows, 7), [{ column: 'community', message: '要填社区' }])
  assert.deepEqual(errorsOf(rows, 8), [{ column: 'estate', message: '填了楼栋，要填小区' }])
  assert.equal(errorsOf(rows, 9)[0]!.message, '不在您的辖区内')
  assert.equal(errorsOf(rows, 10)[0]!.message, '不在您的辖区内')
  assert.deepEqual(errorsOf(rows, 11), [{ column: 'grid', message: '同一楼栋在第 2 行写了别的网格' }])
  assert.deepEqual(errorsOf(rows, 12), [{ column: 'room', message: '要填房号' }])
  assert.deepEqual(errorsOf(rows, 13), [{ column: 'room', message: '太长，最多 60 个字' }])
  const refused = await commit(clerk.cookie, run.id)
  assert.deepEqual([refused.status, refused.body.code], [422, 'import.has-errors'])
  assert.equal((await app.sql("select 1 from places where name = '新城花园'")).length, 0)
  const good = await commit(clerk.cookie, run.id, 'good')
  assert.deepEqual([good.status, good.body.created, good.body.bad], [200, 1, 11])
  const written = await app.sql("select name from places where path like '新城花园%' order by path")
  assert.deepEqual(
    written.map((row) => row['name']),
    ['新城花园', '1号楼', '1单元', '101'],
  )
  assert.equal((await app.sql("select 1 from places where name in ('新街道', '新社区', '999')")).length, 0)
  assert.equal((await commit(clerk.cookie, run.id, 'good')).body.code, 'import.committed')
})

void test('a template explains itself, and what it holds as examples is not imported', async () => {
  for (const kind of ['places', 'residents', 'organisations', 'staff']) {
    const answer = await call(clerk.cookie, `GET /api/imports/templates/${kind}.xlsx`)
    assert.equal(answer.status, 200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.raw as unknown as ArrayBuffer)
    assert.equal(book.worksheets.length, 2)
    assert.equal(book.worksheets[1]!.name, '填写说明')
    assert.ok(book.worksheets[1]!.rowCount > book.worksheets[0]!.columnCount - 1)
    assert.ok(book.worksheets[0]!.getRow(1).getCell(1).note)
    const untouched = await upload(app, clerk.cookie, kind, answer.raw)
    assert.deepEqual([untouched.status, untouched.body.code], [422, 'import.empty'])
  }
  const answer = await call(clerk.cookie, 'GET /api/imports/templates/places.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.raw as unknown as ArrayBuffer)
  book.worksheets[0]!.getRow(4).values = ['城东街道', '和顺社区', '第一网格', '模板小区', '1号楼', '', '101']
  const filled = await upload(app, clerk.cookie, 'places', Buffer.from(await book.xlsx.writeBuffer()))
  assert.deepEqual([filled.body.rows, filled.body.created], [1, 1])
})

void test('titles in another order, full-width figures, formulas and script are read as what they are', async () => {
  const header = ['备注', '房号', '小区', '社区 ', '街道*', '楼栋', '面积（㎡）', '楼层']
  const script = '<script>alert(1)</script>'
  const { rows, run } = await preview(clerk.cookie, 'places', header, [
    [
      '',
      { formula: '100+1', result: 101 },
      script,
      '和顺社区',
      '城东街道',
      "=cmd|'/c calc'!A1",
      '８９．５',
      { formula: 'A1', result: 2 },
    ],
  ])
  assert.equal(rows[0]!.cells['room'], '101')
  assert.equal(rows[0]!.cells['floor'], '2')
  assert.equal(rows[0]!.cells['area'], '89.5')
  assert.deepEqual([run.bad, run.created], [0, 1])
  const fine = await preview(clerk.cookie, 'places', header, [
    ['', '１０２', script, '　和顺社区', '城东街道', "=cmd|'/c calc'!A1", '８９', 2],
  ])
  assert.deepEqual(doesOf(fine.rows), ['create'])
  await commit(clerk.cookie, fine.run.id)
  const [written] = await app.sql<{ path: string }>(
    "select path from places where name = '102' and path like '<script>%'",
  )
  assert.equal(written!.path, `${script} =cmd|'/c calc'!A1 102`)
})

void test('rows are paged, those with errors first', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => home(`5${i}`, i % 3 === 0 ? ['城堡'] : []))
  const { run } = await preview(clerk.cookie, 'places', titles.places, rows)
  const seen: Row[] = []
  let after = ''
  do {
    const page = (await call(clerk.cookie, `GET /api/imports/${run.id}/rows?limit=7${after}`)).body
    assert.equal(page.total, 30)
    seen.push(...page.rows)
    after = page.next === null ? '' : `&after=${page.next}`
  } while (after !== '')
  const numbers = seen.map((row) => row.row)
  assert.deepEqual(numbers.slice(0, 10), [2, 5, 8, 11, 14, 17, 20, 23, 26, 29])
  assert.equal(new Set(numbers).size, 30)
  const errors = await call(clerk.cookie, `GET /api/imports/${run.id}/rows?onlyErrors=true&limit=50`)
  assert.equal(errors.body.rows.length, 10)
})

void test('two clerks who commit the same homes at the same moment add them once', async () => {
  const rows = [['城东街道', '和顺社区', null, '同时小区', '1号楼', null, '101']]
  const [one, two] = [
    await preview(clerk.cookie, 'places', titles.places, rows),
    await preview(secretary.cookie, 'places', titles.places, rows),
  ]
  const answers = await Promise.all([commit(clerk.cookie, one.run.id), commit(secretary.cookie, two.run.id)])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200],
  )
  assert.deepEqual(answers.map((answer) => answer.body.created).sort(), [0, 1])
  assert.equal((await app.sql("select 1 from places where path = '同时小区 1号楼 101'")).length, 1)
})
