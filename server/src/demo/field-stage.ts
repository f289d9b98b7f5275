// What the plays of work in the field share: the stage, the place, and who holds a position there.
import { sql } from 'drizzle-orm'
import type { Tx } from '../platform/database.ts'
import type { Random } from './random.ts'

export interface FieldStage {
  readonly db: Tx
  readonly districtId: string
  readonly random: Random
}
export interface Spot {
  readonly id: string
  readonly name: string
  readonly lon: number | null
  readonly lat: number | null
}
export interface FieldPlace {
  readonly communityId: string
  readonly streetId: string
  readonly estateId: string
  readonly gridId: string
  readonly buildings: readonly Spot[]
}
/** Who plays a position in the demo community. */
export const holderOf = async ({ db, districtId }: FieldStage, code: string, ids: readonly string[]): Promise<string> =>
  (
    await db.execute<{ id: string }>(sql`
      select a.person_id as id from appointments a join positions p on p.id = a.position_id join places s on s.id = a.scope_id
      where a.district_id = ${districtId} and p.code = ${code} and (a.to_on is null or a.to_on >= current_date)
        and (s.id = any(${sql.param(ids)}::uuid[]) or s.estate_id = any(${sql.param(ids)}::uuid[]))
      order by a.from_on, a.id limit 1`)
  ).rows[0]!.id
