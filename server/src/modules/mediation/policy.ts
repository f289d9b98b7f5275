// Who stands how towards a mediation: its named mediators while they may mediate there, its parties, and nobody else.
import { and, eq, inArray, asc } from 'drizzle-orm'
import {
  mediationLife,
  openMediationStates,
  type MediationAct,
  type MediationState,
  type MediationStep,
} from '../../../../contract/src/mediation-life.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { mayTake, type Standing } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { mediationMediators, mediationParties, mediations, mediationSignatures } from './tables.ts'

export type MediationRow = typeof mediations.$inferSelect
export type PartyRow = typeof mediationParties.$inferSelect
/** A mediation with the people of it, and what its reader is to it. */
export interface Mediation {
  readonly row: MediationRow
  readonly mediatorIds: readonly string[]
  readonly parties: readonly PartyRow[]
  readonly me: PartyRow | null
  readonly iMediate: boolean
}
export const isOpen = (state: MediationState): boolean =>
  (openMediationStates as readonly MediationState[]).includes(state)
/** May mediate at its place; whether they are named is another matter. */
export const mayMediateThere = (actor: Actor, row: MediationRow): boolean => mayAt(actor, 'mediation.handle', row)

const peopleOf = async (cx: Cx<Actor | null>, id: string) => {
  const mediators = await cx.db
    .select({ personId: mediationMediators.personId })
    .from(mediationMediators)
    .where(eq(mediationMediators.mediationId, id))
    .orderBy(asc(mediationMediators.addedAt), asc(mediationMediators.personId))
  const parties = await cx.db
    .select()
    .from(mediationParties)
    .where(eq(mediationParties.mediationId, id))
    .orderBy(asc(mediationParties.sort))
  return { mediatorIds: mediators.map((one) => one.personId), parties }
}
const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<MediationRow> => {
  const query = cx.db
    .select()
    .from(mediations)
    .where(and(eq(mediations.id, id), eq(mediations.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('mediation.not-found')
  return row
}
/** For who is of it; everybody else learns only that there is nothing for them. @throws mediation.not-found */
export const findMediation = async (cx: Cx, id: string, isLocked = false): Promise<Mediation> => {
  const row = await rowOf(cx, id, isLocked)
  const people = await peopleOf(cx, id)
  const me = people.parties.find((party) => party.personId === cx.actor.personId) ?? null
  const iMediate = people.mediatorIds.includes(cx.actor.personId) && mayMediateThere(cx.actor, row)
  if (me === null && !iMediate) throw refuse('mediation.not-found')
  return { row, ...people, me, iMediate }
}
/** The same, locked, for its mediators. @throws mediation.not-found, access.not-allowed */
export const lockAsMediator = async (cx: Cx, id: string): Promise<Mediation> => {
  const found = await findMediation(cx, id, true)
  if (!found.iMediate) throw refuse('access.not-allowed')
  return found
}
/** The same, locked, for one of its parties. @throws mediation.not-found, access.not-allowed */
export const lockAsParty = async (cx: Cx, id: string): Promise<Mediation & { readonly me: PartyRow }> => {
  const found = await findMediation(cx, id, true)
  if (found.me === null) throw refuse('access.not-allowed')
  return { ...found, me: found.me }
}
/** Whoever may mediate there and the people of it, where none of those named leads it any more. */
export const lockForNaming = async (cx: Cx, id: string, leading: readonly string[]): Promise<Mediation> => {
  const row = await rowOf(cx, id, true)
  const people = await peopleOf(cx, id)
  const iMediate = people.mediatorIds.includes(cx.actor.personId) && mayMediateThere(cx.actor, row)
  const isOrphan = !people.mediatorIds.some((one) => leading.includes(one))
  if (!iMediate && !(isOrphan && mayMediateThere(cx.actor, row))) throw refuse('mediation.not-found')
  return { row, ...people, me: null, iMediate }
}
export const standingOf = (found: Mediation): Standing => ({
  reporter: found.me !== null,
  handler: found.iMediate,
  staff: () => false,
})
const writable = (state: MediationState) => isOpen(state)

/** The buttons of a reader. */
export const mayOf = async (cx: Cx, found: Mediation): Promise<(MediationStep | MediationAct)[]> => {
  const { row, me, iMediate } = found
  const may: (MediationStep | MediationAct)[] = [...mayTake(mediationLife, row.state, standingOf(found))]
  if (me !== null && row.state === 'opened' && me.consent === 'asked') may.push('consent')
  if (writable(row.state) && (iMediate || me?.consent === 'given')) may.push('write')
  if (iMediate && (row.state === 'agreedToMediate' || row.state === 'inSession')) may.push('plan')
  if (iMediate && row.state === 'inSession') may.push('record')
  if (iMediate && isOpen(row.state)) may.push('addMediator')
  if (me !== null && row.state === 'settlementDrafted' && !(await hasSigned(cx, row, me.id))) may.push('sign')
  return may
}
export const hasSigned = async (cx: Cx, row: MediationRow, partyId: string): Promise<boolean> => {
  if (row.settlementId === null) return false
  const rows = await cx.db
    .select({ partyId: mediationSignatures.partyId })
    .from(mediationSignatures)
    .where(and(eq(mediationSignatures.settlementId, row.settlementId), inArray(mediationSignatures.partyId, [partyId])))
  return rows.length > 0
}
