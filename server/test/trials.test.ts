// Trial services 先尝后买 (mission B9): served, judged, voted in with the fee, or left; who may and who may not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { trialStates, trialSteps, type TrialState, type TrialStep } from '../../contract/src/trials-life.ts'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { deliberationRows } from './support/deliberation-rows.ts'
import { refusedWith } from './support/refused-with.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const bench = decisionBench(app)
const { ok, day } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const far = await app.makeStaff('外社区书记', 'communitySecretary', organisations.communityA2, district.communityA2)
const manager = await app.makeStaff('试用经理', 'propertyManager', organisations.property2, district.estateA2)
const rival = await app.makeStaff('别家经理', 'propertyManager', organisations.property1, district.estate1)
const rows = deliberationRows(app)
const step = (who: Voter, id: string, name: string, body: object = {}) =>
  call(who.cookie, `POST /api/trials/${id}/${name}`, { body })
const view = (who: Voter, id: string) => ok(call(who.cookie, `GET /api/trials/${id}`))
const plan = (who: Voter, placeId: string, more: object = {}) =>
  call(who.cookie, 'POST /api/trials', {
    body: {
      placeId,
      companyId: organisations.property2,
      conditions: '有资质、服务好、先体验',
      fee: 90,
      startsOn: day(0),
      endsOn: day(90),
      ...more,
    },
  })
const threeHouseholds = async () => {
  const at = await bench.makeEstate()
  const homes = [await at.home('101', 10_000), await at.home('102', 10_000), await at.home('103', 10_000)]
  const owners: Voter[] = []
  for (const [i, home] of homes.entries()) owners.push(await app.makeResident(`业主${i}`, home))
  return { ...at, homes, owners }
}
const deliberated = async (estate: string) =>
  rows.resolution(secretary.id, 'adopted', { matter: 'hiring', estate_id: estate, place_id: estate })
const vote = { partKinds: ['home'], years: 3, fee: 90 }

describe('a trial', () => {
  test('is served, judged, voted in with its fee, and the contract recorded', async () => {
    const { estate, homes, owners } = await threeHouseholds()
    const { id } = await ok(plan(secretary, estate))
    await refusedWith('trial.running', plan(clerk, estate))
    await refusedWith('trial.not-serving', step(owners[0]!, id, 'marks', { homeId: homes[0], mark: 5 }))
    await ok(step(secretary, id, 'start'))
    const photos = [await bench.photo(manager.id)]
    await ok(step(manager, id, 'log', { day: day(0), words: '清理了楼道小广告', photos }))
    await refusedWith('trial.not-found', call(rival.cookie, `GET /api/trials/${id}`))
    await refusedWith('access.out-of-scope', step(rival, id, 'log', { day: day(0), words: '不是我们做的', photos: [] }))
    await refusedWith('trial.dates', step(manager, id, 'log', { day: day(1), words: '还没做的事', photos: [] }))
    await refusedWith('trial.not-yet', step(secretary, id, 'decide', vote))
    await ok(step(owners[0]!, id, 'marks', { homeId: homes[0], mark: 3, words: '门岗有时没人' }))
    await ok(step(owners[0]!, id, 'marks', { homeId: homes[0], mark: 5, words: '门岗好多了' }))
    await ok(step(owners[1]!, id, 'marks', { homeId: homes[1], mark: 4 }))
    await refusedWith('trial.home', step(owners[1]!, id, 'marks', { homeId: homes[0], mark: 1 }))
    await refusedWith('trial.not-found', step(rival, id, 'marks', { homeId: homes[0], mark: 1 }))
    const judged = await view(owners[2]!, id)
    assert.deepEqual([judged.marks, judged.average, judged.remarks], [2, 450, []])
    assert.deepEqual(
      judged.weeks.map((one: { marks: number }) => one.marks),
      [2],
    )
    const inside = await view(manager, id)
    assert.deepEqual(
      inside.remarks.map((one: { words: string }) => one.words),
      ['门岗好多了'],
    )
    assert.ok(!JSON.stringify(inside).includes('业主0') && !JSON.stringify(inside.remarks).includes(homes[0]!))
    await refusedWith('deliberation.must', step(secretary, id, 'decide', vote))
    await deliberated(estate)
    const deciding = await ok(step(secretary, id, 'decide', vote))
    const { decisionId } = deciding
    const decision = await ok(call(secretary.cookie, `GET /api/decisions/${decisionId}`))
    assert.equal(decision.items[0].matter.article, '民法典第278条第1款第4项')
    assert.match(decision.items[0].cost, /0\.90元/)
    const contract = { fee: 90, from: day(0), to: day(1000) }
    await refusedWith('trial.not-certified', step(secretary, id, 'agree', contract))
    await refusedWith('trial.passed', step(secretary, id, 'fail', { leavesOn: day(5), reason: '等不及' }))
    const open = await bench.toOpen(secretary, decisionId)
    for (const who of owners) await ok(bench.vote(who, decisionId, [{ itemId: open.items[0].id, mark: 'for' }]))
    await bench.toClosed(decisionId)
    await ok(bench.step(clerk, decisionId, 'count'))
    await bench.certify(secretary, decisionId)
    assert.equal((await view(owners[0]!, id)).decisionPassed, true)
    await refusedWith('trial.fee', step(secretary, id, 'agree', { ...contract, fee: 91 }))
    await refusedWith('trial.dates', step(secretary, id, 'agree', { ...contract, from: day(-5) }))
    await refusedWith('trial.dates', step(secretary, id, 'agree', { ...contract, to: day(0) }))
    const agreed = await ok(step(secretary, id, 'agree', { ...contract, fee: 85 }))
    assert.deepEqual([agreed.state, agreed.agreed], ['agreed', { ...contract, fee: 85 }])
    await refusedWith('trial.not-serving', step(owners[0]!, id, 'marks', { homeId: homes[0], mark: 1 }))
  })

  test('ends on a day when the owners do not hire, and the company serves there no more', async () => {
    const { estate, homes, owners } = await threeHouseholds()
    const { id } = await ok(plan(secretary, estate))
    await ok(step(secretary, id, 'start'))
    await ok(step(owners[0]!, id, 'marks', { homeId: homes[0], mark: 1 }))
    await deliberated(estate)
    const { decisionId } = await ok(step(secretary, id, 'decide', vote))
    await ok(bench.step(secretary, decisionId, 'withdraw', { reason: '居民普遍不满意' }))
    await refusedWith('trial.dates', step(secretary, id, 'fail', { leavesOn: day(-1), reason: '居民不满意' }))
    await ok(step(secretary, id, 'fail', { leavesOn: day(10), reason: '居民不满意' }))
    const serves = () =>
      sql('select 1 from organisation_places where organisation_id = $1 and place_id = $2', [
        organisations.property2,
        estate,
      ])
    assert.equal((await serves()).length, 1)
    await refusedWith('trial.dates', step(secretary, id, 'leave', { on: day(3) }))
    assert.equal((await ok(step(secretary, id, 'leave', { on: day(0) }))).state, 'left')
    assert.equal((await serves()).length, 0)
  })

  test('is not planned with bad dates, elsewhere, or with a body that is no property company', async () => {
    const { estate } = await threeHouseholds()
    await refusedWith('trial.dates', plan(secretary, estate, { endsOn: day(3) }))
    await refusedWith('trial.dates', plan(secretary, estate, { endsOn: day(500) }))
    await refusedWith('trial.company', plan(secretary, estate, { companyId: organisations.communityA1 }))
    await refusedWith('trial.place', plan(secretary, district.building1))
    await refusedWith('access.out-of-scope', plan(far, estate))
    await refusedWith('access.not-allowed', plan(manager, estate))
    await refusedWith('http.bad-input', plan(secretary, estate, { fee: 0 }))
    const { id } = await ok(plan(secretary, estate, { startsOn: day(5) }))
    await refusedWith('trial.not-yet', step(secretary, id, 'start'))
    await refusedWith('trial.not-found', call(far.cookie, `GET /api/trials/${id}`))
    await ok(step(secretary, id, 'cancel', { reason: '公司不来了' }))
  })

  test('every step from every other state is refused', async () => {
    const { estate, owners } = await threeHouseholds()
    const { id } = await ok(plan(secretary, estate))
    const body: Record<TrialStep, object> = {
      start: {},
      decide: vote,
      agree: { fee: 90, from: day(0), to: day(100) },
      fail: { leavesOn: day(3), reason: '不满意' },
      leave: { on: day(0) },
      cancel: { reason: '不来了' },
    }
    for (const state of Object.keys(trialStates) as TrialState[]) {
      await sql(
        "update trials set state = $2, agreed_fee = 90, contract_from = '2026-01-01', contract_to = '2027-01-01' where id = $1",
        [id, state],
      )
      for (const name of (Object.keys(trialSteps) as TrialStep[]).filter(
        (one) => !trialSteps[one].from.includes(state),
      )) {
        await refusedWith('lifecycle.wrong-state', step(secretary, id, name, body[name]))
        await refusedWith('access.out-of-scope', step(far, id, name, body[name]))
        await refusedWith('access.not-allowed', step(owners[0]!, id, name, body[name]))
      }
    }
  })
})
