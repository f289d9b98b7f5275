// Who may take a case up or hand it down: the people of the level that holds it, or of one above.
import type { CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor } from '../../platform/cx.ts'
import { placedOfCase, type CaseRow } from '../cases/index.ts'
import { levels } from './rungs.ts'

const levelOfScope = (kind: PlaceKind): CaseLevel =>
  kind === 'district' || kind === 'street' || kind === 'community' ? kind : 'grid'
const standsFrom = (actor: Actor, level: CaseLevel): Actor => ({
  ...actor,
  held: actor.held.filter((held) => levels.indexOf(levelOfScope(held.scopeKind)) >= levels.indexOf(level)),
})
export const above = (level: CaseLevel): CaseLevel | null => levels[levels.indexOf(level) + 1] ?? null
/** Levels it can be handed to; a case outside any grid has no grid. */
export const below = (row: CaseRow): CaseLevel[] =>
  levels.slice(0, levels.indexOf(row.level)).filter((level) => level !== 'grid' || row.gridId !== null)

export const mayEscalate = (actor: Actor, row: CaseRow): boolean => {
  const there = standsFrom(actor, row.level)
  const placed = placedOfCase(row)
  return mayAt(there, 'case.accept', placed) || mayAt(there, 'case.dispatch', placed)
}
export const mayHandDown = (actor: Actor, row: CaseRow): boolean =>
  mayAt(standsFrom(actor, row.level), 'case.dispatch', placedOfCase(row))
