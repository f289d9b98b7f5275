// The ladder grid → community → street → district: by person, by the clock, down again, and never lost.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Cx } from '../src/platform/cx.ts'
import { cutoffOf } from '../src/modules/escalation/rung-clock.ts'
import { runLadder } from '../src/modules/escalation/timers.ts'
import { tellLevel, type LadderTold } from '../src/modules/escalation/tell-level.ts'
import { defaultWeek, loadCalendar } from '../src/platform/calendar/working-calendar.ts'
import { addWorkingDays } from '../../rules/src/working-time.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const gridLead = await app.makeStaff('孙立行', 'gridLead', organisations.communityA1, district.grid1)
const otherGridLead = await app.makeStaff('别网格长', 'gridLead', organisations.communityA1, district.grid2)
const streetOfficer = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
const otherStreet = await app.makeStaff('白西城', 'streetOfficer', organisations.streetB, district.streetB)
const districtOfficer = await app.makeStaff('郑怀民', 'districtOfficer', organisations.office, district.id)
const worker = await app.makeStaff('吴大勇', 'propertyWorker', organisations.property1, district.estate1)

const told: LadderTold[] = []
const asLadder = <T>(now: Date, run: (cx: Cx<null>) => Promise<T>): Promise<T> =>
  asWorker(app, run, { now, later: async (job, data) => void (job === 'ladder.tell' && told.push(data as LadderTold)) })
const calendar = await asLadder(new Date(), (cx) => loadCalendar(cx.db, district.id))
const daysLater = (n: number, from = new Date()) => new Date(addWorkingDays(calendar, from, n).getTime() + 60_000)
const newCase = async () => {
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '消防通道被堵', kind: 'small' },
  })
  assert.equal(made.status, 200)
  return made.body.id as string
}
const ladder = async (id: string, who = clerk.cookie) => (await app.call(who, `GET /api/cases/${id}/ladder`)).body
const up = (who: string, id: string, reason = '社区办不了') =>
  app.call(who, `POST /api/cases/${id}/escalation`, { body: { reason } })
const down = (who: string, id: string, to: string) =>
  app.call(who, `POST /api/cases/${id}/hand-down`, { body: { to, instruction: '请牵头协调三家' } })
const codes = async (answer: ReturnType<typeof up>) => {
  const { status, body } = await answer
  return [status, body.code]
}

describe('by person', () => {
  test('a case shows who holds it, since when, until when, and who is next', async () => {
    const id = await newCase()
    const seen = await ladder(id)
    assert.deepEqual(
      [seen.level, seen.holder, seen.next, seen.may, seen.isOver],
      ['community', '和顺社区', { level: 'street', holder: '城东街道' }, ['escalate', 'handDown'], false],
    )
    assert.ok(new Date(seen.until) > new Date(seen.since))
    const mine = await ladder(id, resident.cookie)
    assert.deepEqual([mine.holder, mine.may], ['和顺社区', []])
  })
  test('goes up one rung with a reason, by its own level or above, and by nobody else', async () => {
    const id = await newCase()
    assert.deepEqual(await codes(up(otherStreet.cookie, id)), [404, 'case.not-found'])
    assert.deepEqual(await codes(up(resident.cookie, id)), [403, 'access.not-allowed'])
    assert.deepEqual(await codes(up(gridLead.cookie, id)), [403, 'ladder.not-yours'])
    assert.equal((await up(clerk.cookie, id, '')).status, 400)
    const moved = await up(clerk.cookie, id)
    assert.deepEqual([moved.status, moved.body.level, moved.body.records.length], [200, 'street', 1])
    assert.deepEqual(moved.body.records[0].reason, '社区办不了')
    assert.deepEqual(await codes(up(clerk.cookie, id)), [403, 'ladder.not-yours'])
    const top = await up(streetOfficer.cookie, id)
    assert.deepEqual([top.body.level, top.body.next, top.body.holder], ['district', null, '临溪县'])
    assert.deepEqual(await codes(up(districtOfficer.cookie, id)), [409, 'ladder.at-top'])
  })
  test('is handed down with an instruction, only downwards, and the clock of that rung begins anew', async () => {
    const id = await newCase()
    await up(clerk.cookie, id)
    assert.deepEqual(await codes(down(clerk.cookie, id, 'community')), [403, 'ladder.not-yours'])
    assert.deepEqual(await codes(down(streetOfficer.cookie, id, 'district')), [422, 'ladder.not-below'])
    assert.deepEqual(await codes(down(worker.cookie, id, 'community')), [403, 'access.not-allowed'])
    const before = Date.now()
    const back = await down(streetOfficer.cookie, id, 'grid')
    assert.deepEqual([back.status, back.body.level, back.body.holder], [200, 'grid', '第一网格'])
    assert.ok(new Date(back.body.since).getTime() >= before)
    assert.deepEqual(await codes(up(otherGridLead.cookie, id)), [404, 'case.not-found'])
    assert.equal((await up(gridLead.cookie, id)).body.level, 'community')
  })
  test('what came up is listed for its level, and counted as it is listed', async () => {
    const id = await newCase()
    await up(clerk.cookie, id)
    const listed = await app.call(streetOfficer.cookie, 'GET /api/cases?figure=cameUp&count=true&limit=100')
    assert.ok(listed.body.rows.some((row: { id: string }) => row.id === id))
    const today = await app.call(streetOfficer.cookie, 'GET /api/cases/today')
    assert.equal(today.body.counts.cameUp, listed.body.rows.length)
    const byLevel = await app.call(clerk.cookie, 'GET /api/cases?level=street&limit=100')
    assert.ok(byLevel.body.rows.some((row: { id: string }) => row.id === id))
    const elsewhere = await app.call(otherStreet.cookie, 'GET /api/cases?figure=cameUp')
    assert.deepEqual(elsewhere.body.rows, [])
  })
  test('the people of the level are told, the doer is not, and the reporter learns who has it', async () => {
    const id = await newCase()
    await asLadder(new Date(), (cx) =>
      tellLevel(cx, { caseId: id, event: 'escalated', level: 'street', reason: '社区办不了', by: clerk.id }),
    )
    const messages = await app.sql<{ person_id: string }>(
      "select person_id from messages where event = 'case.escalated' and thing_id = $1",
      [id],
    )
    assert.deepEqual(messages.map((row) => row.person_id).toSorted(), [streetOfficer.id, resident.id].toSorted())
  })
})

describe('by the clock', () => {
  test('the cutoff is the last moment from which the whole limit has passed', () => {
    const plain = { periods: defaultWeek.periods, workingWeekdays: defaultWeek.weekdays, exceptions: {} }
    const now = new Date('2026-03-10T10:00:00+08:00')
    assert.deepEqual(cutoffOf({ unit: 'working-days', amount: 1 }, now, plain), new Date('2026-03-09T10:00:00+08:00'))
    assert.deepEqual(cutoffOf({ unit: 'minutes', amount: 90 }, now, plain), new Date('2026-03-10T08:30:00+08:00'))
  })
  test('a case climbs one rung when its limit has passed, not before, and its next rung has its own limit', async () => {
    const id = await newCase()
    await asLadder(daysLater(6), runLadder)
    assert.equal((await ladder(id)).level, 'community')
    const first = daysLater(7)
    await asLadder(first, runLadder)
    await asLadder(first, runLadder)
    const seen = await ladder(id)
    assert.deepEqual([seen.level, seen.records.length, seen.records[0].by], ['street', 1, 'clock'])
    for (const [language, name] of [
      ['zh-CN', '系统'],
      ['en', 'the system'],
    ] as const) {
      const { timeline } = (
        await app.call(clerk.cookie, `GET /api/cases/${id}`, { headers: { 'accept-language': language } })
      ).body
      assert.ok(
        timeline.some((entry: { by: { name: string } }) => entry.by.name === name),
        language,
      )
    }
    await asLadder(daysLater(14, first), runLadder)
    assert.equal((await ladder(id)).level, 'street')
    await asLadder(daysLater(15, first), runLadder)
    assert.equal((await ladder(id)).level, 'district')
    assert.ok(told.some((one) => one.caseId === id && one.level === 'district' && one.by === null))
  })
  test('at the top it stays, is said once, and is on the overdue list', async () => {
    const id = await newCase()
    await up(clerk.cookie, id)
    await up(streetOfficer.cookie, id)
    await asLadder(daysLater(21), runLadder)
    await asLadder(daysLater(22), runLadder)
    const seen = await ladder(id, districtOfficer.cookie)
    assert.deepEqual(
      [seen.level, seen.records.filter((one: { from: string; to: string }) => one.from === one.to).length],
      ['district', 1],
    )
    await app.sql("update cases set due_at = now() - interval '1 hour' where id = $1", [id])
    const overdue = await app.call(districtOfficer.cookie, 'GET /api/cases?overdue=true&limit=200')
    assert.ok(overdue.body.rows.some((row: { id: string }) => row.id === id))
  })
  test('nothing climbs while it is suspended, over, or switched off, and suspended days do not count', async () => {
    const [suspended, over, stood] = [await newCase(), await newCase(), await newCase()]
    await app.sql("update cases set state = 'suspended', suspensions = 1 where id = $1", [suspended])
    await app.sql("update cases set state = 'closed' where id = $1", [over])
    // Stood for five of its first seven days.
    await app.sql("update cases set state = 'inProgress', suspensions = 1 where id = $1", [stood])
    for (const [from, to, at] of [
      ['inProgress', 'suspended', new Date(Date.now() + 1000)],
      ['suspended', 'inProgress', daysLater(5)],
    ] as const)
      await app.sql(
        "insert into case_events (id, case_id, at, step, from_state, to_state, actor_name, audience, photos) values (gen_random_uuid(), $1, $2, 'x', $3, $4, '系统', 'public', '{}')",
        [stood, at, from, to],
      )
    await asLadder(daysLater(8), runLadder)
    for (const id of [suspended, over, stood]) {
      const [row] = await app.sql('select level from cases where id = $1', [id])
      assert.equal(row!.level, 'community')
    }
    await asLadder(daysLater(13), runLadder)
    const [climbed] = await app.sql('select level from cases where id = $1', [stood])
    assert.equal(climbed!.level, 'street')
    const admin = await app.makeStaff('沈静远', 'administrator', organisations.office, district.id)
    const rung = { level: 'community', limit: { unit: 'working-days', amount: 1 }, byClock: false }
    assert.equal((await app.call(clerk.cookie, 'PUT /api/ladder', { body: { rungs: [rung] } })).status, 403)
    assert.equal((await app.call(admin.cookie, 'PUT /api/ladder', { body: { rungs: [rung] } })).status, 200)
    const id = await newCase()
    await asLadder(daysLater(9), runLadder)
    assert.equal((await ladder(id)).level, 'community')
    assert.equal((await ladder(id)).until, null)
  })
})

test('a district gives kinds of cases to its grids: those begin there where there is a grid, and climb from there', async () => {
  const set = (gridKinds: string[], who = districtOfficer.cookie) =>
    app.call(who, 'PUT /api/ladder', {
      body: {
        rungs: [{ level: 'grid', limit: { unit: 'working-days', amount: 2 }, byClock: true }],
        gridKinds,
      },
    })
  const report = async (kind: string, placeId = district.unit1) =>
    ladder(
      (await app.call(resident.cookie, 'POST /api/cases', { body: { placeId, words: '楼道灯不亮', kind } })).body.id,
    )
  assert.equal((await report('household')).level, 'community')
  assert.equal((await set(['household'], clerk.cookie)).status, 403)
  assert.equal((await set(['everything'])).status, 400)
  const changed = await set(['household', 'household', 'small'])
  assert.deepEqual([changed.status, changed.body.gridKinds], [200, ['household', 'small']])
  const begun = await report('household')
  assert.deepEqual([begun.level, begun.holder, begun.next.level], ['grid', '第一网格', 'community'])
  assert.equal((await report('urgent')).level, 'community')
  assert.equal((await report('household', district.estate1)).level, 'community', 'an estate lies in no one grid')
  // Setting the limits alone leaves the kinds as they are.
  const limits = await app.call(districtOfficer.cookie, 'PUT /api/ladder', {
    body: { rungs: [{ level: 'street', limit: { unit: 'working-days', amount: 15 }, byClock: true }] },
  })
  assert.deepEqual(limits.body.gridKinds, ['household', 'small'])
  const id = (
    await app.call(resident.cookie, 'POST /api/cases', {
      body: { placeId: district.unit1, words: '水表不走', kind: 'small' },
    })
  ).body.id
  await asLadder(daysLater(2), runLadder)
  assert.equal((await ladder(id)).level, 'community')
  assert.deepEqual((await set([])).body.gridKinds, [])
  assert.equal((await report('household')).level, 'community')
})
