// Statements are planned once a connection; a search is planned each time, for its best plan depends on the words.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../src/platform/database.ts'
import { matches } from '../src/platform/search.ts'
import { cases } from '../src/modules/cases/tables.ts'
import { freshDatabase } from './support/test-database.ts'

const fresh = await freshDatabase()
const database = openDatabase(fresh.url, 1)
after(async () => {
  await database.end()
  await fresh.drop()
})
const keptNow = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ statement: string }>('select statement from pg_prepared_statements')
  return rows.map(({ statement }) => statement)
}
test('a statement with values is kept prepared, once', async () => {
  for (const n of [1, 2, 3]) await database.transaction((db) => db.execute(sql`select ${n}::int + 41 as sum`))
  assert.equal((await keptNow()).filter((text) => text.includes('+ 41')).length, 1)
})
test('a search is not kept, however often it is asked', async () => {
  for (const word of ['电梯', '水管', '电梯'])
    await database.transaction((db) =>
      db
        .select()
        .from(cases)
        .where(matches(cases.search, cases.words, word)),
    )
  assert.deepEqual(
    (await keptNow()).filter((text) => text.includes('tsquery')),
    [],
  )
})
