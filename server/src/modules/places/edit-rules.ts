// What adding and changing a place have in common: one writer at a time per district, and the grid of a building.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { PlaceRow } from './placing.ts'
import { findPlace } from './policy.ts'

/** Changes of the tree's shape queue, so that no child is added below a place that is being renamed or retired. */
export const lockTree = (cx: Cx): Promise<unknown> =>
  cx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`places:${cx.districtId}`}, 11))`)

/**
 * The grid columns of a building that is put into a grid or micro-grid of its community.
 * @throws place.wrong-parent when it is no grid, is retired, or lies in another community
 */
export const gridColumns = async (
  cx: Cx,
  communityId: string | null,
  gridId: string | null,
): Promise<Pick<PlaceRow, 'gridId' | 'microGridId'>> => {
  if (gridId === null) return { gridId: null, microGridId: null }
  const grid = await findPlace(cx, gridId)
  const isGrid = (grid.kind === 'grid' || grid.kind === 'microGrid') && grid.active
  if (!isGrid || grid.communityId !== communityId) {
    throw refuse('place.wrong-parent', { fields: [{ path: 'gridId', message: '不是本社区的网格' }] })
  }
  return { gridId: grid.gridId, microGridId: grid.microGridId }
}
/** What the journal keeps of a place. */
export const journalled = (place: PlaceRow) => ({
  kind: place.kind,
  name: place.name,
  path: place.path,
  parentId: place.parentId,
  code: place.code,
  gridId: place.microGridId ?? place.gridId,
  floor: place.floor,
  area: place.area,
  areaSource: place.areaSource,
  lon: place.lon,
  lat: place.lat,
  boundary: place.boundary,
  active: place.active,
})
