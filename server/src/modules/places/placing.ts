// Where a place stands: the ancestors its row carries, its path in words, and the row of a new place below another.
import { getTableColumns, sql } from 'drizzle-orm'
import { mayStandBelow, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Placed } from '../../platform/access.ts'
import { refuse } from '../../platform/refuse.ts'
import { places } from './tables.ts'

const { search: _search, pathOrder: _pathOrder, ...columns } = getTableColumns(places)
/** Every column but those that only serve search and order. */
export const placeColumns = columns
export type PlaceRow = Omit<typeof places.$inferSelect, 'search' | 'pathOrder'>

/** The column of the rows below a place of this kind that holds its id; null where nothing stands below. */
export const columnOf = {
  district: 'districtId',
  street: 'streetId',
  community: 'communityId',
  grid: 'gridId',
  microGrid: 'microGridId',
  estate: 'estateId',
  building: 'buildingId',
  unit: 'unitId',
  home: null,
  shop: null,
  parking: null,
} as const satisfies Record<PlaceKind, keyof Placed | null>

/** The columns an access condition compares. */
export const placedColumns = {
  districtId: places.districtId,
  streetId: places.streetId,
  communityId: places.communityId,
  gridId: places.gridId,
  microGridId: places.microGridId,
  estateId: places.estateId,
  buildingId: places.buildingId,
  unitId: places.unitId,
} as const

/** The ancestors a row carries, itself included for its own kind. */
export const placedOf = (place: Placed): Placed => ({
  districtId: place.districtId,
  streetId: place.streetId,
  communityId: place.communityId,
  gridId: place.gridId,
  microGridId: place.microGridId,
  estateId: place.estateId,
  buildingId: place.buildingId,
  unitId: place.unitId,
})
/** SQL: the order of names as people count: 第一网格 第二网格 第三网格, which the characters alone do not give. */
export const inCountingOrder = sql`translate(${places.pathOrder}, '一二三四五六七八九', '123456789')`
const carriesPath = new Set<PlaceKind>(['estate', 'building', 'unit'])
/** The words of a path: 幸福里小区 3号楼 2单元 501 in an estate, the name alone in the administrative tree. */
export const pathOf = (name: string, parent: { readonly kind: PlaceKind; readonly path: string } | null): string =>
  parent !== null && carriesPath.has(parent.kind) ? `${parent.path} ${name}` : name

/**
 * What a new place takes from the place above it: ancestors, path, tenant.
 * @throws place.wrong-parent when this kind does not stand below that one
 */
export const standingBelow = (id: string, kind: PlaceKind, name: string, parent: PlaceRow) => {
  if (!mayStandBelow(kind, parent.kind)) throw refuse('place.wrong-parent', { because: `${kind} below ${parent.kind}` })
  const column = columnOf[kind]
  return {
    ...placedOf(parent),
    ...(column === null ? {} : { [column]: id }),
    id,
    kind,
    parentId: parent.id,
    name,
    path: pathOf(name, parent),
  }
}
