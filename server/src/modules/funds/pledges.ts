// Fund-raising for a project: what was pledged, what was paid of it, and who takes it back.
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayAt } from '../../platform/access.ts'
import { transfer } from '../../../../rules/src/ledger.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { accountOf, postEntry } from './books.ts'
import { refuseDayToCome } from './moments.ts'
import { lockFund, seenFund, type FundRow } from './policy.ts'
import { fundPledges } from './tables.ts'

export type PledgeRow = typeof fundPledges.$inferSelect
const refuseUnlessRaising = (row: FundRow) => {
  if (row.state !== 'raising') throw refuse('fund.not-raising')
}
/** A resident pledges in their own name; staff for somebody they name. @throws fund.not-raising, fund.not-yours */
export const pledge = async (
  cx: Cx,
  id: string,
  given: { readonly amount: number; readonly name: string | null },
): Promise<string> => {
  const { row, homes } = await seenFund(cx, id, true)
  const forOther = given.name !== null
  if (forOther && !mayAt(cx.actor, 'fund.keep', row)) throw refuse('access.not-allowed')
  if (!forOther && homes.length === 0) throw refuse('fund.not-yours')
  refuseUnlessRaising(row)
  const pledgeId = uuidv7()
  await cx.db.insert(fundPledges).values({
    id: pledgeId,
    districtId: row.districtId,
    fundId: id,
    personId: forOther ? null : cx.actor.personId,
    name: given.name ?? cx.actor.name,
    amount: given.amount,
    at: cx.now,
  })
  await cx.journal({
    action: 'fund.pledge',
    sentence: '认筹',
    thing: { kind: 'fund', id },
    after: { pledgeId, amount: given.amount, byStaff: forOther },
  })
  return id
}
const lockPledge = async (cx: Cx, fundId: string, pledgeId: string): Promise<PledgeRow> => {
  const [row] = await cx.db
    .select()
    .from(fundPledges)
    .where(and(eq(fundPledges.id, pledgeId), eq(fundPledges.fundId, fundId), isNull(fundPledges.withdrawnAt)))
    .for('update')
  if (row === undefined) throw refuse('fund.no-pledge')
  return row
}
/** @throws fund.no-pledge, fund.pledge-paid, fund.pledge-over, fund.not-raising, fund.bad-day */
export const payPledge = async (
  cx: Cx,
  id: string,
  pledgeId: string,
  paid: { readonly amount: number; readonly day: string; readonly photos: readonly string[] },
): Promise<void> => {
  const fund = await lockFund(cx, id, 'fund.keep')
  refuseUnlessRaising(fund)
  refuseDayToCome(cx.now, paid.day)
  const row = await lockPledge(cx, id, pledgeId)
  if (row.paid === row.amount) throw refuse('fund.pledge-paid')
  if (row.paid + paid.amount > row.amount)
    throw refuse('fund.pledge-over', {
      fields: [{ path: 'amount', message: `最多 ${(row.amount - row.paid) / 100} 元` }],
    })
  const entryId = await postEntry(cx, fund, {
    kind: 'gift',
    day: paid.day,
    purpose: `筹资缴款：${fund.name}`,
    postings: transfer(
      await accountOf(cx, fund, { role: 'gifts' }),
      await accountOf(cx, fund, { role: 'bank' }),
      paid.amount,
    ),
    thing: { kind: 'pledge', id: pledgeId },
    photos: paid.photos,
  })
  await cx.db
    .update(fundPledges)
    .set({ paid: row.paid + paid.amount })
    .where(eq(fundPledges.id, pledgeId))
  await attachFiles(cx, paid.photos, { kind: 'fundEntry', id: entryId }, 'photo')
  await cx.journal({
    action: 'fund.pledge-paid',
    sentence: '登记了认筹缴款',
    thing: { kind: 'fund', id },
    after: { pledgeId, entryId, amount: paid.amount, day: paid.day },
  })
}
/** One's own, while nothing of it is paid. @throws fund.no-pledge, fund.pledge-paid */
export const withdrawPledge = async (cx: Cx, id: string, pledgeId: string): Promise<string> => {
  await seenFund(cx, id, true)
  const row = await lockPledge(cx, id, pledgeId)
  if (row.personId !== cx.actor.personId) throw refuse('fund.no-pledge')
  if (row.paid > 0) throw refuse('fund.pledge-paid')
  await cx.db.update(fundPledges).set({ withdrawnAt: cx.now }).where(eq(fundPledges.id, pledgeId))
  await cx.journal({
    action: 'fund.pledge-withdrawn',
    sentence: '撤回了认筹',
    thing: { kind: 'fund', id },
    before: { pledgeId, amount: row.amount },
  })
  return id
}
/** For who keeps the fund: names included. */
export const listPledges = async (
  cx: Cx,
  id: string,
  query: { readonly after?: string | undefined; readonly limit: number },
) => {
  const { row } = await seenFund(cx, id)
  if (!mayAt(cx.actor, 'fund.keep', row)) throw refuse('access.out-of-scope')
  const after = afterId(query.after)
  const found = await cx.db
    .select()
    .from(fundPledges)
    .where(and(eq(fundPledges.fundId, id), after === null ? undefined : gt(fundPledges.id, after)))
    .orderBy(asc(fundPledges.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (one) => [one.id])
  return {
    rows: rows.map(({ id: pledgeId, name, amount, paid, returned, at, withdrawnAt }) => ({
      id: pledgeId,
      name,
      amount,
      paid,
      returned,
      at: at.toISOString(),
      withdrawn: withdrawnAt !== null,
    })),
    total: null,
    next,
  }
}
