// Finds places above the homes by their name, or by a path like 城东街道/和顺社区/第一网格.
import { and, eq, sql } from 'drizzle-orm'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { placeColumns, placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { array } from './sql-array.ts'

const segmentsOf = (path: string): string[] =>
  path
    .split(/[/／>＞\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** One place, or why there is none. */
export type Found = { readonly place: PlaceRow } | { readonly problem: string }
export interface PlacesByName {
  find(path: string, kinds?: readonly PlaceKind[]): Found
}
/** Loads the places these paths may mean. Each word of a path must name an ancestor, in order; not all are needed. */
export const loadPlacesByName = async (cx: Cx, paths: readonly string[]): Promise<PlacesByName> => {
  // “幸福里小区 1号楼” is one path as well as 幸福里小区/1号楼: spaces part names where the whole is no name.
  const lasts = new Set(
    paths.flatMap((path) => [segmentsOf(path).at(-1) ?? '', path.split(/[/／>＞\\\s]/).at(-1) ?? '']),
  )
  const rows =
    lasts.size === 0
      ? []
      : await cx.db
          .select(placeColumns)
          .from(places)
          .where(
            and(
              eq(places.districtId, cx.districtId),
              places.active,
              sql`${places.kind} not in ('home', 'shop', 'parking')`,
              sql`${places.name} = any(${array([...lasts], 'text')})`,
            ),
          )
  const above = await placesByIds(
    cx.db,
    rows.flatMap((row) => Object.values(placedOf(row)).filter((id) => id !== null)),
  )
  const namesOf = (place: PlaceRow) => {
    const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = place
    return [districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId].flatMap((id) =>
      id === null ? [] : (above.get(id)?.name ?? []),
    )
  }
  const candidates = Map.groupBy(rows, (row) => row.name)
  const matching = (segments: readonly string[], kinds: readonly PlaceKind[] | undefined) =>
    (candidates.get(segments.at(-1) ?? '') ?? []).filter((place) => {
      if (kinds !== undefined && !kinds.includes(place.kind)) return false
      const names = namesOf(place)
      let from = 0
      return segments.every((segment) => (from = names.indexOf(segment, from) + 1) > 0)
    })
  const find: PlacesByName['find'] = (path, kinds) => {
    const bySlash = matching(segmentsOf(path), kinds)
    const found = bySlash.length > 0 ? bySlash : matching(path.split(/[/／>＞\\\s]/).filter(Boolean), kinds)
    if (found.length === 1) return { place: found[0]! }
    return { problem: found.length === 0 ? `没有“${path}”` : `有几个“${path}”，请写完整路径` }
  }
  return { find }
}
