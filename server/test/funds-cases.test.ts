// Funds beside their neighbours: the case a plan was made for, the decision a collection rests on, resolutions, budgets.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { fundStage, LATER, ok, refused, TODAY } from './support/fund-stage.ts'

const stage = await fundStage()
const { app, secretary, clerk, officer, stranger, owner, post, get, open, income, apply, step } = stage
const { estate1, building1, communityA1 } = app.district
const maintenance = await open({ kind: 'maintenanceFund', name: '维修资金' })
const aPlan = async (more: object = {}) =>
  ok(
    await post(clerk.cookie, '/plans', {
      placeId: building1,
      fundId: maintenance,
      title: '三号屋顶防水',
      reason: '漏雨',
      method: 'household',
      total: 100,
      ...more,
    }),
  ) as { id: string; number: string }
const ask = async (id: string) => ok(await post(clerk.cookie, `/plans/${id}/ask`, { answerBy: LATER }))
describe('a plan made for a case', () => {
  const reported = async () =>
    ok(await app.call(owner.cookie, 'POST /api/cases', { body: { placeId: app.district.home1, words: '屋顶漏雨' } }))
      .id as string
  const timelineOf = async (id: string) =>
    (await app.call(clerk.cookie, `GET /api/cases/${id}`)).body as {
      holds: { kind: string; say: string }[]
      timeline?: { step: string }[]
    }
  const stepsOf = async (id: string) =>
    (
      await app.sql<{ step: string }>(
        "select step from case_events where case_id = $1 and step like 'share.%' order by at, id",
        [id],
      )
    ).map((one) => one.step)
  test('its steps stand in the case, and the case is held until it is dropped or settled', async () => {
    const caseId = await reported()
    const { id } = await aPlan({ caseId })
    assert.deepEqual(await stepsOf(caseId), ['share.draft'])
    assert.deepEqual((await timelineOf(caseId)).holds, [])
    await ask(id)
    assert.deepEqual(
      (await timelineOf(caseId)).holds.map((hold) => hold.kind),
      ['plan'],
    )
    ok(await post(clerk.cookie, `/plans/${id}/drop`, { words: '物业出钱修了' }))
    assert.deepEqual(await stepsOf(caseId), ['share.draft', 'share.ask', 'share.drop'])
    assert.deepEqual((await timelineOf(caseId)).holds, [])
  })
  test('the draft is no news for the reporter', async () => {
    const caseId = await reported()
    await aPlan({ caseId })
    const seen = await app.call(owner.cookie, `GET /api/cases/${caseId}`)
    assert.equal(seen.raw.includes('share.draft'), false)
  })
})
describe('the decision a collection rests on', () => {
  const [district] = [app.district.id]
  /** A decision as its end left it; how it got there is tested with the decisions. */
  const aDecision = async (more: {
    state?: string
    placeId?: string
    title?: string
    words?: string
    item?: string
    isPassed?: boolean
    madeAt?: string
  }) => {
    const [id, item] = [uuidv7(), uuidv7()]
    const result = { items: [{ itemId: item, isPassed: more.isPassed ?? true, owners: { for: 1 }, area: { for: 1 } }] }
    const columns = await app.sql<{ column_name: string; data_type: string }>(
      "select column_name, data_type from information_schema.columns where table_name = 'decisions' and is_nullable = 'NO' and column_default is null",
    )
    const known: Record<string, unknown> = {
      id,
      district_id: district,
      street_id: app.district.streetA,
      community_id: communityA1,
      place_id: more.placeId ?? building1,
      title: more.title ?? '屋顶维修',
      words: more.words ?? '一起决定',
      state: more.state ?? 'certified',
      state_at: new Date(),
      created_at: more.madeAt ?? new Date(),
      result: JSON.stringify(result),
    }
    const empty = (type: string): unknown =>
      ({ text: '', uuid: district, boolean: false, integer: 0, bigint: 0, jsonb: '{}', ARRAY: '{}' })[type] ??
      new Date()
    for (const { column_name, data_type } of columns) known[column_name] ??= empty(data_type)
    const names = Object.keys(known)
    await app.sql(
      `insert into decisions (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(known),
    )
    await app.sql(
      "insert into decision_items (id, decision_id, sort, matter, title, words, cost) values ($1, $2, 0, 'other', $3, '', '')",
      [item, id, more.item ?? '同意维修'],
    )
    return id
  }
  const collect = (planId: string, decisionId: string) =>
    post(clerk.cookie, `/plans/${planId}/collect`, { dueOn: LATER, decisionId })
  test('certified, adopted, naming the plan, for its place: it carries the collection and is shown', async () => {
    const plan = await aPlan()
    await ask(plan.id)
    const decision = await aDecision({ placeId: estate1, words: '表决三号屋顶防水的费用分摊' })
    const after = ok(await collect(plan.id, decision))
    assert.deepEqual(
      [after.state, after.basis, after.basisWords, after.decisionId],
      ['collecting', 'decision', '屋顶维修', decision],
    )
  })
  test('an item that names the plan carries it whatever became of the others', async () => {
    const plan = await aPlan()
    await ask(plan.id)
    assert.equal((await collect(plan.id, await aDecision({ item: '三号屋顶防水按户分摊' }))).status, 200)
  })
  for (const [what, more] of Object.entries({
    'not certified yet': { state: 'provisional', words: '三号屋顶防水' },
    'not adopted': { isPassed: false, words: '三号屋顶防水' },
    'about something else': { words: '换路灯' },
    'of another place': { placeId: app.district.communityA2, words: '三号屋顶防水' },
    'older than the plan': { madeAt: '2020-01-01', words: '三号屋顶防水' },
  }))
    test(`one that is ${what} is refused, and the plan stays`, async () => {
      const plan = await aPlan()
      await ask(plan.id)
      refused(await collect(plan.id, await aDecision(more)), 409, 'plan.wrong-decision')
      assert.equal((await get(clerk.cookie, `/plans/${plan.id}`)).body.state, 'asked')
    })
  test('a vote refers to a plan the households were asked about: its fingerprint is voted on, and it carries the collection', async () => {
    const plan = await aPlan()
    const prepare = (placeId: string, planId: string) =>
      app.call(secretary.cookie, 'POST /api/decisions', {
        body: {
          placeId,
          partKinds: ['home'],
          title: '屋顶大修',
          words: '屋顶漏水，要大修。',
          items: [{ matter: 'useFund', title: '同意大修并分摊费用', planId }],
        },
      })
    refused(await prepare(building1, plan.id), 409, 'decision.plan')
    await ask(plan.id)
    refused(await prepare(app.district.unit1, plan.id), 409, 'decision.plan')
    const { id, items } = ok(await prepare(building1, plan.id))
    const [frozen] = await app.sql<{ frozen_hash: string; number: string }>(
      'select frozen_hash, number from fund_plans where id = $1',
      [plan.id],
    )
    assert.equal(items[0].planId, plan.id)
    assert.ok(items[0].words.includes(frozen!.frozen_hash))
    assert.ok(items[0].cost.includes(`分摊方案${frozen!.number}`))
    const result = { items: [{ itemId: items[0].id, isPassed: true, owners: { for: 1 }, area: { for: 1 } }] }
    await app.sql("update decisions set state = 'certified', result = $2 where id = $1", [id, JSON.stringify(result)])
    assert.equal(ok(await collect(plan.id, id)).decisionId, id)
  })
  test('one that does not exist is refused', async () => {
    const plan = await aPlan()
    await ask(plan.id)
    refused(await collect(plan.id, uuidv7()), 409, 'plan.wrong-decision')
  })
})
describe('what spending may rest on', () => {
  test('the list names the matter and is for who applies there', async () => {
    const id = await open({ kind: 'commonIncome' })
    const { body } = await get(clerk.cookie, `/${id}/resolutions`)
    assert.deepEqual([typeof body.matter, body.above, body.rows], ['string', 500_000, []])
    refused(await get(stranger.cookie, `/${id}/resolutions`), 404, 'fund.not-found')
    assert.deepEqual((await get(clerk.cookie, `/${maintenance}/resolutions`)).body.rows, [])
  })
})
test('budgets of a year: granted, received, spent, approved and left add up, and only in one’s area', async () => {
  const id = await open({
    placeId: communityA1,
    kind: 'convenienceFund',
    name: '便民公益金',
    year: 2031,
    budget: 5_000_000,
  })
  await income(id, 5_000_000)
  const paid = await apply(id, { amount: 100_000 })
  ok(await step(secretary.cookie, paid, 'approve', {}))
  ok(await step(clerk.cookie, paid, 'pay', { day: TODAY }))
  const waiting = await apply(id, { amount: 30_000 })
  ok(await step(secretary.cookie, waiting, 'approve', {}))
  const [row] = (await get(officer.cookie, '/budgets?year=2031')).body
  assert.deepEqual(
    [row.id, row.budget, row.received, row.spent, row.reserved, row.left],
    [id, 5_000_000, 5_000_000, 100_000, 30_000, 4_870_000],
  )
  assert.deepEqual((await get(stranger.cookie, '/budgets?year=2031')).body, [])
  assert.deepEqual((await get(officer.cookie, '/budgets?year=2032')).body, [])
  const spent = (await get(clerk.cookie, `/${id}/entries?kind=spending`)).body.rows
  assert.deepEqual(
    spent.map((one: { amount: number }) => one.amount),
    [-100_000],
  )
})
test('homes to choose: those of the place, for who may apply there', async () => {
  const homes = (await get(clerk.cookie, `/plans/homes?placeId=${building1}`)).body as { id: string }[]
  assert.ok(homes.some((home) => home.id === app.district.home1))
  refused(await get(stranger.cookie, `/plans/homes?placeId=${building1}`), 403, 'access.out-of-scope')
})
test('limits are set by the street, and only those who may are shown the step', async () => {
  const id = await open({ kind: 'commonIncome' })
  assert.equal((await get(secretary.cookie, `/${id}`)).body.may.includes('limits'), false)
  assert.equal((await get(officer.cookie, `/${id}`)).body.may.includes('limits'), true)
})
test('a fund-raising is not closed beside its own end', async () => {
  const id = await open({ kind: 'fundraising', target: 1000 })
  refused(await post(secretary.cookie, `/${id}/closing`, { reason: '不筹了' }), 409, 'fund.still-raising')
})
