// Emergency mode: clocks that lose nothing, call-outs, tasks at every door, requests, the end with its report.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp, type Answer } from './support/test-app.ts'

/** What an answer holds; tests look into it freely. */
type Seen = Answer['body']
const app = await testApp()
const { district } = app
const { organisations } = district
const street = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('李春苗', 'gridWorker', organisations.communityA1, district.grid1)
const elsewhere = await app.makeStaff('外人', 'streetOfficer', organisations.streetB, district.streetB)
const admin = await app.makeStaff('沈静远', 'administrator', organisations.office, district.id)
const resident = await app.makeResident('林小满', district.home1)
const neighbour = await app.makeResident('邻居', district.homeA2)

const begin = (placeId: string, who = street) =>
  app.call(who.cookie, 'POST /api/emergency', {
    body: { placeId, name: '停水应急', reason: '主管道爆裂', advice: '请储水' },
  })
const begun = async (placeId: string): Promise<string> => {
  const made = await begin(placeId)
  assert.equal(made.status, 200, made.raw.toString())
  return made.body.id
}
const end = (id: string, body: object = { words: '水来了', openTasks: 'close' }, who = street) =>
  app.call(who.cookie, `POST /api/emergency/${id}/end`, { body })
const report = async (placeId: string, words: string): Promise<string> => {
  const made = await app.call(resident.cookie, 'POST /api/cases', { body: { placeId, words, kind: 'small' } })
  assert.equal(made.status, 200, made.raw.toString())
  return made.body.id
}
const clocksOf = (id: string) =>
  app.sql<{
    kind: string
    unit: string
    amount: number
    elapsed_ms: string
    elapsed_working_ms: string
    running_since: Date
    due_at: Date
  }>('select * from case_clocks where case_id = $1 order by kind', [id])
/** Time run so far, in real milliseconds. */
const ran = (clock: { elapsed_ms: string; running_since: Date }) =>
  Number(clock.elapsed_ms) + Date.now() - clock.running_since.getTime()

describe('clocks', { concurrency: 1 }, () => {
  test('an emergency changes the deadlines of its area only, and what has run stays counted, there and back', async () => {
    const inside = await report(district.unit1, '楼道灯不亮一')
    const outside = await report(district.unitA2, '楼道灯不亮二')
    const HOUR_MS = 3_600_000
    await app.sql(
      "update case_clocks set started_at = started_at - interval '1 hour', running_since = running_since - interval '1 hour' where case_id = $1",
      [inside],
    )
    const before = await clocksOf(inside)
    const id = await begun(district.communityA1)
    const during = await clocksOf(inside)
    assert.deepEqual(
      during.map((clock) => [clock.kind, clock.unit, clock.amount]),
      [
        ['resolve', 'minutes', 48 * 60],
        ['respond', 'minutes', 120],
      ],
    )
    for (const clock of during) assert.ok(ran(clock) >= HOUR_MS, 'an hour had run')
    const respond = during.find((clock) => clock.kind === 'respond')!
    assert.ok(respond.due_at.getTime() < Date.now() + HOUR_MS, 'two hours less the one that ran')
    assert.equal((await clocksOf(outside))[0]!.unit, 'working-days')
    const [row] = await app.sql('select due_at, due_kind from cases where id = $1', [inside])
    assert.deepEqual([row!.due_at, row!.due_kind], [respond.due_at, 'respond'])
    assert.equal((await end(id)).status, 200)
    const after = await clocksOf(inside)
    assert.deepEqual(
      after.map((clock) => [clock.kind, clock.unit, clock.amount]),
      before.map((clock) => [clock.kind, clock.unit, clock.amount]),
    )
    for (const clock of after) assert.ok(ran(clock) >= HOUR_MS, 'still counted')
  })
  test('a case taken in during it has its deadlines; a change of the ordinary ones waits for its end', async () => {
    const id = await begun(district.communityA1)
    const taken = await report(district.unit1, '水管爆了')
    const unit = async () => (await clocksOf(taken)).map((clock) => clock.unit)
    assert.deepEqual(await unit(), ['minutes', 'minutes'])
    const changed = await app.call(admin.cookie, 'PUT /api/cases/deadlines', {
      body: [
        {
          kind: 'small',
          respond: { unit: 'working-minutes', amount: 90 },
          resolve: { unit: 'working-days', amount: 2 },
        },
      ],
    })
    assert.equal(changed.status, 200, changed.raw.toString())
    assert.deepEqual(await unit(), ['minutes', 'minutes'])
    await end(id)
    assert.deepEqual(
      (await clocksOf(taken)).map((clock) => [clock.unit, clock.amount]),
      [
        ['working-days', 2],
        ['working-minutes', 90],
      ],
    )
  })
})
describe('where and by whom', { concurrency: 1 }, () => {
  test('only who commands the area; a building is no area', async () => {
    assert.equal((await begin(district.communityA1, elsewhere)).body.code, 'access.out-of-scope')
    assert.equal((await begin(district.communityA1, clerk)).body.code, 'access.not-allowed')
    assert.equal((await begin(district.building1)).body.code, 'emergency.wrong-area')
  })
  test('two may not overlap: not inside, not around, not across a building', async () => {
    const id = await begun(district.grid1)
    for (const place of [district.grid1, district.communityA1, district.streetA, district.estate1])
      assert.equal((await begin(place)).body.code, 'emergency.overlaps', place)
    const beside = await begun(district.grid2)
    await end(beside)
    await end(id)
    assert.equal((await end(id)).body.code, 'emergency.over')
  })
  test('two begun at the same moment: one holds', async () => {
    const both = await Promise.all([begin(district.communityA1), begin(district.estate1)])
    assert.deepEqual(both.map((one) => one.status).toSorted(), [200, 409])
    await end(both.find((one) => one.status === 200)!.body.id)
  })
})
describe('people', { concurrency: 1 }, () => {
  test('those called answer whether they come; staff of other streets see nothing', async () => {
    const id = await begun(district.communityA1)
    const called = await app.call(street.cookie, `POST /api/emergency/${id}/callouts`, {
      body: { words: '到社区集合', positionCodes: ['gridWorker', 'communityClerk'] },
    })
    assert.equal(called.body.called, 2, called.raw.toString())
    const [call] = (await app.call(worker.cookie, 'GET /api/emergency/calls/mine')).body
    const eta = new Date(Date.now() + 1_800_000).toISOString()
    const answer = (cookie: string) =>
      app.call(cookie, `POST /api/emergency/calls/${call.id}/answer`, { body: { answer: 'coming', eta } })
    assert.equal((await answer(clerk.cookie)).body.code, 'emergency.call-not-found')
    assert.equal((await answer(worker.cookie)).body.eta, eta)
    const { figures } = (await app.call(street.cookie, `GET /api/emergency/${id}`)).body
    assert.deepEqual([figures.called, figures.coming, figures.cannot], [2, 1, 0])
    assert.equal((await app.call(elsewhere.cookie, `GET /api/emergency/${id}`)).status, 404)
    const nobody = await app.call(street.cookie, `POST /api/emergency/${id}/callouts`, {
      body: { words: '到社区集合', positionCodes: ['mediator'] },
    })
    assert.equal(nobody.body.code, 'emergency.nobody')
    await end(id)
    assert.equal((await answer(worker.cookie)).body.code, 'emergency.over')
  })
  test('a resident of the area sees it and asks for help once; a neighbour elsewhere does not', async () => {
    const id = await begun(district.communityA1)
    const [now] = (await app.call(resident.cookie, 'GET /api/emergency/now')).body
    assert.deepEqual([now.id, now.homes[0].id, now.works], [id, district.home1, false])
    assert.deepEqual((await app.call(neighbour.cookie, 'GET /api/emergency/now')).body, [])
    const ask = (cookie: string, homeId: string) =>
      app.call(cookie, `POST /api/emergency/${id}/requests`, {
        body: { homeId, kind: 'supplies', words: '家里没有水' },
      })
    assert.equal((await ask(neighbour.cookie, district.home1)).body.code, 'emergency.not-your-home')
    assert.equal((await ask(neighbour.cookie, district.homeA2)).body.code, 'emergency.outside')
    const made = await ask(resident.cookie, district.home1)
    assert.equal(made.status, 200, made.raw.toString())
    assert.equal((await ask(resident.cookie, district.home1)).body.code, 'emergency.requested-already')
    const done = await app.call(worker.cookie, `POST /api/emergency/tasks/${made.body.id}/result`, {
      body: { state: 'done', quantity: 2, words: '送了两箱水' },
    })
    assert.equal(done.status, 200, done.raw.toString())
    const [after] = (await app.call(resident.cookie, 'GET /api/emergency/now')).body
    assert.deepEqual([after.requests[0].state, after.requests[0].result], ['done', '送了两箱水'])
    const told = await app.sql("select 1 from messages where event = 'emergency.requestDone' and person_id = $1", [
      resident.id,
    ])
    assert.equal(told.length, 1)
    await end(id)
  })
})
describe('tasks', { concurrency: 1 }, () => {
  test('one for each home, given by building, noted at the door; the end settles what is open', async () => {
    const id = await begun(district.communityA1)
    const make = () =>
      app.call(street.cookie, `POST /api/emergency/${id}/tasks`, {
        body: { placeIds: [district.estate1], kind: 'check', words: '看看老人' },
      })
    assert.deepEqual((await make()).body, { made: 2, alreadyThere: 0 })
    assert.deepEqual((await make()).body, { made: 0, alreadyThere: 2 })
    const outside = await app.call(street.cookie, `POST /api/emergency/${id}/tasks`, {
      body: { placeIds: [district.estateA2], kind: 'check', words: '看看老人' },
    })
    assert.equal(outside.body.code, 'emergency.outside')
    const given = await app.call(street.cookie, `POST /api/emergency/${id}/assignments`, {
      body: { buildingId: district.building1, personId: worker.id },
    })
    assert.equal(given.body.assigned, 1, given.raw.toString())
    const [mine, ...more] = (await app.call(worker.cookie, 'GET /api/emergency/tasks/mine')).body
    assert.deepEqual([mine.home.id, more], [district.home1, []])
    const note = (state: string) =>
      app.call(worker.cookie, `POST /api/emergency/tasks/${mine.id}/result`, { body: { state } })
    for (const state of ['absent', 'needs', 'refused', 'done']) assert.equal((await note(state)).body.state, state)
    const other = await app.sql<{ id: string }>(
      'select id from emergency_tasks where emergency_id = $1 and home_id = $2',
      [id, district.home2],
    )
    const foreign = await app.call(worker.cookie, `POST /api/emergency/tasks/${other[0]!.id}/result`, {
      body: { state: 'done' },
    })
    assert.equal(foreign.body.code, 'emergency.task-not-found', 'another grid’s door')
    assert.equal((await end(id, { words: '水来了' })).body.code, 'emergency.open-tasks')
    const over = await end(id, { words: '水来了', openTasks: 'handOn', organisationId: organisations.property1 })
    assert.equal(over.status, 200, over.raw.toString())
    const { report: closing, endedAt, may } = over.body as Seen
    assert.deepEqual([closing.handedOn, closing.handedTo, may], [1, '安居物业', []])
    assert.notEqual(endedAt, null)
    assert.deepEqual([closing.figures.tasks.done, closing.figures.tasks.handedOn], [1, 1])
    assert.equal((await note('done')).body.code, 'emergency.over')
  })
  test('noted without a signal and sent late: the moment at the door counts, what somebody else noted meanwhile stands', async () => {
    const id = await begun(district.communityA1)
    await app.call(street.cookie, `POST /api/emergency/${id}/tasks`, {
      body: { placeIds: [district.home1], kind: 'supplies', words: '送水', assigneeId: worker.id },
    })
    const [task] = (await app.call(worker.cookie, 'GET /api/emergency/tasks/mine')).body as Seen[]
    const note = (who: typeof worker, body: object, language = 'zh-CN') =>
      app.call(who.cookie, `POST /api/emergency/tasks/${task.id}/result`, {
        body,
        headers: { 'accept-language': language },
      })
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
    const ahead = await note(worker, { state: 'absent', at: hours(1), seen: null })
    assert.ok(new Date(ahead.body.doneAt).getTime() <= Date.now(), 'never in the future')
    const early = await note(worker, { state: 'absent', at: hours(-100), seen: null })
    assert.equal(early.body.doneAt, early.body.createdAt, 'never before the task was there')
    const known = early.body.doneAt
    const colleague = await note(clerk, { state: 'needs', seen: known })
    assert.equal(colleague.status, 200, colleague.raw.toString())
    const older = await note(worker, { state: 'absent', at: hours(-1), seen: known })
    assert.deepEqual([older.status, older.body.code], [409, 'emergency.noted-already'])
    assert.match(older.body.fields[0].message, /幸福里小区.*陈晓禾 .* 已登记“还有需要”。/)
    assert.equal((await note(worker, { state: 'absent', seen: known })).status, 200, 'a later visit to an open task')
    assert.equal((await note(clerk, { state: 'done', quantity: 3, seen: known })).status, 200)
    assert.equal((await note(worker, { state: 'done', quantity: 1, seen: null })).body.code, 'emergency.noted-already')
    const english = await note(worker, { state: 'done', quantity: 1, seen: null }, 'en')
    assert.match(english.body.fields[0].message, /陈晓禾, .*: done\.$/)
    const [after] = (await app.call(clerk.cookie, `GET /api/emergency/${id}/tasks`)).body.rows
    assert.deepEqual([after.state, after.quantity], ['done', 3])
    await end(id)
  })
})
