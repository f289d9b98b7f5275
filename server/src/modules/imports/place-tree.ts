// The places of a district in memory, with those that a spreadsheet would add.
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { standingBelow, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'

export type Node = Omit<PlaceRow, 'createdAt' | 'lon' | 'lat' | 'boundary' | 'sort' | 'code'> & {
  /** Not in the database yet. */
  readonly isNew: boolean
  /** A row without errors needs it: only then is it written. */
  isWanted: boolean
}
export interface PlaceTree {
  readonly district: Node
  /** The child of this name, made up when there is none. */
  findOrMake(parent: Node, kind: PlaceKind, name: string): Node
  readonly made: readonly Node[]
}
const nodeColumns = {
  id: places.id,
  districtId: places.districtId,
  kind: places.kind,
  parentId: places.parentId,
  name: places.name,
  path: places.path,
  streetId: places.streetId,
  communityId: places.communityId,
  gridId: places.gridId,
  microGridId: places.microGridId,
  estateId: places.estateId,
  buildingId: places.buildingId,
  unitId: places.unitId,
  floor: places.floor,
  area: places.area,
  areaSource: places.areaSource,
  active: places.active,
} as const
const key = (parentId: string | null, kind: PlaceKind, name: string) => `${parentId}\n${kind}\n${name}`

const lowerKinds = ['estate', 'building', 'unit', 'home', 'shop', 'parking'] as const
const upperKinds = ['district', 'street', 'community', 'grid', 'microGrid'] as const

const loadRows = async (cx: Cx, communityNames: ReadonlySet<string>) => {
  const own = and(eq(places.districtId, cx.districtId), places.active)
  const upper = await cx.db
    .select(nodeColumns)
    .from(places)
    .where(and(own, inArray(places.kind, [...upperKinds])))
  const communities = upper
    .filter((place) => place.kind === 'community' && communityNames.has(place.name))
    .map(({ id }) => id)
  if (communities.length === 0) return upper
  const lower = await cx.db
    .select(nodeColumns)
    .from(places)
    .where(and(own, inArray(places.communityId, communities), inArray(places.kind, [...lowerKinds])))
  return [...upper, ...lower]
}
const madeBelow = (cx: Cx, parent: Node, kind: PlaceKind, name: string): Node => {
  const row = { ...parent, createdAt: cx.now, lon: null, lat: null, boundary: null, sort: 0, code: null }
  const standing = standingBelow(uuidv7(), kind, name, row)
  return { ...standing, floor: null, area: null, areaSource: null, active: true, isNew: true, isWanted: false }
}

/** Loads streets, communities and grids, and everything below the communities named in the sheet. */
export const loadTree = async (cx: Cx, communityNames: ReadonlySet<string>): Promise<PlaceTree> => {
  const nodes = new Map<string, Node>()
  for (const row of await loadRows(cx, communityNames)) {
    nodes.set(key(row.parentId, row.kind, row.name), { ...row, isNew: false, isWanted: false })
  }
  const district = [...nodes.values()].find((node) => node.kind === 'district')!
  const made: Node[] = []
  const findOrMake = (parent: Node, kind: PlaceKind, name: string): Node => {
    const known = nodes.get(key(parent.id, kind, name))
    if (known !== undefined) return known
    const node = madeBelow(cx, parent, kind, name)
    nodes.set(key(parent.id, kind, name), node)
    made.push(node)
    return node
  }
  return { district, findOrMake, made }
}
