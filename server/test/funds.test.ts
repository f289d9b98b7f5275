// Funds (mission B12): books that always sum to zero, spending with four eyes.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { application, fundStage, refused, TODAY } from './support/fund-stage.ts'

const stage = await fundStage()
const { app, secretary, clerk, officer, stranger, owner, outsider } = stage
const { post, get, open, income, apply, step, assertBooksHold, photoOf } = stage
const { communityA1, estate1, building1, home1 } = app.district

describe('books', () => {
  test('income goes into the bank, and everybody of the estate reads what it was for', async () => {
    const id = await open({ kind: 'commonIncome' })
    const after = await income(id, 1_234_567)
    assert.equal(after.balance, 1_234_567)
    const seen = await get(owner.cookie, `/${id}`)
    assert.equal(seen.body.balance, 1_234_567)
    const entries = await get(owner.cookie, `/${id}/entries`)
    assert.equal(entries.body.rows[0].purpose, '三季度车位收入')
    assert.equal(entries.raw.includes('小周'), false)
    assert.ok((await get(owner.cookie, '/mine')).body.some((row: { id: string }) => row.id === id))
    refused(await get(outsider.cookie, `/${id}`), 404, 'fund.not-found')
    refused(await get(stranger.cookie, `/${id}/entries`), 404, 'fund.not-found')
    await assertBooksHold()
  })
  test('amounts of nothing, below nothing, of parts of a fen and beyond all bounds are refused', async () => {
    const id = await open({ kind: 'commonIncome' })
    for (const amount of [0, -1, 1.5, 1e13, Number.MAX_SAFE_INTEGER, '100', null])
      assert.equal((await post(clerk.cookie, `/${id}/entries`, { amount, day: TODAY, purpose: '收入' })).status, 400)
    refused(
      await post(clerk.cookie, `/${id}/entries`, { amount: 1, day: '2999-01-01', purpose: '收入' }),
      400,
      'fund.bad-day',
    )
    assert.equal((await get(clerk.cookie, `/${id}`)).body.balance, 0)
  })
  test('an entry is taken back by its opposite, once; nothing is changed', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 500)
    const [entry] = (await get(secretary.cookie, `/${id}/entries`)).body.rows
    assert.equal(entry.mayReverse, true)
    const path = `/${id}/entries/${entry.id}/reversal`
    refused(await post(clerk.cookie, path, { reason: '记错了' }), 403, 'access.not-allowed')
    assert.equal((await post(secretary.cookie, path, { reason: '记错了' })).body.balance, 0)
    refused(await post(secretary.cookie, path, { reason: '再来一次' }), 409, 'fund.reversed')
    assert.equal((await get(owner.cookie, `/${id}/entries`)).body.rows.length, 2)
    await assertBooksHold()
  })
  test('the database itself refuses a crooked entry, a change, a deletion and a late posting', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 700)
    const [entry] = await app.sql<{ id: string }>('select id from fund_entries where fund_id = $1', [id])
    const [account] = await app.sql<{ id: string }>('select id from fund_accounts where fund_id = $1', [id])
    const crooked = `with e as (insert into fund_entries (id, district_id, fund_id, kind, day, purpose, lines, actor_name, at)
      select gen_random_uuid(), district_id, id, 'income', current_date, '歪账', 2, 'x', now() from funds where id = $1 returning id)
      insert into fund_postings select e.id, a.id, 5 from e, fund_accounts a where a.fund_id = $1`
    await assert.rejects(app.sql(crooked, [id]), /sum to 10/)
    await assert.rejects(app.sql('update fund_postings set amount = 1 where entry_id = $1', [entry!.id]))
    await assert.rejects(app.sql('delete from fund_entries where id = $1', [entry!.id]))
    await assert.rejects(app.sql('truncate fund_postings'))
    const [other] = await app.sql<{ id: string }>('select id from fund_accounts where fund_id <> $1 limit 1', [id])
    await assert.rejects(
      app.sql('insert into fund_postings values ($1, $2, 5)', [entry!.id, other!.id]),
      /nothing is added/,
    )
    assert.ok(account)
    await assertBooksHold()
  })
  test('the same request sent twice is one entry', async () => {
    const id = await open({ kind: 'commonIncome' })
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const body = { amount: 900, day: TODAY, purpose: '广告收入' }
    await app.call(clerk.cookie, `POST /api/funds/${id}/entries`, { body, headers })
    await app.call(clerk.cookie, `POST /api/funds/${id}/entries`, { body, headers })
    assert.equal((await get(clerk.cookie, `/${id}`)).body.balance, 900)
  })
  test('many at once lose nothing', async () => {
    const id = await open({ kind: 'commonIncome' })
    await Promise.all(Array.from({ length: 12 }, (_, i) => income(id, i + 1)))
    assert.equal((await get(clerk.cookie, `/${id}`)).body.balance, 78)
    await assertBooksHold()
  })
  test('a maintenance fund keeps the estate’s, the building’s and each household’s account', async () => {
    const id = await open({ kind: 'maintenanceFund', name: '维修资金' })
    await income(id, 1000)
    await income(id, 2000, { placeId: building1 })
    await income(id, 3000, { placeId: home1 })
    refused(
      await post(clerk.cookie, `/${id}/entries`, {
        amount: 1,
        day: TODAY,
        purpose: '交存',
        placeId: app.district.homeA2,
      }),
      400,
      'fund.wrong-account',
    )
    const mine = (await get(owner.cookie, `/${id}`)).body
    assert.equal(mine.balance, 6000)
    assert.deepEqual(
      mine.accounts.map((one: { role: string; balance: number }) => [one.role, one.balance]).toSorted(),
      [
        ['bank', 6000],
        ['building', 2000],
        ['estate', 1000],
      ],
    )
    assert.equal(mine.mine[0].balance, 3000)
    refused(await get(owner.cookie, `/${id}/accounts`), 403, 'access.not-allowed')
    const listed = async (query: string) =>
      (await get(clerk.cookie, `/${id}/accounts${query}`)).body.rows.map(
        (one: { role: string; balance: number }) => [one.role, one.balance] as const,
      )
    const all = [
      ['estate', 1000],
      ['building', 2000],
      ['home', 3000],
    ]
    assert.deepEqual(await listed(''), all, 'by place, from the estate down to the home')
    const first = (await get(clerk.cookie, `/${id}/accounts?limit=2`)).body
    assert.equal(first.rows.length, 2)
    assert.deepEqual(await listed(`?limit=2&after=${encodeURIComponent(first.next)}`), all.slice(2))
    const [{ name }] = mine.mine
    assert.deepEqual(await listed(`?search=${encodeURIComponent(name)}`), all.slice(2), 'by its door')
    assert.deepEqual(await listed(`?search=${encodeURIComponent('没有这栋')}`), [])
    const building = mine.accounts.find((one: { role: string }) => one.role === 'building')
    const lines = (await get(clerk.cookie, `/${id}/accounts/${building.id}?period=${TODAY.slice(0, 4)}`)).body
    assert.deepEqual(
      lines.lines.map((line: { kind: string; amount: number }) => [line.kind, line.amount]),
      [['deposit', 2000]],
    )
    refused(await get(stranger.cookie, `/${id}/accounts`), 404, 'fund.not-found')
  })
})

describe('interest of a maintenance fund', () => {
  test('is shared over its accounts to the fen, by what lay in each that day, and stands on each statement', async () => {
    const id = await open({ kind: 'maintenanceFund', name: '利息户' })
    const share = (more: object) =>
      post(clerk.cookie, `/${id}/interest`, { amount: 100, day: TODAY, purpose: '活期利息', ...more })
    refused(await share({}), 409, 'fund.no-interest')
    for (const placeId of [null, building1, home1]) await income(id, 1000, { placeId })
    refused(await share({ day: '2020-01-01' }), 409, 'fund.no-interest')
    const shared = await share({})
    assert.equal(shared.status, 200, JSON.stringify(shared.body))
    assert.equal(shared.body.balance, 3100)
    const mine = (await get(owner.cookie, `/${id}`)).body
    const all = [...mine.accounts.filter((one: { role: string }) => one.role !== 'bank'), ...mine.mine]
    assert.deepEqual(all.map((one: { balance: number }) => one.balance).toSorted(), [1033, 1033, 1034])
    const period = TODAY.slice(0, 7)
    const { body } = await get(owner.cookie, `/${id}/accounts/${mine.mine[0].id}?period=${period}`)
    assert.deepEqual(
      [
        body.opening,
        body.closing,
        body.lines.map((line: { kind: string; balance: number }) => [line.kind, line.balance]),
      ],
      [
        0,
        mine.mine[0].balance,
        [
          ['deposit', 1000],
          ['interest', mine.mine[0].balance],
        ],
      ],
    )
    const other = await app.makeResident('邻居', app.district.homeA2)
    assert.equal((await get(other.cookie, `/${id}/accounts/${mine.mine[0].id}?period=${period}`)).status, 404)
    await assertBooksHold()
    const common = await open({ kind: 'commonIncome' })
    await income(common, 100)
    refused(
      await post(clerk.cookie, `/${common}/interest`, { amount: 1, day: TODAY, purpose: '利息' }),
      409,
      'fund.no-interest',
    )
  })
})
describe('spending', () => {
  test('the sewer from common income: applied, approved by another, paid, receipt, published', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 1_000_000)
    const applied = await apply(id)
    refused(await step(clerk.cookie, applied, 'approve', {}), 403, 'access.not-allowed')
    refused(await step(clerk.cookie, applied, 'pay', { day: TODAY }), 409, 'lifecycle.wrong-state')
    assert.equal((await step(secretary.cookie, applied, 'approve', {})).body.state, 'approved')
    assert.equal((await get(owner.cookie, `/${id}`)).body.reserved, 300_000)
    assert.equal((await step(clerk.cookie, applied, 'pay', { day: TODAY })).body.state, 'paid')
    refused(await step(clerk.cookie, applied, 'pay', { day: TODAY }), 409, 'lifecycle.wrong-state')
    const photo = await photoOf(clerk)
    assert.equal((await step(clerk.cookie, applied, 'receipt', { photos: [photo] })).body.state, 'receipted')
    assert.deepEqual((await get(owner.cookie, `/${id}/entries`)).body.rows[0].photos, [])
    assert.equal((await app.call(owner.cookie, `GET /api/files/${photo}`)).status, 404)
    assert.equal((await step(clerk.cookie, applied, 'publish')).body.state, 'published')
    const [entry] = (await get(owner.cookie, `/${id}/entries`)).body.rows
    assert.deepEqual(
      [entry.amount, entry.purpose, entry.payee, entry.photos],
      [-300_000, '更换下水主管道', '市政工程公司', [photo]],
    )
    assert.equal((await get(owner.cookie, `/${id}`)).body.balance, 700_000)
    await assertBooksHold()
  })
  test('nobody approves their own application', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 1_000_000)
    const applied = await apply(id, {}, secretary.cookie)
    refused(await step(secretary.cookie, applied, 'approve', {}), 403, 'fund.four-eyes')
    refused(await step(secretary.cookie, applied, 'refuse', { words: '不行' }), 403, 'fund.four-eyes')
    assert.equal((await step(officer.cookie, applied, 'approve', {})).status, 200)
  })
  test('more than is there is not approved, also when others were approved before it', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 500_000)
    const [first, second] = [await apply(id), await apply(id)]
    assert.equal((await step(secretary.cookie, first, 'approve', {})).status, 200)
    refused(await step(secretary.cookie, second, 'approve', {}), 409, 'fund.not-enough')
  })
  test('above the limits a deliberation is named and the street approves', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 90_000_000)
    refused(
      await post(clerk.cookie, `/${id}/applications`, { ...application, amount: 500_001 }),
      409,
      'deliberation.must',
    )
    refused(
      await post(clerk.cookie, `/${id}/applications`, { ...application, resolutionId: crypto.randomUUID() }),
      409,
      'deliberation.must',
    )
    await app.call(officer.cookie, `PUT /api/funds/${id}/limits`, {
      body: { approveUpTo: 5_000_000, deliberateAbove: null, decideAbove: null },
    })
    const applied = await apply(id, { amount: 6_000_000 })
    refused(await step(secretary.cookie, applied, 'approve', {}), 403, 'fund.above-limit')
    assert.equal((await step(officer.cookie, applied, 'approve', {})).status, 200)
    const limits = { approveUpTo: 100, deliberateAbove: null, decideAbove: null }
    refused(
      await app.call(secretary.cookie, `PUT /api/funds/${id}/limits`, { body: limits }),
      403,
      'access.not-allowed',
    )
    assert.equal(
      (await app.call(officer.cookie, `PUT /api/funds/${id}/limits`, { body: limits })).body.approveUpTo,
      100,
    )
  })
  test('a payment that was wrong is reversed, and its application says so', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 400_000)
    const applied = await apply(id)
    await step(secretary.cookie, applied, 'approve', {})
    await step(clerk.cookie, applied, 'pay', { day: TODAY })
    const [entry] = (await get(clerk.cookie, `/${id}/entries`)).body.rows
    refused(
      await post(secretary.cookie, `/${id}/entries/${entry.id}/reversal`, { reason: '错' + '了' }),
      409,
      'fund.not-by-itself',
    )
    assert.equal((await step(secretary.cookie, applied, 'reverse', { words: '对方退回' })).body.state, 'reversed')
    assert.equal((await get(clerk.cookie, `/${id}`)).body.balance, 400_000)
  })
  test('a yearly budget is opened once a year and never overspent', async () => {
    const budget = {
      placeId: communityA1,
      kind: 'partyServiceFund',
      name: '服务群众经费',
      year: 2026,
      budget: 30_000_000,
    }
    const id = await open(budget)
    refused(await post(secretary.cookie, '', { ...budget, purpose: '再来' + '一个' }), 409, 'fund.there')
    refused(await post(secretary.cookie, '', { ...budget, purpose: '缺年份', year: null }), 400, 'fund.needs-figures')
    refused(
      await post(secretary.cookie, '', { ...budget, purpose: '地点不对', placeId: estate1 }),
      400,
      'fund.wrong-place',
    )
    refused(await post(stranger.cookie, '', { ...budget, purpose: '别的社区' }), 403, 'access.out-of-scope')
    await income(id, 40_000_000)
    const applied = await apply(id, { amount: 30_000_001 })
    refused(await step(officer.cookie, applied, 'approve', {}), 409, 'fund.not-enough')
  })
  test('a fund with money is not closed, a closed one takes nothing', async () => {
    const id = await open({ kind: 'commonIncome' })
    await income(id, 5)
    refused(await post(secretary.cookie, `/${id}/closing`, { reason: '停用' }), 409, 'fund.not-empty')
    const empty = await open({ kind: 'commonIncome' })
    assert.equal((await post(secretary.cookie, `/${empty}/closing`, { reason: '停用' })).body.state, 'closed')
    refused(
      await post(clerk.cookie, `/${empty}/entries`, { amount: 1, day: TODAY, purpose: '收入' }),
      409,
      'fund.closed',
    )
  })
})

/** A photo of somebody’s, uploaded. */
