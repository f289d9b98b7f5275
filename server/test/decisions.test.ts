// Owners' decisions through HTTP: the life walked, worked examples of the law, every unlawful step refused, the evidence.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { refusedWith } from './support/refused-with.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const bench = decisionBench(app)
const { ok, step } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const far = await app.makeStaff('外社区书记', 'communitySecretary', organisations.communityA2, district.communityA2)
const owner = (name: string, homeId: string): Promise<Voter> => app.makeResident(name, homeId)
/** Three owners of three homes of 100 m². */
const threeOwners = async () => {
  const at = await bench.makeEstate()
  const homes = [await at.home('101', 10_000), await at.home('102', 10_000), await at.home('103', 10_000)]
  const owners = [await owner('甲', homes[0]!), await owner('乙', homes[1]!), await owner('丙', homes[2]!)]
  return { ...at, homes, owners }
}
const marksOf = (view: { items: { id: string }[] }, mark = 'for') => view.items.map(({ id }) => ({ itemId: id, mark }))

describe('a decision from the roll to the certificate', () => {
  test('is walked step by step, and every step out of order is refused', async () => {
    const { estate, owners } = await threeOwners()
    const draft = await bench.prepare(secretary, estate)
    const { id } = draft
    assert.equal(draft.roll.parts, 3)
    assert.equal(draft.items[0].matter.article, '民法典第278条第1款第4项')
    await refusedWith('decision.not-found', call(owners[0]!.cookie, `GET /api/decisions/${id}`))
    await refusedWith('lifecycle.wrong-state', step(secretary, id, 'freezeRoll'))
    await ok(step(secretary, id, 'publishRoll', { postedOn: bench.day(0), days: 7 }))
    await refusedWith('decision.objection-window', step(secretary, id, 'freezeRoll'))
    const objected = await ok(step(owners[0]!, id, 'objections', { about: 'roll', words: '我家面积不对' }))
    await sql('update decisions set objections_until = current_date - 3 where id = $1', [id])
    await refusedWith('decision.objections-open', step(secretary, id, 'freezeRoll'))
    await ok(step(secretary, id, `objections/${objected.objections[0].id}`, { words: '已按不动产证核对' }))
    const frozen = await ok(step(secretary, id, 'freezeRoll'))
    assert.match(frozen.roll.hash, /^[0-9a-f]{64}$/)
    await refusedWith('decision.roll-fixed', step(secretary, id, 'roll/rebuild'))
    const fresh = {
      ...(await bench.announcement(secretary)),
      postedOn: bench.day(0),
      closesAt: new Date(Date.now() + 40 * 86_400_000).toISOString(),
    }
    await refusedWith('decision.notice-days', step(secretary, id, 'postNotice', { ...fresh, days: 10 }))
    await refusedWith(
      'decision.closing',
      step(secretary, id, 'postNotice', { ...fresh, closesAt: new Date(Date.now() + 86_400_000).toISOString() }),
    )
    await refusedWith('lifecycle.needs', step(secretary, id, 'postNotice', { ...fresh, photos: [] }))
    await ok(step(secretary, id, 'postNotice', fresh))
    await refusedWith('decision.notice-running', step(secretary, id, 'open'))
    await sql('update decisions set opens_from = current_date - 1 where id = $1', [id])
    await ok(step(secretary, id, 'open'))
    await refusedWith('decision.not-closed', step(secretary, id, 'count'))
    const view = await ok(call(owners[0]!.cookie, `GET /api/decisions/${id}`))
    assert.deepEqual(view.may, ['vote', 'giveMandate'])
    for (const [i, who] of owners.entries()) await ok(bench.vote(who, id, marksOf(view, i === 2 ? 'against' : 'for')))
    const before = await ok(call(secretary.cookie, `GET /api/decisions/${id}`))
    assert.equal(before.result, null)
    assert.ok(!JSON.stringify(before).includes('"mark"'), 'nobody but the voter sees a choice')
    await refusedWith('decision.not-closed', call(owners[0]!.cookie, `GET /api/decisions/${id}/bundle.zip`))
    await bench.toClosed(id)
    await refusedWith('decision.not-open', step(owners[0]!, id, 'ballot', { code: '123456', marks: marksOf(view) }))
    const unheard = await step(clerk, id, 'count', { objectionDays: 0 })
    assert.deepEqual([unheard.status, unheard.body.fields[0].path], [400, 'objectionDays'], 'owners are heard')
    const counted = await ok(step(clerk, id, 'count', { objectionDays: 7 }))
    assert.equal(counted.result.items[0].isPassed, true)
    assert.equal(counted.result.items[0].owners.for, 2)
    await refusedWith('decision.objection-window', step(secretary, id, 'certify'))
    const certified = await bench.certify(secretary, id)
    assert.equal(certified.state, 'certified')
    const pdf = await call(owners[1]!.cookie, `GET /api/decisions/${id}/certificate.pdf`)
    assert.equal(pdf.raw.subarray(0, 5).toString(), '%PDF-')
    assert.equal((await ok(step(secretary, id, 'annul', { reason: '法院撤销' }))).state, 'annulled')
  })

  test('is refused to staff of another community, and shows them nothing', async () => {
    const { estate } = await threeOwners()
    const { id } = await bench.prepare(secretary, estate)
    await refusedWith('decision.not-found', call(far.cookie, `GET /api/decisions/${id}`))
    await refusedWith('access.out-of-scope', step(far, id, 'publishRoll', { postedOn: bench.day(0), days: 7 }))
    await refusedWith('access.out-of-scope', call(far.cookie, `GET /api/decisions/${id}/turnout`))
    await refusedWith(
      'access.out-of-scope',
      call(far.cookie, 'POST /api/decisions', {
        body: {
          placeId: estate,
          partKinds: ['home'],
          title: '不该有的',
          words: '不该有的',
          items: [{ matter: 'other', title: '不该有的' }],
        },
      }),
    )
  })
})

describe('ballots', () => {
  test('the last valid one counts whatever its channel; all are kept; the sums equal the recount', async () => {
    const { estate, owners } = await threeOwners()
    const { id } = await bench.prepare(secretary, estate)
    const view = await bench.toOpen(secretary, id)
    await ok(step(secretary, id, 'papers'))
    const papers = (await ok(call(clerk.cookie, `GET /api/decisions/${id}/papers`))).rows as { code: string }[]
    const first = await ok(bench.vote(owners[0]!, id, marksOf(view, 'against')))
    const second = await ok(bench.vote(owners[0]!, id, marksOf(view, 'for')))
    const check = (receipt: string) => step(owners[0]!, id, 'receipt', { receipt })
    assert.equal((await ok(check(first.receipts[0].receipt))).isLast, false)
    assert.equal((await ok(check(second.receipts[0].receipt))).isLast, true)
    const forged = second.receipts[0].receipt.replace(/.$/, (end: string) => (end === '0' ? '1' : '0'))
    await refusedWith('decision.receipt', check(forged))
    // The same owner on paper, received before the phone: the phone counts. Another owner on paper only.
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [id])
    const entry = (code: string, mark: string, minutes: number, more: object = {}) => ({
      code,
      marks: marksOf(view, mark),
      signed: true,
      receivedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
      ...more,
    })
    const one = entry(papers[0]!.code, 'against', 90)
    assert.deepEqual(await ok(step(secretary, id, 'papers/entry', one)), { state: 'once' })
    await refusedWith('decision.same-person', step(secretary, id, 'papers/entry', one))
    assert.deepEqual(await ok(step(clerk, id, 'papers/entry', one)), { state: 'entered' })
    const two = entry(papers[1]!.code, 'for', 60)
    await ok(step(secretary, id, 'papers/entry', two))
    assert.deepEqual(await ok(step(clerk, id, 'papers/entry', { ...two, marks: marksOf(view, 'double') })), {
      state: 'conflict',
    })
    await ok(step(secretary, id, 'papers/entry', two))
    assert.deepEqual(await ok(step(clerk, id, 'papers/entry', two)), { state: 'entered' })
    await ok(step(clerk, id, 'papers/spoil', { code: papers[2]!.code, reason: '弄湿了' }))
    await refusedWith('decision.paper-code', step(clerk, id, 'papers/spoil', { code: 'ZZZZ2222', reason: '不存在' }))
    const turnout = await ok(call(secretary.cookie, `GET /api/decisions/${id}/turnout`))
    assert.deepEqual(turnout.papers, { issued: 3, returned: 2, unreturned: 0, spoiled: 1, toSettle: 0 })
    assert.deepEqual([turnout.owners.participating, turnout.area.participating], [2, 20_000])
    const missing = await ok(call(secretary.cookie, `GET /api/decisions/${id}/missing`))
    assert.deepEqual(
      missing.rows.map((row: { names: string }) => row.names),
      ['丙'],
    )
    await bench.toClosed(id)
    const { result } = await ok(step(clerk, id, 'count'))
    assert.equal(result.items[0].owners.for, 2)
    assert.equal(result.items[0].owners.participating, turnout.owners.participating)
    assert.equal(result.items[0].area.participating, turnout.area.participating)
    await assert.rejects(sql("update decision_ballots set channel = 'paper' where decision_id = $1", [id]))
    await assert.rejects(sql('delete from decision_ballots where decision_id = $1', [id]))
  })

  test('somebody who is not on the roll cannot vote; nor without every item', async () => {
    const { estate, unit, owners } = await threeOwners()
    const { id } = await bench.prepare(secretary, estate)
    const view = await bench.toOpen(secretary, id)
    const newHome = await app.addPlace('home', '201', unit)
    const late = await owner('后来的', newHome)
    await refusedWith('decision.not-on-roll', call(late.cookie, `POST /api/decisions/${id}/voting-code`))
    await refusedWith('decision.items', bench.vote(owners[0]!, id, [{ itemId: id, mark: 'for' }]))
    await refusedWith('identity.wrong-code', step(owners[0]!, id, 'ballot', { code: '000000', marks: marksOf(view) }))
  })

  test('a proxy votes within the cap, until the mandate is taken back', async () => {
    const { estate, owners } = await threeOwners()
    const { id } = await bench.prepare(secretary, estate, { proxyCap: 1 })
    const view = await bench.toOpen(secretary, id)
    const [a, b, c] = owners as [Voter, Voter, Voter]
    const given = await ok(step(a, id, 'mandates', { phone: b.phone }))
    await refusedWith('decision.proxy-cap', step(c, id, 'mandates', { phone: b.phone }))
    await refusedWith('decision.proxy-person', step(c, id, 'mandates', { phone: c.phone }))
    const mine = (await ok(call(b.cookie, `GET /api/decisions/${id}`))).mine as {
      mandateId: string | null
      forName: string
    }[]
    const { mandateId, forName } = mine.find((one) => one.mandateId !== null)!
    assert.equal(forName, '甲')
    await ok(bench.vote(b, id, marksOf(view), { mandateId }))
    await ok(step(a, id, `mandates/${given.mandates[0].id}`))
    await refusedWith('decision.mandate', bench.vote(b, id, marksOf(view), { mandateId }))
    await ok(bench.vote(a, id, marksOf(view, 'against')))
    await bench.toClosed(id)
    const { result } = await ok(step(clerk, id, 'count'))
    assert.deepEqual(result.items[0].owners, { total: 3, participating: 1, for: 0, against: 1, abstain: 0 })
  })

  test('a helper is recorded', async () => {
    const { estate } = await threeOwners()
    const { id } = await bench.prepare(secretary, estate)
    const view = await bench.toOpen(secretary, id)
    const [row] = (await ok(call(secretary.cookie, `GET /api/decisions/${id}/missing`))).rows as { key: string }[]
    await ok(step(clerk, id, 'assisted', { key: row!.key, marks: marksOf(view), reason: '老人看不清手机' }))
    const [ballot] = await sql('select channel, by_person from decision_ballots where decision_id = $1', [id])
    assert.deepEqual(ballot, { channel: 'assisted', by_person: clerk.id })
  })
})
