// Finds homes by the words people write: estate, building, unit, number.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { Placed } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { placedColumns } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { forbidden, type errorList, type ImportRow } from './plan.ts'
import { array } from './sql-array.ts'

export interface HomePlace extends Placed {
  readonly id: string
}
export interface Homes {
  /** The home of this row; null after noting what is wrong. */
  of(row: ImportRow, errors: ReturnType<typeof errorList>): HomePlace | null
}
const key = (parentId: string, name: string) => `${parentId}\n${name}`
/** Homes before shops before parking spaces, should two of them share a name. */
const order = { home: 0, shop: 1, parking: 2 } as const

const loadPlaces = async (cx: Cx, names: readonly string[]) => {
  const own = and(eq(places.districtId, cx.districtId), places.active)
  const columns = { id: places.id, kind: places.kind, name: places.name, parentId: places.parentId, ...placedColumns }
  const estates = await cx.db
    .select(columns)
    .from(places)
    .where(and(own, eq(places.kind, 'estate'), sql`${places.name} = any(${array(names, 'text')})`))
  if (estates.length === 0) return { estates, below: [] }
  const below = await cx.db
    .select(columns)
    .from(places)
    .where(
      and(
        own,
        inArray(
          places.estateId,
          estates.map((estate) => estate.id),
        ),
        inArray(places.kind, ['building', 'unit', 'home', 'shop', 'parking']),
      ),
    )
  return { estates, below }
}
type Row = Awaited<ReturnType<typeof loadPlaces>>['below'][number]
type Errors = ReturnType<typeof errorList>
const steps = [
  ['building', '楼栋', ['building']],
  ['unit', '单元', ['unit']],
  ['room', '房号', ['home', 'shop', 'parking']],
] as const
const tablesOf = (below: readonly Row[]) =>
  steps.map(([, , kinds]) => {
    const found = below.filter((place) => (kinds as readonly string[]).includes(place.kind))
    found.sort((a, b) => (order[b.kind as 'home'] ?? 0) - (order[a.kind as 'home'] ?? 0))
    return new Map(found.map((place) => [key(place.parentId!, place.name), place]))
  })

/** Loads the estates named in the sheet and what stands in them. `needs` is checked at each home. */
export const loadHomes = async (cx: Cx, rows: readonly ImportRow[], needs: readonly Permission[]): Promise<Homes> => {
  const { estates, below } = await loadPlaces(cx, [...new Set(rows.flatMap(({ cells }) => cells['estate'] ?? []))])
  const byName = Map.groupBy(estates, (estate) => estate.name)
  const tables = tablesOf(below)
  const estateOf = (name: string, { add }: Errors): Row | null => {
    const named = byName.get(name) ?? []
    const allowed = named.filter((estate) => forbidden(cx, needs, estate) === null)
    if (allowed.length === 1) return allowed[0]!
    // Those who serve a grid hold nothing at the estate, but at its buildings: what they may is checked there.
    if (named.length === 1) return named[0]!
    add('estate', named.length === 0 ? '没有这个小区' : '有几个同名小区，请分社区导入')
    return null
  }
  const of: Homes['of'] = ({ cells }, errors) => {
    if (cells['estate'] === undefined) errors.add('estate', '要填小区')
    if (cells['room'] === undefined) errors.add('room', '要填房号')
    if (cells['estate'] === undefined || cells['room'] === undefined) return null
    let at = estateOf(cells['estate'], errors)
    for (const [i, [column, title]] of steps.entries()) {
      const name = cells[column]
      if (at === null || name === undefined) continue
      at = tables[i]!.get(key(at.id, name)) ?? null
      if (at === null) errors.add(column, `没有这个${title}`)
    }
    const why = at === null ? null : forbidden(cx, needs, at)
    if (why !== null) errors.add('estate', why)
    return why === null ? at : null
  }
  return { of }
}
