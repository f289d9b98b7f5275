// Nothing of a mediation leaks: a marker in everything it holds, and every reading route asked by everybody who is not of it.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { apiEntries } from '../../contract/src/all.ts'
import { defaultPositions } from '../../contract/src/organisations-positions.ts'
import { areaOf, type Caller } from './support/areas.ts'
import { urlOf } from './support/ask.ts'
import { examples } from './support/contract-examples.ts'
import { testApp } from './support/test-app.ts'

const MARKER = '碧海藏珠'
const app = await testApp()
const { district, call } = app
const { organisations } = district
const area = await areaOf(app, {
  district: district.id,
  community: district.communityA1,
  grid: district.grid1,
  estate: district.estate1,
  building: district.building1,
  unit: district.unit1,
  committee: organisations.communityA1,
  property: organisations.property1,
  category: district.categories.light,
})
/** Around the home where it lies, as high as each post goes. */
const at: Readonly<Record<string, readonly [organisation: string, scope: string]>> = {
  administrator: [organisations.office, district.id],
  districtOfficer: [organisations.office, district.id],
  streetOfficer: [organisations.streetA, district.streetA],
  departmentOfficer: [organisations.department, district.id],
  enforcementOfficer: [organisations.department, district.streetA],
  gridLead: [organisations.communityA1, district.grid1],
  gridWorker: [organisations.communityA1, district.grid1],
  buildingLead: [organisations.communityA1, district.building1],
  unitLead: [organisations.communityA1, district.unit1],
  steward: [organisations.property1, district.estate1],
  propertyManager: [organisations.property1, district.estate1],
  propertyWorker: [organisations.property1, district.estate1],
}
const mediator = await app.makeStaff('主持人', 'mediator', organisations.communityA1, district.communityA1)
const below = await app.makeResident('楼下')
const above = await app.makeResident('楼上')
const post = async (who: { cookie: string }, path: string, body: object) => {
  const answer = await call(who.cookie, `POST ${path}`, { body })
  assert.equal(answer.status, 200, answer.raw.toString())
  return answer.body
}
const people: { name: string; cookie: string; caller: Caller }[] = []
let id = ''
before(async () => {
  await app.appoint(mediator.id, 'communitySecretary', organisations.communityA1, district.communityA1)
  const reported = await post(below, '/api/cases', {
    placeId: district.home1,
    words: '楼上漏水，协商不成',
    categoryId: district.categories.leak,
  })
  const made = await post(mediator, '/api/mediations', {
    caseId: reported.id,
    subject: `事由${MARKER}`,
    words: `背景${MARKER}`,
    parties: [
      { name: '甲', phone: below.phone, role: `楼下${MARKER}` },
      { name: '乙', phone: above.phone, role: `楼上${MARKER}` },
    ],
  })
  id = made.id
  const path = `/api/mediations/${id}`
  for (const who of [below, above]) await post(who, `${path}/consent`, { agrees: true })
  await post(below, `${path}/entries`, { kind: 'statement', audience: 'shared', words: `陈述${MARKER}` })
  const planned = await post(mediator, `${path}/sessions`, {
    at: new Date(Date.now() + 86_400_000).toISOString(),
    where: '社区调解室',
  })
  await post(mediator, `${path}/sessions/${planned.sessions[0].id}`, {
    present: [],
    said: `经过${MARKER}`,
    agreed: `达成${MARKER}`,
  })
  await post(mediator, `${path}/settlement`, {
    facts: `事实${MARKER}`,
    clauses: [
      {
        kind: 'repair',
        fromId: made.parties[1].id,
        what: `修好${MARKER}`,
        dueOn: new Date(Date.now() + 864e6).toISOString().slice(0, 10),
      },
    ],
  })
  for (const { code } of defaultPositions) {
    const [organisation, scope] = at[code] ?? [organisations.communityA1, district.communityA1]
    const person = await app.makeStaff(code, code, organisation, scope)
    const caller = { personId: person.id, organisationId: organisation, serves: [district.communityA1], reports: false }
    people.push({ name: code, cookie: person.cookie, caller })
  }
  const neighbour = await app.makeResident('邻居', district.home1)
  const caller = { personId: neighbour.id, organisationId: null, serves: [], reports: true }
  people.push({ name: 'a neighbour', cookie: neighbour.cookie, caller })
})
/** What a reader of the answer would read: also inside a spreadsheet. */
const textOf = async (raw: Buffer): Promise<string> => {
  if (raw.subarray(0, 2).toString('latin1') !== 'PK') return raw.toString('utf8')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as unknown as ArrayBuffer)
  return book.worksheets.map((page) => JSON.stringify(page.getSheetValues())).join('\n')
}
/** Half of it is searched for: the journal may keep what an exporter searched for. */
const searching = { search: MARKER.slice(0, 2), text: MARKER.slice(0, 2) }

describe('everybody who is not of it, on every reading route', { concurrency: 1 }, () => {
  for (const [key, endpoint] of apiEntries) {
    if (!key.startsWith('GET ') || endpoint.gives === 'events') continue
    test(key, async () => {
      // About things of the clerk's: who may not see those is refused, who may reads more.
      const { caller } = people.find((one) => one.name === 'communityClerk')!
      const example = await examples[key as keyof typeof examples].input(area, caller)
      const inputs = [example, { ...example, query: { ...example.query, ...searching } }]
      // And where the route takes an id: that of the mediation itself.
      if (example.params?.['id'] !== undefined) inputs.push({ ...example, params: { ...example.params, id } })
      for (const { name, cookie } of people)
        for (const input of inputs) {
          const answer = await call(cookie, `GET ${urlOf(key, input)}`)
          assert.ok(answer.status < 500, `${name}: ${answer.status}`)
          assert.ok(!(await textOf(answer.raw)).includes(MARKER), `${key} shows it to ${name}`)
        }
    })
  }
})
test('the marker is there for those who are of it', async () => {
  for (const who of [mediator, below, above])
    assert.ok((await call(who.cookie, `GET /api/mediations/${id}`)).raw.toString().includes(MARKER))
})
test('in the database it stands in the tables of mediation, and in answers kept for a retry of the same person', async () => {
  const columns = await app.sql<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'json', 'tsvector', 'ARRAY')`,
  )
  const holding = new Set<string>()
  for (const { table, column } of columns) {
    const found = await app.sql(`select 1 from "${table}" where "${column}"::text like $1 limit 1`, [`%${MARKER}%`])
    if (found.length > 0) holding.add(table)
  }
  const strange = [...holding].filter((table) => !table.startsWith('mediation') && table !== 'idempotency')
  assert.deepEqual(strange, [])
  assert.ok(holding.has('mediations') && holding.has('mediation_entries') && holding.has('mediation_settlements'))
})
