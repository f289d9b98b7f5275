// Every list comes as a spreadsheet with the rows it shows under the same filters, and is journalled.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { testApp } from './support/test-app.ts'
import { titles, upload, workbook } from './support/spreadsheet.ts'

const app = await testApp()
const { district } = app
const administrator = await app.makeStaff('管理员', 'administrator', district.organisations.office, district.id)
const clerk = await app.makeStaff('陈敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('物业小李', 'propertyWorker', district.organisations.property1, district.estate1)
const owner = await app.makeResident('业主甲')
const hopeful = await app.makeResident('认领的人')
await app.call(clerk.cookie, `POST /api/places/${district.home1}/people`, {
  body: { personId: owner.id, relation: 'owner' },
})
await app.call(hopeful.cookie, 'POST /api/places/home-claims', {
  body: { homeId: district.home1, relation: 'occupant' },
})
await app.call(clerk.cookie, 'POST /api/doorcodes', { body: { placeId: district.communityA1, kind: 'unit' } })
const bad = await workbook(titles.organisations, [
  ['没有的种类', '某单位', '', '', '', ''],
  ['物业企业', '新物业公司', '新物业', '', '和顺社区', '幸福里小区'],
])
const imported = (await upload(app, administrator.cookie, 'organisations', bad)).body.id as string

const sheetOf = async (cookie: string, path: string) => {
  const answer = await app.call(cookie, `GET ${path}`)
  assert.equal(answer.status, 200, path)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(answer.raw).buffer)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))))
  return rows.slice(1)
}
const listOf = async (cookie: string, path: string) => {
  const answer = await app.call(cookie, `GET ${path}${path.includes('?') ? '&' : '?'}limit=200`)
  assert.equal(answer.status, 200, path)
  return answer.body.rows as Shown[]
}
/** What the lists show, as far as it is compared. */
interface Shown {
  readonly name: string
  readonly person: { readonly name: string }
  readonly path: string
  readonly code: string
  readonly row: number
  readonly seq: number
}
interface Case {
  readonly list: string
  readonly sheet: string
  readonly query: string
  readonly filtered: string
  readonly action: string
  /** The cell of the sheet and the value of the row that must agree. */
  readonly column: number
  readonly value: (row: Shown) => string
}
const cases: readonly Case[] = [
  {
    list: '/api/organisations',
    sheet: '/api/organisations.xlsx',
    query: '',
    filtered: 'kind=propertyCompany',
    action: 'organisation.export',
    column: 0,
    value: (row) => row.name,
  },
  {
    list: '/api/organisations/appointments',
    sheet: '/api/organisations/appointments.xlsx',
    query: '',
    filtered: `organisationId=${district.organisations.property1}&inForce=true`,
    action: 'appointment.export',
    column: 0,
    value: (row) => row.person.name,
  },
  {
    list: '/api/identity/people',
    sheet: '/api/identity/people.xlsx',
    query: '',
    filtered: 'staffOnly=true',
    action: 'identity.export-people',
    column: 0,
    value: (row) => row.name,
  },
  {
    list: `/api/places/${district.communityA1}/homes`,
    sheet: `/api/places/${district.communityA1}/homes.xlsx`,
    query: '',
    filtered: 'withoutOwner=true',
    action: 'home.export',
    column: 0,
    value: (row) => row.path,
  },
  {
    list: '/api/doorcodes',
    sheet: '/api/doorcodes.xlsx',
    query: '',
    filtered: `placeId=${district.unit1}&revoked=false`,
    action: 'doorcode.export',
    column: 3,
    value: (row) => row.code,
  },
  {
    list: `/api/imports/${imported}/rows`,
    sheet: `/api/imports/${imported}/rows.xlsx`,
    query: '',
    filtered: 'onlyErrors=true',
    action: 'import.export-rows',
    column: 0,
    value: (row) => String(row.row),
  },
]
for (const { list, sheet, query, filtered, action, column, value } of cases) {
  void test(`${sheet.replaceAll(/[0-9a-f-]{36}/g, ':id')} holds the rows of its list, with and without filters`, async () => {
    const counts: number[] = []
    for (const one of [query, filtered]) {
      const shown = (await listOf(administrator.cookie, `${list}?${one}`)).map(value)
      const written = (await sheetOf(administrator.cookie, `${sheet}?${one}`)).map((row) => row[column])
      assert.deepEqual(written, shown)
      counts.push(shown.length)
    }
    assert.ok(counts[1]! > 0 && counts[1]! < counts[0]!, `the filter leaves some and takes some away: ${counts}`)
    const entries = await app.sql('select 1 from journal where action = $1 and actor_id = $2', [
      action,
      administrator.id,
    ])
    assert.equal(entries.length, 2)
  })
}
void test('the waiting claims, the imports and the journal come as spreadsheets too', async () => {
  const [claim] = await sheetOf(clerk.cookie, '/api/places/home-claims.xlsx')
  assert.deepEqual([claim![1], claim![3]], ['认领的人', '住户'])
  const [run] = await sheetOf(administrator.cookie, '/api/imports.xlsx')
  assert.deepEqual(run!.slice(1, 6), ['组织', '未写入', '2', '1', '1'])
  const entries = await sheetOf(administrator.cookie, '/api/journal.xlsx?action=home.')
  const shown = await listOf(administrator.cookie, '/api/journal?action=home.')
  assert.deepEqual(entries.map((row) => row[8]).sort(), shown.map((row) => String(row.seq)).sort())
})
void test('the tree below a place comes with the place itself, and nobody takes another’s', async () => {
  const rows = await sheetOf(clerk.cookie, `/api/places/${district.estate1}/tree.xlsx`)
  const stand = await app.sql('select path from places where estate_id = $1', [district.estate1])
  assert.deepEqual(rows.map((row) => row[2]).sort(), stand.map((row) => row['path'] as string).sort())
  const other = await app.call(clerk.cookie, `GET /api/places/${district.communityB1}/tree.xlsx`)
  assert.equal(other.status, 403)
})
void test('owners and occupants come masked, to those who may see people there', async () => {
  const rows = await sheetOf(clerk.cookie, `/api/places/${district.estate1}/people.xlsx`)
  const owners = await app.sql(
    "select p.name from home_people h join persons p on p.id = h.person_id join places s on s.id = h.home_id where s.estate_id = $1 and h.state = 'confirmed'",
    [district.estate1],
  )
  assert.deepEqual(rows.map((row) => row[1]).sort(), owners.map((one) => one['name'] as string).sort())
  assert.deepEqual(new Set(rows.map((row) => row[3])), new Set(['业主']))
  assert.match(rows[0]![2]!, /^\d{3}\*{4}\d{4}$/)
  assert.equal((await app.call(worker.cookie, `GET /api/places/${district.communityB1}/people.xlsx`)).status, 403)
})
void test('positions come with what they may do in words', async () => {
  const rows = await sheetOf(administrator.cookie, '/api/organisations/positions.xlsx')
  const { body } = await app.call(administrator.cookie, 'GET /api/organisations/positions')
  assert.deepEqual(
    rows.map((row) => [row[0], row[2]]),
    body.map((one: { name: string; permissions: string[] }) => [one.name, String(one.permissions.length)]),
  )
  assert.match(rows[0]![3]!, /查看地点树/)
})
