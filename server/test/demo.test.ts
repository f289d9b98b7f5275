// The demo district: whole, believable, usable, and the same every time; and the bare one.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { verify } from '@node-rs/argon2'
import { caseLife, caseStates, type CaseState } from '../../contract/src/cases-life.ts'
import { journalField } from '../../contract/src/journal-fields.ts'
import { defaultPositions } from '../../contract/src/organisations-positions.ts'
import { verifyChain, type ChainEntry } from '../../rules/src/hash-chain.ts'
import { randomFrom } from '../src/demo/random.ts'
import { demoPassword, demoSignIns } from '../src/demo/sign-ins.ts'
import { buildTown } from '../src/demo/town.ts'
import { makeBareDistrict } from '../src/first-district/bare-district.ts'
import { genuineCode } from '../src/modules/doorcodes/signing.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sealingFrom } from '../src/platform/sealing.ts'
import { folderStorage } from '../src/platform/storage.ts'
import { demoDoorCode, prepareDistrict } from '../src/prepare-district.ts'
import { welcome } from '../src/welcome.ts'
import { freshDatabase } from './support/test-database.ts'

const sealing = sealingFrom(Buffer.alloc(32, 7))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const data = mkdtempSync(join(tmpdir(), 'linli-demo-'))
const fresh = await freshDatabase()
const database = openDatabase(fresh.url, 4)
const config = readConfig({ DATABASE_URL: fresh.url, LINLI_DATA: data, LINLI_DEMO: '1' })
const rows = async (text: string) => (await database.pool.query<Record<string, string>>(text)).rows
const parts = { sealing, storage: folderStorage(data) }
const wasMade = await prepareDistrict({ database, parts }, config)
after(async () => {
  await database.end()
  await fresh.drop()
  rmSync(data, { recursive: true, force: true })
})

test('the demo district has the streets, communities, grids, estates and homes that were promised', async () => {
  const counts = new Map(
    (await rows('select kind, count(*) as n from places group by kind')).map((row) => [row.kind, Number(row.n)]),
  )
  assert.deepEqual(
    ['district', 'street', 'community', 'grid', 'estate'].map((kind) => counts.get(kind)),
    [1, 2, 8, 40, 30],
  )
  assert.ok(counts.get('building')! >= 280 && counts.get('home')! >= 5800 && counts.get('home')! <= 7000)
  const adrift = await rows(
    "select id from places where kind in ('building', 'unit', 'home') and (grid_id is null or estate_id is null)",
  )
  assert.equal(adrift.length, 0)
})
test('the demo district has people in every default position, and some who hold several posts in different bodies', async () => {
  const held = new Set(
    (await rows('select distinct p.code from appointments a join positions p on p.id = a.position_id')).map(
      (row) => row.code,
    ),
  )
  assert.deepEqual(
    defaultPositions.map((one) => one.code).filter((code) => !held.has(code)),
    [],
  )
  const concurrent = await rows(
    'select person_id from appointments group by person_id having count(distinct organisation_id) > 1',
  )
  assert.ok(concurrent.length >= 20)
})
test('the demo district lets everybody in the welcome box sign in, with the right to something', async () => {
  for (const { login, phone } of demoSignIns) {
    const [person] = (
      await database.pool.query<{ password_hash: string; phone_hash: string; id: string }>(
        'select * from persons where login = $1',
        [login],
      )
    ).rows
    assert.equal(person?.phone_hash, sealing.hash(phone, 'phone'))
    const posts = await database.pool.query('select 1 from appointments where person_id = $1', [person.id])
    assert.equal((posts.rowCount ?? 0) > 0, login !== 'resident')
  }
  const [one] = await rows("select password_hash from persons where login = 'admin'")
  assert.equal(await verify(one!.password_hash!, demoPassword), true)
  const box = welcome(config)
  assert.ok(demoSignIns.every(({ login, phone }) => box.includes(login) && box.includes(phone)))
  assert.ok(box.includes(`/s/${demoDoorCode()}`))
})
test('the demo district has cases in every state of the table, and every step in them is one the table allows', async () => {
  const states = new Set((await rows('select distinct state from cases')).map((row) => row.state))
  assert.deepEqual(
    Object.keys(caseStates).filter((state) => !states.has(state)),
    [],
  )
  const steps = await rows(
    // What other rooms add to the story changes no state.
    "select distinct step, from_state, to_state from case_events where to_state is not null and step <> 'report'",
  )
  for (const { step, from_state, to_state } of steps) {
    const edge = caseLife.steps[step as keyof typeof caseLife.steps]
    assert.ok(
      edge.from.includes(from_state as CaseState) && edge.to === to_state,
      `${step}: ${from_state} to ${to_state}`,
    )
  }
  const torn = await rows(
    'select c.id from cases c where c.state <> (select e.to_state from case_events e where e.case_id = c.id and e.to_state is not null order by e.at desc, e.id desc limit 1)',
  )
  assert.equal(torn.length, 0)
  const future = await rows('select id from case_events where at > now()')
  assert.equal(future.length, 0)
})
test('the demo district has one record for every missed clock, and no running clock in a case that has ended', async () => {
  const unlike = await rows(
    'select k.id from case_clocks k full join case_misses m on m.clock_id = k.id where (k.missed_at is null) <> (m.id is null)',
  )
  assert.equal(unlike.length, 0)
  const running = await rows(
    "select k.id from case_clocks k join cases c on c.id = k.case_id where k.stopped_at is null and c.state in ('confirmed', 'rejected', 'withdrawn', 'closed')",
  )
  assert.equal(running.length, 0)
})
test('the demo district has a journal whose every chain holds', async () => {
  const entries = await rows(
    'select thing_kind, thing_id, canonical, hash, prev_hash as "prevHash" from journal order by thing_kind, thing_id, seq',
  )
  const chains = Map.groupBy(entries, (row) => `${row.thing_kind}:${row.thing_id}`)
  const [counted] = await rows('select count(*) as n from cases')
  const ofCases = [...chains.keys()].filter((key) => key.startsWith('case:'))
  assert.equal(ofCases.length, Number(counted!.n))
  for (const chain of chains.values()) assert.equal(verifyChain(chain as unknown as ChainEntry[], sha256).intact, true)
  const [next] = await rows(
    "select thing_id, journal_append(district_id, now(), null, 'case.note', thing_kind, thing_id, '{}') as seq, max as last from (select district_id, thing_kind, thing_id, max(seq) from journal group by 1, 2, 3 limit 1) as one",
  )
  assert.equal(Number(next!.seq), Number(next!.last) + 1)
})
/** The names of fields inside a value, at any depth; the seals of personal words are none. */
const fieldsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null || '$personal' in value) return []
  if (Array.isArray(value)) return value.flatMap(fieldsIn)
  return Object.entries(value).flatMap(([name, each]) => [name, ...fieldsIn(each)])
}
test('the journal of the demo district names every field it holds', async () => {
  const entries = await rows('select distinct on (action) action, canonical from journal order by action, id')
  assert.ok(entries.length > 60, `${entries.length} actions`)
  const unnamed = entries.flatMap(({ action, canonical }) => {
    const { before, after } = JSON.parse(canonical!) as { before: unknown; after: unknown }
    return [...fieldsIn(before), ...fieldsIn(after)].filter((name) => journalField(action!, name) === null)
  })
  assert.deepEqual(unnamed, [])
})
test('the demo district has a code of this installation on every unit door', async () => {
  const codes = await rows(
    "select p.id, d.code from places p left join doorcodes d on d.place_id = p.id and d.kind = 'unit' where p.kind = 'unit'",
  )
  for (const { code } of codes) assert.equal(genuineCode(sealing, code!), code)
})
test('the demo district has buildings in every grid', async () => {
  const empty = await rows(
    "select name from places g where kind = 'grid' and not exists (select 1 from places b where b.kind = 'building' and b.grid_id = g.id)",
  )
  assert.deepEqual(empty, [])
})
test('the demo district has told people of the last days, in the order it happened, some of it not yet read', async () => {
  const logins = ['resident', 'clerk', 'secretary', 'worker']
  const told = await rows(
    'select p.login, count(*) as n, count(*) filter (where m.read_at is null) as unread from messages m join persons p on p.id = m.person_id where p.login is not null group by 1',
  )
  for (const login of logins) assert.ok(Number(told.find((one) => one.login === login)?.n ?? 0) > 0, login)
  assert.ok(told.some((one) => Number(one.unread) > 0) && told.some((one) => Number(one.unread) < Number(one.n)))
  const [odd] = await rows(
    "select count(*) filter (where title = '' or body like '%{%' or at > now()) as bad, count(*) filter (where at < before) as late from (select *, lag(at) over (order by seq) as before from messages) m",
  )
  assert.deepEqual([odd!.bad, odd!.late], ['0', '0'])
  const strange = await rows(
    'select 1 from messages m join cases c on c.id = m.thing_id where m.person_id not in (select person_id from appointments) and m.person_id <> c.reporter_id',
  )
  assert.equal(strange.length, 0)
})
test('the demo district’s votes have answered objections, mandates and co-owners who differ', async () => {
  const [voices] = await rows(`select
    (select count(*) from decision_objections where about = 'roll' and answer is not null)::int roll,
    (select count(*) from decision_objections where about = 'result' and answer is not null)::int result,
    (select count(*) from decision_mandates where revoked_at is null)::int mandates,
    (select count(*) from decision_mandates where revoked_at is not null)::int "takenBack",
    (select count(*) from decision_mandates where recorded_by is not null)::int "inWriting",
    (select count(*) from decision_owners where differs_at is not null)::int differing,
    (select count(*) from decision_designations)::int named`)
  assert.deepEqual(voices, { roll: 2, result: 1, mandates: 2, takenBack: 1, inWriting: 1, differing: 2, named: 1 })
})
test('the demo district is made once, not twice', async () => {
  assert.equal(wasMade, true)
  assert.equal(await prepareDistrict({ database, parts }, config), false)
  const [count] = await rows("select count(*) as n from places where kind = 'district'")
  assert.equal(count!.n, '1')
})

test('the same seed builds the same county, another seed another', () => {
  const at = new Date('2026-01-05T00:00:00Z')
  const one = JSON.stringify(buildTown(randomFrom(5), at).rows)
  assert.equal(JSON.stringify(buildTown(randomFrom(5), at).rows), one)
  assert.notEqual(JSON.stringify(buildTown(randomFrom(6), at).rows), one)
})

test('a bare district has its settings and one administrator with a password of their own', async (t) => {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, 2)
  t.after(async () => {
    await database.end()
    await fresh.drop()
  })
  const made = await database.transaction((db) => makeBareDistrict(db, '试点区'))
  const { rows } = await database.pool.query<{ password_hash: string; code: string; name: string }>(
    'select n.password_hash, p.code, d.name from persons n join appointments a on a.person_id = n.id join positions p on p.id = a.position_id join places d on d.id = a.scope_id',
  )
  assert.deepEqual(
    rows.map((row) => [row.code, row.name]),
    [['administrator', '试点区']],
  )
  assert.equal(await verify(rows[0]!.password_hash, made.password), true)
  const counts = await database.pool.query<{ policies: string; categories: string }>(
    'select (select count(*) from deadline_policies) as policies, (select count(*) from categories) as categories',
  )
  assert.deepEqual(counts.rows[0], { policies: '5', categories: '40' })
})
