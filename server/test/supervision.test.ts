// Supervision, promises and plans (A6, A10): orders live beside the case, every promise has an owner, the draw can be repeated.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import {
  orderLife,
  orderStates,
  orderSteps,
  type OrderState,
  type OrderStep,
} from '../../contract/src/supervision-life.ts'
import { remindOfPromises } from '../src/modules/promises/remind.ts'
import { runOrderTimers } from '../src/modules/supervision/tell-and-remind.ts'
import type { Cx } from '../src/platform/cx.ts'
import { asWorker } from './support/as-worker.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('赵敏', 'communityClerk', organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff('周书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', organisations.property1, district.estate1)
const street = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
const officer = await app.makeStaff('郑怀民', 'districtOfficer', organisations.office, district.id)
const other = await app.makeStaff('丁敏', 'communityClerk', organisations.communityA1, district.communityA2)

const DAY_MS = 86_400_000
const day = (days: number) => new Date(Date.now() + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)
const soon = (days = 2) => new Date(Date.now() + days * DAY_MS).toISOString()
type Who = { cookie: string }
const post = (who: Who, path: string, body: object = {}) => app.call(who.cookie, `POST /api/${path}`, { body })
const done = async (who: Who, path: string, body: object = {}) => {
  const answer = await post(who, path, body)
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const get = async (who: Who, path: string, query: Record<string, string> = {}) =>
  (await app.call(who.cookie, `GET /api/${path}?${new URLSearchParams(query)}`)).body
const dispatched = async (): Promise<string> => {
  const { id } = await done(resident, 'cases', { placeId: district.unit1, words: '单元门坏了，天天敞着' })
  await done(clerk, `cases/${id}/dispatch`, { organisationId: organisations.property1 })
  await done(worker, `cases/${id}/takeUp`)
  return id
}
const order = async (caseId: string, more: object = {}) =>
  done(street, 'supervision/orders', { caseId, words: '请三天内修好并回复', dueAt: soon(), ...more })
const inJob = (work: (cx: Cx<null>) => Promise<void>, now = new Date()) => asWorker(app, work, { now })

describe('an order', () => {
  test('goes to the handler, leaves the state of the case alone, and is answered and signed off by those whose it is', async () => {
    const caseId = await dispatched()
    const made = await order(caseId)
    assert.equal(made.level, 'street')
    assert.equal(made.answerer.id, organisations.property1)
    assert.deepEqual(made.may, ['withdraw'])
    assert.equal((await get(clerk, `cases/${caseId}`)).state, 'takenUp')
    assert.equal((await post(clerk, `supervision/orders/${made.id}/reply`, { words: '替他答' })).status, 403)
    await done(worker, `supervision/orders/${made.id}/reply`, {
      words: '配件已订',
      promise: { what: '周五前换好门禁', dueOn: day(3) },
    })
    assert.equal((await post(worker, `supervision/orders/${made.id}/signOff`, { words: '可以' })).status, 403)
    const signed = await done(street, `supervision/orders/${made.id}/signOff`, { words: '同意' })
    assert.equal(signed.state, 'signedOff')
    const { promises } = await get(clerk, `cases/${caseId}/plan`)
    assert.equal(promises[0].what, '周五前换好门禁')
    // Internal: the reporter hears nothing of it.
    const seen = await get(resident, `cases/${caseId}`)
    assert.ok(!seen.timeline.some((entry: { step: string }) => entry.step.startsWith('supervision')))
    assert.equal((await get(resident, 'supervision/orders', { caseId })).rows.length, 0)
    assert.equal((await get(resident, `cases/${caseId}/plan`)).promises.length, 0)
  })
  test('can be made to hold the case until it is signed off', async () => {
    const caseId = await dispatched()
    const made = await order(caseId, { beforeClosing: true })
    await app.sql("update cases set state = 'closureRequested', doer_id = $2 where id = $1", [caseId, worker.id])
    assert.equal((await post(secretary, `cases/${caseId}/close`, { words: '看过' })).body.code, 'case.held')
    await done(street, `supervision/orders/${made.id}/withdraw`, { reason: '已当面说明' })
    await done(secretary, `cases/${caseId}/close`, { words: '看过' })
  })
  test('is given only where one supervises, to another body, with a deadline ahead', async () => {
    const caseId = await dispatched()
    const body = { caseId, words: '请三天内回复', dueAt: soon() }
    assert.equal((await post(clerk, 'supervision/orders', body)).status, 403)
    assert.equal((await post(other, 'supervision/orders', body)).status, 403)
    const late = { ...body, dueAt: new Date(Date.now() - 1000).toISOString() }
    assert.equal((await post(street, 'supervision/orders', late)).body.code, 'supervision.deadline')
    const own = { ...body, organisationId: organisations.streetA }
    assert.equal((await post(street, 'supervision/orders', own)).body.code, 'supervision.own')
    assert.equal((await post(officer, 'supervision/orders', body)).body.level, 'district')
  })
  for (const state of Object.keys(orderStates) as OrderState[])
    for (const name of Object.keys(orderSteps) as OrderStep[]) {
      const allowed = orderLife.steps[name].from.includes(state)
      test(`${name} from ${state} is ${allowed ? 'done' : 'refused'}`, async () => {
        const made = await order(await dispatched())
        await app.sql('update supervision_orders set state = $2 where id = $1', [made.id, state])
        const bodies = {
          reply: { words: '好' },
          signOff: { words: '好' },
          sendBack: { reason: '不够', dueAt: soon() },
          withdraw: { reason: '错了' },
        }
        const body = {
          ...bodies[name],
          ...(name === 'reply' ? { words: '已办' } : name === 'signOff' ? { words: '同意' } : {}),
        }
        const answer = await post(name === 'reply' ? worker : street, `supervision/orders/${made.id}/${name}`, body)
        if (allowed) assert.equal(answer.body.state, orderLife.steps[name].to, JSON.stringify(answer.body))
        else assert.equal(answer.body.code, 'lifecycle.wrong-state')
        assert.ok([403, 404].includes((await post(other, `supervision/orders/${made.id}/${name}`, body)).status))
      })
    }
  test('that is not answered in time leaves one record of the miss, however often the clock is read', async () => {
    const made = await order(await dispatched())
    const later = new Date(Date.now() + 3 * DAY_MS)
    for (let i = 0; i < 3; i++) await inJob(runOrderTimers, later)
    const misses = await app.sql('select organisation_id from supervision_misses where order_id = $1', [made.id])
    assert.deepEqual(misses, [{ organisation_id: organisations.property1 }])
    await done(worker, `supervision/orders/${made.id}/reply`, { words: '晚了，已办' })
    await done(street, `supervision/orders/${made.id}/sendBack`, { reason: '照片呢', dueAt: soon(1) })
    await inJob(runOrderTimers, new Date(Date.now() + 2 * DAY_MS))
    assert.equal((await app.sql('select 1 from supervision_misses where order_id = $1', [made.id])).length, 2)
  })
})
describe('a plan', () => {
  const steps = [
    { what: '请三家报价', dueOn: day(3) },
    { what: '开工换管', dueOn: day(10) },
  ]
  test('holds its case until each step is kept or released, and its reporter reads it', async () => {
    const caseId = await dispatched()
    const made = await done(worker, `cases/${caseId}/plan`, { aim: '换掉老管道', steps })
    assert.equal(made.promises.length, 2)
    assert.equal((await post(clerk, `cases/${caseId}/plan`, { aim: '再来一个', steps })).body.code, 'plan.active')
    assert.deepEqual(
      (await get(resident, `cases/${caseId}/plan`)).promises.map((one: { what: string }) => one.what),
      steps.map((one) => one.what),
    )
    await app.sql("update cases set state = 'closureRequested', doer_id = $2 where id = $1", [caseId, worker.id])
    assert.equal((await post(secretary, `cases/${caseId}/close`, { words: '看过' })).body.code, 'case.held')
    const [first, second] = made.promises
    await done(worker, `promises/${first.id}/keep`, { words: '三家都报了价' })
    assert.equal((await post(worker, `promises/${second.id}/release`, { reason: '不想做' })).status, 403)
    await done(clerk, `promises/${second.id}/release`, { reason: '改由街道统一换' })
    assert.equal((await post(clerk, `promises/${second.id}/keep`, { words: '又做了' })).body.code, 'promise.ended')
    assert.equal((await get(clerk, `cases/${caseId}/plan`)).plan.state, 'done')
    await done(secretary, `cases/${caseId}/close`, { words: '看过' })
  })
  test('dropped, it releases its steps and its case', async () => {
    const caseId = await dispatched()
    await done(clerk, `cases/${caseId}/plan`, { aim: '换掉老管道', steps })
    await done(clerk, `cases/${caseId}/plan/drop`, { reason: '业主不同意' })
    const { plan, promises } = await get(clerk, `cases/${caseId}/plan`)
    assert.equal(plan.state, 'dropped')
    assert.ok(promises.every((one: { state: string }) => one.state === 'released'))
    assert.equal((await get(clerk, `cases/${caseId}`)).holds.length, 0)
  })
  test('a handler promises for itself, nobody for yesterday, a stranger not at all', async () => {
    const caseId = await dispatched()
    const promise = { what: '换好门禁', dueOn: day(2) }
    assert.equal(
      (await post(worker, `cases/${caseId}/promises`, { ...promise, organisationId: organisations.communityA1 }))
        .status,
      403,
    )
    assert.equal(
      (await post(worker, `cases/${caseId}/promises`, { ...promise, dueOn: day(-1) })).body.code,
      'promise.day',
    )
    assert.equal((await post(other, `cases/${caseId}/promises`, promise)).status, 404)
    assert.equal((await post(resident, `cases/${caseId}/promises`, promise)).status, 403)
    await done(worker, `cases/${caseId}/promises`, promise)
  })
  test('what is late is noted once and counted for its owner', async () => {
    const caseId = await dispatched()
    await done(worker, `cases/${caseId}/promises`, { what: '换好门禁', dueOn: day(1) })
    const later = new Date(Date.now() + 4 * DAY_MS)
    for (let i = 0; i < 2; i++) await inJob(remindOfPromises, later)
    const [row] = await app.sql('select missed_at from promises where case_id = $1', [caseId])
    assert.ok(row!.missed_at)
    await app.sql('update promises set due_on = current_date - 3 where case_id = $1', [caseId])
    const late = await get(clerk, 'promises', { overdue: 'true', limit: '200', count: 'true' })
    assert.equal(late.total, late.rows.length)
    assert.ok(late.rows.some((one: { case: { id: string } }) => one.case.id === caseId))
    const board = await get(clerk, 'supervision/overdue')
    const mine = board.find((one: { organisation: { id: string } }) => one.organisation.id === organisations.property1)
    assert.equal(
      mine.promises,
      late.rows.filter((one: { owner: { id: string } }) => one.owner.id === organisations.property1).length,
    )
  })
  test('a hard case handed to deliberation waits for its outcome', async () => {
    const caseId = await dispatched()
    await done(clerk, `cases/${caseId}/deliberation`, { reason: '要全体业主商量' })
    assert.equal(
      (await post(clerk, `cases/${caseId}/deliberation`, { reason: '再交一次' })).body.code,
      'plan.handed-over',
    )
    assert.equal((await get(clerk, `cases/${caseId}`)).holds[0].kind, 'deliberation')
    const waiting = await get(clerk, 'promises/hand-overs', { waiting: 'true', limit: '200' })
    assert.ok(waiting.rows.some((one: { case: { id: string } }) => one.case.id === caseId))
    await done(clerk, `cases/${caseId}/deliberation/return`, { outcome: '同意每户分摊' })
    assert.equal((await get(clerk, `cases/${caseId}`)).holds.length, 0)
  })
})
describe('a round of re-checks', () => {
  const closedOn = async (n: number, from: string) => {
    const ids: string[] = []
    for (let i = 0; i < n; i++) {
      const id = await dispatched()
      await app.sql(`update cases set state = 'confirmed', closed_at = $2::date + interval '12 hours' where id = $1`, [
        id,
        from,
      ])
      ids.push(id)
    }
    return ids
  }
  test('draws the share of the period, rounded up, and anyone with the seed draws the same', async () => {
    const ids = await closedOn(7, day(-3))
    await app.call(officer.cookie, 'PUT /api/supervision/recheck-share', { body: { permille: 300 } })
    const round = await done(officer, 'supervision/rounds', { from: day(-4), to: day(-1) })
    assert.equal(round.population, 7)
    assert.equal(round.drawn, 3)
    const again = ids
      .map((id) => ({
        id,
        rank: createHash('sha256')
          .update(round.seed + id)
          .digest('hex'),
      }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, 3)
      .map((one) => one.id)
    const drawn = await get(officer, `supervision/rounds/${round.id}`)
    assert.deepEqual(
      drawn.rows.map((one: { case: { id: string } }) => one.case.id),
      again,
    )
    assert.equal(
      (await post(officer, 'supervision/rounds', { from: day(-4), to: day(-1) })).body.code,
      'supervision.drawn',
    )
    assert.equal(
      (await post(officer, 'supervision/rounds', { from: day(-1), to: day(1) })).body.code,
      'supervision.period',
    )
    assert.equal((await post(street, 'supervision/rounds', { from: day(-9), to: day(-8) })).status, 403)
    const [failed, passed] = drawn.rows
    const bad = await done(street, `supervision/rechecks/${failed.id}`, { result: 'failed', words: '门还是关不上' })
    assert.ok(bad.orderId)
    await done(street, `supervision/rechecks/${passed.id}`, { result: 'passed', words: '修好了' })
    assert.equal(
      (await post(street, `supervision/rechecks/${passed.id}`, { result: 'failed', words: '再看' })).body.code,
      'supervision.checked',
    )
    const [seen] = (await get(officer, 'supervision/rounds')).rows
    assert.deepEqual([seen.passed, seen.failed], [1, 1])
  })
})
