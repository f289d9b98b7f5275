// Patrols: planned by schedule, walked offline and told once, proved on the server, late or missed, swept jointly.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { visitStates, visitSteps, type VisitState, type VisitStep } from '../../contract/src/patrols-life.ts'
import { makeCode } from '../src/modules/doorcodes/signing.ts'
import { noteMisses } from '../src/modules/patrols/finish-visit.ts'
import { planAll } from '../src/modules/patrols/plan-visits.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp, type Answer } from './support/test-app.ts'

/** What an answer holds; tests look into it freely. */
type Seen = Answer['body']

const app = await testApp()
const { district } = app
const { organisations } = district
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('李春苗', 'gridWorker', organisations.communityA1, district.grid1)
const other = await app.makeStaff('外人', 'gridWorker', organisations.communityA2, district.communityA2)
const steward = await app.makeStaff('马红霞', 'steward', organisations.property1, district.building1)
const fire = await app.makeStaff('罗克坚', 'departmentOfficer', organisations.department, district.id)
await app.sql('update places set lon = 117.1, lat = 36.2 where id = $1', [district.unit1])

const items = [
  { key: 'parking', text: '车辆停放整齐' },
  { key: 'fireLane', text: '消防通道畅通' },
]
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const now = () => new Date().toISOString()
const HOUR_MS = 3_600_000
const routeOf = (more: object = {}) => ({
  name: `日巡${randomUUID().slice(0, 6)}`,
  placeId: district.grid1,
  who: { by: 'position', positionCode: 'gridWorker' },
  schedule: {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    windows: [{ from: '00:00', until: '23:59' }],
    startsOn: today(),
  },
  points: [
    { name: '单元门口', placeId: district.unit1, items },
    { name: '楼前', placeId: district.building1, items },
  ],
  ...more,
})
const plan = async (more: object = {}) => {
  const made = await app.call(clerk.cookie, 'POST /api/patrols/routes', { body: routeOf(more) })
  assert.equal(made.status, 200, made.raw.toString())
  return made.body
}
const mine = async (cookie: string, routeId: string) =>
  (await app.call(cookie, 'GET /api/patrols/mine')).body.visits.find((one: Seen) => one.route.id === routeId)
const checkin = (cookie: string, visitId: string, pointId: string, more: object = {}, key = randomUUID()) =>
  app.call(cookie, `POST /api/patrols/visits/${visitId}/checkins`, {
    body: { id: uuidv7(), pointId, walkedAt: now(), okItems: ['parking', 'fireLane'], ...more },
    headers: { 'idempotency-key': key },
  })

describe('planning', { concurrency: 1 }, () => {
  test('a route has its visits of seven days at once, and the hourly job makes none twice', async () => {
    const route = await plan()
    const count = async () =>
      (await app.sql<{ n: number }>('select count(*)::int as n from patrol_visits where route_id = $1', [route.id]))[0]!
        .n
    assert.equal(await count(), 7)
    await asWorker(app, planAll)
    assert.equal(await count(), 7)
    const stopped = await app.call(clerk.cookie, `PUT /api/patrols/routes/${route.id}`, {
      body: { ...routeOf(), active: false },
    })
    assert.equal(stopped.status, 200, stopped.raw.toString())
    assert.equal(await count(), 1, 'only today’s, which has begun its hours, is left')
  })
  test('points outside the area, hours that overlap and people who cannot walk are refused', async () => {
    const refused = async (more: object) =>
      (await app.call(clerk.cookie, 'POST /api/patrols/routes', { body: routeOf(more) })).body.code
    assert.equal(await refused({ points: [{ name: '别处', placeId: district.unitA2, items }] }), 'patrol.point-outside')
    const windows = [
      { from: '08:00', until: '10:00' },
      { from: '09:00', until: '11:00' },
    ]
    assert.equal(await refused({ schedule: { ...routeOf().schedule, windows } }), 'patrol.bad-times')
    const resident = await app.makeResident('居民')
    assert.equal(await refused({ who: { by: 'person', personId: resident.id } }), 'patrol.cannot-walk')
    assert.equal(await refused({ placeId: district.communityA2 }), 'access.out-of-scope')
    assert.equal(await refused({ who: { by: 'position', positionCode: 'mediator' } }), 'patrol.cannot-walk')
  })
  test('who it is planned for sees it, others do not', async () => {
    const route = await plan()
    assert.ok(await mine(worker.cookie, route.id))
    assert.equal(await mine(other.cookie, route.id), undefined)
    assert.equal(await mine(steward.cookie, route.id), undefined)
    const estate = await plan({
      placeId: district.estate1,
      who: { by: 'position', positionCode: 'steward' },
      points: [{ name: '门口', placeId: district.estate1, items }],
    })
    assert.ok(await mine(steward.cookie, estate.id), 'the steward of a building walks the estate')
  })
})
describe('walking', { concurrency: 1 }, () => {
  test('a finding becomes one case, however often the phone sends it, and with a new key too', async () => {
    const route = await plan()
    const visit = await mine(worker.cookie, route.id)
    const [first, second] = visit.pointList
    const words = `飞线充电${randomUUID().slice(0, 6)}`
    const body = {
      id: uuidv7(),
      pointId: first.id,
      walkedAt: now(),
      okItems: ['fireLane'],
      // The words alone would not tell: the walker chose.
      findings: [{ id: uuidv7(), item: 'parking', words, asCase: true, categoryId: district.categories.leak }],
    }
    const key = randomUUID()
    const send = (k: string) =>
      app.call(worker.cookie, `POST /api/patrols/visits/${visit.id}/checkins`, {
        body,
        headers: { 'idempotency-key': k },
      })
    const answers = await Promise.all([send(key), send(key)])
    assert.ok(answers.some((answer) => answer.status === 200))
    const again = await send(randomUUID())
    assert.equal(again.status, 200)
    const [opened] = await app.sql('select category_id from cases where words = $1', [words])
    assert.equal(opened!['category_id'], district.categories.leak)
    assert.equal(again.body.found.length, 1)
    const cases = await app.sql('select channel, place_id, filed_by from cases where words = $1', [words])
    assert.deepEqual(cases, [{ channel: 'patrol', place_id: district.unit1, filed_by: worker.id }])
    const last = await checkin(worker.cookie, visit.id, second.id)
    assert.equal(last.body.state, 'done', 'the last point finishes the visit')
    assert.equal(last.body.late, false)
    const twice = await checkin(worker.cookie, visit.id, second.id)
    assert.equal(twice.status, 409)
  })
  test('a place is compared on the server and forgotten: near or not, and a rounded distance', async () => {
    const route = await plan()
    const visit = await mine(worker.cookie, route.id)
    const [first, second] = visit.pointList
    const near = await checkin(worker.cookie, visit.id, first.id, {
      position: { lon: 117.1001, lat: 36.2001, accuracy: 12 },
    })
    const shown = near.body.checkins[0]
    assert.deepEqual([shown.proof, shown.proved, shown.distance], ['place', true, 10])
    await checkin(worker.cookie, visit.id, second.id)
    const rows = await app.sql<{ text: string }>(
      `select (select string_agg(c::text, ' ') from patrol_checkins c where visit_id = $1) || (select string_agg(j::text, ' ') from journal j where thing_id = $1::text or thing_id::text = $1::text) as text`,
      [visit.id],
    )
    assert.doesNotMatch(rows[0]!.text, /117\.1001|36\.2001/)
  })
  test('a code proves its own point only', async () => {
    const code = makeCode(app.parts.sealing)
    const codeId = uuidv7()
    await app.sql(
      "insert into doorcodes (id, district_id, code, kind, label, place_id, issued_at, issued_by) values ($1, $2, $3, 'unit', '单元门', $4, now(), $5)",
      [codeId, district.id, code, district.unit1, clerk.id],
    )
    const route = await plan({
      points: [
        { name: '单元门', placeId: district.unit1, doorcodeId: codeId, items },
        { name: '楼前', placeId: district.building1, items },
      ],
    })
    const visit = await mine(worker.cookie, route.id)
    const [door, front] = visit.pointList
    const right = await checkin(worker.cookie, visit.id, door.id, {
      code: `https://linli.example/s/${code}?from=wechat`,
    })
    assert.deepEqual([right.body.checkins[0].proof, right.body.checkins[0].proved], ['code', true])
    const wrong = await checkin(worker.cookie, visit.id, front.id, { code })
    const second = wrong.body.checkins.find((one: Seen) => one.pointId === front.id)
    assert.deepEqual([second.proof, second.proved], ['code', false])
  })
  test('others may not walk it; leaving points out needs a reason', async () => {
    const route = await plan()
    const visit = await mine(worker.cookie, route.id)
    assert.equal((await checkin(other.cookie, visit.id, visit.pointList[0].id)).status, 404)
    assert.equal((await checkin(clerk.cookie, visit.id, visit.pointList[0].id)).body.code, 'patrol.not-yours')
    await checkin(worker.cookie, visit.id, visit.pointList[0].id)
    const finish = (body: object) => app.call(worker.cookie, `POST /api/patrols/visits/${visit.id}/finish`, { body })
    assert.equal((await finish({ finishedAt: now() })).body.code, 'patrol.points-left')
    assert.equal((await finish({ finishedAt: now(), words: '下大雨' })).body.state, 'done')
  })
})
describe('time', { concurrency: 1 }, () => {
  const move = (id: string, hours: number) =>
    app.sql(
      "update patrol_visits set from_at = from_at - make_interval(hours => $2), until_at = now() - interval '3 hours', miss_at = now() - interval '1 hour' where id = $1",
      [id, hours],
    )
  test('a miss is noted once; a walk told of later takes it back and says so', async () => {
    const route = await plan()
    const visit = await mine(worker.cookie, route.id)
    await move(visit.id, 6)
    await asWorker(app, noteMisses)
    await asWorker(app, noteMisses)
    assert.equal((await app.sql('select 1 from patrol_misses where visit_id = $1', [visit.id])).length, 1)
    const walkedAt = new Date(Date.now() - 4 * HOUR_MS).toISOString()
    for (const point of visit.pointList) {
      const told = await checkin(worker.cookie, visit.id, point.id, { walkedAt })
      assert.equal(told.status, 200, told.raw.toString())
    }
    const shown = (await app.call(clerk.cookie, `GET /api/patrols/visits/${visit.id}`)).body
    assert.deepEqual([shown.state, shown.late, shown.arrivedLater], ['done', false, true])
    const [miss] = await app.sql('select explained_at from patrol_misses where visit_id = $1', [visit.id])
    assert.notEqual(miss!.explained_at, null)
  })
  test('walked after its hours it is late; a time of another day is refused', async () => {
    const route = await plan()
    const visit = await mine(worker.cookie, route.id)
    const longAgo = new Date(Date.now() - 80 * HOUR_MS).toISOString()
    const refused = await checkin(worker.cookie, visit.id, visit.pointList[0].id, { walkedAt: longAgo })
    assert.equal(refused.body.code, 'patrol.bad-walk-time')
    await app.sql("update patrol_visits set until_at = now() - interval '1 minute' where id = $1", [visit.id])
    for (const point of visit.pointList) await checkin(worker.cookie, visit.id, point.id)
    const week = await app.call(clerk.cookie, `GET /api/patrols/results?week=${today()}&by=route`)
    const row = week.body.rows.find((one: Seen) => one.key === route.id)
    assert.deepEqual([row.done, row.late], [1, 1])
  })
})
describe('a joint sweep', { concurrency: 1 }, () => {
  test('each unit walks the points itself, findings are counted per unit, and the units are told', async () => {
    const route = await plan({ schedule: { ...routeOf().schedule, weekdays: [] } })
    const called = await app.call(clerk.cookie, `POST /api/patrols/routes/${route.id}/sweeps`, {
      body: {
        aim: '查消防通道',
        from: now(),
        until: new Date(Date.now() + HOUR_MS).toISOString(),
        units: [
          { organisationId: organisations.communityA1, people: '三人' },
          { organisationId: organisations.department, people: '两人' },
        ],
      },
    })
    assert.equal(called.status, 200, called.raw.toString())
    const visit = await mine(fire.cookie, route.id)
    assert.equal(visit.mine.id, organisations.department)
    const point = visit.pointList[0].id
    const finding = { id: uuidv7(), item: 'fireLane', words: '消防通道停车', asCase: false }
    await checkin(fire.cookie, visit.id, point, { findings: [finding] })
    const both = await checkin(worker.cookie, visit.id, point)
    assert.equal(both.status, 200, both.raw.toString())
    const shown = (await app.call(clerk.cookie, `GET /api/patrols/visits/${visit.id}`)).body
    const of = (id: string) => shown.units.find((unit: Seen) => unit.organisation.id === id)
    assert.deepEqual([of(organisations.department).findings, of(organisations.communityA1).findings], [1, 0])
    assert.deepEqual([of(organisations.department).checkins, of(organisations.communityA1).checkins], [1, 1])
    const made = await app.call(clerk.cookie, `POST /api/patrols/findings/${finding.id}/case`, { body: {} })
    assert.equal(made.status, 200, made.raw.toString())
    const again = await app.call(clerk.cookie, `POST /api/patrols/findings/${finding.id}/case`, { body: {} })
    assert.equal(again.body.code, 'patrol.case-already')
    const told = await app.sql("select 1 from messages where event = 'patrol.called' and person_id = $1", [fire.id])
    assert.equal(told.length, 1)
  })
})
describe('the life of a visit', { concurrency: 1 }, () => {
  const person: Record<Exclude<VisitStep, 'miss'>, (id: string, point: string) => Promise<number>> = {
    start: async (id, point) => (await checkin(worker.cookie, id, point)).status,
    arrive: async (id, point) => (await checkin(worker.cookie, id, point)).status,
    finish: async (id) =>
      (
        await app.call(worker.cookie, `POST /api/patrols/visits/${id}/finish`, {
          body: { finishedAt: now(), words: '不走了' },
        })
      ).status,
    cancel: async (id) =>
      (await app.call(clerk.cookie, `POST /api/patrols/visits/${id}/cancellation`, { body: { reason: '改期了' } }))
        .status,
  }
  for (const state of Object.keys(visitStates) as VisitState[])
    for (const step of Object.keys(person) as (keyof typeof person)[]) {
      // A check-in starts, goes on with, or brings back; finishing what is finished is no fault of the phone's.
      const isCheckin = step === 'start' || step === 'arrive'
      const mayCheckIn = state === 'planned' || state === 'underway' || state === 'missed'
      const expected = isCheckin
        ? mayCheckIn
        : (visitSteps[step].from as readonly VisitState[]).includes(state) || (step === 'finish' && state === 'done')
      test(`${step} from ${state} is ${expected ? 'allowed' : 'refused'}`, async () => {
        const route = await plan()
        const visit = await mine(worker.cookie, route.id)
        await app.sql('update patrol_visits set state = $2 where id = $1', [visit.id, state])
        const status = await person[step](visit.id, visit.pointList[0].id)
        assert.equal(status === 200, expected, String(status))
      })
    }
})
