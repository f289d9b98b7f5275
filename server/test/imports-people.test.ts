// Imports of residents, organisations and staff: found again, never granted too much, never shown in the open.
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { test } from 'node:test'
import { doesOf, errorsOf, importer, titles, upload, type Cell } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations } = district
const { preview, commit } = importer(app)
const admin = await app.makeStaff('赵平', 'administrator', organisations.office, district.id)
const clerk = await app.makeStaff('周敏', 'communityClerk', organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff('孙立', 'communitySecretary', organisations.communityA1, district.communityA1)

void test('rows are judged again at commit: what became wrong since the preview is refused', async () => {
  const rows = [['幸福里小区', '1号楼', '1单元', '101', '冯一', '13711110001', '业主']]
  const { run, rows: seen } = await preview(clerk.cookie, 'residents', titles.residents, rows)
  assert.deepEqual(doesOf(seen), ['create'])
  await app.sql('update places set active = false where id = $1', [district.home1])
  assert.equal((await commit(clerk.cookie, run.id)).body.code, 'import.has-errors')
  assert.equal((await app.sql("select 1 from persons where name = '冯一'")).length, 0)
  await app.sql('update places set active = true where id = $1', [district.home1])
  assert.equal((await commit(clerk.cookie, run.id)).body.created, 1)
})

void test('owners and occupants are registered once, confirmed for their homes, and found again by their number', async () => {
  const rows: Cell[][] = [
    ['幸福里小区', '1号楼', '1单元', '101', '陈建国', 13_722_220_001, '业主'],
    ['幸福里小区', '2号楼', '1单元', '101', '陈建国', '137 2222 0001', '业主'],
    ['幸福里小区', '2号楼', '1单元', '１０１', '陈老太', null, '住户'],
  ]
  const first = await preview(clerk.cookie, 'residents', titles.residents, rows)
  assert.deepEqual(doesOf(first.rows), ['create', 'create', 'create'])
  assert.equal(first.rows.find((row) => row.row === 2)!.cells['phone'], '137****0001')
  const [stored] = await app.sql<{ cells: Record<string, string> }>(
    'select cells from import_rows where import_id = $1 and row = 2',
    [first.run.id],
  )
  assert.ok(!JSON.stringify(stored).includes('13722220001'), 'a number is not kept in the open')
  await commit(clerk.cookie, first.run.id)
  const people = await app.sql("select name, phone_masked, phone_hash from persons where name like '陈%' order by name")
  assert.deepEqual(
    people.map((row) => [row['name'], row['phone_masked']]),
    [
      ['陈建国', '137****0001'],
      ['陈老太', null],
    ],
  )
  assert.equal(people[0]!['phone_hash'], app.parts.sealing.hash('13722220001', 'phone'))
  const bonds = await app.sql(
    "select h.state, h.relation from home_people h join persons p on p.id = h.person_id where p.name like '陈%'",
  )
  assert.equal(bonds.length, 3)
  assert.ok(bonds.every((bond) => bond['state'] === 'confirmed'))
  const again = await preview(clerk.cookie, 'residents', titles.residents, rows)
  assert.deepEqual(doesOf(again.rows), ['nothing', 'nothing', 'nothing'])
  await commit(clerk.cookie, again.run.id)
  assert.equal((await app.sql("select 1 from persons where name like '陈%'")).length, 2)
})

void test('a wrong number, another name for a known number, an unknown home and a claim already made are told apart', async () => {
  const known = await app.makePerson('林小雨')
  await app.sql(
    "insert into home_people (id, district_id, home_id, person_id, relation, state) values (gen_random_uuid(), $1, $2, $3, 'owner', 'claimed')",
    [district.id, district.home2, known.id],
  )
  const { rows } = await preview(clerk.cookie, 'residents', titles.residents, [
    ['幸福里小区', '2号楼', '1单元', '101', '林小雨', known.phone, '业主'],
    ['幸福里小区', '2号楼', '1单元', '101', '林大雨', known.phone, '住户'],
    ['幸福里小区', '2号楼', '1单元', '101', '何一', '12345', '住户'],
    ['幸福里小区', '2号楼', '1单元', '909', '何二', '13733330002', '租客'],
    ['没有的小区', null, null, '1', '何三', '13733330003', '业主'],
    ['山水居', '1号楼', '1单元', '101', '何四', '13733330004', '业主'],
    ['幸福里小区', '2号楼', '1单元', '101', '何五', '13733330005', '业主'],
    ['幸福里小区', '2号楼', '1单元', '101', '何六', '13733330005', '业主'],
  ])
  assert.equal(rows.find((row) => row.row === 2)!.does, 'update')
  assert.deepEqual(errorsOf(rows, 3), [{ column: 'name', message: '这个手机号登记的是别的姓名' }])
  assert.deepEqual(errorsOf(rows, 4), [{ column: 'phone', message: '手机号不对，要 11 位数字' }])
  assert.equal(rows.find((row) => row.row === 4)!.cells['phone'], '12345')
  assert.deepEqual(
    errorsOf(rows, 5).map((error) => error.message),
    ['没有这个房号', '身份只能是业主或住户'],
  )
  assert.deepEqual(errorsOf(rows, 6), [{ column: 'estate', message: '没有这个小区' }])
  assert.deepEqual(errorsOf(rows, 7), [{ column: 'estate', message: '不在您的辖区内' }])
  assert.equal(rows.find((row) => row.row === 8)!.does, 'create')
  assert.deepEqual(errorsOf(rows, 9), [{ column: 'name', message: '同一手机号在第 8 行写了别的姓名' }])
})

void test('organisations are added with the estates they serve, changed, and left alone when nothing is new', async () => {
  const row: Cell[] = [
    '物业企业',
    '和美物业服务有限公司',
    '和美物业',
    '0550-7654321',
    '和顺社区',
    '幸福里小区、机械厂宿舍',
  ]
  const first = await preview(admin.cookie, 'organisations', titles.organisations, [
    row,
    ['物业公司', '错类型', null, null, '和顺社区'],
    ['社会组织', '远方社', null, null, '没有的社区'],
    ['社会组织', '远方社', null, '打电话', '和顺社区', '没有的小区'],
    row,
  ])
  assert.deepEqual(doesOf(first.rows), ['create', 'error', 'error', 'error', 'error'])
  assert.deepEqual(errorsOf(first.rows, 3), [{ column: 'kind', message: '没有这个类型，请从列表里选' }])
  assert.deepEqual(errorsOf(first.rows, 4), [{ column: 'place', message: '没有“没有的社区”' }])
  assert.deepEqual(
    errorsOf(first.rows, 5).map((error) => error.column),
    ['phone', 'serves'],
  )
  await commit(admin.cookie, first.run.id, 'good')
  const served = await app.sql(
    "select p.name from organisation_places s join organisations o on o.id = s.organisation_id join places p on p.id = s.place_id where o.name = '和美物业服务有限公司' order by p.name",
  )
  assert.deepEqual(
    served.map((one) => one['name']),
    ['幸福里小区', '机械厂宿舍'],
  )
  assert.deepEqual(doesOf((await preview(admin.cookie, 'organisations', titles.organisations, [row])).rows), [
    'nothing',
  ])
  const changed = await preview(secretary.cookie, 'organisations', titles.organisations, [row.with(3, '0550-1111111')])
  assert.deepEqual(doesOf(changed.rows), ['update'])
  const outside = await preview(secretary.cookie, 'organisations', titles.organisations, [
    ['社会组织', '古城书社', null, null, '古城社区'],
  ])
  assert.deepEqual(errorsOf(outside.rows, 2), [{ column: 'place', message: '古城社区：不在您的辖区内' }])
  const clerks = await preview(clerk.cookie, 'organisations', titles.organisations, [
    ['社会组织', '和顺书社', null, null, '和顺社区'],
  ])
  assert.deepEqual(errorsOf(clerks.rows, 2), [{ column: 'place', message: '和顺社区：您的岗位没有这项权限' }])
})

void test('staff are appointed with dates as people write them, and nobody grants more than they hold', async () => {
  const rows: Cell[][] = [
    ['马丽', '13744440001', 'mali', '网格员', '和顺社区居委会', '城东街道/和顺社区/第一网格', '2026年1月5日', null],
    [
      '马丽',
      '13744440001',
      'mali',
      '网格长',
      '和顺社区居委会',
      '和顺社区/第二网格',
      new Date(Date.UTC(2026, 0, 5)),
      '20270104',
    ],
    ['马军', '13744440002', 'mali', '网格员', '和顺社区居委会', '城东街道/和顺社区/第一网格', '2026-01-05', null],
    ['马红', '13744440003', null, '管理员', '临溪县社会工作部', '临溪县', '2026-01-05', null],
    ['马蓝', '13744440004', null, '网格员', '和顺社区居委会', '城东街道/和顺社区/第一网格', '2026-03-01', '2026-02-01'],
    ['马绿', '13744440005', null, '司机', '没有的组织', '月球', '去年', null],
    ['马黑', '13744440006', null, '网格员', '综合行政执法局', '和顺社区/第一网格', '2026-01-05', null],
    ['马白', '13744440007', null, '网格员', '和顺社区居委会', '和顺社区', '2026-01-05', null],
    ['马灰', null, null, '网格员', '和顺社区居委会', '和顺社区/第一网格', '2026-01-05', null],
  ]
  const first = await preview(secretary.cookie, 'staff', titles.staff, rows)
  assert.deepEqual(doesOf(first.rows), [
    'create',
    'create',
    'error',
    'error',
    'error',
    'error',
    'error',
    'error',
    'error',
  ])
  assert.deepEqual(errorsOf(first.rows, 4), [{ column: 'login', message: '这个登录名在表里写给了别人' }])
  assert.deepEqual(errorsOf(first.rows, 5), [{ column: 'scope', message: '不在您的辖区内' }])
  assert.deepEqual(errorsOf(first.rows, 6), [{ column: 'to', message: '结束日期早于开始日期' }])
  assert.deepEqual(
    errorsOf(first.rows, 7).map((error) => error.column),
    ['position', 'organisation', 'scope', 'from'],
  )
  assert.deepEqual(errorsOf(first.rows, 8), [{ column: 'organisation', message: '这类组织没有这个岗位' }])
  assert.deepEqual(errorsOf(first.rows, 9), [{ column: 'scope', message: '这个岗位不管这一级地点' }])
  assert.deepEqual(errorsOf(first.rows, 10), [{ column: 'phone', message: '要填手机号' }])
  const done = await commit(secretary.cookie, first.run.id, 'good')
  assert.deepEqual([done.status, done.body.created], [200, 2])
  const written = await app.sql(
    "select o.name, a.from_on::text, a.to_on::text, p.login from appointments a join positions o on o.id = a.position_id join persons p on p.id = a.person_id where p.name = '马丽' order by o.name",
  )
  assert.deepEqual(written, [
    { name: '网格员', from_on: '2026-01-05', to_on: null, login: 'mali' },
    { name: '网格长', from_on: '2026-01-05', to_on: '2027-01-04', login: 'mali' },
  ])
  const again = await preview(secretary.cookie, 'staff', titles.staff, [
    ...rows.slice(0, 2),
    rows[0]!.with(6, '2026-06-01'),
  ])
  assert.deepEqual(doesOf(again.rows), ['nothing', 'nothing', 'error'])
  assert.deepEqual(errorsOf(again.rows, 4), [{ column: 'from', message: '同一岗位的任职时间重叠' }])
})

void test('the rows with errors come back as a sheet that, mended, can be uploaded again by who uploaded it', async () => {
  const first = await preview(clerk.cookie, 'residents', titles.residents, [
    ['幸福里小区', '1号楼', '1单元', '101', '白一', '13766660001', '房东'],
  ])
  assert.equal(first.run.bad, 1)
  const sheetFor = async (who: string) => {
    const book = new ExcelJS.Workbook()
    const { raw, status } = await app.call(who, `GET /api/imports/${first.run.id}/rows.xlsx?onlyErrors=true`)
    assert.equal(status, 200)
    await book.xlsx.load(raw as unknown as ArrayBuffer)
    return book
  }
  const cellsOf = (book: ExcelJS.Workbook) => JSON.stringify(book.worksheets[0]!.getRow(2).values)
  assert.ok(!cellsOf(await sheetFor(admin.cookie)).includes('13766660001'), 'to somebody else it is masked')
  const book = await sheetFor(clerk.cookie)
  assert.ok(cellsOf(book).includes('13766660001'))
  book.worksheets[0]!.getRow(2).eachCell((cell) => {
    if (cell.value === '房东') cell.value = '业主'
  })
  const again = await upload(app, clerk.cookie, 'residents', Buffer.from(await book.xlsx.writeBuffer()))
  assert.deepEqual([again.body.good, again.body.bad], [1, 0])
})

void test('the administrator of a new district imports its secretaries', async () => {
  const { rows } = await preview(admin.cookie, 'staff', titles.staff, [
    ['丁书记', '13755550002', null, '社区书记', '和顺社区居委会', '和顺社区', '2026-01-05', null],
  ])
  assert.deepEqual(doesOf(rows), ['create'])
})

void test('a position that carries more than the importer holds is refused, in the area too', async () => {
  await app.sql("update positions set permissions = array_append(permissions, 'calendar.edit') where code = 'gridLead'")
  const { rows } = await preview(secretary.cookie, 'staff', titles.staff, [
    ['丁一', '13755550001', null, '网格长', '和顺社区居委会', '和顺社区/第一网格', '2026-01-05', null],
  ])
  assert.deepEqual(errorsOf(rows, 2), [{ column: 'position', message: '不能授予超出自己权限的岗位' }])
  await app.sql("update positions set permissions = array_remove(permissions, 'calendar.edit') where code = 'gridLead'")
})

void test('an import is seen by whoever ran it and by the district, and is journalled without phone numbers', async () => {
  const { run } = await preview(clerk.cookie, 'residents', titles.residents, [
    ['幸福里小区', '1号楼', '1单元', '101', '邓一', '13766660001', '业主'],
  ])
  assert.equal((await call(secretary.cookie, `GET /api/imports/${run.id}`)).body.code, 'import.not-found')
  assert.equal((await commit(secretary.cookie, run.id)).body.code, 'import.not-found')
  assert.equal((await call(admin.cookie, `GET /api/imports/${run.id}`)).body.by, '周敏')
  const mine = await call(clerk.cookie, 'GET /api/imports?limit=2')
  assert.equal(mine.body.rows[0].id, run.id)
  const older = await call(clerk.cookie, `GET /api/imports?limit=2&after=${mine.body.next}`)
  assert.ok(older.body.rows.length > 0)
  assert.ok(
    older.body.rows.every(
      (one: { id: string }) => !mine.body.rows.some((other: { id: string }) => other.id === one.id),
    ),
  )
  const worker = await app.makeStaff('钱一', 'gridWorker', organisations.communityA1, district.grid1)
  assert.equal((await upload(app, worker.cookie, 'places', Buffer.from('x'))).status, 403)
  assert.equal((await upload(app, null, 'places', Buffer.from('x'))).status, 401)
  await commit(clerk.cookie, run.id)
  const journal = await app.sql<{ action: string; canonical: string }>(
    "select action, canonical from journal where thing_kind = 'import' and thing_id = $1 order by seq",
    [run.id],
  )
  assert.deepEqual(
    journal.map((entry) => entry.action),
    ['import.upload', 'import.commit'],
  )
  assert.ok(
    (await app.sql<{ canonical: string }>('select canonical from journal')).every(
      (entry) => !entry.canonical.includes('1376666'),
    ),
  )
})
