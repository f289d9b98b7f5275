// Applications for money: lists, one of them, and applying.
import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { applicationLife, type ApplicationState, type ApplicationStep } from '../../../../contract/src/funds-life.ts'
import type { fundSpendingApi } from '../../../../contract/src/funds-spending.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { holdersAt } from '../organisations/index.ts'
import { places } from '../places/tables.ts'
import { refuseUndecided } from './decided.ts'
import type { Wired } from './plan-decision.ts'
import { lockFund, refuseClosed, type FundRow } from './policy.ts'
import { accountAt } from './record-income.ts'
import { fundPlans, fundApplications, funds } from './tables.ts'
import { refuseUnlessDeliberated } from './deliberated.ts'

type Api = typeof fundSpendingApi
export type ApplicationView = OutOf<Api['GET /api/funds/applications/:id']>
export type ApplicationRow = typeof fundApplications.$inferSelect
export const standingAt = (cx: Cx, fund: FundRow) => ({
  reporter: false,
  handler: false,
  staff: (permission: string) => mayAt(cx.actor, permission as Permission, fund),
})
/** The buttons: what the table allows, less what four eyes and ownership forbid. */
const mayOf = (cx: Cx, row: ApplicationRow, fund: FundRow): ApplicationStep[] =>
  mayTake(applicationLife, row.state, standingAt(cx, fund)).filter((step) => {
    const isMine = row.applicantId === cx.actor.personId
    if (step === 'approve' || step === 'refuse') return !isMine
    return step === 'withdraw' ? isMine : true
  })
const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

export const applicationsWhere = async (cx: Cx, where: SQL | undefined, limit: number): Promise<ApplicationView[]> => {
  const rows = await cx.db
    .select({ row: fundApplications, fund: funds, plan: fundPlans.title, account: places.path })
    .from(fundApplications)
    .innerJoin(funds, eq(funds.id, fundApplications.fundId))
    .leftJoin(fundPlans, eq(fundPlans.id, fundApplications.planId))
    .leftJoin(places, eq(places.id, fundApplications.accountPlaceId))
    .where(and(eq(fundApplications.districtId, cx.districtId), visibleAt(cx.actor, 'fund.see', funds), where))
    .orderBy(desc(fundApplications.id))
    .limit(limit)
  return rows.map(({ row, fund, plan, account }) => ({
    id: row.id,
    number: String(row.number),
    fund: { id: fund.id, name: fund.name, kind: fund.kind },
    plan: named(row.planId, plan),
    account: named(row.accountPlaceId, account),
    title: row.title,
    reason: row.reason,
    payee: row.payee,
    amount: row.amount,
    resolutionId: row.resolutionId,
    resolutionWords: row.resolutionWords,
    decision: named(row.decisionId, row.decisionTitle),
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    applicant: { id: row.applicantId, name: row.applicantName },
    approver: named(row.approverId, row.approverName),
    decidedWords: row.decidedWords,
    payer: named(row.payerId, row.payerName),
    receipts: row.receipts,
    appliedAt: row.appliedAt.toISOString(),
    may: mayOf(cx, row, fund),
  }))
}
export const listApplications = async (
  cx: Cx,
  query: {
    readonly after?: string | undefined
    readonly limit: number
    readonly fundId?: string | undefined
    readonly state?: ApplicationState | undefined
  },
) => {
  const after = afterId(query.after)
  const found = await applicationsWhere(
    cx,
    and(
      query.fundId === undefined ? undefined : eq(fundApplications.fundId, query.fundId),
      query.state === undefined ? undefined : eq(fundApplications.state, query.state),
      after === null ? undefined : lt(fundApplications.id, after),
    ),
    query.limit + 1,
  )
  return { ...pageOf(found, query.limit, (one) => [one.id]), total: null }
}
/** @throws fund.no-application */
export const showApplication = async (cx: Cx, id: string): Promise<ApplicationView> => {
  const [found] = await applicationsWhere(cx, eq(fundApplications.id, id), 1)
  if (found === undefined) throw refuse('fund.no-application')
  return found
}
const planOf = async (cx: Cx, fund: FundRow, planId: string) => {
  const [plan] = await cx.db
    .select()
    .from(fundPlans)
    .where(and(eq(fundPlans.id, planId), eq(fundPlans.fundId, fund.id)))
  if (plan === undefined) throw refuse('plan.not-found')
  if (plan.state !== 'collecting' && plan.state !== 'settling') throw refuse('plan.not-collecting')
  return plan
}
type New = ParsedBody<Api['POST /api/funds/:id/applications']>
/** Whose money: a plan's, or the estate's or a building's of a maintenance fund. @throws fund.wrong-account */
const accountPlaceOf = async (cx: Cx, fund: FundRow, body: New): Promise<string | null> => {
  if (body.planId !== null) {
    await planOf(cx, fund, body.planId)
    return null
  }
  if (fund.kind !== 'maintenanceFund') return null
  const wanted = await accountAt(cx, fund, body.accountPlaceId)
  // A household's own account pays only its share of a plan.
  if (wanted.role === 'home') throw refuse('fund.wrong-account')
  return wanted.placeId!
}
/** @throws fund.closed, fund.still-raising, fund.must-deliberate, fund.must-decide, fund.must-decide-use, fund.wrong-decision, fund.wrong-account, plan.not-collecting */
export const applyForSpending = async (cx: Cx, fundId: string, body: New, wired: Wired): Promise<ApplicationView> => {
  const fund = await lockFund(cx, fundId, 'fund.apply')
  refuseClosed(fund)
  if (fund.state === 'raising') throw refuse('fund.still-raising')
  const resolutionId = await refuseUnlessDeliberated(cx, fund, body)
  const decided = await refuseUndecided(cx, fund, body, wired)
  const accountPlaceId = await accountPlaceOf(cx, fund, body)
  const id = uuidv7()
  await cx.db.insert(fundApplications).values({
    id,
    districtId: fund.districtId,
    fundId,
    planId: body.planId,
    accountPlaceId,
    title: body.title,
    reason: body.reason,
    payee: body.payee,
    amount: body.amount,
    resolutionId,
    resolutionWords: body.resolutionWords,
    ...decided,
    state: 'applied',
    stateAt: cx.now,
    applicantId: cx.actor.personId,
    applicantName: cx.actor.name,
    appliedAt: cx.now,
  })
  await cx.journal({
    action: 'fund.apply',
    sentence: '申请用款',
    thing: { kind: 'fundApplication', id },
    after: { fundId, title: body.title, amount: body.amount, planId: body.planId, decisionId: body.decisionId },
  })
  const approvers = await holdersAt(cx.db, cx.districtId, 'fund.approve', fund)
  await tell(cx, {
    event: 'fund.applied',
    audience: 'handler',
    personIds: approvers.filter((one) => one !== cx.actor.personId),
    thing: { kind: 'fundApplication', id },
    fields: { fund: fund.name, title: body.title, amount: (body.amount / 100).toFixed(2) },
  })
  return showApplication(cx, id)
}
