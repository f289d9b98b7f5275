// 逢三必商: named kinds of matters do not proceed without a resolution on record (mission B6). A door for other modules.
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Matter } from '../../../../contract/src/deliberation-schemes.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { coveringIds } from '../organisations/index.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { livingIn, visibleResolutions } from './policy.ts'
import { mattersOf } from './schemes.ts'
import { resolutions } from './tables.ts'

/** What a caller may know of the deliberation it relies on. */
export interface Relied {
  /** The resolution, or the meeting that made it. */
  readonly id?: string | undefined
  /** The matter may ask for one only above an amount. */
  readonly amountFen?: number | undefined
}
interface Ground {
  readonly matter: Matter
  readonly place: PlaceRow
}
/** The matter and the place; null where the district asks for no deliberation. @throws place.not-found */
const groundOf = async (cx: Cx<Actor | null>, kind: string, placeId: string): Promise<Ground | null> => {
  const matter = (await mattersOf(cx)).find((one) => one.code === kind)
  if (matter === undefined || !matter.active) return null
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  return { matter, place }
}
/** SQL: adopted on this matter for the place or one around it, lately enough, in force, large enough. */
const carries = (cx: Cx<Actor | null>, { matter, place }: Ground, { id, amountFen }: Relied): SQL | undefined => {
  const around = [place.id, ...coveringIds(placedOf(place))]
  return and(
    eq(resolutions.districtId, cx.districtId),
    eq(resolutions.matter, matter.code),
    sql`coalesce(${resolutions.ownersResult}, ${resolutions.result}) = 'adopted'`,
    sql`${resolutions.amendedBy} is null`,
    sql`${resolutions.placeId} = any(${sql.param(around)}::uuid[])`,
    sql`${resolutions.madeAt} > ${cx.now.toISOString()}::timestamptz - make_interval(days => ${matter.withinDays})`,
    sql`coalesce(${resolutions.expiresOn} >= (${cx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date, true)`,
    id === undefined ? undefined : sql`(${resolutions.id} = ${id}::uuid or ${resolutions.meetingId} = ${id}::uuid)`,
    amountFen === undefined
      ? undefined
      : sql`(${resolutions.budgetFen} is null or ${resolutions.budgetFen} >= ${amountFen})`,
  )
}
/** What a matter of a place may rest on today, newest first; null where no deliberation is asked for. */
export const reliable = async (cx: Cx, kind: string, placeId: string) => {
  const ground = await groundOf(cx, kind, placeId)
  if (ground === null) return null
  const rows = await cx.db
    .select({
      id: resolutions.id,
      number: resolutions.number,
      title: resolutions.title,
      budgetFen: resolutions.budgetFen,
      madeAt: resolutions.madeAt,
    })
    .from(resolutions)
    .where(carries(cx, ground, {}))
    .orderBy(desc(resolutions.madeAt))
    .limit(50)
  return { matter: ground.matter.name, fromFen: ground.matter.fromFen, rows }
}
/**
 * Refuses unless a resolution on this kind of matter was adopted for this place, or one around it, lately enough.
 * A kind the district has switched off refuses nothing. Gives the resolution relied on, null where none was needed.
 * @throws deliberation.must, place.not-found
 */
export const refuseUndeliberated = async (
  cx: Cx<Actor | null>,
  kind: string,
  placeId: string,
  { id, amountFen }: Relied = {},
): Promise<string | null> => {
  const ground = await groundOf(cx, kind, placeId)
  if (ground === null) return null
  const { matter } = ground
  if (matter.fromFen !== null && amountFen !== undefined && amountFen <= matter.fromFen) return null
  const [found] = await cx.db
    .select({ id: resolutions.id })
    .from(resolutions)
    .where(carries(cx, ground, { id, amountFen }))
    .orderBy(desc(resolutions.madeAt))
    .limit(1)
  if (found === undefined)
    throw refuse('deliberation.must', {
      fields: [{ path: 'deliberation', message: `${matter.name}：${matter.about}` }],
    })
  return found.id
}
/** Of resolutions by their ids those the reader may open: what was resolved, in which meeting. */
export const resolutionsByIds = async (cx: Cx, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { title: string; meetingId: string }>()
  const rows = await cx.db
    .select({ id: resolutions.id, title: resolutions.title, meetingId: resolutions.meetingId })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.districtId, cx.districtId),
        inArray(resolutions.id, [...new Set(ids)]),
        visibleResolutions(cx, await livingIn(cx)),
      ),
    )
  return new Map(rows.map(({ id, ...found }) => [id, found]))
}
