// Example inputs of funds, spending and shared costs.
import type { fundPlansApi } from '../../../contract/src/funds-plans.ts'
import type { fundSpendingApi } from '../../../contract/src/funds-spending.ts'
import type { fundsApi } from '../../../contract/src/funds.ts'
import type { Area, Caller } from './areas.ts'
import type { Example, ExampleInput } from './contract-examples.ts'
import { aFund, aMaintenanceFund, anApplication, anEntry, aPaidApplication, aPlan, aPledge } from './fund-makers.ts'

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
type Input = Example['input']
const example = (about: Example['about'], input: Input): Example => ({ about, input })
/** About a fund of the area. */
const onFund = (
  body?: unknown,
  more: { fund?: object; money?: number; query?: Record<string, string> } = {},
): Example =>
  example('placed', async (area) => ({
    params: { id: await aFund(area, { ...more.fund }, more.money) },
    ...(body === undefined ? {} : { body }),
    ...(more.query === undefined ? {} : { query: more.query }),
  }))
const raising = { kind: 'fundraising', target: 1000, state: 'raising' }
/** The caller has a home at the area. */
const livesThere = async (area: Area, caller: Caller) => {
  const homeId = await area.home()
  await area.insert('home_people', {
    district_id: area.district,
    home_id: homeId,
    person_id: caller.personId,
    relation: 'owner',
    state: 'confirmed',
  })
}
const listed = (make: (area: Area) => Promise<unknown>): Example =>
  example('list', async (area) => (await make(area), {}))

export const fundExamples: Readonly<Record<keyof typeof fundsApi, Example>> = {
  'GET /api/funds': listed((area) => aFund(area)),
  'GET /api/funds.xlsx': example('none', () => ({})),
  'GET /api/funds/mine': listed((area) => aFund(area)),
  'GET /api/funds/check': listed((area) => aFund(area, {}, 100)),
  // One budget a year for each place: every time another place.
  'GET /api/funds/budgets': example('list', async (area) => {
    await aFund(area, { kind: 'partyServiceFund', year: 2026, budget: 1000, place_id: await area.home() }, 100)
    return { query: { year: '2026' } }
  }),
  'GET /api/funds/:id/resolutions': onFund(),
  'POST /api/funds': example('placed', (area) => ({
    body: { placeId: area.estate, kind: 'commonIncome', name: '公共收益', purpose: '车位收入' },
  })),
  'GET /api/funds/:id': onFund(),
  'PUT /api/funds/:id/limits': onFund({ approveUpTo: 100, deliberateAbove: null, decideAbove: null }),
  'POST /api/funds/:id/closing': onFund({ reason: '不再使用' }),
  'GET /api/funds/:id/accounts': onFund(),
  'GET /api/funds/:id/accounts/:thingId': example('placed', async (area) => {
    const fundId = await aMaintenanceFund(area)
    const [row] = await area.app.sql("select id from fund_accounts where fund_id = $1 and role = 'bank'", [fundId])
    return { params: { id: fundId, thingId: row!['id'] as string }, query: { period: TODAY.slice(0, 7) } }
  }),
  'POST /api/funds/:id/interest': example('placed', async (area) => ({
    params: { id: await aMaintenanceFund(area) },
    body: { amount: 7, day: TODAY, purpose: '活期利息' },
  })),
  'GET /api/funds/:id/entries': onFund(undefined, { money: 100 }),
  'POST /api/funds/:id/entries': onFund({ amount: 100, day: TODAY, purpose: '车位收入' }),
  'POST /api/funds/:id/entries/:thingId/reversal': example('placed', async (area) => {
    const id = await aFund(area)
    return { params: { id, thingId: await anEntry(area, id, 100) }, body: { reason: '记错了' } }
  }),
  'GET /api/funds/:id/statement': onFund(undefined, { query: { period: '2026-Q3' } }),
  'GET /api/funds/:id/statement.xlsx': onFund(undefined, { query: { period: '2026-10' } }),
  'GET /api/funds/:id/questions': onFund(),
  // The caller lives there by now: who else may ask is tested in funds.test.ts.
  'POST /api/funds/:id/questions': example('none', async (area, caller) => {
    await livesThere(area, caller)
    return { params: { id: await aFund(area) }, body: { words: '车位收入怎么少了' } }
  }),
  'POST /api/funds/:id/questions/:thingId/answer': example('placed', async (area) => {
    const id = await aFund(area)
    const thingId = await area.insert('fund_questions', {
      district_id: area.district,
      fund_id: id,
      person_id: await area.person(),
      words: '为什么',
      asked_at: new Date(),
    })
    return { params: { id, thingId }, body: { words: '有车位空着' } }
  }),
  'GET /api/funds/:id/pledges': onFund(undefined, { fund: raising }),
  'POST /api/funds/:id/pledges': onFund({ amount: 100, name: '李婶' }, { fund: raising }),
  'POST /api/funds/:id/pledges/:thingId/payment': example('placed', async (area) => {
    const id = await aFund(area, raising)
    return { params: { id, thingId: await aPledge(area, id) }, body: { amount: 100, day: TODAY } }
  }),
  'POST /api/funds/:id/pledges/:thingId/withdrawal': example('own', async (area, caller) => {
    await livesThere(area, caller)
    const id = await aFund(area, raising)
    return { params: { id, thingId: await aPledge(area, id, caller.personId) } }
  }),
  'POST /api/funds/:id/raising': onFund({ outcome: 'failed', reason: '没有筹齐' }, { fund: raising }),
}
const onApplication = (state: string, body?: unknown): Example =>
  example('placed', async (area) => ({
    params: { id: await anApplication(area, state) },
    ...(body === undefined ? {} : { body }),
  }))
export const fundSpendingExamples: Readonly<Record<keyof typeof fundSpendingApi, Example>> = {
  'GET /api/funds/applications': listed((area) => anApplication(area, 'applied')),
  'GET /api/funds/applications/:id': onApplication('applied'),
  'POST /api/funds/:id/applications': onFund({ title: '换路灯', reason: '不亮', payee: '照明公司', amount: 100 }),
  'POST /api/funds/applications/:id/approve': onApplication('applied', {}),
  'POST /api/funds/applications/:id/refuse': onApplication('applied', { words: '先商议' }),
  'POST /api/funds/applications/:id/withdraw': example('placed', async (area, caller) => ({
    params: { id: await anApplication(area, 'applied', caller.personId) },
  })),
  'POST /api/funds/applications/:id/pay': onApplication('approved', { day: TODAY }),
  'POST /api/funds/applications/:id/receipt': example('placed', async (area, caller) => ({
    params: { id: await anApplication(area, 'paid') },
    body: { photos: [await area.file(caller.personId, null)] },
  })),
  'POST /api/funds/applications/:id/publish': onApplication('receipted'),
  'POST /api/funds/applications/:id/reverse': example('placed', async (area) => ({
    params: { id: await aPaidApplication(area) },
    body: { words: '对方退回' },
  })),
}
type Made = Awaited<ReturnType<typeof aPlan>>
const onPlan = (state: string, body?: unknown, more: { line?: object; plan?: object; ofLine?: true } = {}): Example =>
  example('placed', async (area): Promise<ExampleInput> => {
    const made: Made = await aPlan(area, state, { ...more.line }, { ...more.plan })
    return {
      params: { id: made.id, ...(more.ofLine ? { thingId: made.lineId } : {}) },
      ...(body === undefined ? {} : { body }),
    }
  })
const planBody = async (area: Area) => {
  await area.home()
  const fundId = await aFund(area, { kind: 'maintenanceFund' })
  return { placeId: area.building, fundId, title: '修屋顶', reason: '漏雨', method: 'household', total: 100 }
}
export const fundPlanExamples: Readonly<Record<keyof typeof fundPlansApi, Example>> = {
  'GET /api/funds/plans': listed((area) => aPlan(area, 'asked')),
  'GET /api/funds/plans/mine': listed((area) => aPlan(area, 'asked')),
  'GET /api/funds/plans/homes': example('placed', async (area) => {
    await area.home()
    return { query: { placeId: area.building } }
  }),
  'POST /api/funds/plans': example('placed', async (area) => ({ body: await planBody(area) })),
  'POST /api/funds/plans/preview': example('placed', async (area) => ({ body: await planBody(area) })),
  'GET /api/funds/plans/:id': onPlan('asked'),
  'GET /api/funds/plans/:id/lines.xlsx': onPlan('asked'),
  'PUT /api/funds/plans/:id': example('placed', async (area) => ({
    params: { id: (await aPlan(area, 'draft')).id },
    body: await planBody(area),
  })),
  'POST /api/funds/plans/:id/ask': onPlan('draft', { answerBy: '2099-12-31' }),
  'POST /api/funds/plans/:id/drop': onPlan('asked', { words: '改为另行处理' }),
  'POST /api/funds/plans/:id/answers/:thingId': onPlan('asked', { answer: 'agree' }, { ofLine: true }),
  'POST /api/funds/plans/:id/collect': onPlan('asked', { dueOn: '2099-12-31', basisWords: '业主表决通过' }),
  'POST /api/funds/plans/:id/payments/:thingId': onPlan('collecting', { amount: 1, day: TODAY }, { ofLine: true }),
  'POST /api/funds/plans/:id/refunds/:thingId': example('placed', async (area) => {
    const made = await aPlan(area, 'settling', { paid: 100, final_share: 0 })
    const fund = made.fundId
    await area.app.sql(
      `with a as (
         insert into fund_accounts (id, district_id, fund_id, kind, role, plan_id) values (gen_random_uuid(), $1, $2, 'asset', 'bank', null), (gen_random_uuid(), $1, $2, 'liability', 'plan', $3) returning id, role
       ), e as (
         insert into fund_entries (id, district_id, fund_id, kind, day, purpose, lines, actor_name, at) values (gen_random_uuid(), $1, $2, 'share', $4, '缴纳', 2, '记账员', now()) returning id
       )
       insert into fund_postings select e.id, a.id, case a.role when 'bank' then 100 else -100 end from a, e`,
      [area.district, fund, made.id, TODAY],
    )
    return { params: { id: made.id, thingId: made.lineId }, body: { amount: 100, day: TODAY } }
  }),
  'POST /api/funds/plans/:id/subsidy': onPlan('collecting', { amount: 10, day: TODAY }, { plan: { subsidy: 10 } }),
  'POST /api/funds/plans/:id/reminders': onPlan('collecting'),
  'POST /api/funds/plans/:id/final': onPlan('collecting', { finalTotal: 90, words: '比预算少' }),
  'POST /api/funds/plans/:id/settle': onPlan('settling', undefined, { line: { share: 0, final_share: 0 } }),
}
