// Who finds the department of a matter by the duty lists: handed in by the app, since that module stands on this one.
import type { Placed } from '../../platform/access.ts'
import type { Tx } from '../../platform/database.ts'

export interface ByDutyList {
  readonly organisation: { readonly id: string; readonly name: string }
  /** e.g. 按执法清单：综合行政执法局 · 查处占道经营 */
  readonly because: string
}
export type FindByDutyList = (
  db: Tx,
  districtId: string,
  categoryId: string,
  placed: Placed,
) => Promise<ByDutyList | null>
let finder: FindByDutyList | null = null
/** Called once when the app is put together; holds nothing but a function. */
export const routeByDutyLists = (given: FindByDutyList): void => {
  finder = given
}
/** Null where no list covers the category there. */
export const byDutyList: FindByDutyList = async (db, districtId, categoryId, placed) =>
  finder === null ? null : finder(db, districtId, categoryId, placed)
