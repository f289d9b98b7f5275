// 业主共同决定 for money (Civil Code art. 278, Regulation on property management art. 54): above a fund's limit spending rests on a certified decision.
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { refuse } from '../../platform/refuse.ts'
import { decidedOrWrong, type Decided, type Wired } from './plan-decision.ts'
import type { FundRow } from './policy.ts'
import { fundApplications, funds } from './tables.ts'

interface Spending {
  readonly amount: number
  /** Spending for a cost plan rests on the answers of its households, or on a decision of its own. */
  readonly planId: string | null
  readonly decisionId: string | null
}
/** The decision, with its title as it stood. */
interface Relied {
  readonly decisionId: string
  readonly decisionTitle: string
}
const wrong = (message: string) => refuse('fund.wrong-decision', { fields: [{ path: 'decisionId', message }] })
/** A fund whose use the owners decide; null where they do not. */
export const fundToSpend = async (db: Tx, districtId: string, id: string) => {
  const [row] = await db
    .select({ id: funds.id, name: funds.name, placeId: funds.placeId, kind: funds.kind })
    .from(funds)
    .where(
      and(
        eq(funds.id, id),
        eq(funds.districtId, districtId),
        eq(funds.state, 'open'),
        inArray(funds.kind, ['commonIncome', 'maintenanceFund']),
      ),
    )
  return row ?? null
}
/** What its adopted items about this fund allow together. */
const allowedBy = ({ items }: Decided, fundId: string): number =>
  items.reduce((sum, item) => (item.fundId === fundId && item.isPassed ? sum + (item.amountFen ?? 0) : sum), 0)
/** Applied for on the strength of a decision, and neither refused nor taken back. */
const usedOf = async (cx: Cx, fundId: string, decisionId: string): Promise<number> => {
  const [row] = await cx.db
    .select({ sum: sql<number>`coalesce(sum(${fundApplications.amount}), 0)`.mapWith(Number) })
    .from(fundApplications)
    .where(
      and(
        eq(fundApplications.fundId, fundId),
        eq(fundApplications.decisionId, decisionId),
        notInArray(fundApplications.state, ['refused', 'withdrawn', 'reversed']),
      ),
    )
  return row!.sum
}
/** Certified and adopted about this fund, with what is left of each. */
export const decisionsFor = async (cx: Cx, fundId: string, { certifiedOnFund }: Wired) => {
  const found: { id: string; title: string; left: number }[] = []
  for (const decided of await certifiedOnFund(cx, fundId)) {
    const left = allowedBy(decided, fundId) - (await usedOf(cx, fundId, decided.id))
    if (left > 0) found.push({ id: decided.id, title: decided.title, left })
  }
  return found
}
/**
 * Gives what it rests on. With the fund locked, so that two applications cannot both use what is left.
 * @throws fund.must-decide, fund.must-decide-use, fund.wrong-decision with what is wrong
 */
export const refuseUndecided = async (
  cx: Cx,
  fund: FundRow,
  spending: Spending,
  wired: Wired,
): Promise<Relied | null> => {
  const { amount, planId, decisionId } = spending
  if (decisionId === null) {
    if (planId === null && fund.decideAbove !== null && amount > fund.decideAbove)
      throw refuse(fund.kind === 'maintenanceFund' ? 'fund.must-decide-use' : 'fund.must-decide')
    return null
  }
  const decided = await decidedOrWrong(cx, decisionId, wired, wrong)
  const about = decided.items.filter((item) => item.fundId === fund.id)
  if (about.length === 0) throw wrong('表决里没有写明用这笔资金')
  if (!about.some((item) => item.isPassed)) throw wrong('表决没有通过')
  const left = allowedBy(decided, fund.id) - (await usedOf(cx, fund.id, decisionId))
  if (amount > left) throw wrong(`表决同意的金额还剩${(left / 100).toFixed(2)}元`)
  return { decisionId, decisionTitle: decided.title }
}
/** Nothing goes on that rests on a decision annulled since. @throws fund.wrong-decision */
export const refuseAnnulled = async (cx: Cx, decisionId: string | null, wired: Wired): Promise<void> => {
  if (decisionId !== null) await decidedOrWrong(cx, decisionId, wired, wrong)
}
