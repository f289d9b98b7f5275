// 逢三必商 (mission B6) for money: above a fund's limit nothing is spent without a deliberation on record.
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { FundRow } from './policy.ts'

interface Spending {
  readonly amount: number
  /** Spending for a cost plan rests on the answers of its households. */
  readonly planId: string | null
  readonly resolutionId: string | null
  readonly resolutionWords: string | null
}
/** @throws fund.must-deliberate */
export const refuseUnlessDeliberated = async (_cx: Cx, fund: FundRow, spending: Spending): Promise<void> => {
  if (fund.deliberateAbove === null || spending.amount <= fund.deliberateAbove || spending.planId !== null) return
  if (spending.resolutionId === null && spending.resolutionWords === null)
    throw refuse('fund.must-deliberate', { fields: [{ path: 'resolutionWords', message: '请填写决议' }] })
}
