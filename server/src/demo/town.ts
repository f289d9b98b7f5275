// Builds every place of the demo county: the administrative tree, estates, buildings, units, homes, shops, parking.
import type { PlaceKind } from '../../../contract/src/places-tree.ts'
import { columnOf, pathOf } from '../modules/places/index.ts'
import type { places } from '../modules/places/tables.ts'
import { searchText } from './bulk.ts'
import {
  buildingPlans,
  districtName,
  extrasOf,
  gridNames,
  streetPlans,
  type CommunityPlan,
  type EstatePlan,
} from './layout.ts'
import { around, buildingPoints, centre, communityBlock, gridQuads, holds, microGridQuads, type Quad } from './map.ts'
import type { Random } from './random.ts'

export type NewPlace = Required<Omit<typeof places.$inferInsert, 'pathOrder'>>
export interface DemoBuilding {
  readonly place: NewPlace
  readonly units: readonly NewPlace[]
  readonly homes: readonly NewPlace[]
}
export interface DemoEstate {
  readonly place: NewPlace
  readonly plan: EstatePlan
  readonly community: DemoCommunity
  readonly buildings: DemoBuilding[]
}
export interface DemoGrid {
  readonly place: NewPlace
  readonly quad: Quad
  readonly microGrids: readonly { readonly place: NewPlace; readonly quad: Quad }[]
}
export interface DemoCommunity {
  readonly place: NewPlace
  readonly street: NewPlace
  readonly grids: readonly DemoGrid[]
  readonly estates: DemoEstate[]
}
export interface DemoTown {
  readonly district: NewPlace
  readonly streets: readonly NewPlace[]
  readonly communities: readonly DemoCommunity[]
  readonly estates: readonly DemoEstate[]
  /** Every place, parents before children. */
  readonly rows: NewPlace[]
}
interface Builder {
  readonly random: Random
  readonly at: Date
  readonly rows: NewPlace[]
}
type Extra = Partial<Omit<NewPlace, 'id' | 'kind' | 'name' | 'path' | 'search'>>

const add = (b: Builder, kind: PlaceKind, name: string, parent: NewPlace | null, extra: Extra = {}): NewPlace => {
  const id = b.random.id(b.at)
  const path = pathOf(name, parent)
  const column = columnOf[kind]
  const siblingOrder = b.rows.length
  const row: NewPlace = {
    streetId: parent?.streetId ?? null,
    communityId: parent?.communityId ?? null,
    gridId: parent?.gridId ?? null,
    microGridId: parent?.microGridId ?? null,
    estateId: parent?.estateId ?? null,
    buildingId: parent?.buildingId ?? null,
    unitId: parent?.unitId ?? null,
    districtId: parent?.districtId ?? id,
    ...(column === null ? {} : { [column]: id }),
    parentId: parent?.id ?? null,
    code: null,
    sort: siblingOrder,
    floor: null,
    area: null,
    areaSource: null,
    lon: null,
    lat: null,
    boundary: null,
    active: true,
    createdAt: b.at,
    ...extra,
    id,
    kind,
    name,
    path,
    search: searchText(path, extra.code),
  }
  b.rows.push(row)
  return row
}
const placedAt = (quad: Quad) => {
  const [lon, lat] = centre(quad)
  return { lon, lat, boundary: quad }
}
const addGrids = (b: Builder, community: NewPlace, number: number, block: Quad): DemoGrid[] =>
  gridQuads(block, b.random).map((quad, i) => {
    const place = add(b, 'grid', gridNames[i]!, community, { ...placedAt(quad), code: `LX${number}-${i + 1}` })
    const count = i % 2 === 0 && number % 2 === 1 ? 2 + (i % 3 === 0 ? 1 : 0) : 0
    const microGrids = microGridQuads(quad, count).map((small, j) => ({
      place: add(b, 'microGrid', `${i + 1}-${j + 1}微网格`, place, placedAt(small)),
      quad: small,
    }))
    return { place, quad, microGrids }
  })
const areaOf = (b: Builder, plan: EstatePlan, base: number) => {
  if (plan.sort === 'resettlement' && b.random.chance(0.02)) return { area: null, areaSource: null }
  const source = { unmanaged: 0.96, stewarded: 0.95, commercial: 0.9, resettlement: 0.45 }[plan.sort]
  const areaSource = b.random.chance(source) ? 'register' : b.random.chance(0.5) ? 'survey' : 'contract'
  return { area: base + b.random.int(-12, 12) * 3, areaSource } as const
}
const addHomes = (b: Builder, plan: EstatePlan, unit: NewPlace, floors: number, areas: readonly number[]) =>
  Array.from({ length: floors }, (_, f) => f + 1).flatMap((floor) =>
    areas.map((base, n) =>
      add(b, 'home', `${floor}${String(n + 1).padStart(2, '0')}`, unit, { ...areaOf(b, plan, base), floor }),
    ),
  )
const addBuilding = (b: Builder, estate: DemoEstate, number: number, lon: number, lat: number): DemoBuilding => {
  const { grids } = estate.community
  const grid = grids.find(({ quad }) => holds(quad, [lon, lat])) ?? grids[0]!
  const microGrid = grid.microGrids.find(({ quad }) => holds(quad, [lon, lat])) ?? null
  const standing = { gridId: grid.place.id, microGridId: microGrid?.place.id ?? null }
  const place = add(b, 'building', `${number}号楼`, estate.place, { ...standing, lon, lat })
  const { units, floors, areas } = b.random.pick(buildingPlans[estate.plan.sort])
  const doors = Array.from({ length: units }, (_, i) => add(b, 'unit', `${i + 1}单元`, place, { lon, lat }))
  return { place, units: doors, homes: doors.flatMap((unit) => addHomes(b, estate.plan, unit, floors, areas)) }
}
const addExtras = (b: Builder, estate: DemoEstate): void => {
  const { shops, parking } = extrasOf[estate.plan.sort]
  for (let i = 1; i <= shops; i++) {
    const parent = estate.buildings[i % 2]!.place
    add(b, 'shop', `商铺${i}`, parent, { floor: 1, area: b.random.int(3200, 14_000), areaSource: 'register' })
  }
  for (let i = 1; i <= parking; i++) {
    add(b, 'parking', `车位${String(i).padStart(3, '0')}`, estate.place, {
      floor: -1,
      area: b.random.pick([1248, 1320, 1375]),
      areaSource: 'survey',
    })
  }
}
interface Ground {
  readonly block: Quad
  readonly slot: number
  readonly isWide: boolean
}
const addEstate = (
  b: Builder,
  community: DemoCommunity,
  plan: EstatePlan,
  { block, slot, isWide }: Ground,
): DemoEstate => {
  const points = buildingPoints(block, slot, plan.buildings, b.random, isWide)
  const place = add(b, 'estate', plan.name, community.place, placedAt(around(points)))
  const estate: DemoEstate = { place, plan, community, buildings: [] }
  points.forEach(([lon, lat], i) => estate.buildings.push(addBuilding(b, estate, i + 1, lon, lat)))
  addExtras(b, estate)
  return estate
}
const addCommunity = (
  b: Builder,
  street: NewPlace,
  plan: CommunityPlan,
  at: readonly [number, number],
): DemoCommunity => {
  const block = communityBlock(...at)
  const number = at[0] * 4 + at[1] + 1
  const place = add(b, 'community', plan.name, street, { ...placedAt(block), code: `LX${number}` })
  const community: DemoCommunity = { place, street, grids: addGrids(b, place, number, block), estates: [] }
  plan.estates.forEach((one, slot) => {
    const isWide = slot === 2 && plan.estates.length === 3
    community.estates.push(addEstate(b, community, one, { block, slot, isWide }))
  })
  return community
}

/** The whole county; the same random source gives the same county. */
export const buildTown = (random: Random, at: Date): DemoTown => {
  const b: Builder = { random, at, rows: [] }
  const blocks = (street: number) => [0, 1, 2, 3].map((community) => communityBlock(street, community))
  const whole = (quads: readonly Quad[]) => placedAt(around(quads.flat(), 0))
  const district = add(b, 'district', districtName, null, whole([...blocks(0), ...blocks(1)]))
  const streets = streetPlans.map((plan, i) => add(b, 'street', plan.name, district, whole(blocks(i))))
  const communities = streetPlans.flatMap((plan, i) =>
    plan.communities.map((one, j) => addCommunity(b, streets[i]!, one, [i, j])),
  )
  return { district, streets, communities, estates: communities.flatMap((one) => one.estates), rows: b.rows }
}
