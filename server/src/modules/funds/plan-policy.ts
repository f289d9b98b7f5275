// Who sees a plan: its staff, and from the day they are asked the households in it.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { PlanStep } from '../../../../contract/src/funds-life.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { planLife, type PlanState } from '../../../../contract/src/funds-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { homesOf, type OwnHome } from '../places/index.ts'
import { homePeople } from '../places/tables.ts'
import { lockFundOf, type FundRow } from './policy.ts'
import { fundPlanLines, fundPlans } from './tables.ts'

export type PlanRow = typeof fundPlans.$inferSelect
export type LineRow = typeof fundPlanLines.$inferSelect
export const linesOfPlan = (cx: Cx, planId: string): Promise<LineRow[]> =>
  cx.db.select().from(fundPlanLines).where(eq(fundPlanLines.planId, planId)).orderBy(asc(fundPlanLines.sort))
/** Still owed by a household; negative: to be given back. Nothing before collecting begins. */
export const dueOf = (plan: Pick<PlanRow, 'state'>, line: LineRow): number => {
  if (plan.state === 'collecting') return line.share - line.covered - line.paid
  if (plan.state === 'settling' || plan.state === 'settled')
    return (line.finalShare ?? line.share) - line.covered - line.paid
  return 0
}
export interface SeenPlan {
  readonly plan: PlanRow
  readonly lines: readonly LineRow[]
  readonly isStaff: boolean
  readonly homes: readonly OwnHome[]
}
/** @throws plan.not-found */
export const seenPlan = async (cx: Cx, id: string): Promise<SeenPlan> => {
  const [plan] = await cx.db
    .select()
    .from(fundPlans)
    .where(and(eq(fundPlans.id, id), eq(fundPlans.districtId, cx.districtId)))
  if (plan === undefined) throw refuse('plan.not-found')
  const isStaff = mayAt(cx.actor, 'fund.see', plan)
  const lines = await linesOfPlan(cx, id)
  const inPlan = new Set(lines.map((line) => line.homeId))
  const homes = (await homesOf(cx.db, cx.actor.personId)).filter((home) => inPlan.has(home.id))
  const wasAsked = plan.frozenAt !== null
  if (!isStaff && (homes.length === 0 || !wasAsked)) throw refuse('plan.not-found')
  return { plan, lines, isStaff, homes }
}
export interface LockedPlan {
  readonly plan: PlanRow
  readonly fund: FundRow
}
/** Fund first, then plan: whatever touches the books takes the same order. @throws plan.not-found */
export const lockPlan = async (cx: Cx, id: string): Promise<LockedPlan> => {
  const [known] = await cx.db
    .select({ fundId: fundPlans.fundId })
    .from(fundPlans)
    .where(and(eq(fundPlans.id, id), eq(fundPlans.districtId, cx.districtId)))
  if (known === undefined) throw refuse('plan.not-found')
  const fund = await lockFundOf(cx, known.fundId)
  const [plan] = await cx.db.select().from(fundPlans).where(eq(fundPlans.id, id)).for('update')
  return { plan: plan!, fund }
}
export const planStanding = (cx: Cx, plan: PlanRow) => ({
  reporter: false,
  handler: false,
  staff: (permission: string) => mayAt(cx.actor, permission as Permission, plan),
})
/** Locked, and the step allowed by the table. @throws plan.not-found, access.*, lifecycle.* */
export const lockForPlanStep = async (
  cx: Cx,
  id: string,
  step: PlanStep,
  input: object,
): Promise<LockedPlan & { readonly to: PlanState }> => {
  const locked = await lockPlan(cx, id)
  if (!mayAt(cx.actor, 'fund.see', locked.plan)) throw refuse('plan.not-found')
  const to = takeStep(planLife, locked.plan.state, step, { person: planStanding(cx, locked.plan) }, { ...input })
  return { ...locked, to: to as PlanState }
}
/** Locked for staff with a permission, while money comes and goes. @throws access.out-of-scope, plan.not-collecting */
export const lockCollecting = async (cx: Cx, id: string, permission: Permission): Promise<LockedPlan> => {
  const locked = await lockPlan(cx, id)
  if (!mayAt(cx.actor, permission, locked.plan)) throw refuse('access.out-of-scope')
  if (locked.plan.state !== 'collecting' && locked.plan.state !== 'settling') throw refuse('plan.not-collecting')
  return locked
}
/** @throws plan.no-line */
export const lockLine = async (cx: Cx, planId: string, lineId: string): Promise<LineRow> => {
  const [line] = await cx.db
    .select()
    .from(fundPlanLines)
    .where(and(eq(fundPlanLines.id, lineId), eq(fundPlanLines.planId, planId)))
    .for('update')
  if (line === undefined) throw refuse('plan.no-line')
  return line
}
/** Confirmed owners by home. */
export const ownersOf = async (cx: Cx, planId: string): Promise<Map<string, string[]>> => {
  const rows = await cx.db
    .select({ homeId: homePeople.homeId, personId: homePeople.personId })
    .from(homePeople)
    .where(
      and(
        eq(homePeople.state, 'confirmed'),
        eq(homePeople.relation, 'owner'),
        sql`${homePeople.homeId} in (select home_id from fund_plan_lines where plan_id = ${planId})`,
      ),
    )
  const owners = new Map<string, string[]>()
  for (const { homeId, personId } of rows) owners.set(homeId, [...(owners.get(homeId) ?? []), personId])
  return owners
}
