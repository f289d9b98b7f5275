// 逢三必商 (mission B6) for money: above a fund's limit nothing is spent without a deliberation on record.
import type { FundKind } from '../../../../contract/src/funds-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { mayAt } from '../../platform/access.ts'
import { refuseUndeliberated, reliable } from '../deliberation/index.ts'
import { decisionsFor } from './decided.ts'
import type { Wired } from './plan-decision.ts'
import { seenFund, type FundRow } from './policy.ts'

interface Spending {
  readonly amount: number
  /** Spending for a cost plan rests on the answers of its households. */
  readonly planId: string | null
  readonly resolutionId: string | null
  readonly resolutionWords: string | null
}
/** Matters of the district’s list that must be deliberated; the maintenance fund is the owners’ own to decide. */
const matterOf: Partial<Record<FundKind, string>> = {
  commonIncome: 'commonSpending',
  partyServiceFund: 'partyFund',
  convenienceFund: 'partyFund',
}
/** What spending of a fund may rest on, and from which amount it must. */
export const resolutionsFor = async (cx: Cx, id: string, wired: Wired) => {
  const { row, isStaff } = await seenFund(cx, id)
  if (!isStaff || !mayAt(cx.actor, 'fund.apply', row)) throw refuse('access.out-of-scope')
  const code = matterOf[row.kind]
  const found = code === undefined ? null : await reliable(cx, code, row.placeId)
  return {
    matter: found?.matter ?? null,
    above: row.deliberateAbove,
    decideAbove: row.decideAbove,
    decisions: await decisionsFor(cx, id, wired),
    rows: (found?.rows ?? []).map(({ number, budgetFen, madeAt, ...one }) => ({
      ...one,
      number: String(number),
      budget: budgetFen,
      madeAt: madeAt.toISOString(),
    })),
  }
}
/**
 * Gives the resolution relied on, null where none is on record here.
 * @throws fund.must-deliberate, deliberation.must
 */
export const refuseUnlessDeliberated = async (cx: Cx, fund: FundRow, spending: Spending): Promise<string | null> => {
  const { amount, planId, resolutionId, resolutionWords } = spending
  const isNeeded = fund.deliberateAbove !== null && amount > fund.deliberateAbove && planId === null
  const matter = matterOf[fund.kind]
  if (matter !== undefined && (isNeeded || resolutionId !== null)) {
    const relied = await refuseUndeliberated(cx, matter, fund.placeId, {
      amountFen: amount,
      ...(resolutionId === null ? {} : { id: resolutionId }),
    })
    if (relied !== null) return relied
  }
  if (isNeeded && resolutionId === null && resolutionWords === null)
    throw refuse('fund.must-deliberate', { fields: [{ path: 'resolutionWords', message: '请填写决议' }] })
  return resolutionId
}
