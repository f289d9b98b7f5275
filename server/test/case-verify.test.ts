// A closure that is asked for is verified within a time of its own: warned of, missed once, changed by the district.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { tellPeople, type Told } from '../src/modules/cases/tell-people.ts'
import { runTimers } from '../src/modules/cases/timers.ts'
import type { Cx, JournalEntry } from '../src/platform/cx.ts'
import { workerCx } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { communityA1, property1, office } = district.organisations
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('赵敏', 'communityClerk', communityA1, district.communityA1)
const secretary = await app.makeStaff('韩书记', 'communitySecretary', communityA1, district.communityA1)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', property1, district.estate1)
const administrator = await app.makeStaff('管理员', 'administrator', office, district.id)

interface ClockView {
  readonly kind: string
  readonly dueAt: string | null
  readonly pausedAt: string | null
  readonly stoppedAt: string | null
  readonly missedAt: string | null
}
const DAY_MS = 86_400_000
const step = async (who: string, id: string, name: string, body: object = {}) => {
  const answer = await app.call(who, `POST /api/cases/${id}/${name}`, { body })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const view = async (id: string) => (await app.call(clerk.cookie, `GET /api/cases/${id}`)).body
const clockOf = (of: { clocks: ClockView[] }, kind: string): ClockView =>
  of.clocks.findLast((clock) => clock.kind === kind)!
const photo = async () => {
  const id = randomUUID()
  await app.sql(
    "insert into files (id, district_id, uploader_id, kind, mime, bytes, sha256, stored_as) values ($1, $2, $3, 'photo', 'image/jpeg', 1, '', '')",
    [id, district.id, worker.id],
  )
  return id
}
const askClosure = async (id: string) =>
  step(worker.cookie, id, 'requestClosure', { words: '换好了灯泡', photos: [await photo()] })
/** A case whose closure has just been asked for. */
const done = async () => {
  const { body } = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '楼道路灯不亮了', photos: [] },
  })
  await step(clerk.cookie, body.id, 'dispatch', { organisationId: property1 })
  await step(worker.cookie, body.id, 'takeUp')
  await step(worker.cookie, body.id, 'start')
  return askClosure(body.id)
}
/** The minute's timer at some moment, and the messages it sends. */
const timersAt = async (now: Date) => {
  const entries: JournalEntry[] = []
  await app.database.transaction(async (db) => {
    const waiting: Told[] = []
    const cx: Cx<null> = {
      ...workerCx(app, db, {
        now,
        later: async (job, data) => void (job === 'case.tell' && waiting.push(data as Told)),
      }),
      journal: async (entry) => void entries.push(entry),
    }
    await runTimers(cx)
    for (const told of waiting) await tellPeople(cx, told)
  })
  return entries
}
const toldOf = async (caseId: string, event: string) =>
  (await app.sql('select person_id from messages where thing_id = $1 and event = $2', [caseId, event])).map(
    (row) => row.person_id as string,
  )
const missesOf = (caseId: string) =>
  app.sql('select kind, organisation_id from case_misses where case_id = $1 order by kind', [caseId])
const after = (at: string | null, ms: number) => new Date(Date.parse(at!) + ms)

test('a closure that is asked for starts the clock of those who verify, while the one of those who did it stands', async () => {
  const asked = await done()
  const [verify, resolve] = [clockOf(asked, 'verify'), clockOf(asked, 'resolve')]
  assert.deepEqual([verify.stoppedAt, verify.pausedAt, verify.missedAt], [null, null, null])
  assert.ok(Date.parse(verify.dueAt!) > Date.now() + DAY_MS, 'two working days')
  assert.notEqual(resolve.pausedAt, null)
  assert.deepEqual([asked.dueKind, asked.dueAt], ['verify', verify.dueAt])
  const [row] = (await app.call(clerk.cookie, 'GET /api/cases?state=closureRequested&limit=1')).body.rows
  assert.deepEqual([row.id, row.dueKind], [asked.id, 'verify'])
})
test('those who verify are warned, and a miss is on record once, against the community: not the company', async () => {
  const asked = await done()
  const verify = clockOf(asked, 'verify')
  const [clock] = await app.sql("select warn_at from case_clocks where case_id = $1 and kind = 'verify'", [asked.id])
  const soon = new Date(clock!.warn_at.getTime() + 60_000)
  await timersAt(soon)
  await timersAt(soon)
  const warned = await toldOf(asked.id, 'case.verifySoon')
  assert.ok(warned.includes(secretary.id) && !warned.includes(worker.id) && !warned.includes(resident.id))
  assert.equal(new Set(warned).size, warned.length, 'once')
  assert.deepEqual(await missesOf(asked.id), [])
  const late = after(verify.dueAt, 60_000)
  const entries = [...(await timersAt(late)), ...(await timersAt(after(verify.dueAt, DAY_MS)))]
  const said = entries.filter((entry) => entry.thing.id === asked.id)
  assert.deepEqual(
    said.map((entry) => [entry.action, entry.sentence]),
    [['case.missed', '超过了核验时限']],
  )
  assert.deepEqual(await missesOf(asked.id), [{ kind: 'verify', organisation_id: communityA1 }])
  const told = await toldOf(asked.id, 'case.verifyMissed')
  assert.ok(told.includes(secretary.id) && !told.includes(worker.id))
  assert.deepEqual(await toldOf(asked.id, 'case.missed'), [])
  assert.notEqual(clockOf(await view(asked.id), 'verify').missedAt, null)
  // What was promised to the reporter is not broken by it.
  assert.deepEqual(await app.sql('select overdue from cases where id = $1', [asked.id]), [{ overdue: false }])
})
test('sent back, the clock of verification ends and the other runs on; asked again, a new one begins; closed, none runs', async () => {
  const asked = await done()
  const back = await step(secretary.cookie, asked.id, 'refuseClosure', { reason: '灯还是不亮' })
  assert.notEqual(clockOf(back, 'verify').stoppedAt, null)
  assert.equal(clockOf(back, 'resolve').pausedAt, null)
  assert.equal(back.dueKind, 'resolve')
  const again = await askClosure(asked.id)
  const kinds = again.clocks.map((clock: ClockView) => clock.kind)
  assert.equal(kinds.filter((kind: string) => kind === 'verify').length, 2)
  const closed = await step(secretary.cookie, asked.id, 'close', { words: '灯亮了' })
  assert.ok(closed.clocks.every((clock: ClockView) => clock.stoppedAt !== null))
  assert.equal(closed.dueAt, null)
  await timersAt(new Date(Date.now() + 6 * DAY_MS))
  assert.deepEqual(await missesOf(asked.id), [])
})
test('the district sets the time to verify by kind; running clocks take it, and one that is left out stays', async () => {
  const asked = await done()
  const list = async () => (await app.call(administrator.cookie, 'GET /api/cases/deadlines')).body
  const small = (await list()).find((policy: { kind: string }) => policy.kind === asked.kind)
  assert.deepEqual(small.verify, { unit: 'working-days', amount: 2 })
  const put = async (policy: object) => {
    const answer = await app.call(administrator.cookie, 'PUT /api/cases/deadlines', { body: [policy] })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return answer.body.find((one: { kind: string }) => one.kind === asked.kind)
  }
  assert.deepEqual((await put({ ...small, verify: { unit: 'minutes', amount: 30 } })).verify, {
    unit: 'minutes',
    amount: 30,
  })
  const due = Date.parse(clockOf(await view(asked.id), 'verify').dueAt!)
  assert.ok(due > Date.now() && due <= Date.now() + 31 * 60_000)
  const { kind, respond, resolve } = small
  assert.equal((await put({ kind, respond, resolve })).verify.amount, 30)
  assert.equal((await put(small)).verify.amount, 2)
})
