// Ends a fund-raising: met, and its money may be spent; or failed, and every fen goes back to who paid it.
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { transfer } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { accountOf, postEntry } from './books.ts'
import { dayOf } from './moments.ts'
import { lockFund, type FundRow } from './policy.ts'
import { fundPledges, funds } from './tables.ts'

/** One entry per pledge, so that each return is seen. */
const returnAll = async (cx: Cx, fund: FundRow): Promise<number> => {
  const paid = await cx.db
    .select()
    .from(fundPledges)
    .where(and(eq(fundPledges.fundId, fund.id), gt(fundPledges.paid, fundPledges.returned)))
    .orderBy(asc(fundPledges.id))
    .for('update')
  const gifts = await accountOf(cx, fund, { role: 'gifts' })
  const bank = await accountOf(cx, fund, { role: 'bank' })
  for (const row of paid) {
    await postEntry(cx, fund, {
      kind: 'return',
      day: dayOf(cx.now),
      purpose: `退还筹资款：${fund.name}`,
      postings: transfer(bank, gifts, row.paid - row.returned),
      thing: { kind: 'pledge', id: row.id },
    })
    await cx.db.update(fundPledges).set({ returned: row.paid }).where(eq(fundPledges.id, row.id))
  }
  return paid.length
}
/** @throws fund.not-raising, fund.target-not-met */
export const endRaising = async (
  cx: Cx,
  id: string,
  end: { readonly outcome: 'met' | 'failed'; readonly reason: string },
): Promise<string> => {
  const fund = await lockFund(cx, id, 'fund.open')
  if (fund.state !== 'raising') throw refuse('fund.not-raising')
  const [sums] = await cx.db
    .select({ paid: sql<number>`coalesce(sum(${fundPledges.paid}), 0)`.mapWith(Number) })
    .from(fundPledges)
    .where(eq(fundPledges.fundId, id))
  if (end.outcome === 'met' && sums!.paid < fund.target!) throw refuse('fund.target-not-met')
  const returned = end.outcome === 'failed' ? await returnAll(cx, fund) : 0
  const state = end.outcome === 'met' ? 'open' : 'failed'
  await cx.db.update(funds).set({ state }).where(eq(funds.id, id))
  const people = await cx.db
    .selectDistinct({ personId: fundPledges.personId })
    .from(fundPledges)
    .where(and(eq(fundPledges.fundId, id), isNull(fundPledges.withdrawnAt)))
  await cx.journal({
    action: 'fund.raising',
    sentence: '结束了筹资',
    thing: { kind: 'fund', id },
    before: { state: fund.state },
    after: { state, reason: end.reason, paid: sums!.paid, returned },
  })
  await tell(cx, {
    event: end.outcome === 'met' ? 'fund.met' : 'fund.failed',
    audience: 'person',
    personIds: people.flatMap((one) => one.personId ?? []),
    thing: { kind: 'fund', id },
    fields: { fund: fund.name, reason: end.reason },
  })
  return id
}
