// Takes an entry back by its opposite: what is written stays, and what it did to a pledge or a share is undone with it.
import { and, eq, sql } from 'drizzle-orm'
import { reversalOf } from '../../../../rules/src/ledger.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { postEntry, postingsOf, type EntryRow } from './books.ts'
import { dayOf } from './moments.ts'
import { lockFund, refuseClosed, type FundRow } from './policy.ts'
import { fundPlanLines, fundPlans, fundEntries, fundPledges } from './tables.ts'

/** The opposite entry of one that belongs to a locked fund. @throws fund.reversed, fund.not-enough */
export const postReversal = async (cx: Cx, fund: FundRow, entry: EntryRow, reason: string): Promise<string> => {
  const [before] = await cx.db
    .select({ id: fundEntries.id })
    .from(fundEntries)
    .where(eq(fundEntries.reversesId, entry.id))
  if (before !== undefined) throw refuse('fund.reversed')
  return postEntry(cx, fund, {
    kind: 'reversal',
    day: dayOf(cx.now),
    purpose: `冲正：${reason}`,
    postings: reversalOf({ postings: await postingsOf(cx, entry.id) }),
    ...(entry.thingKind === null || entry.thingId === null
      ? {}
      : { thing: { kind: entry.thingKind, id: entry.thingId } }),
    reversesId: entry.id,
  })
}
export const entryOf = async (cx: Cx, fundId: string, entryId: string): Promise<EntryRow> => {
  const [entry] = await cx.db
    .select()
    .from(fundEntries)
    .where(and(eq(fundEntries.id, entryId), eq(fundEntries.fundId, fundId)))
  if (entry === undefined) throw refuse('fund.no-entry')
  return entry
}
const refuseUnlessCollecting = async (cx: Cx, planId: string) => {
  const [plan] = await cx.db.select().from(fundPlans).where(eq(fundPlans.id, planId)).for('update')
  if (plan?.state !== 'collecting' && plan?.state !== 'settling') throw refuse('plan.not-collecting')
}
const amountOf = async (cx: Cx, entryId: string): Promise<number> =>
  (await postingsOf(cx, entryId)).reduce((sum, { amount }) => (amount > 0 ? sum + amount : sum), 0)

/** What the entry did beside the books. @throws fund.not-by-itself, plan.not-collecting, fund.not-raising */
const undo = async (cx: Cx, fund: FundRow, entry: EntryRow): Promise<void> => {
  const amount = await amountOf(cx, entry.id)
  const id = entry.thingId
  if (entry.kind === 'income' || entry.kind === 'deposit') return
  if (id === null) throw refuse('fund.not-by-itself')
  if (entry.kind === 'gift') {
    if (fund.state !== 'raising') throw refuse('fund.not-raising')
    await cx.db
      .update(fundPledges)
      .set({ paid: sql`${fundPledges.paid} - ${amount}` })
      .where(eq(fundPledges.id, id))
    return
  }
  if (entry.kind === 'share' || entry.kind === 'refund') {
    const [line] = await cx.db.select().from(fundPlanLines).where(eq(fundPlanLines.id, id)).for('update')
    await refuseUnlessCollecting(cx, line!.planId)
    const paid = line!.paid + (entry.kind === 'share' ? -amount : amount)
    await cx.db.update(fundPlanLines).set({ paid }).where(eq(fundPlanLines.id, id))
    return
  }
  if (entry.kind !== 'subsidy') throw refuse('fund.not-by-itself')
  await refuseUnlessCollecting(cx, id)
  await cx.db
    .update(fundPlans)
    .set({ subsidyReceived: sql`${fundPlans.subsidyReceived} - ${amount}` })
    .where(eq(fundPlans.id, id))
}
/** @throws fund.no-entry, fund.reversed, fund.not-by-itself, fund.closed, fund.not-enough */
export const reverseEntry = async (cx: Cx, fundId: string, entryId: string, reason: string): Promise<string> => {
  const fund = await lockFund(cx, fundId, 'fund.approve')
  refuseClosed(fund)
  const entry = await entryOf(cx, fundId, entryId)
  const reversalId = await postReversal(cx, fund, entry, reason)
  await undo(cx, fund, entry)
  await cx.journal({
    action: 'fund.reversal',
    sentence: '冲正了一笔账',
    thing: { kind: 'fund', id: fundId },
    before: { entryId, purpose: entry.purpose },
    after: { reversalId, reason },
  })
  return fundId
}
