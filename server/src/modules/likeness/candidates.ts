// The open cases around a place that may be like another: a few hundred at most, found by indexes, however many cases there are.
import { sql, type SQL } from 'drizzle-orm'
import { rankAlike, type Alike, type Candidate } from '../../../../rules/src/likeness.ts'
import { metresBetween } from '../../../../rules/src/near-point.ts'
import type { Tx } from '../../platform/database.ts'

/** Where the words are about. */
export interface Around {
  readonly districtId: string
  readonly communityId: string | null
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly lon: number | null
  readonly lat: number | null
}
const NEAR_METRES = 300
/** Cells per degree; see the index cases_open_cell. */
const CELLS = 200
const [OF_COMMUNITY, OF_ESTATE, OF_CELL] = [250, 120, 20]
/** Enough for the first screen of a long story. */
const READ = 500
/** Literally as in the partial indexes. */
const open = sql.raw(
  `state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened')`,
)
interface Found extends Record<string, unknown> {
  readonly id: string
  readonly words: string
  readonly buildingId: string | null
  readonly estateId: string | null
  readonly communityId: string
  readonly lon: number | null
  readonly lat: number | null
}
const newest = (where: SQL, limit: number): SQL =>
  sql`(select id from cases where ${where} and ${open} order by created_at desc limit ${sql.raw(String(limit))})`
const cellsAround = (lat: number, lon: number): SQL => {
  const [a, b] = [Math.floor(lat * CELLS), Math.floor(lon * CELLS)]
  const cells = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((right) => sql`(${a + up}::int, ${b + right}::int)`))
  const inCell = sql`lat is not null and floor(lat * 200)::int = cell.a and floor(lon * 200)::int = cell.b`
  return sql`(select n.id from (values ${sql.join(cells, sql`, `)}) cell (a, b), lateral ${newest(inCell, OF_CELL)} n)`
}
const poolOf = (around: Around): SQL | null => {
  const parts: SQL[] = []
  if (around.communityId !== null) parts.push(newest(sql`community_id = ${around.communityId}`, OF_COMMUNITY))
  if (around.estateId !== null) parts.push(newest(sql`estate_id = ${around.estateId}`, OF_ESTATE))
  if (around.lat !== null && around.lon !== null) parts.push(cellsAround(around.lat, around.lon))
  return parts.length === 0 ? null : sql.join(parts, sql` union `)
}
const nearness = (around: Around, one: Found): number => {
  if (around.buildingId !== null && one.buildingId === around.buildingId) return 1
  if (around.estateId !== null && one.estateId === around.estateId) return 0.75
  const isMeasured = around.lat !== null && around.lon !== null && one.lat !== null && one.lon !== null
  if (
    isMeasured &&
    metresBetween({ lon: around.lon!, lat: around.lat! }, { lon: one.lon!, lat: one.lat! }) <= NEAR_METRES
  )
    return 0.5
  return one.communityId === around.communityId ? 0.25 : 0
}
/**
 * Open cases like the words, the likest first. `allowed` is what the reader may be shown (over "cases");
 * a case of another community farther than 300 metres is not looked at.
 */
export const alikeAround = async (
  db: Tx,
  words: string,
  around: Around,
  allowed: SQL,
  options: { readonly most: number; readonly least: number; readonly without?: string },
): Promise<Alike[]> => {
  const pool = poolOf(around)
  if (pool === null) return []
  const found = await db.execute<Found>(sql`
    select "cases".id, left("cases".words, ${sql.raw(String(READ))}) as words, "cases".building_id as "buildingId",
      "cases".estate_id as "estateId", "cases".community_id as "communityId", "cases".lon, "cases".lat
    from (${pool}) pool join cases on "cases".id = pool.id
    where "cases".district_id = ${around.districtId} and "cases".merged_into_id is null and ${allowed}
    order by "cases".created_at desc, "cases".id`)
  const candidates: Candidate[] = found.rows
    .filter((one) => one.id !== options.without)
    .map((one) => ({ id: one.id, words: one.words, near: nearness(around, one) }))
    .filter((one) => one.near > 0)
  return rankAlike(words, candidates, options)
}
