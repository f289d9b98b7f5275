// At which level of the ladder a case begins: the kinds a district gives to its grids, and the community for the rest.
import { eq } from 'drizzle-orm'
import type { CaseKind, CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { forgetSettings } from './settings-cache.ts'
import { caseBeginnings } from './tables.ts'

/** None where the district never said. */
export const gridKindsOf = async (db: Tx, districtId: string): Promise<CaseKind[]> => {
  const [row] = await db.select().from(caseBeginnings).where(eq(caseBeginnings.districtId, districtId))
  return row?.gridKinds ?? []
}
/** Cases taken in from now on; who decides has been checked by the caller. */
export const setGridKinds = async (cx: Cx, kinds: readonly CaseKind[]): Promise<void> => {
  const gridKinds = [...new Set(kinds)]
  await cx.db
    .insert(caseBeginnings)
    .values({ districtId: cx.districtId, gridKinds })
    .onConflictDoUpdate({ target: caseBeginnings.districtId, set: { gridKinds } })
  forgetSettings(cx.districtId)
}
/** A place outside any grid has nobody there to begin with. */
export const firstLevel = (gridKinds: readonly CaseKind[], kind: CaseKind, gridId: string | null): CaseLevel =>
  gridId !== null && gridKinds.includes(kind) ? 'grid' : 'community'
