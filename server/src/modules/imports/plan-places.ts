// Places and homes from a spreadsheet: missing streets, communities, grids, estates, buildings, units and homes are added.
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { Cx } from '../../platform/cx.ts'
import { placedOf } from '../places/index.ts'
import { areaSourceWords, partWords } from './columns.ts'
import {
  errorList,
  firstRows,
  forbidden,
  type Does,
  type ImportRow,
  type Plan,
  type Planner,
  type Verdict,
} from './plan.ts'
import { loadTree, type Node, type PlaceTree } from './place-tree.ts'
import { areaOf, floorOf } from './text.ts'
import { writePlaces, type ChangedHome } from './write-places.ts'

type PartKind = 'home' | 'shop' | 'parking'
interface Facts {
  readonly kind: PartKind
  readonly floor: number | null
  readonly area: number | null
  readonly areaSource: 'register' | 'survey' | 'contract' | null
}
type Errors = ReturnType<typeof errorList>
const word = <T extends string>(table: Readonly<Record<string, T>>, text: string | undefined): T | null | undefined =>
  text === undefined ? null : Object.hasOwn(table, text) ? table[text] : undefined

const readFacts = ({ cells }: ImportRow, errors: Errors): Facts => {
  const kind = word<PartKind>(partWords, cells['type'])
  if (kind === undefined) errors.add('type', '类型只能是住宅、商铺或车位')
  const areaSource = word(areaSourceWords, cells['areaSource'])
  if (areaSource === undefined) errors.add('areaSource', '面积来源只能是不动产登记、实测或合同')
  const numberOf = (column: string, read: (text: string) => number | string): number | null => {
    const text = cells[column]
    const value = text === undefined ? null : read(text)
    if (typeof value === 'string') errors.add(column, value)
    return typeof value === 'string' ? null : value
  }
  if (cells['areaSource'] !== undefined && cells['area'] === undefined) errors.add('area', '填了面积来源，还要填面积')
  return {
    kind: kind ?? 'home',
    floor: numberOf('floor', floorOf),
    area: numberOf('area', areaOf),
    areaSource: areaSource ?? null,
  }
}
/** Spreadsheets make a day of what was typed as 3-5. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Which columns a row needs so that its last place has something to stand on. */
const checkShape = ({ cells }: ImportRow, facts: Facts, errors: Errors) => {
  const has = (column: string) => cells[column] !== undefined
  for (const column of ['building', 'unit', 'room'])
    if (DAY.test(cells[column] ?? '')) errors.add(column, '表格把它变成了日期，请把格子设成文本再填')
  for (const [column, title] of [
    ['street', '街道'],
    ['community', '社区'],
  ] as const)
    if (!has(column)) errors.add(column, `要填${title}`)
  if (has('building') && !has('estate')) errors.add('estate', '填了楼栋，要填小区')
  if (has('unit') && !has('building')) errors.add('building', '填了单元，要填楼栋')
  if (!has('room')) {
    for (const column of ['type', 'floor', 'area'] as const) if (has(column)) return errors.add('room', '要填房号')
    return
  }
  if (!has('estate') && !has('building')) errors.add('estate', '填了房号，要填小区')
  if (facts.kind === 'home' && !has('building')) errors.add('building', '住宅要填楼栋')
  if (facts.kind === 'parking' && has('unit')) errors.add('unit', '车位不写单元')
}
/** The places of a row from the street down; the building's grid aside. */
const pathOf = (tree: PlaceTree, { cells }: ImportRow, facts: Facts): { nodes: Node[]; grid: Node | null } => {
  const nodes: Node[] = []
  let at = tree.district
  let grid: Node | null = null
  const step = (kind: PlaceKind, column: string) => {
    const name = cells[column]
    if (name === undefined) return
    at = tree.findOrMake(at, kind, name)
    nodes.push(at)
  }
  step('street', 'street')
  step('community', 'community')
  if (cells['grid'] !== undefined) nodes.push((grid = tree.findOrMake(at, 'grid', cells['grid'])))
  step('estate', 'estate')
  step('building', 'building')
  step('unit', 'unit')
  step(facts.kind, 'room')
  return { nodes, grid }
}
const changesOf = (home: Node, facts: Facts): Omit<ChangedHome, 'id'> | null => {
  const next = {
    floor: facts.floor ?? home.floor,
    area: facts.area ?? home.area,
    areaSource: facts.areaSource ?? home.areaSource,
  }
  const isSame = next.floor === home.floor && next.area === home.area && next.areaSource === home.areaSource
  return isSame ? null : next
}

/** Decides one row after the other, since an earlier row may add what a later one stands on. */
class PlacesPlan implements Plan {
  readonly verdicts: Verdict[] = []
  readonly changed = new Map<string, ChangedHome>()
  /** Building → grid, with the row that said so. */
  readonly grids = new Map<
    string,
    { readonly grid: Node; readonly building: Node; readonly row: number; isWanted: boolean }
  >()
  readonly #earlier = firstRows()
  readonly #allowed = new Map<string, string | null>()
  readonly #cx: Cx
  readonly #tree: PlaceTree

  constructor(cx: Cx, tree: PlaceTree) {
    this.#cx = cx
    this.#tree = tree
  }
  decide(row: ImportRow): Verdict {
    const errors = errorList()
    const facts = readFacts(row, errors)
    checkShape(row, facts, errors)
    if (errors.errors.length > 0) return { does: 'error', errors: errors.errors }
    const { nodes, grid } = pathOf(this.#tree, row, facts)
    const building = nodes.find((node) => node.kind === 'building')
    if (grid !== null && building !== undefined) this.#checkGrid(row, building, grid, errors)
    this.#checkArea(row, nodes, building, grid, errors)
    const leaf = nodes.at(-1)!
    if (row.cells['room'] !== undefined) {
      const before = this.#earlier(leaf.id, row.row)
      if (before !== null) errors.add('room', `和第 ${before} 行重复`)
    }
    if (errors.errors.length > 0) return { does: 'error', errors: errors.errors }
    return { does: this.#take(nodes, leaf, facts, building, grid), errors: [] }
  }
  #checkGrid({ row }: ImportRow, building: Node, grid: Node, errors: Errors) {
    const before = this.grids.get(building.id)
    if (before !== undefined && before.grid.id !== grid.id)
      errors.add('grid', `同一楼栋在第 ${before.row} 行写了别的网格`)
    if (before === undefined) this.grids.set(building.id, { grid, building, row, isWanted: false })
  }
  /** Every place that is added needs the right where it is added; the last one needs it anyway. */
  #checkArea(
    { cells }: ImportRow,
    nodes: readonly Node[],
    building: Node | undefined,
    grid: Node | null,
    errors: Errors,
  ) {
    const gridId = this.#gridOf(building, grid)
    for (const [i, node] of nodes.entries()) {
      const isLast = i === nodes.length - 1
      if (!node.isNew && !isLast) continue
      // A building that is new, or what stands in it, lies in the grid of its row.
      const placed = { ...placedOf(node), ...(node.buildingId !== null && gridId !== null ? { gridId } : {}) }
      const own = node.isNew ? { ...placed, [`${node.kind}Id`]: null } : placed
      const key = `${node.id} ${gridId}`
      const why = this.#allowed.get(key) ?? (this.#allowed.has(key) ? null : forbidden(this.#cx, ['place.edit'], own))
      this.#allowed.set(key, why)
      const column = node.kind === 'home' || node.kind === 'shop' || node.kind === 'parking' ? 'room' : node.kind
      if (why !== null) return errors.add(cells[column] === undefined ? 'community' : column, why)
    }
  }
  #gridOf(building: Node | undefined, grid: Node | null): string | null {
    if (building === undefined) return null
    return grid?.id ?? this.grids.get(building.id)?.grid.id ?? building.gridId
  }
  #take(nodes: readonly Node[], leaf: Node, facts: Facts, building: Node | undefined, grid: Node | null): Does {
    const adds = nodes.some((node) => node.isNew && !node.isWanted)
    for (const node of nodes) node.isWanted = true
    const said = building === undefined || grid === null ? undefined : this.grids.get(building.id)
    const movesGrid = said !== undefined && !said.isWanted && !building!.isNew && building!.gridId !== grid!.id
    if (said !== undefined) said.isWanted = true
    const isPart = leaf.kind === 'home' || leaf.kind === 'shop' || leaf.kind === 'parking'
    const change = isPart ? changesOf(leaf, facts) : null
    if (change !== null) this.changed.set(leaf.id, { id: leaf.id, ...change })
    if (adds) return 'create'
    return change !== null || movesGrid ? 'update' : 'nothing'
  }
  write(): Promise<void> {
    return writePlaces(
      this.#cx,
      this.#tree.made.filter((node) => node.isWanted),
      this.changed,
      [...this.grids.values()].filter((said) => said.isWanted),
    )
  }
}

export const planPlaces: Planner = async (cx, _sealing, rows) => {
  const tree = await loadTree(cx, new Set(rows.flatMap(({ cells }) => cells['community'] ?? [])))
  const plan = new PlacesPlan(cx, tree)
  for (const row of rows) plan.verdicts.push(plan.decide(row))
  return plan
}
