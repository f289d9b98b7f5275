// Consultations: who is asked, one answer each, counts that are the answers, nobody named; they end and something follows.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pollStates, pollSteps, type PollState, type PollStep } from '../../contract/src/polls-life.ts'
import { closePolls } from '../src/modules/polls/ask.ts'
import { asWorker } from './support/as-worker.ts'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { refusedWith } from './support/refused-with.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const bench = decisionBench(app)
const { ok, day } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const far = await app.makeStaff('外社区书记', 'communitySecretary', organisations.communityA2, district.communityA2)
const step = (who: Voter, id: string, name: string, body: object = {}) =>
  call(who.cookie, `POST /api/polls/${id}/${name}`, { body })
const view = (who: Voter, id: string) => ok(call(who.cookie, `GET /api/polls/${id}`))
const draft = (who: Voter, placeId: string, more: object = {}) =>
  call(who.cookie, 'POST /api/polls', {
    body: {
      placeId,
      title: '健身角放在哪里',
      words: '两处可以选，只是问问大家',
      audience: 'residents',
      closesOn: day(5),
      questions: [
        { words: '放在哪里', isMany: false, options: ['东门', '西门'] },
        { words: '要什么器材', isMany: true, options: ['单杠', '健骑机', '乒乓球台'] },
      ],
      ...more,
    },
  })
/** An owner and a tenant of one estate. */
const household = async () => {
  const { estate, home } = await bench.makeEstate()
  const owner: Voter = await app.makeResident('业主', await home('101', 10_000))
  const tenant: Voter = await app.makeResident('租客', await home('102', 10_000))
  await sql("update home_people set relation = 'occupant' where person_id = $1", [tenant.id])
  return { estate, owner, tenant }
}
const opened = async (estate: string, more: object = {}) => {
  const { id, questions } = await ok(draft(secretary, estate, more))
  await ok(step(secretary, id, 'publish'))
  const [where, what] = questions as { options: { id: string }[] }[]
  return { id, where: where!.options.map((one) => one.id), what: what!.options.map((one) => one.id) }
}

describe('a consultation', () => {
  test('is answered once by each, counted by answer, and never shows a name', async () => {
    const { estate, owner, tenant } = await household()
    const neighbour = await app.makeResident('外人')
    const made = await ok(draft(secretary, estate))
    await refusedWith('poll.not-found', call(owner.cookie, `GET /api/polls/${made.id}`))
    await ok(step(secretary, made.id, 'withdraw', { reason: '重新写' }))
    const { id, where, what } = await opened(estate)
    const before = await view(owner, id)
    assert.deepEqual([before.waitsForMe, before.questions[0].options[0].count], [true, null])
    await refusedWith('poll.not-found', step(neighbour, id, 'answers', { optionIds: [where[0], what[0]] }))
    await refusedWith('poll.not-asked', step(secretary, id, 'answers', { optionIds: [where[0], what[0]] }))
    for (const optionIds of [
      [where[0]],
      [where[0], where[1], what[0]],
      [where[0], what[0], what[0]],
      [what[0], what[1]],
    ])
      await refusedWith('poll.options', step(owner, id, 'answers', { optionIds }))
    await ok(step(owner, id, 'answers', { optionIds: [where[0], what[0], what[1]], remark: '东门离家近' }))
    await ok(step(owner, id, 'answers', { optionIds: [where[1], what[1]], remark: '西门更安静' }))
    await ok(step(tenant, id, 'answers', { optionIds: [where[1], what[2]] }))
    const counted = await view(secretary, id)
    assert.equal(counted.answered, 2)
    assert.deepEqual(
      counted.questions[0].options.map((one: { count: number }) => one.count),
      [0, 2],
    )
    assert.deepEqual(
      counted.questions[1].options.map((one: { count: number }) => one.count),
      [0, 1, 1],
    )
    assert.deepEqual(counted.remarks, ['西门更安静'])
    assert.ok(!/业主"|租客/.test(JSON.stringify(counted)) && !JSON.stringify(counted).includes(owner.id))
    const [kept] = await sql(
      'select sum(cardinality(option_ids))::int n, count(*)::int people from poll_answers where poll_id = $1',
      [id],
    )
    const [summed] = await sql('select sum(answers)::int n from poll_options where poll_id = $1', [id])
    assert.deepEqual([kept!['n'], kept!['people']], [summed!['n'], 2])
    const journal = await sql(
      "select to_jsonb(j)::text as text from journal j where thing_id = $1 and action = 'poll.answer'",
      [id],
    )
    assert.ok(
      journal.every((one) => !String(one['text']).includes(where[1]!)),
      'the journal does not say how',
    )
  })

  test('that asks owners is not answered by a tenant', async () => {
    const { estate, owner, tenant } = await household()
    const { id, where, what } = await opened(estate, { audience: 'owners' })
    assert.equal((await view(tenant, id)).waitsForMe, false)
    await refusedWith('poll.not-asked', step(tenant, id, 'answers', { optionIds: [where[0], what[0]] }))
    await ok(step(owner, id, 'answers', { optionIds: [where[0], what[0]] }))
  })

  test('closes by itself, becomes a topic once, and is linked to a decision of its place alone', async () => {
    const { estate, owner } = await household()
    const { id, where, what } = await opened(estate)
    await ok(step(owner, id, 'answers', { optionIds: [where[0], what[0]] }))
    await refusedWith('lifecycle.wrong-state', step(secretary, id, 'topic'))
    await sql('update polls set closes_on = current_date - 2 where id = $1', [id])
    await refusedWith('poll.over', step(owner, id, 'answers', { optionIds: [where[0], what[0]] }))
    await asWorker(app, closePolls)
    const closed = await view(owner, id)
    assert.deepEqual([closed.state, closed.questions[0].options[0].count], ['closed', 1])
    const after = await ok(step(secretary, id, 'topic'))
    const [topic] = await sql('select title, words, source from topics where id = $1', [after.topicId])
    assert.match(String(topic!['words']), /意见征询，不是业主表决，1人答了。\n放在哪里：东门 1，西门 0/)
    await refusedWith('poll.has-topic', step(secretary, id, 'topic'))
    const decision = await bench.prepare(secretary, estate)
    const other = await bench.prepare(secretary, (await household()).estate)
    await refusedWith('poll.other-place', step(secretary, id, 'decision', { decisionId: other.id }))
    assert.equal((await ok(step(secretary, id, 'decision', { decisionId: decision.id }))).decisionId, decision.id)
  })

  test('is refused with bad input, elsewhere, and in every state it does not fit', async () => {
    const { estate, owner } = await household()
    await refusedWith('poll.day', draft(secretary, estate, { closesOn: day(-1) }))
    await refusedWith('poll.day', draft(secretary, estate, { closesOn: day(400) }))
    await refusedWith('access.out-of-scope', draft(far, estate))
    await refusedWith('access.not-allowed', draft(owner, estate))
    await refusedWith('http.bad-input', draft(secretary, estate, { questions: [] }))
    await refusedWith(
      'http.bad-input',
      draft(secretary, estate, { questions: [{ words: '一个', isMany: false, options: ['只有一个'] }] }),
    )
    const { id } = await ok(draft(secretary, estate))
    const body: Record<string, object> = { withdraw: { reason: '不问了' } }
    const steps = (Object.keys(pollSteps) as PollStep[]).filter((name) => name !== 'lapse')
    for (const state of Object.keys(pollStates) as PollState[]) {
      await sql('update polls set state = $2 where id = $1', [id, state])
      for (const name of steps.filter((one) => !pollSteps[one].from.includes(state))) {
        await refusedWith('lifecycle.wrong-state', step(secretary, id, name, body[name] ?? {}))
        await refusedWith('access.out-of-scope', step(far, id, name, body[name] ?? {}))
        await refusedWith('access.not-allowed', step(owner, id, name, body[name] ?? {}))
      }
    }
  })

  test('stands in the list with the newest first, page by page, each once', async () => {
    const titles = ['甲征询', '乙征询', '丙征询']
    for (const title of titles) await ok(draft(secretary, district.estate2, { title }))
    const seen: string[] = []
    for (let after = ''; ;) {
      const page = await ok(call(secretary.cookie, `GET /api/polls?open=true&limit=2${after}`))
      seen.push(...page.rows.map((row: { title: string }) => row.title))
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    assert.deepEqual(seen.slice(0, 3), titles.toReversed())
    assert.equal(seen.filter((title) => titles.includes(title)).length, 3)
  })
})
