// Lists that leave the house as spreadsheets: what the list shows to a person, under the filters on screen, and nothing else.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { z } from 'zod'
import { allApi } from '../../contract/src/all.ts'
import type { Endpoint } from '../../contract/src/endpoint.ts'
import { listSheets, sheetKeyOf, type ListName, type SheetList } from '../../contract/src/list-sheets.ts'
import { permissions } from '../../contract/src/permissions.ts'
import { type Caller, districtArea, makeArea } from './support/areas.ts'
import { ask, urlOf } from './support/ask.ts'
import { examples, type ExampleInput } from './support/contract-examples.ts'
import { cellsOf, sheetIn } from './support/read-sheet.ts'
import { sheetRows } from './support/sheet-rows.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const inside = await districtArea(app)
const outside = await makeArea(app, district.id, district.streetB, district.categories.light)
// Somebody of each community who may do everything there: what they see is a matter of place alone.
await app.sql("update positions set permissions = $1 where code = 'communityClerk'", [Object.keys(permissions)])
const insider = await app.makeStaff('陈敏', 'communityClerk', inside.committee, inside.community)
const outsider = await app.makeStaff('外社区', 'communityClerk', outside.committee, outside.community)
/** What only the district reads. */
const ofDistrict: readonly SheetList[] = ['GET /api/rates/signs']
const official = await app.makeStaff('区中心', 'communityClerk', district.organisations.office, district.id)
const resident = await app.makeResident('王桂兰')
const callerOf = (who: { id: string }, organisationId: string, community: string): Caller => ({
  personId: who.id,
  organisationId,
  serves: [community],
  reports: true,
})
const paged = ['after', 'limit', 'count']
const endpointOf = (key: SheetList): Endpoint => allApi[key]
/** Each filter of a list by itself, with every value it has. */
const filtersOf = (endpoint: Endpoint): Record<string, string>[] => {
  if (endpoint.query === undefined) return []
  const { properties = {} } = z.toJSONSchema(endpoint.query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (paged.includes(name) || typeof schema === 'boolean') return []
    if (schema.enum) return schema.enum.map((value) => ({ [name]: String(value) }))
    if (name === 'placeId') return [{ placeId: inside.estate }, { placeId: outside.estate }]
    if (name === 'search') return [{ search: '不会有的字' }]
    return []
  })
}
/** Every row of a list, page by page as on screen; or why not. */
const listed = async (cookie: string, key: SheetList, input: ExampleInput) => {
  const rows: unknown[] = []
  const isPaged = endpointOf(key).query !== undefined && 'limit' in (endpointOf(key).query as z.ZodObject).shape
  for (let after: string | null = null; ;) {
    const query = { ...input.query, ...(isPaged ? { limit: '3' } : {}), ...(after === null ? {} : { after }) }
    const answer = await ask(app, cookie, key, { ...input, query })
    if (answer.status !== 200) return { code: answer.code, rows }
    const body = JSON.parse(answer.text)
    const { rows: field = 'rows' }: ListName = listSheets[key]
    rows.push(...(Array.isArray(body) ? body : body[field]))
    after = body.next ?? null
    if (after === null) return { code: null, rows }
  }
}
const written = async (cookie: string, key: SheetList, input: ExampleInput) => {
  const answer = await app.call(cookie, `GET ${urlOf(sheetKeyOf(key), input)}`)
  if (answer.status !== 200) return { code: answer.body.code as string, rows: [] }
  return { code: null, rows: (await cellsOf(answer.raw)).slice(1) }
}
/** Every value in a row, however deep. */
const valuesIn = (value: unknown): string[] =>
  value !== null && typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : [String(value)]
const agree = async (cookie: string, key: SheetList, input: ExampleInput, about: string) => {
  const list = await listed(cookie, key, input)
  const sheet = await written(cookie, key, input)
  assert.deepEqual([sheet.code, sheet.rows.length], [list.code, list.rows.length], about)
  for (const [i, cells] of sheet.rows.entries()) {
    const values = new Set(valuesIn(list.rows[i]))
    const first = cells.find((cell) => cell !== '')
    assert.ok(first !== undefined && cells.some((cell) => cell !== '' && values.has(cell)), `${about}: row ${i}`)
  }
  return list.rows.map((row) => (row as { id?: string }).id)
}
describe('a list as a spreadsheet', () => {
  for (const key of Object.keys(listSheets) as SheetList[])
    test(`${key}: as on screen, inside and outside, under every filter`, async () => {
      const reader = ofDistrict.includes(key) ? official : insider
      const caller = callerOf(insider, inside.committee, inside.community)
      const input = await examples[key].input(inside, caller)
      await sheetRows[key]?.(inside, input.params?.['id'] ?? input.query!['from']!, caller)
      await examples[key].input(outside, callerOf(outsider, outside.committee, outside.community))
      const shown = await agree(reader.cookie, key, input, 'inside')
      assert.ok(shown.length > 0, 'nothing to compare')
      for (const filter of [{}, ...filtersOf(endpointOf(key))]) {
        const filtered = { ...input, query: { ...input.query, ...filter } }
        await agree(reader.cookie, key, filtered, `inside ${JSON.stringify(filter)}`)
        const theirs = await agree(outsider.cookie, key, filtered, `outside ${JSON.stringify(filter)}`)
        if (examples[key].about !== 'list') continue
        assert.ok(
          theirs.every((id) => id === undefined || !shown.includes(id)),
          'rows of another community',
        )
      }
      const noted = await app.sql("select 1 from journal where action = 'list.export' and canonical like $1", [
        `%导出了${listSheets[key].zh}%`,
      ])
      assert.ok(noted.length > 0)
      if (endpointOf(key).permission === 'signed-in') return
      assert.equal((await written(resident.cookie, key, input)).code, 'access.not-allowed')
    })
})
/** Lists that never leave as a spreadsheet, and why. */
const withoutSheet: Readonly<Record<string, string>> = {
  'GET /api/cases': 'GET /api/cases/export.xlsx',
  'GET /api/cases/mine': 'own data: in the download of it',
  'GET /api/cases/followed': 'own data: in the download of it',
  'GET /api/channels/clues': 'own data; staff take clues away with the work queue, by channel',
  'GET /api/notices/inbox': 'own data: in the download of it',
  'GET /api/decisions/mine': 'own data: in the download of it',
  'GET /api/polls/mine': 'own data: in the download of it',
  'GET /api/mediations': 'confidential: never in an export',
  'GET /api/mediations/mine': 'confidential: never in an export',
  'GET /api/decisions/:id/log': 'in the bundle to check, with the hashes that prove it',
  'GET /api/decisions/:id/differing': 'between co-owners: not for files',
  'GET /api/decisions/:id/papers': 'the codes of ballots: not for files',
  'GET /api/boards/:id/posts': 'the thread as neighbours read it; moderators take GET /api/boards/posts.xlsx',
  'GET /api/hotline/exchange/orders': 'for machines',
  'GET /api/places/tree': 'the outline; GET /api/places/:id/homes.xlsx and the people hold what is in it',
  'GET /api/cases/map': 'points of a map: the same cases are in the work queue’s sheet',
  'GET /api/cases/handlers': 'choices of a form',
  'GET /api/channels/knocks/:id/people': 'choices of a form',
  'GET /api/hotline/imports/:id': 'a preview of the file somebody is just bringing in',
  'GET /api/hotline/keys': 'keys are kept here, not passed around',
  'GET /api/patrols/checklists': 'choices of a form',
  'GET /api/patrols/doorcodes': 'choices of a form',
  'GET /api/emergency/deadlines': 'settings',
  'GET /api/emergency/:id/buildings': 'choices of a form; the doors are GET /api/emergency/:id/tasks.xlsx',
  'GET /api/emergency/tasks/mine': 'one person’s own doors; all of them are GET /api/emergency/:id/tasks.xlsx',
  'GET /api/rates/scopes': 'choices of a form',
  'GET /api/open311/services': 'settings',
  'GET /api/open311/peers': 'settings',
  'GET /api/open311/peers/:id/services': 'choices of a form',
  'GET /api/whistles/units': 'choices of a form',
  'GET /api/mediations/mediators': 'choices of a form',
  'GET /api/funds/:id/resolutions': 'choices of a form',
  'GET /api/funds/plans/homes': 'choices of a form',
  'GET /api/deliberation/owners': 'choices of a form',
  'GET /api/committees/:id/known': 'choices of a form',
  'GET /api/public/boards': 'public, for everybody without signing in',
  'GET /api/public/boards/:id/cases': 'public, for everybody without signing in',
  'GET /api/publicnotices/public': 'public, for everybody without signing in',
}
/** Spreadsheets that ask something else than the list of their name. */
const otherFilters: Readonly<Record<string, string>> = {
  'GET /api/places/:id/people': 'of all homes at or below a place, by the filters of its homes',
  'GET /api/decisions/:id/roll': 'always whole: it is corrected and read back in',
}
describe('every list', () => {
  const shapeOf = (endpoint: Endpoint | undefined, part: 'query' | 'out') =>
    endpoint?.[part] instanceof z.ZodObject ? Object.keys((endpoint[part] as z.ZodObject).shape) : []
  const of = (key: string) => (allApi as Readonly<Record<string, Endpoint>>)[key]
  /** A table that staff read without turning pages: figures by body, by month, by community. */
  const isTable = ({ permission, out }: Endpoint): boolean => {
    const rows = out instanceof z.ZodObject ? (out.shape as z.ZodRawShape)['rows'] : out
    const isOfRows = rows instanceof z.ZodArray && rows.element instanceof z.ZodObject
    return isOfRows && permission !== 'signed-in' && permission !== 'anyone'
  }
  for (const key of Object.keys(allApi).filter((one) => one.startsWith('GET '))) {
    const sheet = of(`${key}.xlsx`)
    const isPaged = ['rows', 'next'].every((field) => shapeOf(of(key), 'out').includes(field))
    if (isPaged || isTable(of(key)!))
      test(`${key} has a spreadsheet, or a reason`, () => assert.ok(sheet || key in withoutSheet))
    if (sheet === undefined || key in otherFilters) continue
    test(`${key}.xlsx takes the filters of the list`, () =>
      assert.deepEqual(
        shapeOf(sheet, 'query').toSorted(),
        shapeOf(of(key), 'query')
          .filter((name) => !paged.includes(name))
          .toSorted(),
      ))
  }
})
describe('lists that are short enough to be one page', () => {
  for (const [path, name] of [
    ['cases/categories', '诉求分类'],
    ['cases/rules', '派单规则'],
    ['notices/templates', '消息模板'],
  ] as const)
    test(`${name}: a spreadsheet for staff, none for residents`, async () => {
      const got = await app.call(insider.cookie, `GET /api/${path}.xlsx`)
      assert.equal(got.status, 200)
      assert.ok((await cellsOf(got.raw))[0]!.length > 2)
      assert.equal((await app.call(resident.cookie, `GET /api/${path}.xlsx`)).body.code, 'access.not-allowed')
    })
})
test('a formula that somebody wrote stays text in the sheet', async () => {
  const [home] = await app.sql('select id from places where estate_id = $1 and kind = $2 limit 1', [
    inside.estate,
    'home',
  ])
  await app.call(insider.cookie, `POST /api/places/${home!['id'] as string}/people`, {
    body: { personId: resident.id, relation: 'owner' },
  })
  const posted = await app.call(resident.cookie, `POST /api/boards/${inside.estate}/posts`, { body: { words: '=1+1' } })
  assert.equal(posted.status, 200, JSON.stringify(posted.body))
  const sheet = await sheetIn((await app.call(insider.cookie, 'GET /api/boards/posts.xlsx?show=all')).raw)
  const cells: unknown[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cells.push([cell.type, cell.value])))
  assert.deepEqual(
    cells.find((cell) => (cell as unknown[])[1] === '=1+1'),
    [ExcelJS.ValueType.String, '=1+1'],
  )
})
