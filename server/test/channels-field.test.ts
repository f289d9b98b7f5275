// Door knocks, chat groups and riders' clues: what is allowed, refused, kept and counted.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { thankRiders } from '../src/modules/channels/thank-riders.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const outsider = await app.makeStaff('外社工', 'communityClerk', organisations.communityA2, district.communityA2)
const worker = await app.makeStaff('师傅', 'propertyWorker', organisations.property1, district.estate1)
const lead = await app.makeStaff('楼栋长', 'buildingLead', organisations.communityA1, district.building1)
const resident = await app.makeResident('居民')
const caseOf = async (id: string) => (await sql('select * from cases where id = $1', [id]))[0]!
const ok = <T extends { status: number; body: unknown }>(answer: T): T['body'] => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as T['body']
}
const refusedAs = (answer: { status: number; body: { code: string } }, code: string) =>
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))

describe('door knocks', () => {
  const make = async () => {
    await app.addPlace('home', `2${Math.floor(Math.random() * 1e6)}`, district.unit1)
    return ok(
      await call(clerk.cookie, 'POST /api/channels/knocks', {
        body: { placeId: district.building1, name: '冬季走访' },
      }),
    )
  }
  test('lists every home of the building; a need becomes a case', async () => {
    const list = await make()
    const [homes] = await sql("select count(*)::int as n from places where building_id = $1 and kind = 'home'", [
      district.building1,
    ])
    assert.equal(list.visits.length, homes!.n)
    const id = list.visits[0].id
    const noted = ok(
      await call(clerk.cookie, `POST /api/channels/visits/${id}/outcome`, {
        body: { state: 'done', needs: ['repair', 'repair'] },
      }),
    )
    assert.deepEqual([noted.state, noted.needs, noted.tries], ['done', ['repair'], 1])
    const made = ok(
      await call(clerk.cookie, `POST /api/channels/visits/${id}/cases`, {
        body: { words: '窗户关不上', need: 'repair' },
      }),
    )
    const row = await caseOf(made.id)
    assert.deepEqual([row.channel, row.place_id], ['doorKnock', list.visits[0].home.id])
    const { counts } = ok(await call(clerk.cookie, `GET /api/channels/knocks/${list.id}`))
    assert.deepEqual([counts.done, counts.cases], [1, 1])
  })
  test('are given to people of the place, who see only their own doors', async () => {
    const list = await make()
    const path = `POST /api/channels/knocks/${list.id}/assignments`
    const [first, second] = list.visits.map((visit: { id: string }) => visit.id)
    refusedAs(await call(clerk.cookie, path, { body: { visitIds: [first], personId: resident.id } }), 'knock.not-there')
    refusedAs(await call(lead.cookie, `GET /api/channels/knocks/${list.id}`), 'knock.not-found')
    ok(await call(clerk.cookie, path, { body: { visitIds: [first], personId: lead.id } }))
    const own = ok(await call(lead.cookie, `GET /api/channels/knocks/${list.id}`))
    assert.deepEqual(
      own.visits.map((visit: { id: string }) => visit.id),
      [first],
    )
    assert.deepEqual(own.may, ['visit'])
    assert.ok(
      ok(await call(lead.cookie, 'GET /api/channels/knocks/mine')).some((one: { id: string }) => one.id === list.id),
    )
    ok(
      await call(lead.cookie, `POST /api/channels/visits/${first}/outcome`, {
        body: { state: 'absent', revisit: true },
      }),
    )
    refusedAs(
      await call(lead.cookie, `POST /api/channels/visits/${second}/outcome`, { body: { state: 'done' } }),
      'knock.visit-not-found',
    )
  })
  test('noted without a signal come late: the moment at the door counts, not the order of arrival', async () => {
    const list = await make()
    const path = `POST /api/channels/visits/${list.visits[0].id}/outcome`
    await sql("update knock_lists set created_at = now() - interval '2 hours' where id = $1", [list.id])
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    ok(await call(clerk.cookie, path, { body: { state: 'done', at: at(5) } }))
    const late = ok(await call(clerk.cookie, path, { body: { state: 'absent', at: at(60) } }))
    assert.deepEqual([late.state, late.tries], ['done', 2])
  })
  test('end with the list', async () => {
    const list = await make()
    ok(await call(clerk.cookie, `POST /api/channels/knocks/${list.id}/closing`, { body: {} }))
    refusedAs(
      await call(clerk.cookie, `POST /api/channels/visits/${list.visits[0].id}/outcome`, { body: { state: 'done' } }),
      'knock.closed',
    )
    refusedAs(await call(clerk.cookie, `POST /api/channels/knocks/${list.id}/closing`, { body: {} }), 'knock.closed')
    refusedAs(
      await call(clerk.cookie, 'POST /api/channels/knocks', { body: { placeId: district.estate2, name: '空的' } }),
      'knock.no-homes',
    )
  })
  test('hold no words about people: the table has no room for them', async () => {
    const columns = await sql(
      "select column_name from information_schema.columns where table_name = 'knock_visits' and data_type in ('text', 'jsonb')",
    )
    assert.deepEqual(
      columns.map((row) => row.column_name),
      ['state'],
    )
  })
})

describe('a chat group', () => {
  test('is split without a trace, and what is picked becomes cases without names', async () => {
    const text = '王秘密 2026-11-20 14:20\n电梯又停了\n李秘密 2026-11-20 14:21\n收到'
    const { messages } = ok(await call(clerk.cookie, 'POST /api/channels/chats/split', { body: { text } }))
    assert.deepEqual(
      messages.map((one: { words: string }) => one.words),
      ['电梯又停了', '收到'],
    )
    const done = ok(
      await call(clerk.cookie, 'POST /api/channels/chats/cases', {
        body: { placeId: district.estate1, matters: [{ words: messages[0].words }] },
      }),
    )
    assert.equal((await caseOf(done.cases[0].id)).channel, 'chatGroup')
    for (const table of ['cases', 'case_events', 'journal'])
      assert.deepEqual(await sql(`select 1 from ${table} t where t::text like '%秘密%'`), [], table)
    assert.deepEqual(await sql("select 1 from idempotency where route like '%/chats/split%'"), [])
  })
  test('is filed only in one’s own area', async () => {
    const body = { placeId: district.estate1, matters: [{ words: '电梯又停了' }] }
    refusedAs(await call(outsider.cookie, 'POST /api/channels/chats/cases', { body }), 'access.out-of-scope')
    refusedAs(await call(resident.cookie, 'POST /api/channels/chats/cases', { body }), 'access.not-allowed')
  })
})

describe('a rider’s clue', () => {
  const step = async (who: { cookie: string }, id: string, name: string, body: object = {}) =>
    ok(await call(who.cookie, `POST /api/cases/${id}/${name}`, { body }))
  test('is thanked when taken up and when solved, each once, without the name for the handler', async () => {
    const made = ok(
      await call(resident.cookie, 'POST /api/channels/clues', {
        body: { kind: 'lamp', words: '整晚不亮', placeId: district.estate1 },
      }),
    )
    const row = await caseOf(made.case.id)
    assert.deepEqual([row.channel, row.name_hidden, row.reporter_id], ['courier', true, resident.id])
    assert.match(row.words, /^路灯不亮：整晚不亮$/)
    const thankNow = () => asWorker(app, thankRiders)
    await thankNow()
    assert.deepEqual(await sql('select kind from thanks'), [])
    await step(clerk, made.case.id, 'accept')
    await step(clerk, made.case.id, 'dispatch', { organisationId: organisations.property1 })
    await step(worker, made.case.id, 'takeUp')
    await thankNow()
    await thankNow()
    await sql("update cases set state = 'closed', closed_at = now() where id = $1", [made.case.id])
    await thankNow()
    await thankNow()
    assert.deepEqual(await sql('select kind, weight from thanks order by weight'), [
      { kind: 'clue.takenUp', weight: 1 },
      { kind: 'clue.solved', weight: 4 },
    ])
    const told = await sql("select event from messages where person_id = $1 and event like 'clue.%' order by event", [
      resident.id,
    ])
    assert.deepEqual(
      told.map((one) => one.event),
      ['clue.solved', 'clue.takenUp'],
    )
    const mine = ok(await call(resident.cookie, 'GET /api/channels/clues'))
    assert.deepEqual([mine.count, mine.solved, mine.thanks, mine.rows[0].thanks], [1, 1, 5, 'solved'])
  })
  test('finds its place by one position, or asks for one', async () => {
    await sql('update places set lon = 117.5, lat = 32.1 where id = $1', [district.estate1])
    const at = (lon: number, lat: number) =>
      call(resident.cookie, 'POST /api/channels/clues', { body: { kind: 'manhole', position: { lon, lat } } })
    const near = ok(await at(117.501, 32.101))
    const row = await caseOf(near.case.id)
    assert.deepEqual([row.community_id, row.lon, row.lat], [district.communityA1, 117.501, 32.101])
    refusedAs(await at(100, 20), 'clue.no-place')
    refusedAs(await call(resident.cookie, 'POST /api/channels/clues', { body: { kind: 'manhole' } }), 'clue.no-place')
  })
  test('counts for a station, and the stations’ list knows no person', async () => {
    const [station] = await sql<{ id: string }>(
      "insert into organisations (id, district_id, kind, name, short_name, place_id) values (gen_random_uuid(), $1, 'station', '和顺驿站', '驿站', $2) returning id",
      [district.id, district.communityA1],
    )
    refusedAs(
      await call(resident.cookie, 'PUT /api/channels/clues/station', { body: { stationId: organisations.property1 } }),
      'station.not-found',
    )
    ok(await call(resident.cookie, 'PUT /api/channels/clues/station', { body: { stationId: station!.id } }))
    ok(await call(resident.cookie, 'POST /api/channels/clues', { body: { kind: 'road', placeId: district.estate1 } }))
    const stations = ok(await call(resident.cookie, 'GET /api/channels/clues/stations'))
    assert.deepEqual(stations, [{ id: station!.id, name: '和顺驿站', clues: 1, solved: 0 }])
  })
})
