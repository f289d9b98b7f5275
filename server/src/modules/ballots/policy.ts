// Who stands how towards an owners' decision: who sees it, who convenes and counts, which owners a person speaks for.
import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { decisionLife, type DecisionAct, type DecisionStep } from '../../../../contract/src/ballots-life.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { mayTake, type Standing } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById } from '../places/index.ts'
import { dayOf, livesAt } from '../publicnotices/index.ts'
import { countsSilence } from './silence-words.ts'
import { decisionItems, decisionMandates, decisionOwners, decisionParts, decisions } from './tables.ts'

/** A decision without the texts of its roll and its deliveries, which are megabytes long in a large estate. */
export type DecisionRow = Omit<typeof decisions.$inferSelect, 'rollText' | 'deliveriesText'>
const { rollText: _rollText, deliveriesText: _deliveriesText, ...withoutRoll } = getTableColumns(decisions)
export const decisionColumns = withoutRoll
/** The texts whose hashes are published, byte for byte: the roll once frozen, the deliveries where silence counted. */
export const publishedTextsOf = async (cx: Pick<Cx, 'db'>, id: string) => {
  const [row] = await cx.db
    .select({ roll: decisions.rollText, deliveries: decisions.deliveriesText })
    .from(decisions)
    .where(eq(decisions.id, id))
  return row ?? { roll: null, deliveries: null }
}
/** The text whose hash was published, byte for byte; null until the roll is frozen. */
export const rollTextOf = async (cx: Pick<Cx, 'db'>, id: string): Promise<string | null> => {
  const [row] = await cx.db.select({ text: decisions.rollText }).from(decisions).where(eq(decisions.id, id))
  return row?.text ?? null
}
export type ItemRow = typeof decisionItems.$inferSelect
export type OwnerRow = typeof decisionOwners.$inferSelect
export type MandateRow = typeof decisionMandates.$inferSelect
const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<DecisionRow> => {
  const query = cx.db
    .select(decisionColumns)
    .from(decisions)
    .where(and(eq(decisions.id, id), eq(decisions.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('decision.not-found')
  return row
}
export const isStaff = (actor: Actor, row: DecisionRow): boolean => mayAt(actor, 'decision.see', row)
/** On the roll, before or after it is frozen. */
const isOnRoll = async (cx: Cx, row: DecisionRow): Promise<boolean> => {
  const [found] = await cx.db
    .select({ id: decisionParts.id })
    .from(decisionParts)
    .where(
      and(eq(decisionParts.decisionId, row.id), sql`${decisionParts.ownerIds} @> array[${cx.actor.personId}]::uuid[]`),
    )
    .limit(1)
  return found !== undefined
}
const holdsMandate = async (cx: Cx, row: DecisionRow): Promise<boolean> => {
  const [found] = await cx.db
    .select({ id: decisionMandates.id })
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, row.id),
        eq(decisionMandates.toPerson, cx.actor.personId),
        isNull(decisionMandates.revokedAt),
      ),
    )
    .limit(1)
  return found !== undefined
}
/** For staff of its area, its owners, those who live there and proxies. @throws decision.not-found */
export const findDecision = async (cx: Cx, id: string): Promise<DecisionRow> => {
  const row = await rowOf(cx, id, false)
  if (isStaff(cx.actor, row)) return row
  if (row.state === 'draft') throw refuse('decision.not-found')
  if ((await isOnRoll(cx, row)) || (await holdsMandate(cx, row))) return row
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !(await livesAt(cx, cx.actor.personId, place))) throw refuse('decision.not-found')
  return row
}
/** For staff with a permission there. @throws decision.not-found, access.out-of-scope */
export const findAs = async (cx: Cx, id: string, permission: Permission): Promise<DecisionRow> => {
  const row = await rowOf(cx, id, false)
  if (!mayAt(cx.actor, permission, row)) throw refuse('access.out-of-scope')
  return row
}
/** The same, locked. */
export const lockAs = async (cx: Cx, id: string, permission: Permission): Promise<DecisionRow> => {
  const row = await rowOf(cx, id, true)
  if (!mayAt(cx.actor, permission, row)) throw refuse('access.out-of-scope')
  return row
}
/** Locked for one of its owners or proxies: ballots of a decision queue here. */
export const lockDecision = (cx: Cx, id: string): Promise<DecisionRow> => rowOf(cx, id, true)
export const isTaking = (row: DecisionRow, now: Date): boolean =>
  row.state === 'open' && row.closesAt !== null && now < row.closesAt
/** From the notice until closing, where silence has a meaning. */
export const takesDeliveries = (row: DecisionRow, now: Date): boolean =>
  countsSilence(row.rules) && (row.state === 'noticed' || isTaking(row, now))
export const itemsOf = (cx: Pick<Cx, 'db'>, id: string): Promise<ItemRow[]> =>
  cx.db.select().from(decisionItems).where(eq(decisionItems.decisionId, id)).orderBy(asc(decisionItems.sort))
/** The owners of the frozen roll a person is, alone or with others. */
export const ownersOf = (cx: Pick<Cx, 'db'>, id: string, personId: string): Promise<OwnerRow[]> =>
  cx.db
    .select()
    .from(decisionOwners)
    .where(and(eq(decisionOwners.decisionId, id), sql`${decisionOwners.personIds} @> array[${personId}]::uuid[]`))
    .orderBy(asc(decisionOwners.sort))
    .limit(200)
export const standingOf = (actor: Actor, row: DecisionRow): Standing => ({
  reporter: false,
  handler: false,
  staff: (permission) => mayAt(actor, permission as Permission, row),
})
/** Objections to the roll are open until the end of their last day; to the result likewise. */
export const objectsNow = (row: DecisionRow, now: Date): 'roll' | 'result' | null => {
  const today = dayOf(now)
  if (row.state === 'rollPublished' && row.objectionsUntil !== null && today <= row.objectionsUntil) return 'roll'
  if (row.state === 'provisional' && row.resultUntil !== null && today <= row.resultUntil) return 'result'
  return null
}
/** The buttons of a reader. */
export const mayOf = (
  cx: Cx,
  row: DecisionRow,
  has: { readonly isOwner: boolean; readonly votes: boolean; readonly coOwns: boolean; readonly lacksProof: boolean },
): (DecisionStep | DecisionAct)[] => {
  const may: (DecisionStep | DecisionAct)[] = [...mayTake(decisionLife, row.state, standingOf(cx.actor, row))]
  const about = objectsNow(row, cx.now)
  if (has.votes && isTaking(row, cx.now)) may.push('vote')
  if (has.coOwns && isTaking(row, cx.now)) may.push('designate')
  if (has.isOwner && about === 'roll') may.push('objectRoll')
  if (has.isOwner && about === 'result') may.push('objectResult')
  if (has.isOwner && (row.state === 'noticed' || isTaking(row, cx.now)) && row.proxyCap > 0) may.push('giveMandate')
  // Over, though the minute's job has not come yet: counting closes it.
  if (row.state === 'open' && !isTaking(row, cx.now) && mayAt(cx.actor, 'decision.count', row)) may.push('count')
  if (has.lacksProof && takesDeliveries(row, cx.now)) may.push('acknowledge')
  const convenes = mayAt(cx.actor, 'decision.convene', row)
  if (convenes && (row.state === 'draft' || row.state === 'rollPublished')) may.push('editRoll')
  if (convenes && takesDeliveries(row, cx.now)) may.push('deliver')
  if (convenes && row.rollHash !== null) may.push('seeTurnout')
  if (mayAt(cx.actor, 'decision.count', row) && row.rollHash !== null) may.push('papers', 'mandates')
  return may
}
