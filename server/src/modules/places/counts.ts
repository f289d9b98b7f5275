// SQL that counts what stands below a row of places, for trees and details.
import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { openStates } from '../../../../contract/src/cases-life.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { columnOf, type PlaceRow } from './placing.ts'
import { places } from './tables.ts'

const nameOf = (column: AnyColumn) => sql.raw(`"${column.name}"`)
// Written out with the table: the builder leaves it off in a select of one table, and a subquery would take its own.
const outer = (column: AnyColumn) => sql.raw(`places."${column.name}"`)
const kindsAbove = Object.keys(columnOf).filter((kind) => columnOf[kind as PlaceKind] !== null) as PlaceKind[]

/** Active places directly below: children; below a grid also its buildings, which stand in an estate by parent. */
export const childCount: SQL<number> = sql<number>`(case ${outer(places.kind)}
  when 'grid' then (select count(*) from places k where k.parent_id = ${outer(places.id)} and k.active)
    + (select count(*) from places k where k.grid_id = ${outer(places.id)} and k.kind = 'building' and k.micro_grid_id is null and k.active)
  when 'microGrid' then (select count(*) from places k where k.grid_id = ${outer(places.gridId)} and k.micro_grid_id = ${outer(places.id)} and k.kind = 'building' and k.active)
  else (select count(*) from places k where k.parent_id = ${outer(places.id)} and k.active) end)::int`

/** Active dwellings anywhere below. */
export const homeCount: SQL<number> = sql<number>`(case ${outer(places.kind)} ${sql.join(
  kindsAbove.map(
    (kind) =>
      sql`when ${sql.raw(`'${kind}'`)} then (select count(*) from places h where h.${nameOf(places[columnOf[kind]!])} = ${outer(places.id)} and h.kind = 'home' and h.active)`,
  ),
  sql` `,
)} else 0 end)::int`

const openList = sql.raw(openStates.map((state) => `'${state}'`).join(', '))
/** How many open cases lie at a place or below it. */
export const openCasesAt = (place: PlaceRow): SQL => {
  const column = columnOf[place.kind]
  const at = column === null ? sql.raw('place_id') : nameOf(places[column])
  return sql`select count(*)::int as open from cases where ${at} = ${place.id} and state in (${openList})`
}
