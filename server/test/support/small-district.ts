// The small district of the tests: its places, the organisations that serve them, the default positions, two categories.
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { OrganisationKind } from '../../../contract/src/organisations-kinds.ts'
import { defaultPositions } from '../../../contract/src/organisations-positions.ts'
import { placeKinds, type PlaceKind } from '../../../contract/src/places-tree.ts'

export type Query = <R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
const columnOf = {
  district: null,
  street: 'street_id',
  community: 'community_id',
  grid: 'grid_id',
  microGrid: 'micro_grid_id',
  estate: 'estate_id',
  building: 'building_id',
  unit: 'unit_id',
  home: null,
  shop: null,
  parking: null,
} as const satisfies Record<PlaceKind, string | null>

/** Adds a place below another, with all its ancestors. `gridId` for buildings. */
export const addPlace = async (
  query: Query,
  kind: PlaceKind,
  name: string,
  parentId: string | null,
  gridId: string | null = null,
): Promise<string> => {
  const id = uuidv7()
  const columns = [
    'street_id',
    'community_id',
    'grid_id',
    'micro_grid_id',
    'estate_id',
    'building_id',
    'unit_id',
  ] as const
  const parent = parentId === null ? null : (await query('select * from places where id = $1', [parentId]))[0]!
  if (parent !== null && !(placeKinds[kind].below as readonly string[]).includes(parent.kind))
    throw new Error(`${kind} below ${parent.kind}`)
  const values = columns.map((column) =>
    columnOf[kind] === column ? id : column === 'grid_id' && gridId !== null ? gridId : (parent?.[column] ?? null),
  )
  const path =
    parent === null || !['estate', 'building', 'unit'].includes(parent.kind) ? name : `${parent.path} ${name}`
  await query(
    `insert into places (id, district_id, kind, parent_id, name, path, ${columns.join(', ')}, area, floor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      parent?.district_id ?? id,
      kind,
      parentId,
      name,
      path,
      ...values,
      kind === 'home' ? 8945 : null,
      kind === 'home' ? 1 : null,
    ],
  )
  return id
}
/** One district, two streets; street A: communities A1 and A2; A1: two grids, two estates, a building in each grid, homes. */
export const makeDistrict = async (query: Query) => {
  const add = (kind: PlaceKind, name: string, parent: string | null, grid: string | null = null) =>
    addPlace(query, kind, name, parent, grid)
  const id = await add('district', '临溪县', null)
  const streetA = await add('street', '城东街道', id)
  const streetB = await add('street', '城西街道', id)
  const communityA1 = await add('community', '和顺社区', streetA)
  const communityA2 = await add('community', '锦绣社区', streetA)
  const communityB1 = await add('community', '古城社区', streetB)
  const grid1 = await add('grid', '第一网格', communityA1)
  const grid2 = await add('grid', '第二网格', communityA1)
  const estate1 = await add('estate', '幸福里小区', communityA1)
  const estate2 = await add('estate', '机械厂宿舍', communityA1)
  const estateA2 = await add('estate', '山水居', communityA2)
  const estateB1 = await add('estate', '古城花园', communityB1)
  const building1 = await add('building', '1号楼', estate1, grid1)
  const building2 = await add('building', '2号楼', estate1, grid2)
  const buildingA2 = await add('building', '1号楼', estateA2)
  const buildingB1 = await add('building', '1号楼', estateB1)
  const unit1 = await add('unit', '1单元', building1)
  const unit2 = await add('unit', '1单元', building2)
  const unitA2 = await add('unit', '1单元', buildingA2)
  const unitB1 = await add('unit', '1单元', buildingB1)
  const home1 = await add('home', '101', unit1)
  const home2 = await add('home', '101', unit2)
  const homeA2 = await add('home', '101', unitA2)
  const organisation = async (kind: OrganisationKind, name: string, place: string, serves: string[] = []) => {
    const organisationId = uuidv7()
    await query(
      'insert into organisations (id, district_id, kind, name, short_name, place_id) values ($1, $2, $3, $4, $4, $5)',
      [organisationId, id, kind, name, place],
    )
    for (const one of serves) await query('insert into organisation_places values ($1, $2)', [organisationId, one])
    return organisationId
  }
  const organisations = {
    office: await organisation('districtOffice', '临溪县社会工作部', id),
    streetA: await organisation('streetOffice', '城东街道办事处', streetA),
    streetB: await organisation('streetOffice', '城西街道办事处', streetB),
    communityA1: await organisation('communityCommittee', '和顺社区居委会', communityA1),
    communityA2: await organisation('communityCommittee', '锦绣社区居委会', communityA2),
    communityB1: await organisation('communityCommittee', '古城社区居委会', communityB1),
    property1: await organisation('propertyCompany', '安居物业', estate1, [estate1]),
    property2: await organisation('propertyCompany', '福湖物业', estateA2, [estateA2]),
    department: await organisation('department', '综合行政执法局', id, [id]),
  }
  for (const position of defaultPositions) {
    await query(
      'insert into positions (id, district_id, code, name, organisation_kinds, scope_kinds, permissions, is_default) values ($1, $2, $3, $4, $5, $6, $7, true)',
      [uuidv7(), id, position.code, position.zh, position.organisationKinds, position.scopeKinds, position.permissions],
    )
  }
  const categories = { light: uuidv7(), leak: uuidv7() }
  await query(
    `insert into categories (id, district_id, name, kind, keywords) values ($1, $3, '路灯照明', 'small', '{路灯,不亮}'), ($2, $3, '漏水渗水', 'urgent', '{漏水,渗水}')`,
    [categories.light, categories.leak, id],
  )
  return {
    id,
    streetA,
    streetB,
    communityA1,
    communityA2,
    communityB1,
    grid1,
    grid2,
    estate1,
    estate2,
    estateA2,
    estateB1,
    building1,
    building2,
    buildingA2,
    buildingB1,
    unit1,
    unit2,
    unitA2,
    unitB1,
    home1,
    home2,
    homeA2,
    organisations,
    categories,
  }
}
export type District = Awaited<ReturnType<typeof makeDistrict>>
