// Rows that come as JSON are the rows their tables give: every type, nothing rounded, nothing left as text.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { openDatabase } from '../src/platform/database.ts'
import { jsonRows } from '../src/platform/json-rows.ts'
import { caseClocks, caseEvents, cases } from '../src/modules/cases/tables.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const database = openDatabase(app.url, 1)
after(() => database.end())
const { district } = app
const clerk = await app.makeStaff(
  '社区工作者',
  'communityClerk',
  district.organisations.communityA1,
  district.communityA1,
)
const resident = await app.makeResident('反映人')
const made = await app.call(resident.cookie, 'POST /api/cases', {
  body: { words: '楼道灯不亮，“急”', placeId: district.unit1 },
})
const id = made.body.id as string
await app.call(clerk.cookie, `POST /api/cases/${id}/accept`, { body: {} })
await app.call(clerk.cookie, `POST /api/cases/${id}/dispatch`, {
  body: { organisationId: district.organisations.property1 },
})

for (const table of [caseEvents, caseClocks])
  test(`rows as JSON and rows as they are: ${table === caseEvents ? 'events' : 'clocks'}`, async () => {
    const [plain, asJson] = await database.transaction(async (db) => [
      await db.select().from(table).where(eq(table.caseId, id)).orderBy(table.id),
      (
        await db.execute<{ rows: Record<string, unknown>[] }>(
          sql`select json_agg(t order by t.id) as rows from ${table} t where t.case_id = ${id}`,
        )
      ).rows[0]!.rows,
    ])
    assert.ok(plain.length >= 2)
    assert.deepEqual(jsonRows(table)(asJson), plain)
  })
test('a table with a column that JSON cannot hold is refused at once', () => {
  assert.throws(() => jsonRows(cases), /search cannot be read from JSON/)
})
