// Who may see and change which place.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { holding, mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById } from './find-place.ts'
import { placedColumns, placedOf, type PlaceRow } from './placing.ts'
import { places } from './tables.ts'

/** SQL: the place lies in an area of the actor's where this permission holds. */
export const visiblePlaces = (actor: Actor, permission: Permission): SQL => visibleAt(actor, permission, placedColumns)

/** An estate lies across grids, so it carries none: those who serve a grid see the estates of its buildings. */
const seesEstateThroughGrid = async (cx: Cx, place: PlaceRow): Promise<boolean> => {
  const grids = holding(cx.actor, 'place.see')
    .filter((held) => held.scopeKind === 'grid' || held.scopeKind === 'microGrid')
    .map((held) => held.scopeId)
  if (place.kind !== 'estate' || grids.length === 0) return false
  const [found] = await cx.db
    .select({ id: places.id })
    .from(places)
    .where(
      and(
        eq(places.estateId, place.id),
        eq(places.kind, 'building'),
        sql`(${inArray(places.gridId, grids)} or ${inArray(places.microGridId, grids)})`,
      ),
    )
    .limit(1)
  return found !== undefined
}
/** A place of this district. @throws place.not-found */
export const findPlace = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  return place
}
/** A place where the actor holds the permission. @throws place.not-found, access.out-of-scope */
export const findPlaceWithin = async (cx: Cx, permission: Permission, id: string): Promise<PlaceRow> => {
  const place = await findPlace(cx, id)
  if (!mayAt(cx.actor, permission, placedOf(place))) throw refuse('access.out-of-scope')
  return place
}
/** A place the actor may look at. @throws place.not-found, access.out-of-scope */
export const findVisiblePlace = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await findPlace(cx, id)
  if (mayAt(cx.actor, 'place.see', placedOf(place)) || (await seesEstateThroughGrid(cx, place))) return place
  throw refuse('access.out-of-scope')
}
/** The buttons of a place. */
export const mayDo = (actor: Actor, place: PlaceRow): string[] => {
  const placed = placedOf(place)
  return [
    ...(mayAt(actor, 'place.edit', placed) ? ['edit', ...(place.active ? ['retire'] : ['restore'])] : []),
    ...(place.active && mayAt(actor, 'place.edit', placed) ? ['add'] : []),
    ...(mayAt(actor, 'person.see', placed) ? ['seePeople'] : []),
    ...(mayAt(actor, 'home.confirm', placed) ? ['confirmHomes'] : []),
  ]
}
