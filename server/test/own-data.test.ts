// Everything the house holds about a person: all of it is in their download, and an erasure leaves no name behind.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { modulesOf } from '../src/app.ts'
import type { Cx } from '../src/platform/cx.ts'
import { acts, goes, named, nobody, told, untold } from './support/columns-of-people.ts'
import { columnsIn, planter, type Row } from './support/planting.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const person = await app.makeResident('诸葛青莲')
const other = await app.makePerson('旁人')
const around: Row = {
  district_id: district.id,
  street_id: district.streetA,
  community_id: district.communityA1,
  home_id: district.home1,
  estate_id: district.estate1,
  prev_hash: '0'.repeat(64),
}
/** Where a table's checks ask more than its columns tell. */
const special: Record<string, Row> = {
  fund_applications: { applicant_id: other.id },
  patrol_routes: { person_id: other.id },
  trials: { ends_on: '2027-01-01' },
}
const plant = await planter(app, around, special, '种下的话')
const [tableOf, columnOf] = [(name: string) => name.split('.')[0]!, (name: string) => name.split('.')[1]!]
const markedColumns = new Set((await columnsIn(app)).map((column) => `${column.table}.${column.name}`))

/** One row for every column that can name the person. */
const plantAll = async (): Promise<void> => {
  for (const name of new Set([...Object.keys(told), ...Object.keys(named), ...goes])) {
    if ((await countOf(name)) > 0) continue
    const row: Row = { [columnOf(name)]: person.id }
    const beside = named[name]
    if (beside !== undefined) row[beside] = '诸葛青莲'
    if (markedColumns.has(`${tableOf(name)}.words`)) row.words = `说过：${name}`
    await plant(tableOf(name), row)
  }
}
const countOf = async (name: string): Promise<number> =>
  (await app.sql(`select count(*)::int as n from ${tableOf(name)} where ${columnOf(name)} = $1`, [person.id]))[0]!.n
/** All rows of all tables as text, by table. */
const everything = async (): Promise<Map<string, string>> => {
  const tables = [...new Set((await columnsIn(app)).map((column) => column.table))]
  const found = new Map<string, string>()
  for (const table of tables) {
    const [row] = await app.sql(`select coalesce(string_agg(to_jsonb(t)::text, ' '), '') as text from ${table} t`)
    found.set(table, row!.text)
  }
  return found
}

test('every column that names a person is known, with what becomes of it', async () => {
  const points = await app.sql<{ name: string }>(
    `select k.conrelid::regclass || '.' || a.attname as name from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     where k.contype = 'f' and k.confrelid = 'persons'::regclass`,
  )
  const pattern =
    /^(actor|person|reporter|author|applicant|reviewer|uploader|rider|walker|assignee|doer|owner|lead|orderer|answerer|signer|voter|speaker|recorder|keeper|payer|approver)_id$|^(from|to)_person$|^first_by$|^by_(id|person)$|_by$|^assigned_to$/
  const looks = (await columnsIn(app))
    .filter((column) => column.type === 'uuid' && pattern.test(column.name))
    .map((column) => `${column.table}.${column.name}`)
  const known = new Set([...Object.keys(told), ...acts, ...Object.keys(untold), ...nobody])
  const found = new Set([...points.map((row) => row.name), ...looks])
  assert.deepEqual([...found].filter((name) => !known.has(name)).toSorted(), [], 'add it to columns-of-people.ts')
  assert.deepEqual([...known].filter((name) => !markedColumns.has(name)).toSorted(), [], 'these are gone')
})

test('what the download asks for is found by an index', async () => {
  const rows = await app.sql<{ name: string }>(
    `select i.indrelid::regclass || '.' || a.attname as name from pg_index i
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
  )
  const led = new Set(rows.map((row) => row.name))
  assert.deepEqual(
    Object.keys(told).filter((name) => !led.has(name)),
    [],
  )
})

describe('a person of whom every table knows something', { concurrency: 1 }, () => {
  let file = ''
  let data: Record<string, unknown[]> = {}
  test('finds all of it in the download', async () => {
    await plantAll()
    const answer = await app.call(person.cookie, 'GET /api/identity/me/export')
    assert.equal(answer.status, 200)
    file = answer.raw.toString('utf8')
    data = JSON.parse(file)
    for (const [name, list] of Object.entries(told)) {
      assert.ok((await countOf(name)) > 0, `nothing was planted in ${name}`)
      assert.equal(data[list]?.length, await countOf(name), `${list} of ${name}`)
    }
  })
  test('reads there what they wrote', () => {
    for (const name of ['board_posts.author_id', 'whistle_ratings.person_id', 'mediation_entries.actor_id'])
      assert.ok(file.includes(`说过：${name}`), name)
  })
  test('does not read there what others wrote', async () => {
    await plant('board_posts', { author_id: other.id, words: '旁人说的话' })
    await plant('mediation_entries', { actor_id: person.id, by_mediator: true, words: '调解员记下的话' })
    const again = (await app.call(person.cookie, 'GET /api/identity/me/export')).raw.toString('utf8')
    assert.ok(!again.includes('旁人') && !again.includes('调解员记下的话'))
  })
  test('finds there what they did, without what the journal says of others', async () => {
    assert.ok(
      (data.acts as { act: string }[]).length > 0 ||
        (await app.call(person.cookie, 'GET /api/identity/me')).status === 200,
    )
    const again = await app.call(person.cookie, 'GET /api/identity/me/export')
    const found = JSON.parse(again.raw.toString('utf8')).acts as { act: string }[]
    assert.ok(found.some((one) => one.act === 'identity.export'))
  })
  test('leaves no name, number or device behind when they have it erased, in any table', async () => {
    const before = await everything()
    assert.ok(Object.keys(named).every((name) => before.get(tableOf(name))!.includes('诸葛青莲')))
    const answer = await app.call(person.cookie, 'POST /api/identity/me/erasure', { body: { confirm: 'erase' } })
    assert.equal(answer.status, 200)
    const jobs = Object.assign({}, ...modulesOf(app.parts).map((module) => module.jobs ?? {}))
    await app.database.transaction((db) =>
      jobs['identity.forget-name'].run({ db, districtId: district.id } as Cx<null>, { personId: person.id }),
    )
    const masked = `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`
    for (const [table, text] of await everything())
      for (const marker of ['诸葛', person.phone, masked]) assert.ok(!text.includes(marker), `${marker} in ${table}`)
    for (const name of goes) assert.equal(await countOf(name), 0, name)
  })
})
