// 逢三必商: named kinds of matters do not proceed without a resolution on record (mission B6). A door for other modules.
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { coveringIds } from '../organisations/index.ts'
import { placeById, placedOf } from '../places/index.ts'
import { mattersOf } from './schemes.ts'
import { resolutions } from './tables.ts'

/** What a caller may know of the deliberation it relies on. */
export interface Relied {
  /** The resolution, or the meeting that made it. */
  readonly id?: string | undefined
  /** The matter may ask for one only above an amount. */
  readonly amountFen?: number | undefined
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
  const matter = (await mattersOf(cx)).find((one) => one.code === kind)
  if (matter === undefined || !matter.active) return null
  if (matter.fromFen !== null && amountFen !== undefined && amountFen <= matter.fromFen) return null
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  const around = [place.id, ...coveringIds(placedOf(place))]
  const [found] = await cx.db
    .select({ id: resolutions.id })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.districtId, cx.districtId),
        eq(resolutions.matter, kind),
        sql`coalesce(${resolutions.ownersResult}, ${resolutions.result}) = 'adopted'`,
        sql`${resolutions.amendedBy} is null`,
        sql`${resolutions.placeId} = any(${sql.param(around)}::uuid[])`,
        sql`${resolutions.madeAt} > ${cx.now.toISOString()}::timestamptz - make_interval(days => ${matter.withinDays})`,
        sql`coalesce(${resolutions.expiresOn} >= (${cx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date, true)`,
        id === undefined ? undefined : sql`(${resolutions.id} = ${id}::uuid or ${resolutions.meetingId} = ${id}::uuid)`,
        amountFen === undefined
          ? undefined
          : sql`(${resolutions.budgetFen} is null or ${resolutions.budgetFen} >= ${amountFen})`,
      ),
    )
    .orderBy(desc(resolutions.madeAt))
    .limit(1)
  if (found === undefined)
    throw refuse('deliberation.must', {
      fields: [{ path: 'deliberation', message: `${matter.name}：${matter.about}` }],
    })
  return found.id
}
