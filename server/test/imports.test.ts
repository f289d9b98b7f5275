// Imports: what people type in spreadsheets is checked row by row, written in one go, and never twice.
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { test } from 'node:test'
import { upload, workbook, type Cell } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations } = district
const admin = await app.makeStaff('赵平', 'administrator', organisations.office, district.id)
const clerk = await app.makeStaff('周敏', 'communityClerk', organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff('孙立', 'communitySecretary', organisations.communityA1, district.communityA1)

const placeTitles = ['街道', '社区', '网格', '小区', '楼栋', '单元', '房号', '类型', '楼层', '面积(㎡)', '面积来源']
const residentTitles = ['小区', '楼栋', '单元', '房号', '姓名', '手机号', '身份']
const organisationTitles = ['类型', '名称', '简称', '电话', '所在社区或街道', '服务小区']
const staffTitles = ['姓名', '手机号', '登录名', '岗位', '组织', '管辖地点', '开始日期', '结束日期']

const preview = async (who: string, kind: string, titles: readonly string[], rows: readonly (readonly Cell[])[]) => {
  const answer = await upload(app, who, kind, await workbook(titles, rows))
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const list = await call(who, `GET /api/imports/${answer.body.id}/rows?limit=200`)
  assert.equal(list.status, 200)
  return { run: answer.body, rows: list.body.rows as Row[] }
}
interface Row {
  row: number
  does: string
  cells: Record<string, string>
  errors: { column: string; message: string }[]
}
const commit = (who: string, id: string, which = 'all') =>
  call(who, `POST /api/imports/${id}/commit`, { body: { which } })
const errorsOf = (rows: readonly Row[], row: number) => rows.find((one) => one.row === row)!.errors
const doesOf = (rows: readonly Row[]) => rows.toSorted((a, b) => a.row - b.row).map((row) => row.does)
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
  const first = await preview(admin.cookie, 'places', placeTitles, rows)
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
  const again = await preview(admin.cookie, 'places', placeTitles, rows)
  assert.deepEqual(new Set(doesOf(again.rows)), new Set(['nothing']))
  const repeated = await commit(admin.cookie, again.run.id)
  assert.deepEqual([repeated.body.created, repeated.body.updated, repeated.body.unchanged], [0, 0, 5])
})

void test('a known home is corrected, and a building moves to another grid with all that stands in it', async () => {
  const rows = [['城东街道', '和顺社区', '第二网格', '幸福里小区', '1号楼', '1单元', '101', '住宅', 3, 91, '实测']]
  const { run, rows: seen } = await preview(clerk.cookie, 'places', placeTitles, rows)
  assert.deepEqual(doesOf(seen), ['update'])
  assert.equal((await commit(clerk.cookie, run.id)).body.updated, 1)
  const [part] = await app.sql('select floor, area, grid_id from places where id = $1', [district.home1])
  assert.deepEqual(part, { floor: 3, area: 9100, grid_id: district.grid2 })
})

void test('each mistake is named in Chinese beside its column, and only the good rows can be written', async () => {
  const { rows, run } = await preview(clerk.cookie, 'places', placeTitles, [
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

void test('rows are judged again at commit: what became wrong since the preview is refused', async () => {
  const rows = [['幸福里小区', '1号楼', '1单元', '101', '冯一', '13711110001', '业主']]
  const { run, rows: seen } = await preview(clerk.cookie, 'residents', residentTitles, rows)
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
  const first = await preview(clerk.cookie, 'residents', residentTitles, rows)
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
  const again = await preview(clerk.cookie, 'residents', residentTitles, rows)
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
  const { rows } = await preview(clerk.cookie, 'residents', residentTitles, [
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
  const first = await preview(admin.cookie, 'organisations', organisationTitles, [
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
  assert.deepEqual(doesOf((await preview(admin.cookie, 'organisations', organisationTitles, [row])).rows), ['nothing'])
  const changed = await preview(secretary.cookie, 'organisations', organisationTitles, [row.with(3, '0550-1111111')])
  assert.deepEqual(doesOf(changed.rows), ['update'])
  const outside = await preview(secretary.cookie, 'organisations', organisationTitles, [
    ['社会组织', '古城书社', null, null, '古城社区'],
  ])
  assert.deepEqual(errorsOf(outside.rows, 2), [{ column: 'place', message: '古城社区：不在您的辖区内' }])
  const clerks = await preview(clerk.cookie, 'organisations', organisationTitles, [
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
      '2027/1/4',
    ],
    ['马军', '13744440002', 'mali', '网格员', '和顺社区居委会', '城东街道/和顺社区/第一网格', '2026-01-05', null],
    ['马红', '13744440003', null, '管理员', '临溪县社会工作部', '临溪县', '2026-01-05', null],
    ['马蓝', '13744440004', null, '网格员', '和顺社区居委会', '城东街道/和顺社区/第一网格', '2026-03-01', '2026-02-01'],
    ['马绿', '13744440005', null, '司机', '没有的组织', '月球', '去年', null],
    ['马黑', '13744440006', null, '网格员', '综合行政执法局', '和顺社区/第一网格', '2026-01-05', null],
    ['马白', '13744440007', null, '网格员', '和顺社区居委会', '和顺社区', '2026-01-05', null],
    ['马灰', null, null, '网格员', '和顺社区居委会', '和顺社区/第一网格', '2026-01-05', null],
  ]
  const first = await preview(secretary.cookie, 'staff', staffTitles, rows)
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
  const again = await preview(secretary.cookie, 'staff', staffTitles, [
    ...rows.slice(0, 2),
    rows[0]!.with(6, '2026-06-01'),
  ])
  assert.deepEqual(doesOf(again.rows), ['nothing', 'nothing', 'error'])
  assert.deepEqual(errorsOf(again.rows, 4), [{ column: 'from', message: '同一岗位的任职时间重叠' }])
})

void test('a position that carries more than the importer holds is refused, in the area too', async () => {
  await app.sql("update positions set permissions = array_append(permissions, 'calendar.edit') where code = 'gridLead'")
  const { rows } = await preview(secretary.cookie, 'staff', staffTitles, [
    ['丁一', '13755550001', null, '网格长', '和顺社区居委会', '和顺社区/第一网格', '2026-01-05', null],
  ])
  assert.deepEqual(errorsOf(rows, 2), [{ column: 'position', message: '不能授予超出自己权限的岗位' }])
  await app.sql("update positions set permissions = array_remove(permissions, 'calendar.edit') where code = 'gridLead'")
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
  const titles = ['备注', '房号', '小区', '社区 ', '街道*', '楼栋', '面积（㎡）', '楼层']
  const script = '<script>alert(1)</script>'
  const { rows, run } = await preview(clerk.cookie, 'places', titles, [
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
  const fine = await preview(clerk.cookie, 'places', titles, [
    ['', '１０２', script, '　和顺社区', '城东街道', "=cmd|'/c calc'!A1", '８９', 2],
  ])
  assert.deepEqual(doesOf(fine.rows), ['create'])
  await commit(clerk.cookie, fine.run.id)
  const [written] = await app.sql<{ path: string }>(
    "select path from places where name = '102' and path like '<script>%'",
  )
  assert.equal(written!.path, `${script} =cmd|'/c calc'!A1 102`)
})

void test('an import is seen by whoever ran it and by the district, and is journalled without phone numbers', async () => {
  const { run } = await preview(clerk.cookie, 'residents', residentTitles, [
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

void test('rows are paged, those with errors first', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => home(`5${i}`, i % 3 === 0 ? ['城堡'] : []))
  const { run } = await preview(clerk.cookie, 'places', placeTitles, rows)
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
    await preview(clerk.cookie, 'places', placeTitles, rows),
    await preview(secretary.cookie, 'places', placeTitles, rows),
  ]
  const answers = await Promise.all([commit(clerk.cookie, one.run.id), commit(secretary.cookie, two.run.id)])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200],
  )
  assert.deepEqual(answers.map((answer) => answer.body.created).sort(), [0, 1])
  assert.equal((await app.sql("select 1 from places where path = '同时小区 1号楼 101'")).length, 1)
})
