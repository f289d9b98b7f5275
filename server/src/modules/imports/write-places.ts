// Writes the places of an import: one statement adds all, one changes homes, one moves buildings to their grids.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { bigrams } from '../../platform/search.ts'
import type { Node } from './place-tree.ts'
import { array } from './sql-array.ts'

export interface ChangedHome {
  readonly id: string
  readonly floor: number | null
  readonly area: number | null
  readonly areaSource: 'register' | 'survey' | 'contract' | null
}
interface Gridded {
  readonly building: Node
  readonly grid: Node
}
const insertPlaces = async (
  cx: Cx,
  nodes: readonly Node[],
  changed: ReadonlyMap<string, ChangedHome>,
  gridOf: (node: Node) => string | null,
) => {
  const ids = (pick: (node: Node) => string | null) => array(nodes.map(pick), 'uuid')
  const texts = (pick: (node: Node) => string | null) => array(nodes.map(pick), 'text')
  const numbers = (pick: (node: Node) => number | null) => array(nodes.map(pick), 'int')
  await cx.db.execute(sql`
    insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, grid_id, estate_id, building_id, unit_id, floor, area, area_source, search)
    select p.id, ${cx.districtId}::uuid, p.kind, p.parent_id, p.name, p.path, p.street_id, p.community_id, p.grid_id, p.estate_id, p.building_id, p.unit_id,
      p.floor, p.area, p.area_source, array_to_tsvector(string_to_array(p.grams, ' '))
    from unnest(
      ${ids((node) => node.id)}, ${texts((node) => node.kind)}, ${ids((node) => node.parentId)}, ${texts((node) => node.name)}, ${texts((node) => node.path)},
      ${ids((node) => node.streetId)}, ${ids((node) => node.communityId)}, ${ids(gridOf)}, ${ids((node) => node.estateId)}, ${ids((node) => node.buildingId)}, ${ids((node) => node.unitId)},
      ${numbers((node) => changed.get(node.id)?.floor ?? null)}, ${numbers((node) => changed.get(node.id)?.area ?? null)}, ${texts((node) => changed.get(node.id)?.areaSource ?? null)},
      ${texts((node) => bigrams(node.path).join(' '))}
    ) as p (id, kind, parent_id, name, path, street_id, community_id, grid_id, estate_id, building_id, unit_id, floor, area, area_source, grams)`)
}
const updateHomes = async (cx: Cx, homes: readonly ChangedHome[]) => {
  if (homes.length === 0) return
  await cx.db.execute(sql`
    update places p set floor = c.floor, area = c.area, area_source = c.area_source
    from unnest(${array(
      homes.map((home) => home.id),
      'uuid',
    )}, ${array(
      homes.map((home) => home.floor),
      'int',
    )}, ${array(
      homes.map((home) => home.area),
      'int',
    )}, ${array(
      homes.map((home) => home.areaSource),
      'text',
    )})
      as c (id, floor, area, area_source)
    where p.id = c.id and p.district_id = ${cx.districtId}`)
}
/** The building and all that stands in it. */
const moveBuildings = async (cx: Cx, moved: readonly Gridded[]) => {
  if (moved.length === 0) return
  await cx.db.execute(sql`
    update places p set grid_id = c.grid_id, micro_grid_id = null
    from unnest(${array(
      moved.map(({ building }) => building.id),
      'uuid',
    )}, ${array(
      moved.map(({ grid }) => grid.id),
      'uuid',
    )}) as c (building_id, grid_id)
    where p.building_id = c.building_id and p.district_id = ${cx.districtId} and p.grid_id is distinct from c.grid_id`)
}
/** `changed` holds the facts of new homes as well as of known ones. */
export const writePlaces = async (
  cx: Cx,
  added: readonly Node[],
  changed: ReadonlyMap<string, ChangedHome>,
  gridded: readonly Gridded[],
): Promise<void> => {
  const grids = new Map(gridded.map(({ building, grid }) => [building.id, grid.id]))
  const gridOf = (node: Node) => (node.buildingId === null ? node.gridId : (grids.get(node.buildingId) ?? node.gridId))
  const isNew = new Set(added.map((node) => node.id))
  if (added.length > 0) await insertPlaces(cx, added, changed, gridOf)
  await updateHomes(
    cx,
    [...changed.values()].filter((home) => !isNew.has(home.id)),
  )
  await moveBuildings(
    cx,
    gridded.filter(({ building, grid }) => !building.isNew && building.gridId !== grid.id),
  )
}
