// Who stands how towards a unit's part: the unit called, the community that called, the level above that decides.
import { sql, type SQL } from 'drizzle-orm'
import type { CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { holding, mayAt, mayFor, visibleAt, visibleFor, type Placed } from '../../platform/access.ts'
import type { Actor, Held } from '../../platform/cx.ts'
import type { Standing } from '../../platform/lifecycle.ts'
import { whistleParts } from './tables.ts'

export type PartRow = typeof whistleParts.$inferSelect
const columns = {
  districtId: whistleParts.districtId,
  streetId: whistleParts.streetId,
  communityId: whistleParts.communityId,
  gridId: whistleParts.gridId,
  microGridId: whistleParts.microGridId,
  estateId: whistleParts.estateId,
  buildingId: whistleParts.buildingId,
  unitId: whistleParts.unitId,
}
const ranks: Readonly<Record<CaseLevel, number>> = { grid: 0, community: 1, street: 2, district: 3 }
/** The rung an appointment stands on. */
export const levelOfScope = (kind: PlaceKind): CaseLevel =>
  kind === 'district' || kind === 'street' || kind === 'community' ? kind : 'grid'
const isAbove = (held: Held, callerLevel: CaseLevel): boolean => {
  const rank = ranks[levelOfScope(held.scopeKind)]
  // Above the district there is nobody: a colleague decides.
  return callerLevel === 'district' ? rank === ranks.district : rank > ranks[callerLevel]
}
const onlyHeld = (actor: Actor, held: readonly Held[]): Actor => ({ ...actor, held })

/** A person of the unit called. */
export const isUnit = (actor: Actor, row: PartRow): boolean => mayFor(actor, 'whistle.answer', row.organisationId, row)
export const isCaller = (actor: Actor, placed: Placed): boolean => mayAt(actor, 'whistle.call', placed)
/** The next level up, and never the person who called. */
export const isDecider = (actor: Actor, row: PartRow): boolean =>
  actor.personId !== row.calledBy &&
  mayAt(
    onlyHeld(
      actor,
      actor.held.filter((held) => isAbove(held, row.callerLevel)),
    ),
    'whistle.decide',
    row,
  )
/** Reads a part: the unit, and everybody who calls or decides for its place. */
export const seesPart = (actor: Actor, row: PartRow): boolean =>
  isUnit(actor, row) || isCaller(actor, row) || mayAt(actor, 'whistle.decide', row)
export const standingOf = (actor: Actor, row: PartRow): Standing => ({
  reporter: false,
  handler: isUnit(actor, row),
  staff: (permission) => (permission === 'whistle.call' ? isCaller(actor, row) : isDecider(actor, row)),
})

/** SQL: parts of my units. */
export const partsOfMyUnits = (actor: Actor): SQL =>
  visibleFor(actor, 'whistle.answer', whistleParts.organisationId, columns)
/** SQL: parts at places for which I may call. */
export const partsWeCalled = (actor: Actor): SQL => visibleAt(actor, 'whistle.call', columns)
/** SQL: refusals I may decide, as `isDecider` says it. */
export const refusalsToDecide = (actor: Actor): SQL => {
  const levels = Object.keys(ranks) as CaseLevel[]
  const parts = levels.map((level) => {
    const above = onlyHeld(
      actor,
      holding(actor, 'whistle.decide').filter((held) => isAbove(held, level)),
    )
    return sql`(${whistleParts.callerLevel} = ${level} and ${visibleAt(above, 'whistle.decide', columns)})`
  })
  return sql`("whistle_parts"."state" = 'refused' and ${whistleParts.calledBy} is distinct from ${actor.personId} and (${sql.join(parts, sql` or `)}))`
}
export const partsISee = (actor: Actor): SQL =>
  sql`(${partsOfMyUnits(actor)} or ${partsWeCalled(actor)} or ${visibleAt(actor, 'whistle.decide', columns)})`
