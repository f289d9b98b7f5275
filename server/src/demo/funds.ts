// The demo's money: common income and the maintenance fund of the demo estate, two budgets of its community, a fund-raising,
// a year of entries, the sewer replaced, and a roof leak whose shares the demo resident is asked about.
import { sql } from 'drizzle-orm'
import { certifiedOnFund, outcomeOf } from '../modules/ballots/index.ts'
import { addReceipt, approve, pay, publish } from '../modules/funds/application-steps.ts'
import { applyForSpending } from '../modules/funds/applications.ts'
import { askHouseholds, draftPlan } from '../modules/funds/draft-plan.ts'
import { openFund } from '../modules/funds/open-fund.ts'
import { payPledge, pledge } from '../modules/funds/pledges.ts'
import { askAboutFund, answerQuestion } from '../modules/funds/questions.ts'
import { recordIncome } from '../modules/funds/record-income.ts'
import { fundPledges } from '../modules/funds/tables.ts'
import type { Actor } from '../platform/cx.ts'
import { demoHome } from './sign-ins.ts'
import { actorBy, cxAt, photoOf, type Stage } from './stage.ts'

const DAY_MS = 86_400_000
const wired = { outcomeOf, certifiedOnFund }
interface Cast {
  readonly stage: Stage
  readonly now: Date
  readonly secretary: Actor
  readonly clerk: Actor
  readonly resident: Actor
  readonly estateId: string
  readonly communityId: string
  readonly buildingId: string
}
const ago = ({ now }: Cast, days: number) => new Date(now.getTime() - days * DAY_MS)
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const placesOf = async ({ db }: Stage) => {
  const { rows } = await db.execute<{ estate_id: string; community_id: string; building_id: string }>(sql`
    select l.estate_id, l.community_id, l.building_id from persons p
    join home_people h on h.person_id = p.id and h.state = 'confirmed' join places l on l.id = h.home_id
    where p.login = 'resident' and l.path like ${`${demoHome.estate}%`} order by h.since limit 1`)
  return rows[0]!
}
type NewFund = Parameters<typeof openFund>[1]
type Figures = Pick<NewFund, 'year' | 'budget' | 'target' | 'endsOn'>
const nothing: Figures = { year: null, budget: null, target: null, endsOn: null }
const open = (cast: Cast, days: number, body: Omit<NewFund, keyof Figures> & Partial<Figures>) =>
  openFund(cxAt(cast.stage, cast.secretary, ago(cast, days)), { ...nothing, ...body })
const income = async (
  cast: Cast,
  fundId: string,
  days: number,
  amount: number,
  purpose: string,
  placeId: string | null = null,
) =>
  recordIncome(cxAt(cast.stage, cast.clerk, ago(cast, days)), fundId, {
    amount,
    day: dayOf(ago(cast, days)),
    purpose,
    placeId,
    photos: [],
  })
const spend = async (
  cast: Cast,
  fundId: string,
  days: number,
  what: { readonly title: string; readonly payee: string; readonly reason: string; readonly amount: number },
) => {
  const { stage, clerk, secretary } = cast
  const none = { planId: null, accountPlaceId: null, resolutionId: null, resolutionWords: null, decisionId: null }
  const at = (later: number) => ago(cast, days - later)
  const { id } = await applyForSpending(cxAt(stage, clerk, at(0)), fundId, { ...what, ...none }, wired)
  await approve(cxAt(stage, secretary, at(1)), id, { words: '同意' }, wired)
  await pay(cxAt(stage, clerk, at(2)), id, { day: dayOf(at(2)) }, wired)
  await addReceipt(cxAt(stage, clerk, at(2)), id, { photos: [await photoOf(stage, clerk, at(2))] })
  await publish(cxAt(stage, clerk, at(3)), id)
}
const commonIncome = async (cast: Cast) => {
  const id = await open(cast, 360, {
    kind: 'commonIncome',
    placeId: cast.estateId,
    name: '小区公共收益',
    purpose: '车位、电梯广告、场地出租的收入，归全体业主',
  })
  for (let month = 11; month >= 0; month--) {
    await income(cast, id, month * 30 + 5, 1_260_000 + month * 3100, '临时车位收入')
    if (month % 3 === 0) await income(cast, id, month * 30 + 4, 860_000, '电梯广告收入')
  }
  await spend(cast, id, 200, { title: '更换南门路灯', payee: '照明工程公司', reason: '六盏不亮', amount: 98_000 })
  await spend(cast, id, 120, { title: '疏通下水主管道', payee: '市政工程公司', reason: '老化堵塞', amount: 96_500 })
  const asked = await askAboutFund(cxAt(cast.stage, cast.resident, ago(cast, 9)), id, {
    words: '广告收入多久公布一次',
    entryId: null,
  })
  await answerQuestion(cxAt(cast.stage, cast.clerk, ago(cast, 8)), id, asked.id, '每个季度收到后三天内公布。')
}
const maintenanceFund = async (cast: Cast) => {
  const id = await open(cast, 355, {
    kind: 'maintenanceFund',
    placeId: cast.estateId,
    name: '专项维修资金',
    purpose: '共用部位和共用设施的维修',
  })
  await income(cast, id, 350, 12_000_000, '结转：小区账户')
  await income(cast, id, 349, 3_200_000, '结转：楼栋账户', cast.buildingId)
  const { rows } = await cast.stage.db.execute<{ id: string }>(
    sql`select id from places where building_id = ${cast.buildingId} and kind = 'home' and active order by path_order limit 6`,
  )
  for (const [i, home] of rows.entries()) await income(cast, id, 348, 40_000 + i * 15_000, '业主交存', home.id)
  return id
}
const budgets = async (cast: Cast) => {
  const year = Number(dayOf(cast.now).slice(0, 4))
  const start = (cast.now.getTime() - Date.parse(`${year}-01-10T00:00:00+08:00`)) / DAY_MS
  const from = Math.max(4, Math.min(300, Math.floor(start)))
  const party = await open(cast, from, {
    kind: 'partyServiceFund',
    placeId: cast.communityId,
    name: '党组织服务群众经费',
    purpose: '每年三十万元，办群众需要的事',
    year,
    budget: 30_000_000,
  })
  await income(cast, party, from - 1, 30_000_000, '区级拨付')
  await spend(cast, party, from - 1, {
    title: '楼道扶手',
    payee: '安居工程公司',
    reason: '老人上下楼',
    amount: 480_000,
  })
  const good = await open(cast, from, {
    kind: 'convenienceFund',
    placeId: cast.communityId,
    name: '便民公益金',
    purpose: '每年五万元，办小事急事',
    year,
    budget: 5_000_000,
  })
  await income(cast, good, from - 1, 5_000_000, '街道拨付')
}
const gate = async (cast: Cast) => {
  const { stage, clerk, resident } = cast
  const id = await open(cast, 25, {
    kind: 'fundraising',
    placeId: cast.estateId,
    name: '新大门筹资',
    purpose: '改造小区出入口，方便出行',
    target: 34_000_000,
    endsOn: dayOf(ago(cast, -5)),
  })
  await pledge(cxAt(stage, resident, ago(cast, 20)), id, { amount: 100_000, name: null })
  for (const [i, name] of ['业主代表甲', '业主代表乙', '沿街商户', '物业公司'].entries())
    await pledge(cxAt(stage, clerk, ago(cast, 18 - i)), id, {
      amount: [6_000_000, 5_400_000, 4_000_000, 9_000_000][i]!,
      name,
    })
  const rows = await stage.db
    .select()
    .from(fundPledges)
    .where(sql`${fundPledges.fundId} = ${id}`)
    .orderBy(fundPledges.at)
  for (const row of rows.slice(0, 4))
    await payPledge(cxAt(stage, clerk, ago(cast, 6)), id, row.id, {
      amount: row.amount,
      day: dayOf(ago(cast, 6)),
      photos: [],
    })
}
const roof = async (cast: Cast, fundId: string) => {
  const { stage, clerk } = cast
  const { id } = await draftPlan(cxAt(stage, clerk, ago(cast, 4)), {
    placeId: cast.buildingId,
    fundId,
    title: '屋顶漏雨维修',
    reason: '红马扎会上商量：屋顶是大家的，费用按面积分摊',
    caseId: null,
    method: 'area',
    total: 2_860_000,
    subsidy: 0,
    usesAccounts: true,
    floorFactors: [],
    agreedShares: [],
  })
  await askHouseholds(cxAt(stage, clerk, ago(cast, 3)), id, { answerBy: dayOf(ago(cast, -10)) })
}
/** Plays the demo's money through the same commands as everybody; nobody is told of the past. */
export const playFunds = async (stage: Stage, now: Date): Promise<void> => {
  const { estate_id: estateId, community_id: communityId, building_id: buildingId } = await placesOf(stage)
  const [secretary, clerk, resident] = [
    await actorBy(stage, 'secretary'),
    await actorBy(stage, 'clerk'),
    await actorBy(stage, 'resident'),
  ]
  const cast: Cast = { stage, now, secretary, clerk, resident, estateId, communityId, buildingId }
  await commonIncome(cast)
  const maintenance = await maintenanceFund(cast)
  await budgets(cast)
  await gate(cast)
  await roof(cast, maintenance)
}
