// Sharing a cost (mission B8): the worked examples through the API, the roof leak from the plan to the settled account.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { LATER, ok, refused, TODAY } from './support/fund-stage.ts'
import { flat, floors, planStage, roofHomes, sum, type Line } from './support/plan-stage.ts'

const { app, secretary, clerk, stranger, outsider, officer, post, get, fundId, aBuilding, plan, draft } =
  await planStage()
const { communityA1 } = app.district
const sharesBy = (lines: readonly Line[], floor: number) =>
  lines.filter((line) => line.floor === floor).map((line) => line.share / 100)

describe('the worked examples', () => {
  test('C1: 10,000.00 by area', async () => {
    const { building } = await aBuilding(flat([8945, 12_133, 10_000]))
    const { lines } = await draft(building, { method: 'area', total: 1_000_000 })
    assert.deepEqual(
      lines.map((line) => line.share / 100),
      [2878.24, 3904.05, 3217.71],
    )
  })
  test('C2: 100.00 over three equal', async () => {
    const { building } = await aBuilding(flat([100, 200, 300]))
    const { lines } = await draft(building, { method: 'household', total: 10_000 })
    assert.deepEqual(
      lines.map((line) => line.share / 100),
      [33.34, 33.33, 33.33],
    )
  })
  test('C4a: the roof leak by area, and every household can recompute its line', async () => {
    const { building } = await aBuilding(roofHomes)
    const { lines, weights } = await draft(building, { method: 'area', total: 2_860_000 })
    assert.equal(sum(lines), 2_860_000)
    assert.deepEqual(
      lines.filter((line) => line.area === 8945).map((line) => line.share),
      Array.from({ length: 6 }, () => 202_286),
    )
    const large = lines.filter((line) => line.area === 12_133).map((line) => line.share)
    assert.deepEqual(large.toSorted(), [274_380, 274_380, 274_381, 274_381, 274_381, 274_381])
    for (const line of lines) assert.ok(Math.abs(line.share - (2_860_000 * line.weight) / weights) < 1)
  })
  test('C4b: the same with agreed floor factors', async () => {
    const { building } = await aBuilding(roofHomes)
    const floorFactors = [800, 800, 1000, 1000, 1200, 1500].map((factor, i) => ({ floor: i + 1, factor }))
    const { lines } = await draft(building, { method: 'factors', total: 2_860_000, floorFactors })
    assert.deepEqual(sharesBy(lines, 1), [1541.23, 2090.52])
    assert.deepEqual(sharesBy(lines, 4), [1926.53, 2613.15])
    assert.deepEqual(sharesBy(lines, 5), [2311.84, 3135.78])
    assert.deepEqual(sharesBy(lines, 6), [2889.8, 3919.72])
  })
  test('C5: a lift less its subsidy; the lower floors pay nothing', async () => {
    const homes = floors.flatMap((floor) => ['1', '2'].map((n) => ({ name: `${floor}0${n}`, floor, area: 10_000 })))
    const { building } = await aBuilding(homes)
    const floorFactors = [0, 0, 700, 800, 900, 1000].map((factor, i) => ({ floor: i + 1, factor }))
    const { lines } = await draft(building, {
      method: 'factors',
      total: 52_000_000,
      subsidy: 20_000_000,
      floorFactors,
    })
    assert.deepEqual(
      floors.map((floor) => sharesBy(lines, floor)[0]),
      [0, 0, 32_941.18, 37_647.06, 42_352.94, 47_058.82],
    )
    assert.equal(sum(lines), 32_000_000)
  })
})
describe('bad plans are refused', () => {
  const shares = (homes: readonly string[], amounts: readonly number[]) =>
    homes.map((homeId, i) => ({ homeId, amount: amounts[i]! }))
  test('shares that do not sum, strange homes, twice the same, missing areas, nobody paying', async () => {
    const { building, homes } = await aBuilding(flat([100, 200]))
    const agreed = { method: 'agreed', total: 1000 }
    const bad = (more: object) => post(clerk.cookie, '/plans', plan(building, more))
    refused(await bad({ ...agreed, agreedShares: shares(homes, [500, 499]) }), 400, 'plan.shares-differ')
    refused(
      await bad({ ...agreed, agreedShares: shares([...homes, app.district.homeA2], [500, 400, 100]) }),
      400,
      'plan.shares-differ',
    )
    refused(
      await bad({ ...agreed, agreedShares: shares([homes[0]!, homes[0]!], [500, 500]) }),
      400,
      'plan.shares-differ',
    )
    assert.deepEqual(
      ok(await bad({ ...agreed, agreedShares: shares(homes, [700, 300]) })).lines.map((line: Line) => line.share),
      [700, 300],
    )
    refused(await bad({ method: 'factors', total: 5, floorFactors: [{ floor: 1, factor: 0 }] }), 400, 'plan.no-weight')
    refused(await bad({ method: 'area', total: 5, homeIds: [app.district.homeA2] }), 400, 'plan.no-homes')
    const without = await aBuilding([{ name: '101', floor: 1, area: null }])
    refused(
      await post(clerk.cookie, '/plans', plan(without.building, { method: 'area', total: 5 })),
      400,
      'plan.no-area',
    )
    for (const total of [0, -5, 0.5, 1e13]) assert.equal((await bad({ method: 'area', total })).status, 400)
    assert.equal((await bad({ method: 'area', total: 5, subsidy: 6 })).status, 400)
  })
  test('another community neither sees nor makes them', async () => {
    const { building } = await aBuilding(flat([100]))
    const { id } = await draft(building, { method: 'area', total: 5 })
    refused(await get(stranger.cookie, `/plans/${id}`), 404, 'plan.not-found')
    refused(
      await post(stranger.cookie, `/plans`, plan(building, { method: 'area', total: 5 })),
      403,
      'access.out-of-scope',
    )
    refused(await post(clerk.cookie, '/plans', plan(communityA1, { method: 'area', total: 5 })), 400, 'plan.wrong-fund')
  })
})

describe('the roof leak of the sources', () => {
  test('from the plan by way of objections, payments and final accounts to the settled account', async () => {
    const { building, homes } = await aBuilding(roofHomes)
    const owners: { readonly cookie: string }[] = []
    for (const [i, home] of homes.entries()) owners.push(await app.makeResident(`业主${i}`, home))
    // Two households have money in the maintenance fund.
    for (const home of homes.slice(0, 2))
      ok(
        await post(clerk.cookie, `/${fundId}/entries`, { amount: 210_000, day: TODAY, purpose: '交存', placeId: home }),
      )
    const { id, lines } = await draft(building, { method: 'area', total: 2_860_000, usesAccounts: true })
    const lineOf = (i: number) => lines.find((line) => line.home.id === homes[i])!
    const path = `/plans/${id}`
    refused(await get(owners[0]!.cookie, path), 404, 'plan.not-found')
    assert.deepEqual([lineOf(0).fromAccount, lineOf(1).fromAccount], [202_286, 210_000])

    const asked = ok(await post(clerk.cookie, `${path}/ask`, { answerBy: LATER }))
    const [frozen] = await app.sql<{ frozen_text: string }>('select frozen_text from fund_plans where id = $1', [id])
    assert.equal(asked.hash, createHash('sha256').update(frozen!.frozen_text, 'utf8').digest('hex'))
    await assert.rejects(app.sql('update fund_plan_lines set share = 1 where plan_id = $1', [id]), /frozen/)
    refused(
      await app.call(clerk.cookie, `PUT /api/funds${path}`, { body: plan(building, { method: 'area', total: 1 }) }),
      409,
      'plan.frozen',
    )

    const seen = ok(await get(owners[3]!.cookie, path))
    const mine = seen.lines.filter((line: Line) => line.isMine) as Line[]
    assert.deepEqual(
      mine.map((line) => line.share),
      [lineOf(3).share],
    )
    assert.ok(ok(await get(owners[3]!.cookie, '/plans/mine'))[0].waitsForMe)
    refused(await get(outsider.cookie, path), 404, 'plan.not-found')
    const say = (i: number, answer: string, who = owners[i]!.cookie) =>
      post(who, `${path}/answers/${lineOf(i).id}`, { answer, words: answer === 'object' ? '不是我家漏' : null })
    refused(await say(2, 'agree', owners[3]!.cookie), 403, 'plan.not-yours')
    for (let i = 0; i < 11; i++) ok(await say(i, i === 2 ? 'object' : 'agree'))
    refused(await post(clerk.cookie, `${path}/collect`, { dueOn: LATER }), 409, 'plan.not-agreed')
    ok(await say(2, 'agree'))
    // The last one is at home only when the clerk knocks.
    ok(await say(11, 'agree', clerk.cookie))
    const before = ok(await get(clerk.cookie, path))
    assert.equal(before.agreed, 12)
    const neighbours = ok(await get(owners[3]!.cookie, path)).lines as (Line & { answer: string | null })[]
    assert.equal(neighbours.filter((line) => line.answer !== null).length, 1)

    const collecting = ok(await post(clerk.cookie, `${path}/collect`, { dueOn: LATER }))
    assert.equal(collecting.basis, 'allAgreed')
    assert.equal(collecting.held, 202_286 + 210_000)
    assert.equal(collecting.owing, 11)
    refused(await say(4, 'object'), 409, 'plan.answers-over')
    const payLine = (i: number, amount: number) =>
      post(clerk.cookie, `${path}/payments/${lineOf(i).id}`, { amount, day: TODAY })
    refused(await payLine(0, 1), 409, 'plan.paid-already')
    refused(await payLine(2, lineOf(2).share + 1), 409, 'plan.over')
    ok(await payLine(1, lineOf(1).share - 210_000))
    for (let i = 2; i < 11; i++) ok(await payLine(i, lineOf(i).share))
    const reminded = ok(await post(clerk.cookie, `${path}/reminders`))
    assert.equal(reminded.reminded, 1)
    refused(await post(clerk.cookie, `${path}/reminders`), 409, 'plan.reminded-today')
    ok(await payLine(11, lineOf(11).share))
    refused(await payLine(11, 1), 409, 'plan.paid-already')

    // The contractor is paid 27,000.00 of the 28,600.00.
    const body = { title: '屋顶防水工程款', reason: '完工', payee: '防水公司', amount: 2_700_000, planId: id }
    const applied = ok(await post(clerk.cookie, `/${fundId}/applications`, body)).id
    refused(await post(clerk.cookie, `${path}/settle`), 403, 'access.not-allowed')
    ok(await post(secretary.cookie, `/applications/${applied}/approve`, {}))
    ok(await post(clerk.cookie, `/applications/${applied}/pay`, { day: TODAY }))
    refused(
      await post(clerk.cookie, `${path}/final`, { finalTotal: 2_699_999, words: '决算' }),
      409,
      'plan.final-below-spent',
    )
    const final = ok(await post(clerk.cookie, `${path}/final`, { finalTotal: 2_700_000, words: '比预算少1600元' }))
    const after = final.lines as (Line & { finalShare: number; paid: number })[]
    assert.equal(
      after.reduce((all, line) => all + line.finalShare, 0),
      2_700_000,
    )
    assert.equal(
      after.find((line) => line.home.id === homes[0])!.covered,
      after.find((line) => line.home.id === homes[0])!.finalShare,
    )
    refused(await post(secretary.cookie, `${path}/settle`), 409, 'plan.not-even')
    for (const line of after)
      if (line.due < 0) ok(await post(clerk.cookie, `${path}/refunds/${line.id}`, { amount: -line.due, day: TODAY }))
    const settled = ok(await post(secretary.cookie, `${path}/settle`))
    assert.deepEqual([settled.state, settled.held, settled.owing], ['settled', 0, 0])
    const books = ok(await get(officer.cookie, '/check'))
    assert.deepEqual([books.holds, books.sum], [true, 0])
    const sheet = await get(clerk.cookie, `${path}/lines.xlsx`)
    assert.equal(sheet.raw.subarray(0, 2).toString(), 'PK')
  })
  test('C10: three equal households get 100.00 back as 33.34, 33.33, 33.33; a dearer end is owed', async () => {
    for (const [total, subsidy, finalTotal, dues] of [
      // The subsidy pays all of it in the end.
      [20_000, 10_000, 10_000, [-3334, -3333, -3333]],
      // Otherwise the difference of two full splits.
      [30_000, 0, 20_000, [-3333, -3333, -3334]],
      [30_000, 0, 40_000, [3334, 3333, 3333]],
    ] as const) {
      const { building } = await aBuilding(flat([100, 100, 100]))
      const { id, lines } = await draft(building, { method: 'household', total, subsidy })
      ok(await post(clerk.cookie, `/plans/${id}/ask`, { answerBy: LATER }))
      ok(await post(clerk.cookie, `/plans/${id}/collect`, { dueOn: LATER, basisWords: '业主共同决定' }))
      if (subsidy > 0) ok(await post(clerk.cookie, `/plans/${id}/subsidy`, { amount: subsidy, day: TODAY }))
      for (const line of lines)
        ok(await post(clerk.cookie, `/plans/${id}/payments/${line.id}`, { amount: line.share, day: TODAY }))
      const final = ok(await post(clerk.cookie, `/plans/${id}/final`, { finalTotal, words: '决算' }))
      assert.deepEqual(
        (final.lines as Line[]).map((line) => line.due),
        dues,
      )
    }
  })
  test('a plan that was not agreed is dropped, and nothing more is done with it', async () => {
    const { building } = await aBuilding(flat([100, 100]))
    const { id, lines } = await draft(building, { method: 'household', total: 100 })
    ok(await post(clerk.cookie, `/plans/${id}/ask`, { answerBy: LATER }))
    assert.equal(ok(await post(clerk.cookie, `/plans/${id}/drop`, { words: '大家不同意' })).state, 'dropped')
    refused(await post(clerk.cookie, `/plans/${id}/collect`, { dueOn: LATER }), 409, 'lifecycle.wrong-state')
    refused(
      await post(clerk.cookie, `/plans/${id}/payments/${lines[0]!.id}`, { amount: 1, day: TODAY }),
      409,
      'plan.not-collecting',
    )
  })
})
