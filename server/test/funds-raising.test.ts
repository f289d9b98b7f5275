// Funds (mission B12): fund-raising that is met or given back, questions with answers, statements.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { application, fundStage, refused, TODAY } from './support/fund-stage.ts'

const stage = await fundStage()
const { app, secretary, clerk, owner, outsider } = stage
const { post, get, open, income, apply, step, assertBooksHold, photoOf } = stage

describe('fund-raising', () => {
  const gate = { kind: 'fundraising', name: '新大门', purpose: '改造出入口', target: 34_000_000, endsOn: '2099-12-31' }
  const pledgeIds = async (id: string) =>
    (await get(clerk.cookie, `/${id}/pledges`)).body.rows.map((row: { id: string }) => row.id) as string[]
  test('340,000 raised for a new gate, then spent', async () => {
    const id = await open(gate)
    assert.equal((await post(owner.cookie, `/${id}/pledges`, { amount: 100_000 })).body.pledged, 100_000)
    await post(clerk.cookie, `/${id}/pledges`, { amount: 33_900_000, name: '业主集体' })
    refused(await post(outsider.cookie, `/${id}/pledges`, { amount: 1 }), 404, 'fund.not-found')
    const [mine, all] = await pledgeIds(id)
    const pay = (pledgeId: string, amount: number) =>
      post(clerk.cookie, `/${id}/pledges/${pledgeId}/payment`, { amount, day: TODAY })
    assert.equal((await pay(mine!, 100_000)).status, 200)
    refused(await pay(mine!, 100_000), 409, 'fund.pledge-paid')
    refused(await pay(all!, 33_900_001), 409, 'fund.pledge-over')
    refused(
      await post(secretary.cookie, `/${id}/raising`, { outcome: 'met', reason: '够了' }),
      409,
      'fund.target-not-met',
    )
    refused(await post(clerk.cookie, `/${id}/applications`, application), 409, 'fund.still-raising')
    await pay(all!, 33_900_000)
    const met = await post(secretary.cookie, `/${id}/raising`, { outcome: 'met', reason: '不到一个月筹齐' })
    assert.deepEqual([met.body.state, met.body.raised, met.body.balance], ['open', 34_000_000, 34_000_000])
    await apply(id, { amount: 34_000_000 })
    const public_ = await get(owner.cookie, `/${id}/entries`)
    assert.equal(public_.raw.includes('业主集体'), false)
    await assertBooksHold()
  })
  test('one that fails gives every fen back', async () => {
    const id = await open(gate)
    await post(owner.cookie, `/${id}/pledges`, { amount: 5000 })
    await post(clerk.cookie, `/${id}/pledges`, { amount: 7000, name: '李婶' })
    for (const [i, pledgeId] of (await pledgeIds(id)).entries())
      await post(clerk.cookie, `/${id}/pledges/${pledgeId}/payment`, { amount: [3000, 7000][i], day: TODAY })
    const failed = await post(secretary.cookie, `/${id}/raising`, { outcome: 'failed', reason: '没有筹齐' })
    assert.deepEqual([failed.body.state, failed.body.balance], ['failed', 0])
    const rows = (await get(clerk.cookie, `/${id}/pledges`)).body.rows
    assert.deepEqual(
      rows.map((row: { returned: number }) => row.returned),
      [3000, 7000],
    )
    await assertBooksHold()
  })
  test('an unpaid pledge is withdrawn by who made it', async () => {
    const id = await open(gate)
    await post(owner.cookie, `/${id}/pledges`, { amount: 5000 })
    const [mine] = await pledgeIds(id)
    refused(await post(clerk.cookie, `/${id}/pledges/${mine}/withdrawal`), 404, 'fund.no-pledge')
    assert.equal((await post(owner.cookie, `/${id}/pledges/${mine}/withdrawal`)).body.pledged, 0)
  })
})

describe('questions and statements', () => {
  test('a resident asks, staff answer, the neighbours read it without the name', async () => {
    const id = await open({ kind: 'commonIncome' })
    const neighbour = await app.makeResident('邻居', app.district.home2)
    const asked = await post(owner.cookie, `/${id}/questions`, { words: '车位收入怎么少了' })
    assert.equal(asked.body.isMine, true)
    refused(await post(clerk.cookie, `/${id}/questions`, { words: '我也问问' }), 403, 'fund.not-yours')
    const path = `/${id}/questions/${asked.body.id}/answer`
    assert.equal((await post(clerk.cookie, path, { words: '有三个车位空着' })).status, 200)
    refused(await post(clerk.cookie, path, { words: '再答一次' }), 409, 'fund.answered')
    const read = await get(neighbour.cookie, `/${id}/questions`)
    assert.equal(read.body.rows[0].answer, '有三个车位空着')
    assert.equal(read.raw.includes('王大爷'), false)
  })
  test('a quarter’s statement opens where the quarter before closed, on the page and as a sheet', async () => {
    const id = await open({ kind: 'commonIncome' })
    for (const [day, amount] of [
      ['2025-03-31', 100],
      ['2025-04-01', 200],
      ['2025-06-30', 300],
      ['2025-07-01', 400],
    ] as const)
      await income(id, amount, { day })
    const { body } = await get(owner.cookie, `/${id}/statement?period=2025-Q2`)
    assert.deepEqual([body.opening, body.in, body.out, body.closing], [100, 500, 0, 600])
    assert.deepEqual(
      body.lines.map((line: { balance: number }) => line.balance),
      [300, 600],
    )
    assert.equal((await get(owner.cookie, `/${id}/statement?period=2025-04`)).body.closing, 300)
    assert.equal((await get(owner.cookie, `/${id}/statement?period=2025-13`)).status, 400)
    const sheet = await get(owner.cookie, `/${id}/statement.xlsx?period=2025`)
    assert.equal(sheet.raw.subarray(0, 2).toString(), 'PK')
    refused(await get(outsider.cookie, `/${id}/statement?period=2025-Q2`), 404, 'fund.not-found')
  })
  test('a resident’s statement names payee and ground, shows the receipt once it is released, and is added up again', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 500_000)
    const applied = await apply(id, { resolutionWords: '四月业主会同意' })
    await step(secretary.cookie, applied, 'approve', {})
    await step(clerk.cookie, applied, 'pay', { day: TODAY })
    const photo = await photoOf(clerk)
    await step(clerk.cookie, applied, 'receipt', { photos: [photo] })
    const path = `/${id}/statement?period=${TODAY.slice(0, 7)}`
    const spending = async (who: string) =>
      (await get(who, path)).body.lines.find((line: { amount: number }) => line.amount < 0)
    assert.deepEqual((await spending(owner.cookie)).photos, [])
    assert.deepEqual((await spending(clerk.cookie)).photos, [photo])
    await step(clerk.cookie, applied, 'publish')
    const shown = await spending(owner.cookie)
    assert.deepEqual(
      [shown.payee, shown.photos, shown.basis, shown.reversed],
      ['市政工程公司', [photo], { kind: 'words', id: null, title: '四月业主会同意' }, false],
    )
    const { body, raw } = await get(owner.cookie, path)
    assert.deepEqual(body.check, { entries: 2, sum: 0, unbalanced: 0, holds: true })
    assert.equal(String(raw).includes('小周'), false)
    await step(secretary.cookie, applied, 'reverse', { words: '退款了' })
    assert.equal((await spending(owner.cookie)).reversed, true)
    assert.equal((await get(owner.cookie, path)).body.closing, 500_000)
  })
})
