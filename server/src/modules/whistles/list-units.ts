// Which units can be called to a case: active organisations where somebody may answer at its place, the nearest first.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Placed } from '../../platform/access.ts'
import { refuse } from '../../platform/refuse.ts'
import { placedOfCase, readCase } from '../cases/index.ts'
import { answeringAt } from '../organisations/index.ts'
import { isCaller } from './policy.ts'

export interface CallableUnit {
  id: string
  name: string
  kind: string
  people: number
  openParts: number
}
/** With the parts each has open in the district: how busy it is. */
export const unitsAt = async (cx: Cx, placed: Placed): Promise<CallableUnit[]> => {
  const found = await answeringAt(cx.db, cx.districtId, 'whistle.answer', placed)
  if (found.length === 0) return []
  const counted = await cx.db.execute<{ id: string; n: number }>(sql`
    select organisation_id as id, count(*)::int as n from whistle_parts
    where organisation_id = any(${sql.param(found.map((one) => one.id))}::uuid[])
      and state in ('called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack')
    group by organisation_id`)
  const open = new Map(counted.rows.map((row) => [row.id, row.n]))
  return found.map((one) => ({ ...one, openParts: open.get(one.id) ?? 0 }))
}
export const listUnits = async (cx: Cx, caseId: string): Promise<CallableUnit[]> => {
  const row = await readCase(cx, caseId)
  if (!isCaller(cx.actor, placedOfCase(row))) throw refuse('access.out-of-scope')
  return unitsAt(cx, placedOfCase(row))
}
