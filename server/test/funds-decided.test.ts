// Spending that the owners decide (mission B7, B12; Regulation on property management art. 54): refused without their
// certified decision, bound to the fund and the amount they voted on.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { application, fundStage, ok, refused, TODAY } from './support/fund-stage.ts'
import { refusedWith } from './support/refused-with.ts'

const stage = await fundStage()
const { app, secretary, clerk, officer, owner: elsewhere, post, get, open, income, step } = stage
const bench = decisionBench(app)
const sewer = { ...application, amount: 2_860_000, resolutionWords: '红马扎议定' }

/** An estate of three owners with common income in its fund. */
const anEstate = async () => {
  const at = await bench.makeEstate()
  const owners: Voter[] = []
  for (const name of ['101', '102', '103'])
    owners.push(await app.makeResident(`业主${name}`, await at.home(name, 10_000)))
  const fund = await open({ kind: 'commonIncome', placeId: at.estate })
  await income(fund, 10_000_000)
  // Deliberation is another test's.
  const limits = { approveUpTo: 5_000_000, deliberateAbove: null, decideAbove: 1_000_000 }
  ok(await app.call(officer.cookie, `PUT /api/funds/${fund}/limits`, { body: limits }))
  return { ...at, owners, fund }
}
type Estate = Awaited<ReturnType<typeof anEstate>>
const prepare = (at: Estate, fund: unknown) =>
  app.call(secretary.cookie, 'POST /api/decisions', {
    body: {
      placeId: at.estate,
      partKinds: ['home'],
      title: '下水主管道更换',
      words: '主管道破损，多户返水。',
      items: [{ matter: 'other', title: '用公共收益更换下水主管道', fund }],
    },
  })
const counted = async (at: Estate, mark: 'for' | 'against', amount = 3_000_000): Promise<string> => {
  const { id } = await bench.ok(prepare(at, { id: at.fund, amount }))
  const { items } = await bench.toOpen(secretary, id)
  for (const voter of at.owners) await bench.ok(bench.vote(voter, id, [{ itemId: items[0].id, mark }]))
  await bench.toClosed(id)
  await bench.ok(bench.step(clerk, id, 'count'))
  return id
}
const certified = async (at: Estate, mark: 'for' | 'against', amount?: number): Promise<string> => {
  const id = await counted(at, mark, amount)
  await bench.certify(secretary, id)
  return id
}
const applyFor = (at: Estate, more: object) => post(clerk.cookie, `/${at.fund}/applications`, { ...sewer, ...more })
const whyNot = async (at: Estate, more: object): Promise<string> => {
  const { body } = await applyFor(at, more)
  assert.equal(body.code, 'fund.wrong-decision', JSON.stringify(body))
  return body.fields[0].message
}

describe('common income above the limit', () => {
  test('is refused without a decision, and spent on the adopted one, up to its amount', async () => {
    const at = await anEstate()
    const refusal = await applyFor(at, {})
    refused(refusal, 409, 'fund.must-decide')
    assert.match(refusal.body.title, /第五十四条/)
    assert.equal((await applyFor(at, { amount: 1_000_000 })).status, 200)
    const decisionId = await counted(at, 'for')
    assert.match(await whyNot(at, { decisionId }), /还没有证书/)
    await bench.certify(secretary, decisionId)
    const { body: ground } = await get(clerk.cookie, `/${at.fund}/resolutions`)
    assert.deepEqual(
      [ground.decideAbove, ground.decisions],
      [1_000_000, [{ id: decisionId, title: '下水主管道更换', left: 3_000_000 }]],
    )
    const applied = ok(await applyFor(at, { decisionId }))
    assert.deepEqual(applied.decision, { id: decisionId, name: '下水主管道更换' })
    assert.match(await whyNot(at, { decisionId, amount: 140_001 }), /还剩1400\.00元/)
    ok(await step(secretary.cookie, applied.id, 'approve', {}))
    ok(await step(clerk.cookie, applied.id, 'pay', { day: TODAY }))
    const { body } = await get(at.owners[0]!.cookie, `/${at.fund}/statement?period=${TODAY.slice(0, 7)}`)
    assert.deepEqual(body.lines.at(-1).basis, { kind: 'decision', id: decisionId, title: '下水主管道更换' })
    ok(await step(secretary.cookie, applied.id, 'reverse', { words: '退款了' }))
    assert.equal((await applyFor(at, { decisionId, amount: 3_000_000 })).status, 200)
  })
  test('a decision that failed, of another fund, or none at all carries nothing', async () => {
    const at = await anEstate()
    assert.match(await whyNot(at, { decisionId: await certified(at, 'against') }), /没有通过/)
    const other = await anEstate()
    assert.match(await whyNot(at, { decisionId: await certified(other, 'for') }), /没有写明用这笔资金/)
    assert.match(await whyNot(at, { decisionId: crypto.randomUUID() }), /没有这次表决/)
    assert.deepEqual((await get(clerk.cookie, `/${at.fund}/resolutions`)).body.decisions, [])
  })
  test('once the decision is annulled nothing more is approved or paid on it', async () => {
    const at = await anEstate()
    const decisionId = await certified(at, 'for')
    const [first, second] = [
      ok(await applyFor(at, { decisionId, amount: 1_500_000 })),
      ok(await applyFor(at, { decisionId, amount: 1_500_000 })),
    ]
    ok(await step(secretary.cookie, first.id, 'approve', {}))
    await bench.ok(bench.step(secretary, decisionId, 'annul', { reason: '法院判决撤销' }))
    refused(await step(clerk.cookie, first.id, 'pay', { day: TODAY }), 409, 'fund.wrong-decision')
    refused(await step(secretary.cookie, second.id, 'approve', {}), 409, 'fund.wrong-decision')
    assert.match(await whyNot(at, { decisionId, amount: 1_100_000 }), /已经作废/)
    ok(await step(secretary.cookie, second.id, 'refuse', { words: '表决已作废' }))
  })
  test('two applications at once cannot both use what is left', async () => {
    const at = await anEstate()
    const decisionId = await certified(at, 'for', 3_000_000)
    const both = await Promise.all([applyFor(at, { decisionId }), applyFor(at, { decisionId })])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  })
})
describe('a vote about money', () => {
  test('says in its frozen words which fund and how much, and its owners open the books', async () => {
    const at = await anEstate()
    const { items, id } = await bench.ok(prepare(at, { id: at.fund, amount: 3_000_000 }))
    assert.deepEqual(items[0].fund, { id: at.fund, amount: 3_000_000 })
    assert.equal(items[0].cost, '从“小区公共收益”列支，最多30000.00元')
    await bench.toOpen(secretary, id)
    const seen = await bench.ok(app.call(at.owners[0]!.cookie, `GET /api/decisions/${id}`))
    assert.equal(seen.items[0].fund.id, at.fund)
    await refusedWith('fund.not-found', app.call(elsewhere.cookie, `GET /api/funds/${at.fund}`))
  })
  test('is about a fund of its own estate that the owners decide on, and an amount', async () => {
    const at = await anEstate()
    const other = await anEstate()
    const party = await open({ kind: 'partyServiceFund', placeId: app.district.communityA1, year: 2026, budget: 100 })
    for (const id of [other.fund, party, crypto.randomUUID()])
      await refusedWith('decision.fund', prepare(at, { id, amount: 100 }))
    for (const amount of [0, -1, 1.5, 1e13, null])
      await refusedWith('http.bad-input', prepare(at, { id: at.fund, amount }))
  })
})
describe('the maintenance fund', () => {
  const aMaintenanceFund = async () => {
    const at = await anEstate()
    const fund = await open({ kind: 'maintenanceFund', name: '维修资金', placeId: at.estate })
    await income(fund, 1_000_000)
    return { ...at, fund }
  }
  const vote = (at: Estate, matter: string) =>
    app.call(secretary.cookie, 'POST /api/decisions', {
      body: {
        placeId: at.estate,
        partKinds: ['home'],
        title: '屋面翻修',
        words: '三户漏雨。',
        items: [{ matter, title: '用维修资金翻修屋面', fund: { id: at.fund, amount: 500_000 } }],
      },
    })
  test('is used only as the owners decide, from the first fen, and cannot be set free of it', async () => {
    const at = await aMaintenanceFund()
    const refusal = await applyFor(at, { amount: 1 })
    refused(refusal, 409, 'fund.must-decide-use')
    assert.match(refusal.body.title, /第278条/)
    const limits = { approveUpTo: 5_000_000, deliberateAbove: null, decideAbove: null }
    ok(await app.call(officer.cookie, `PUT /api/funds/${at.fund}/limits`, { body: limits }))
    refused(await applyFor(at, { amount: 1 }), 409, 'fund.must-decide-use')
  })
  test('is voted on as what it is, and spent up to what was adopted', async () => {
    const at = await aMaintenanceFund()
    refused(await vote(at, 'other'), 409, 'decision.fund-matter')
    const { id, items } = await bench.ok(vote(at, 'useFund')).then((made) => bench.toOpen(secretary, made.id))
    for (const voter of at.owners) await bench.ok(bench.vote(voter, id, [{ itemId: items[0].id, mark: 'for' }]))
    await bench.toClosed(id)
    await bench.ok(bench.step(clerk, id, 'count'))
    await bench.certify(secretary, id)
    assert.match(await whyNot(at, { decisionId: id, amount: 500_001 }), /还剩5000\.00元/)
    assert.equal((await applyFor(at, { decisionId: id, amount: 500_000 })).status, 200)
  })
})
