// Which place a position or an address in words means: for reports that come from outside.
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { matches } from '../../platform/search.ts'
import { places } from './tables.ts'

interface Position {
  readonly lon: number
  readonly lat: number
}
const METRES_PER_DEGREE = 111_320
/** As far from a building as one still means it; as far from the next known place as one still means this district. */
const AT_BUILDING_M = 80
const NEAR_M = 1500

/** Whether a position lies in a ring of [lon, lat]. */
export const liesIn = ({ lon, lat }: Position, ring: readonly (readonly [number, number])[]): boolean => {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) isInside = !isInside
  }
  return isInside
}
const nearest = async (db: Tx, districtId: string, at: Position, within: string | null, metres: number) => {
  const wide = metres / (METRES_PER_DEGREE * Math.cos((at.lat * Math.PI) / 180))
  const high = metres / METRES_PER_DEGREE
  const found = await db.execute<{ id: string; far: number }>(sql`
    select id, sqrt(((lon - ${at.lon}) * cos(radians(${at.lat}::float8))) ^ 2 + (lat - ${at.lat}) ^ 2) * ${METRES_PER_DEGREE} as far
    from places where district_id = ${districtId} and active and kind in ('building', 'estate') and lon is not null
      and lon between ${at.lon - wide} and ${at.lon + wide} and lat between ${at.lat - high} and ${at.lat + high}
      and ${within === null ? sql`true` : sql`(estate_id = ${within} or community_id = ${within})`}
    order by far, id limit 1`)
  const one = found.rows[0]
  return one !== undefined && one.far <= metres ? one.id : null
}
/** The place of a position (WGS-84): within a drawn boundary first, else the nearest known place; null far from all. */
export const placeAt = async (db: Tx, districtId: string, at: Position): Promise<string | null> => {
  const drawn = await db
    .select({ id: places.id, kind: places.kind, boundary: places.boundary })
    .from(places)
    .where(
      and(
        eq(places.districtId, districtId),
        eq(places.active, true),
        isNotNull(places.boundary),
        sql`${places.kind} in ('estate', 'community')`,
      ),
    )
  const around = drawn.filter((place) => liesIn(at, place.boundary ?? []))
  const area = around.find((place) => place.kind === 'estate') ?? around[0]
  if (area !== undefined) return (await nearest(db, districtId, at, area.id, AT_BUILDING_M)) ?? area.id
  return nearest(db, districtId, at, null, NEAR_M)
}
/** The place an address in words means: every word is in its path; the largest such place; null when none or unclear. */
export const placeOfWords = async (db: Tx, districtId: string, text: string): Promise<string | null> => {
  const rows = await db
    .select({ id: places.id, path: places.path })
    .from(places)
    .where(
      and(
        eq(places.districtId, districtId),
        eq(places.active, true),
        isNotNull(places.communityId),
        matches(places.search, sql`${places.path}`, text.slice(0, 100)),
      ),
    )
    .orderBy(sql`length(${places.path})`, places.id)
    .limit(2)
  const [first, second] = rows
  if (first === undefined) return null
  // Two places of one name: nobody can tell which is meant.
  return second !== undefined && second.path === first.path ? null : first.id
}
