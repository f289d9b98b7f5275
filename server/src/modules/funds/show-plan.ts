// Plans as their readers may see them: every weight and share, but what a neighbour paid or answered is not shown.
import { and, desc, eq, inArray, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { planLife, shareMethods, type PlanState } from '../../../../contract/src/funds-life.ts'
import type { fundPlansApi } from '../../../../contract/src/funds-plans.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { listSheet } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { homesOf } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { heldIn } from './books.ts'
import { dueOf, planStanding, seenPlan, type LineRow, type PlanRow, type SeenPlan } from './plan-policy.ts'
import { fundPlanLines, fundPlans, fundApplications, funds } from './tables.ts'

export type PlanView = OutOf<(typeof fundPlansApi)['GET /api/funds/plans/:id']>
type PlanRowView = OutOf<(typeof fundPlansApi)['GET /api/funds/plans']>['rows'][number]
const due = sql`(case ${fundPlans.state} when 'collecting' then l.share when 'settling' then coalesce(l.final_share, l.share) else l.covered + l.paid end - l.covered - l.paid)`
const ofLines = (what: SQL) =>
  sql<number>`coalesce((select ${what} from fund_plan_lines l where l.plan_id = ${fundPlans.id}), 0)`.mapWith(Number)
const waits = (homeIds: readonly string[]) =>
  homeIds.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from fund_plan_lines l where l.plan_id = ${fundPlans.id} and l.home_id = any(${sql.param(homeIds)}::uuid[])
        and ((${fundPlans.state} = 'asked' and l.answer is null) or ${due} > 0))`

const planRows = async (cx: Cx, where: SQL | undefined, limit: number, ownHomes: readonly string[]) => {
  const rows = await cx.db
    .select({
      plan: fundPlans,
      place: { id: places.id, name: places.path },
      fund: { id: funds.id, name: funds.name },
      households: ofLines(sql`count(*)`),
      agreed: ofLines(sql`count(*) filter (where l.answer = 'agree')`),
      objected: ofLines(sql`count(*) filter (where l.answer = 'object')`),
      collected: ofLines(sql`sum(l.paid + l.covered)`),
      owing: ofLines(sql`count(*) filter (where ${due} > 0)`),
      waitsForMe: waits(ownHomes),
    })
    .from(fundPlans)
    .innerJoin(places, eq(places.id, fundPlans.placeId))
    .innerJoin(funds, eq(funds.id, fundPlans.fundId))
    .where(and(eq(fundPlans.districtId, cx.districtId), where))
    .orderBy(desc(fundPlans.id))
    .limit(limit)
  return rows.map(({ plan, ...more }): PlanRowView => ({
    id: plan.id,
    number: String(plan.number),
    title: plan.title,
    method: plan.method,
    total: plan.total,
    subsidy: plan.subsidy,
    state: plan.state,
    ...more,
  }))
}
export const listPlans = async (
  cx: Cx,
  query: { readonly after?: string | undefined; readonly limit: number; readonly state?: PlanState | undefined },
) => {
  const after = afterId(query.after)
  const found = await planRows(
    cx,
    and(
      visibleAt(cx.actor, 'fund.see', fundPlans),
      query.state === undefined ? undefined : eq(fundPlans.state, query.state),
      after === null ? undefined : lt(fundPlans.id, after),
    ),
    query.limit + 1,
    [],
  )
  return { ...pageOf(found, query.limit, (row) => [row.id]), total: null }
}
const MOST_MINE = 50
export const myPlans = async (cx: Cx): Promise<PlanRowView[]> => {
  const homes = (await homesOf(cx.db, cx.actor.personId)).map((home) => home.id)
  if (homes.length === 0) return []
  return planRows(
    cx,
    and(
      ne(fundPlans.state, 'draft'),
      sql`${fundPlans.frozenAt} is not null`,
      inArray(
        fundPlans.id,
        cx.db.select({ id: fundPlanLines.planId }).from(fundPlanLines).where(inArray(fundPlanLines.homeId, homes)),
      ),
    ),
    MOST_MINE,
    homes,
  )
}
const lineView = (plan: PlanRow, line: LineRow, isMine: boolean, isShown: boolean): PlanView['lines'][number] => ({
  id: line.id,
  home: { id: line.homeId, name: line.label },
  floor: line.floor,
  area: line.area,
  factor: line.factor,
  weight: line.weight,
  share: line.share,
  fromAccount: isShown ? line.fromAccount : 0,
  toPay: isShown ? line.share - line.fromAccount : line.share,
  paid: isShown ? line.paid : 0,
  covered: isShown ? line.covered : 0,
  finalShare: line.finalShare,
  due: isShown ? dueOf(plan, line) : 0,
  answer: isShown ? line.answer : null,
  isMine,
})
const mayOf = (cx: Cx, { plan, isStaff }: SeenPlan): PlanView['may'] => {
  if (!isStaff) return []
  const may: PlanView['may'] = [...mayTake(planLife, plan.state, planStanding(cx, plan))]
  const isCollecting = plan.state === 'collecting' || plan.state === 'settling'
  const keeps = mayAt(cx.actor, 'fund.keep', plan)
  if (plan.state === 'draft' && mayAt(cx.actor, 'fund.apply', plan)) may.push('change')
  if (isCollecting && keeps) {
    may.push('collectFrom', 'remind')
    if (plan.subsidyReceived < plan.subsidy) may.push('subsidy')
  }
  if (plan.state === 'settling' && mayAt(cx.actor, 'fund.pay', plan)) may.push('refund')
  if (isCollecting && mayAt(cx.actor, 'fund.apply', plan)) may.push('apply')
  return may
}
/** Paid out for the work of a plan. */
export const spentOn = async (cx: Cx, planId: string): Promise<number> => {
  const [row] = await cx.db
    .select({ sum: sql<number>`coalesce(sum(${fundApplications.amount}), 0)`.mapWith(Number) })
    .from(fundApplications)
    .where(
      and(eq(fundApplications.planId, planId), inArray(fundApplications.state, ['paid', 'receipted', 'published'])),
    )
  return row!.sum
}
const objectionsOf = (seen: SeenPlan): PlanView['objections'] =>
  seen.isStaff
    ? seen.lines.flatMap((line) =>
        line.answer === 'object'
          ? { home: line.label, words: line.answerWords ?? '', at: line.answeredAt!.toISOString() }
          : [],
      )
    : []
/** @throws plan.not-found */
export const showPlan = async (cx: Cx, id: string): Promise<PlanView> => {
  const seen = await seenPlan(cx, id)
  const { plan, lines, isStaff, homes } = seen
  const mine = new Set(homes.map((home) => home.id))
  const [row] = await planRows(cx, eq(fundPlans.id, id), 1, [...mine])
  return {
    ...row!,
    reason: plan.reason,
    caseId: isStaff ? plan.caseId : null,
    usesAccounts: plan.usesAccounts,
    stateAt: plan.stateAt.toISOString(),
    answerBy: plan.answerBy,
    dueOn: plan.dueOn,
    hash: plan.frozenHash,
    frozenAt: plan.frozenAt?.toISOString() ?? null,
    basis: plan.basis,
    basisWords: plan.basisWords,
    decisionId: plan.decisionId,
    weights: lines.reduce((sum, line) => sum + line.weight, 0),
    subsidyReceived: plan.subsidyReceived,
    spent: await spentOn(cx, id),
    finalTotal: plan.finalTotal,
    finalWords: plan.finalWords,
    finalPhotos: plan.finalPhotos,
    held: await heldIn(cx, plan.fundId, { role: 'plan', planId: id }),
    lines: lines.map((line) => lineView(plan, line, mine.has(line.homeId), isStaff || mine.has(line.homeId))),
    objections: objectionsOf(seen),
    may: mayOf(cx, seen),
  }
}
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
/** @throws plan.not-found, access.out-of-scope */
export const exportPlan = async (cx: Cx, id: string): Promise<Download> => {
  const { plan, lines, isStaff } = await seenPlan(cx, id)
  if (!isStaff) throw refuse('access.out-of-scope')
  await cx.journal({
    action: 'plan.export',
    sentence: '导出了分摊明细',
    thing: { kind: 'fundPlan', id },
    after: { lines: lines.length },
  })
  return listSheet<LineRow>(cx, {
    name: [`分摊-${plan.title}`, `Shares-${plan.title}`],
    columns: [
      ['房屋', 'Home', 36, (line) => line.label],
      ['楼层', 'Floor', 8, (line) => line.floor],
      ['面积（㎡）', 'Area (m²)', 12, (line) => yuan(line.area)],
      ['系数', 'Factor', 8, (line) => (line.factor === null ? null : line.factor / 1000)],
      ['方式', 'Method', 16, (_, zh) => shareMethods[plan.method][zh ? 'zh' : 'en']],
      ['应分摊（元）', 'Share (yuan)', 14, (line) => yuan(line.share)],
      ['分户账户支付（元）', 'From account (yuan)', 18, (line) => yuan(line.covered)],
      ['已缴（元）', 'Paid (yuan)', 14, (line) => yuan(line.paid)],
      ['决算分摊（元）', 'Final share (yuan)', 16, (line) => yuan(line.finalShare)],
      ['还欠（元）', 'Due (yuan)', 14, (line) => yuan(dueOf(plan, line))],
      [
        '答复',
        'Answer',
        10,
        ({ answer }, zh) => (answer === null ? '' : zh ? (answer === 'agree' ? '同意' : '不同意') : answer),
      ],
    ],
    page: async () => ({ rows: lines, next: null }),
  })
}
