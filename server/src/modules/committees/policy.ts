// Who stands how towards a committee: staff of its area, owners and residents of its estate, its candidates and members.
import { and, eq } from 'drizzle-orm'
import {
  committeeLife,
  committeeSteps,
  type CommitteeAct,
  type CommitteeState,
  type CommitteeStep,
} from '../../../../contract/src/committees-life.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { mayTake, takeStep, type Standing, type Taker } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { homePeople, places } from '../places/tables.ts'
import { dayOf, livesAt } from '../publicnotices/index.ts'
import { committees } from './tables.ts'

export type CommitteeRow = typeof committees.$inferSelect
const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<CommitteeRow> => {
  const query = cx.db
    .select()
    .from(committees)
    .where(and(eq(committees.id, id), eq(committees.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('committee.not-found')
  return row
}
/** Whether somebody owns something in an estate, confirmed. */
export const ownsAt = async (cx: Pick<Cx, 'db'>, personId: string, estateId: string): Promise<boolean> => {
  const [found] = await cx.db
    .select({ id: homePeople.id })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(
      and(
        eq(homePeople.personId, personId),
        eq(homePeople.state, 'confirmed'),
        eq(homePeople.relation, 'owner'),
        eq(places.estateId, estateId),
      ),
    )
    .limit(1)
  return found !== undefined
}
const assertSees = async (cx: Cx, row: CommitteeRow): Promise<void> => {
  if (mayAt(cx.actor, 'committee.see', row)) return
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !(await livesAt(cx, cx.actor.personId, place))) throw refuse('committee.not-found')
}
/** For staff of its area and those who live there. @throws committee.not-found */
export const findCommittee = async (cx: Cx, id: string): Promise<CommitteeRow> => {
  const row = await rowOf(cx, id, false)
  await assertSees(cx, row)
  return row
}
/** The same, locked. */
export const lockCommittee = async (cx: Cx, id: string): Promise<CommitteeRow> => {
  const row = await rowOf(cx, id, true)
  await assertSees(cx, row)
  return row
}
/** Locked, for staff with a permission there. @throws committee.not-found, access.out-of-scope */
export const lockAs = async (cx: Cx, id: string, permission: Permission): Promise<CommitteeRow> => {
  const row = await rowOf(cx, id, true)
  if (!mayAt(cx.actor, permission, row)) throw refuse('access.out-of-scope')
  return row
}
/** An estate of this district where the actor holds a permission. @throws place.not-found, access.out-of-scope, committee.place */
export const estateWithin = async (cx: Cx, id: string, permission: Permission): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, permission, placedOf(place))) throw refuse('access.out-of-scope')
  if (place.kind !== 'estate' || !place.active) throw refuse('committee.place')
  return place
}
const standingOf = (actor: Actor, row: CommitteeRow): Standing => ({
  reporter: false,
  handler: false,
  staff: (permission) => mayAt(actor, permission as Permission, row),
})
/** What a step may set beside the state. */
type StepChanges = Partial<
  Pick<
    CommitteeRow,
    | 'nominationsUntil'
    | 'listNoticeId'
    | 'listUntil'
    | 'decisionId'
    | 'organisationId'
    | 'termFrom'
    | 'termTo'
    | 'endedWords'
  >
>
/** Takes a step of a locked row: the only writer of `committees.state`. */
export const applyStep = async (
  cx: Cx<Actor | null>,
  row: CommitteeRow,
  name: CommitteeStep,
  input: Readonly<Record<string, unknown>> = {},
  changes: StepChanges = {},
): Promise<CommitteeRow> => {
  const next = { ...changes, state: checkStep(cx, row, name, input), stateAt: cx.now }
  await cx.db.update(committees).set(next).where(eq(committees.id, row.id))
  await cx.journal({
    action: `committee.${name}`,
    sentence: `业委会组建：${committeeSteps[name].zh}`,
    thing: { kind: 'committee', id: row.id },
    before: { state: row.state },
    after: { ...next, ...(input['reason'] === undefined ? {} : { reason: String(input['reason']) }) },
  })
  return { ...row, ...next }
}
/** Checks a step before anything else is looked at. @throws lifecycle.*, access.not-allowed */
export const checkStep = (
  cx: Cx<Actor | null>,
  row: CommitteeRow,
  name: CommitteeStep,
  input: Readonly<Record<string, unknown>> = {},
): CommitteeState => {
  const taker: Taker =
    'system' in committeeSteps[name].by || cx.actor === null ? { system: true } : { person: standingOf(cx.actor, row) }
  return takeStep(committeeLife, row.state, name, taker, input) as CommitteeState
}
export interface Known {
  readonly isOwner: boolean
  readonly vacant: number
  readonly reserves: number
  /** Members who are a name only. */
  readonly unappointed: number
}
const forming: readonly CommitteeState[] = ['preparing', 'reviewing', 'published', 'electing']
export const isForming = (row: Pick<CommitteeRow, 'state'>): boolean => forming.includes(row.state)
/** The steps that fit: a by-election fills seats, an election seats a committee. */
const fits = (row: CommitteeRow, name: CommitteeStep): boolean =>
  name === 'seat' ? row.fillsId === null : name === 'fill' ? row.fillsId !== null : true
/** The buttons of a reader. */
export const mayOf = (cx: Cx, row: CommitteeRow, { isOwner, vacant, reserves, unappointed }: Known) => {
  const today = dayOf(cx.now)
  const runs = mayAt(cx.actor, 'committee.run', row)
  const may: (CommitteeStep | CommitteeAct)[] = mayTake(committeeLife, row.state, standingOf(cx.actor, row)).filter(
    (name) => fits(row, name) && (name !== 'elect' || mayAt(cx.actor, 'decision.convene', row)),
  )
  const isNominating = row.state === 'preparing' && row.nominationsUntil !== null && today <= row.nominationsUntil
  if (isNominating && isOwner) may.push('propose')
  if (isNominating && runs) may.push('proposeAny')
  if ((row.state === 'preparing' || row.state === 'reviewing') && mayAt(cx.actor, 'committee.review', row))
    may.push('review')
  if (row.state === 'published' && isOwner && row.listUntil !== null && today <= row.listUntil) may.push('object')
  if (row.state === 'published' && runs) may.push('answer')
  if (row.state === 'seated' && runs) may.push('leave')
  if (row.state === 'seated' && runs && unappointed > 0) may.push('tie')
  if (row.state === 'seated' && runs && vacant > 0 && row.kind === 'ownersCommittee')
    may.push(reserves > 0 ? 'moveUp' : 'byElection')
  return may
}
