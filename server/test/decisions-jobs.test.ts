// What happens by itself in an owners' decision: closing, the daily heads, messages and one reminder; and the city's own result.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { recount } from '../../recount/recount.ts'
import { modulesOf } from '../src/app.ts'
import type { Module } from '../src/platform/module.ts'
import { asWorker } from './support/as-worker.ts'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call, sql } = app
const { communityA1, organisations } = app.district
const bench = decisionBench(app)
const { ok, step } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const jobs = Object.assign({}, ...modulesOf(app.parts).map((module) => module.jobs ?? {})) as NonNullable<
  Module['jobs']
>
type Queued = { readonly job: string; readonly data: Record<string, unknown> }
/** Runs a job and those it schedules, as the worker does; gives what was scheduled. */
const run = async (job: string, data: Record<string, unknown> = {}, now = new Date()): Promise<Queued[]> => {
  const queued: Queued[] = []
  await asWorker(app, (cx) => jobs[job]!.run(cx, data), {
    now,
    later: async (name, more) => void queued.push({ job: name, data: more as Record<string, unknown> }),
  })
  for (const one of [...queued].filter((next) => next.job.startsWith('decision.')))
    queued.push(...(await run(one.job, one.data, now)))
  return queued
}
const tellings = async (id: string) =>
  (
    await sql<{ event: string }>(
      "select data->>'event' event from pgboss.job where name = 'decision.tell' and data->>'id' = $1 order by created_on",
      [id],
    )
  ).map((row) => row.event)
const marksOf = (view: { items: { id: string }[] }, mark = 'for') => view.items.map(({ id }) => ({ itemId: id, mark }))
const aVote = async (more: object = {}) => {
  const at = await bench.makeEstate()
  const owners: Voter[] = []
  for (const name of ['101', '102', '103'])
    owners.push(await app.makeResident(`业主${name}`, await at.home(name, 10_000)))
  const { id } = await bench.prepare(secretary, at.estate, more)
  const view = await bench.toOpen(secretary, id)
  return { id, view, owners: owners as [Voter, Voter, Voter] }
}
const messagesOf = async (who: Voter, id: string) =>
  (
    (await ok(call(who.cookie, 'GET /api/notices/inbox'))).rows as {
      event: string
      title: string
      body: string
      thing: object
    }[]
  ).filter((one) => (one.thing as { id?: string } | null)?.id === id)

/** The app's own worker tells owners after the commit. */
const arrived = async (who: Voter, id: string, event: string) => {
  for (let i = 0; i < 200; i++) {
    const found = (await messagesOf(who, id)).find((one) => one.event === event)
    if (found !== undefined) return found
    await setTimeout(50)
  }
  throw new Error(`${event} never came`)
}
const remindersOf = async (who: Voter, id: string) =>
  (await messagesOf(who, id)).filter((one) => one.event === 'decision.reminder').length
describe('by itself', () => {
  test('a vote closes at its end, not before, and its head is kept once a day', async () => {
    const { id, view, owners } = await aVote()
    const stateOf = async () => (await ok(call(secretary.cookie, `GET /api/decisions/${id}`))).state
    await run('decision.close')
    assert.equal(await stateOf(), 'open')
    await ok(bench.vote(owners[0], id, marksOf(view)))
    await run('decision.heads')
    await ok(bench.vote(owners[1], id, marksOf(view)))
    await run('decision.heads')
    await run('decision.heads', {}, new Date(Date.now() + 86_400_000))
    const { chain } = await ok(call(owners[2].cookie, `GET /api/decisions/${id}`))
    assert.deepEqual(
      chain.daily.map((one: { length: number }) => one.length),
      [2, 1],
      'the first head of a day stands',
    )
    assert.equal(chain.daily[0].head, chain.head)
    await assert.rejects(sql("update decision_heads set head = 'x' where decision_id = $1", [id]), /written once/)
    await bench.toClosed(id)
    await run('decision.close')
    assert.equal(await stateOf(), 'closed')
  })
  test('owners are told of each step, the message opens the decision, and nobody learns who voted how', async () => {
    const { id, view, owners } = await aVote()
    assert.deepEqual(await tellings(id), ['decision.roll', 'decision.announced', 'decision.opened'])
    const opened = await arrived(owners[0], id, 'decision.opened')
    assert.deepEqual(opened.thing, { kind: 'decision', id })
    assert.ok(opened.body.includes('选聘物业公司'))
    for (const [i, who] of owners.entries()) await ok(bench.vote(who, id, marksOf(view, i === 0 ? 'against' : 'for')))
    await bench.toClosed(id)
    await ok(step(clerk, id, 'count', { objectionDays: 7 }))
    await bench.certify(secretary, id)
    assert.deepEqual((await tellings(id)).slice(3), ['decision.result', 'decision.certified'])
    await arrived(owners[2], id, 'decision.certified')
    const result = await arrived(owners[2], id, 'decision.result')
    assert.ok(result.body.includes('通过 1 项，没有通过 0 项'))
    assert.ok(!JSON.stringify(await messagesOf(owners[2], id)).includes('业主101'))
  })
  test('one reminder goes to those who have not voted, within two days of the end, and never again', async () => {
    const { id, view, owners } = await aVote()
    await ok(bench.vote(owners[0], id, marksOf(view)))
    await run('decision.remind')
    assert.equal(await remindersOf(owners[1], id), 0, 'three days before the end it is too early')
    const eve = new Date(Date.now() + 36 * 3_600_000)
    await run('decision.remind', {}, eve)
    await run('decision.remind', {}, eve)
    assert.deepEqual([await remindersOf(owners[1], id), await remindersOf(owners[2], id)], [1, 1])
    assert.equal(await remindersOf(owners[0], id), 0, 'whoever has voted hears nothing')
    await bench.toClosed(id)
    await run('decision.close')
    await run('decision.tell', { id, event: 'decision.reminder', after: '00000000-0000-0000-0000-000000000000' })
    assert.equal(await remindersOf(owners[1], id), 1, 'a closed vote needs none')
  })
  test('an objection reaches those who convene, and its answer whoever objected', async () => {
    const at = await bench.makeEstate()
    const owner = await app.makeResident('业主', await at.home('101', 9000))
    const { id } = await bench.prepare(secretary, at.estate)
    await ok(step(secretary, id, 'publishRoll', { postedOn: bench.day(0), days: 7 }))
    const { objections } = await ok(step(owner, id, 'objections', { about: 'roll', words: '面积不对' }))
    assert.deepEqual(
      (await messagesOf(secretary, id)).map((one) => one.event),
      ['decision.objected'],
    )
    await ok(step(secretary, id, `objections/${objections[0].id}`, { words: '按产证核对过' }))
    assert.ok((await arrived(owner, id, 'decision.answered')).body.includes('按产证核对过'))
  })
})
describe("where the city's own system binds", () => {
  test('its result is taken over and judged, votes here stand beside it as a consultation, and the bundle agrees', async () => {
    const { id, view, owners } = await aVote({ citySystem: true })
    const cast = await ok(bench.vote(owners[0], id, marksOf(view, 'against')))
    assert.equal(cast.counts, false, 'the voter is told')
    const figures = (yes: number, area: number, more: object = {}) => ({
      reference: '市物业系统〔2026〕8号',
      items: [
        {
          itemId: view.items[0].id,
          owners: { for: yes, against: 0, abstain: 0 },
          area: { for: area, against: 0, abstain: 0 },
        },
      ],
      ...more,
    })
    const refusedWith = async (code: string, body: object) =>
      assert.equal((await step(clerk, id, 'city-result', body)).body.code, code)
    await refusedWith('decision.not-closed', figures(2, 20_000))
    await bench.toClosed(id)
    assert.equal((await step(clerk, id, 'count')).body.code, 'decision.city-only')
    await refusedWith('decision.city-figures', figures(4, 20_000))
    await refusedWith('decision.city-figures', figures(2, 30_001))
    await refusedWith('decision.items', figures(2, 20_000, { items: [{ ...figures(2, 1).items[0], itemId: id }] }))
    const taken = await ok(step(clerk, id, 'city-result', figures(2, 20_000)))
    assert.equal(taken.result.city, '市物业系统〔2026〕8号')
    assert.equal(taken.result.items[0].isPassed, true)
    assert.deepEqual(taken.result.consultation, [
      {
        itemId: view.items[0].id,
        owners: { for: 0, against: 1, abstain: 0 },
        area: { for: 0, against: 10_000, abstain: 0 },
      },
    ])
    assert.equal((await bench.certify(secretary, id)).state, 'certified')
    assert.deepEqual(recount((await call(owners[1].cookie, `GET /api/decisions/${id}/bundle.zip`)).raw).faults, [])
  })
  test('elsewhere no result can be imported', async () => {
    const { id, view } = await aVote()
    await bench.toClosed(id)
    const sums = { for: 1, against: 0, abstain: 0 }
    const answer = await step(clerk, id, 'city-result', {
      reference: '不该有的',
      items: [{ itemId: view.items[0].id, area: sums, owners: sums }],
    })
    assert.equal(answer.body.code, 'decision.city-only')
  })
})
