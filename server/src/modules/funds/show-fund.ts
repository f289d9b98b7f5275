// One fund as its reader may see it: balances, this year's figures, accounts, one's own household account and pledges.
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { fundsApi } from '../../../../contract/src/funds.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { places } from '../places/tables.ts'
import { fundRows } from './list-funds.ts'
import { dayOf } from './moments.ts'
import { seenFund, setsLimits, type SeenFund } from './policy.ts'
import { fundPlans, fundAccounts, fundBalances, fundPledges, fundQuestions, funds } from './tables.ts'

export type FundView = OutOf<(typeof fundsApi)['GET /api/funds/:id']>
type Account = FundView['accounts'][number]

const MOST_ACCOUNTS = 300
/** SQL: accounts with what lies in them. */
export const accountsOf = (cx: Cx, fundId: string, where: ReturnType<typeof and>) =>
  cx.db
    .select({
      id: fundAccounts.id,
      role: fundAccounts.role,
      kind: fundAccounts.kind,
      placeId: fundAccounts.placeId,
      place: places.path,
      plan: fundPlans.title,
      balance: sql<number>`coalesce(${fundBalances.balance}, 0)`.mapWith(Number),
    })
    .from(fundAccounts)
    .leftJoin(fundBalances, eq(fundBalances.accountId, fundAccounts.id))
    .leftJoin(places, eq(places.id, fundAccounts.placeId))
    .leftJoin(fundPlans, eq(fundPlans.id, fundAccounts.planId))
    .where(and(eq(fundAccounts.fundId, fundId), where))
    .$dynamic()
type AccountRow = Awaited<ReturnType<typeof accountsOf>>[number]
export const viewOf = ({ id, role, kind, placeId, place, plan, balance }: AccountRow): Account => ({
  id,
  role,
  name: place ?? plan,
  placeId,
  balance: kind === 'asset' || kind === 'expense' ? balance : -balance || 0,
})
export const accountsWhere = async (cx: Cx, fundId: string, where: ReturnType<typeof and>, limit: number) => {
  const rows = await accountsOf(cx, fundId, where).orderBy(fundAccounts.id).limit(limit)
  return rows.map(viewOf)
}
const yearOf = async (cx: Cx, fundId: string) => {
  const { rows } = await cx.db.execute<{ in: string; out: string }>(sql`
    select coalesce(sum(p.amount) filter (where p.amount > 0), 0)::text "in",
      coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::text "out"
    from fund_entries e join fund_postings p on p.entry_id = e.id join fund_accounts a on a.id = p.account_id
    where e.fund_id = ${fundId} and a.role = 'bank' and e.day >= ${`${dayOf(cx.now).slice(0, 4)}-01-01`}`)
  return { inThisYear: Number(rows[0]!.in), outThisYear: Number(rows[0]!.out) }
}
const pledgesOf = async (cx: Cx, fundId: string) => {
  const [sums] = await cx.db
    .select({
      pledged: sql<number>`coalesce(sum(${fundPledges.amount}), 0)`.mapWith(Number),
      pledges: sql<number>`count(*)`.mapWith(Number),
    })
    .from(fundPledges)
    .where(and(eq(fundPledges.fundId, fundId), isNull(fundPledges.withdrawnAt)))
  const mine = await cx.db
    .select()
    .from(fundPledges)
    .where(
      and(eq(fundPledges.fundId, fundId), eq(fundPledges.personId, cx.actor.personId), isNull(fundPledges.withdrawnAt)),
    )
    .orderBy(desc(fundPledges.id))
    .limit(20)
  return {
    ...sums!,
    myPledges: mine.map(({ id, amount, paid, returned, at }) => ({
      id,
      amount,
      paid,
      returned,
      at: at.toISOString(),
    })),
  }
}
const mayOf = (cx: Cx, { row, homes }: SeenFund): FundView['may'] => {
  const may: FundView['may'] = []
  const isOver = row.state === 'closed' || row.state === 'failed'
  const can = (permission: 'keep' | 'apply' | 'approve' | 'pay' | 'open') => mayAt(cx.actor, `fund.${permission}`, row)
  if (!isOver) for (const one of ['keep', 'apply', 'approve', 'pay', 'open'] as const) if (can(one)) may.push(one)
  if (row.state === 'raising' && (homes.length > 0 || can('keep'))) may.push('pledge')
  if (row.state === 'raising' && can('open')) may.push('raisingEnds')
  if (row.state === 'open' && can('open')) may.push('close')
  if (!isOver && setsLimits(cx, row)) may.push('limits')
  if (homes.length > 0) may.push('ask')
  return may
}
/** @throws fund.not-found */
export const showFund = async (cx: Cx, id: string): Promise<FundView> => {
  const seen = await seenFund(cx, id)
  const { row, homes } = seen
  const [summary] = await fundRows(cx, eq(funds.id, id), 1)
  const accounts = await accountsWhere(cx, id, sql`${fundAccounts.role} <> 'home'`, MOST_ACCOUNTS)
  const homeIds = homes.map((home) => home.id)
  const mine =
    homeIds.length === 0
      ? []
      : await accountsWhere(
          cx,
          id,
          and(eq(fundAccounts.role, 'home'), inArray(fundAccounts.placeId, homeIds)),
          MOST_ACCOUNTS,
        )
  const [open] = await cx.db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(fundQuestions)
    .where(and(eq(fundQuestions.fundId, id), isNull(fundQuestions.answer)))
  const { pledged, pledges, myPledges } = await pledgesOf(cx, id)
  return {
    ...summary!,
    purpose: row.purpose,
    createdAt: row.createdAt.toISOString(),
    endsOn: row.endsOn,
    approveUpTo: row.approveUpTo,
    deliberateAbove: row.deliberateAbove,
    decideAbove: row.decideAbove,
    ...(await yearOf(cx, id)),
    pledged: row.kind === 'fundraising' ? pledged : null,
    pledges,
    accounts,
    mine,
    myPledges,
    openQuestions: open!.count,
    may: mayOf(cx, seen),
  }
}
