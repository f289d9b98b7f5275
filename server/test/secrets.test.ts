// Nothing leaks from where it belongs: a marker in everything that is confidential, and every reading route asked by
// everybody, inside and outside, signed in or not.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { apiEntries } from '../../contract/src/all.ts'
import { districtArea } from './support/areas.ts'
import { urlOf } from './support/ask.ts'
import { examples, type ExampleInput } from './support/contract-examples.ts'
import { makeReaders, secretsStage, type Reader, type Secret } from './support/secrets-stage.ts'
import { testApp } from './support/test-app.ts'

const MARKER = '碧海藏珠'
const app = await testApp({ LINLI_ROLES: 'web' })
const { district, call } = app
const { organisations } = district
const area = await districtArea(app)
const mediator = await app.makeStaff('主持人', 'mediator', organisations.communityA1, district.communityA1)
const below = await app.makeResident('楼下')
const above = await app.makeResident('楼上')
const stage = await secretsStage(app)
const { post } = stage
const secrets: Secret[] = [{ name: 'a mediation', marker: MARKER, mayRead: () => false }, ...stage.secrets]
let readers: Reader[] = []
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
  readers = await makeReaders(app, [stage.hidden, stage.neighbour])
})
/** What a reader of the answer would read: also inside a spreadsheet. */
const textOf = async (raw: Buffer): Promise<string> => {
  if (raw.subarray(0, 2).toString('latin1') !== 'PK') return raw.toString('utf8')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(raw as unknown as ArrayBuffer)
  return book.worksheets.map((page) => JSON.stringify(page.getSheetValues())).join('\n')
}
/** Half of the marker is searched for: the journal may keep what an exporter searched for. */
const searching = { search: MARKER.slice(0, 2), text: MARKER.slice(0, 2) }
const AT_ONCE = 6
/** What stands on the public board is read by all alike. */
const isPublic = (key: string) => key.startsWith('GET /api/public/')

const inputsOf = (example: ExampleInput): ExampleInput[] => {
  const inputs = [example]
  if (example.params === undefined) inputs.push({ ...example, query: { ...example.query, ...searching } })
  // Where the route takes an id: those of the mediation and of the cases.
  if (example.params?.['id'] !== undefined)
    for (const one of [id, ...stage.ids]) inputs.push({ ...example, params: { ...example.params, id: one } })
  return inputs
}
/** How often each secret was read by somebody who may: a marker that never shows proves nothing. */
const shown = new Map<string, number>()
const askAs = async (reader: Reader, key: string, input: ExampleInput) => {
  const answer = await call(reader.cookie, `GET ${urlOf(key, input)}`)
  assert.ok(answer.status < 500, `${reader.name}: ${answer.status}`)
  const text = await textOf(answer.raw)
  for (const secret of secrets) {
    if (!text.includes(secret.marker)) continue
    assert.ok(secret.mayRead(reader) && !isPublic(key), `${urlOf(key, input)} shows ${secret.name} to ${reader.name}`)
    shown.set(secret.name, (shown.get(secret.name) ?? 0) + 1)
  }
}

describe('everybody, on every reading route', { concurrency: 1 }, () => {
  for (const [key, endpoint] of apiEntries) {
    if (!key.startsWith('GET ') || endpoint.gives === 'events') continue
    test(key, async () => {
      // About things of the clerk's: who may not see those is refused, who may reads more.
      const { caller } = readers.find((one) => one.name === 'communityClerk inside')!
      const inputs = inputsOf(await examples[key as keyof typeof examples].input(area, caller))
      const asked = readers.flatMap((reader) => inputs.map((input) => [reader, input] as const))
      for (let n = 0; n < asked.length; n += AT_ONCE)
        await Promise.all(asked.slice(n, n + AT_ONCE).map(([reader, input]) => askAs(reader, key, input)))
    })
  }
  test('those who may read a secret did', () => {
    for (const secret of stage.secrets) assert.ok((shown.get(secret.name) ?? 0) > 0, `${secret.name} was never shown`)
  })
})
test('the marker is there for those who are of it', async () => {
  for (const who of [mediator, below, above])
    assert.ok((await call(who.cookie, `GET /api/mediations/${id}`)).raw.toString().includes(MARKER))
})
test('in the database it stands in the tables of mediation and nowhere else: answers kept for a retry lie sealed', async () => {
  const columns = await app.sql<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'json', 'tsvector', 'ARRAY')`,
  )
  const holding = new Set<string>()
  for (const { table, column } of columns) {
    const found = await app.sql(`select 1 from "${table}" where "${column}"::text like $1 limit 1`, [`%${MARKER}%`])
    if (found.length > 0) holding.add(table)
  }
  const strange = [...holding].filter((table) => !table.startsWith('mediation'))
  assert.deepEqual(strange, [])
  assert.ok(holding.has('mediations') && holding.has('mediation_entries') && holding.has('mediation_settlements'))
})
