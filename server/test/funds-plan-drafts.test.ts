// A draft of a shared cost (mission B8) is changed and previewed until the households are asked; then it is frozen.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { LATER, ok, refused } from './support/fund-stage.ts'
import { flat, planStage, roofHomes, sum, type Line } from './support/plan-stage.ts'

const { app, clerk, stranger, post, get, aBuilding, plan, draft } = await planStage()
const { communityA1 } = app.district

describe('a draft is changed until the households are asked', () => {
  const put = (who: string, id: string, body: object) => app.call(who, `PUT /api/funds/plans/${id}`, { body })
  test('lines, weights, shares and subsidy are reckoned anew, as the preview said; its case stays', async () => {
    const { building, homes } = await aBuilding(roofHomes)
    const { id } = await draft(building, { method: 'area', total: 2_860_000 })
    const changed = plan(building, {
      method: 'factors',
      total: 2_000_000,
      subsidy: 500_000,
      homeIds: homes.slice(0, 4),
      floorFactors: [{ floor: 1, factor: 800 }],
    })
    const before = ok(await get(clerk.cookie, `/plans/${id}`))
    const seen = ok(await post(clerk.cookie, '/plans/preview', changed))
    assert.equal(seen.sum, 1_500_000)
    assert.deepEqual(ok(await get(clerk.cookie, `/plans/${id}`)), before)
    const after = ok(await put(clerk.cookie, id, changed))
    const told = (line: Line) => [line.home.id, line.weight, line.share]
    assert.deepEqual(after.lines.map(told), seen.lines.map(told))
    assert.deepEqual([after.households, after.subsidy, after.weights], [4, 500_000, seen.weights])
    assert.equal(sum(after.lines), 1_500_000)
    assert.deepEqual(
      after.lines.map((line: Line) => line.home.id),
      homes.slice(0, 4),
    )
  })
  test('shares that do not sum, homes of elsewhere and a fund of another estate are refused, and nothing changes', async () => {
    const { building, homes } = await aBuilding(flat([10_000, 10_000]))
    const { id } = await draft(building, { method: 'household', total: 100 })
    const wrong = (more: object) => put(clerk.cookie, id, plan(building, { method: 'household', total: 100, ...more }))
    const agreedShares = homes.map((homeId) => ({ homeId, amount: 60 }))
    refused(await wrong({ method: 'agreed', agreedShares }), 400, 'plan.shares-differ')
    refused(await wrong({ homeIds: [app.district.homeA2] }), 400, 'plan.no-homes')
    refused(await wrong({ subsidy: 101 }), 400, 'http.bad-input')
    refused(await put(clerk.cookie, id, plan(communityA1, { method: 'area', total: 1 })), 400, 'plan.wrong-fund')
    assert.deepEqual(
      ok(await get(clerk.cookie, `/plans/${id}`)).lines.map((line: Line) => line.share),
      [50, 50],
    )
  })
  test('neither strangers nor residents change or preview one; once asked it is frozen for everybody', async () => {
    const { building, homes } = await aBuilding(flat([10_000, 10_000]))
    const owner = await app.makeResident('业主', homes[0])
    const { id } = await draft(building, { method: 'household', total: 100 })
    const body = plan(building, { method: 'household', total: 200 })
    refused(await put(stranger.cookie, id, body), 403, 'access.out-of-scope')
    refused(await post(stranger.cookie, '/plans/preview', body), 403, 'access.out-of-scope')
    refused(await put(owner.cookie, id, body), 403, 'access.not-allowed')
    refused(await post(owner.cookie, '/plans/preview', body), 403, 'access.not-allowed')
    const { may } = ok(await post(clerk.cookie, `/plans/${id}/ask`, { answerBy: LATER }))
    assert.equal(may.includes('change'), false)
    const answer = await put(clerk.cookie, id, body)
    refused(answer, 409, 'plan.frozen')
    assert.match(answer.body.remedy, /取消后另起草/)
    ok(await post(clerk.cookie, `/plans/${id}/drop`, { words: '另起草' }))
    refused(await put(clerk.cookie, id, body), 409, 'plan.frozen')
    assert.equal(ok(await get(clerk.cookie, `/plans/${id}`)).total, 100)
  })
})
