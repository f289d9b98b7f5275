// Funds (mission B8, B12): books everyone can read, spending with four eyes, costs shared to the fen.
import { eq } from 'drizzle-orm'
import { applicationLife, planLife } from '../../../../contract/src/funds-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import { Refused } from '../../platform/refuse.ts'
import { forgetName } from './forget-name.ts'
import { ownData } from './own-data.ts'
import type { Wired } from './plan-decision.ts'
import { seenPlan } from './plan-policy.ts'
import { seenFund } from './policy.ts'
import { fundsRoutes } from './routes.ts'
import { fundApplications, fundEntries } from './tables.ts'

export { fundToSpend } from './decided.ts'
export { frozenPlan, type FrozenPlan } from './draft-plan.ts'

const orNot = async (sees: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await sees()
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
/** A receipt is for staff, and once released for everybody of the place. */
const seesReceipt = (cx: Cx, applicationId: string) =>
  orNot(async () => {
    const [row] = await cx.db.select().from(fundApplications).where(eq(fundApplications.id, applicationId))
    if (row === undefined) return false
    return (await seenFund(cx, row.fundId)).isStaff || row.state === 'published'
  })
/** The slip of a payment shows who paid: for staff alone. */
const seesSlip = (cx: Cx, entryId: string) =>
  orNot(async () => {
    const [row] = await cx.db.select().from(fundEntries).where(eq(fundEntries.id, entryId))
    return row !== undefined && (await seenFund(cx, row.fundId)).isStaff
  })
/** Photos of final accounts are for everybody in the plan. */
const seesPlan = (cx: Cx, planId: string) => orNot(async () => (await seenPlan(cx, planId)).plan.id === planId)

export const fundsModule = (wired: Wired): Module => {
  checkLifecycle(applicationLife)
  checkLifecycle(planLife)
  return {
    name: 'funds',
    routes: fundsRoutes(wired),
    forgetName,
    ownData,
    files: { fundReceipt: seesReceipt, fundEntry: seesSlip, fundPlan: seesPlan },
  }
}
