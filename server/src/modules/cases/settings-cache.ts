// Categories, rules and policies change rarely and are asked for at every report: kept for a few seconds per process.
import { and, eq } from 'drizzle-orm'
import type { CaseKind } from '../../../../contract/src/cases-kinds.ts'
import type { Tx } from '../../platform/database.ts'
import { regimesOf, type RegimeRow } from './clocks.ts'
import { caseBeginnings, categories, deadlinePolicies, dispatchRules } from './tables.ts'

export type CategoryRow = typeof categories.$inferSelect
export type RuleRow = typeof dispatchRules.$inferSelect
export interface CaseSettings {
  readonly categories: readonly CategoryRow[]
  readonly rules: readonly RuleRow[]
  readonly policies: readonly (typeof deadlinePolicies.$inferSelect)[]
  /** Deadlines of areas, in force now. */
  readonly regimes: readonly RegimeRow[]
  /** Kinds of cases that begin at the grid. */
  readonly gridKinds: readonly CaseKind[]
}
const CACHE_MS = 3000
const cache = new Map<string, { until: number; settings: CaseSettings }>()
export const forgetSettings = (districtId: string): void => void cache.delete(districtId)
export const loadSettings = async (db: Tx, districtId: string): Promise<CaseSettings> => {
  const known = cache.get(districtId)
  if (known !== undefined && known.until > Date.now()) return known.settings
  const settings: CaseSettings = {
    categories: await db
      .select()
      .from(categories)
      .where(eq(categories.districtId, districtId))
      .orderBy(categories.sort, categories.name),
    rules: await db
      .select()
      .from(dispatchRules)
      .where(and(eq(dispatchRules.districtId, districtId), eq(dispatchRules.active, true)))
      .orderBy(dispatchRules.sort, dispatchRules.id),
    policies: await db.select().from(deadlinePolicies).where(eq(deadlinePolicies.districtId, districtId)),
    regimes: await regimesOf(db, districtId),
    gridKinds:
      (await db.select().from(caseBeginnings).where(eq(caseBeginnings.districtId, districtId)))[0]?.gridKinds ?? [],
  }
  cache.set(districtId, { until: Date.now() + CACHE_MS, settings })
  return settings
}
