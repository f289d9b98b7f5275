// Who stands how towards a trial service: the community that runs it, the company, the households of the estate.
import { and, eq } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import { trialLife, trialSteps, type TrialState, type TrialStep } from '../../../../contract/src/trials-life.ts'
import { holding, mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep, type Standing } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { homesOf, placeById, type OwnHome } from '../places/index.ts'
import { dayOf, livesAt } from '../publicnotices/index.ts'
import { trials } from './tables.ts'

export type TrialRow = typeof trials.$inferSelect
/** Works for the company of the trial, wherever its posts lie. */
export const isOfCompany = (actor: Actor, row: Pick<TrialRow, 'companyId'>, permission: Permission): boolean =>
  holding(actor, permission).some((held) => held.organisationId === row.companyId)
export const seesInside = (actor: Actor, row: TrialRow): boolean =>
  mayAt(actor, 'trial.see', row) || isOfCompany(actor, row, 'trial.see')
const rowOf = async (cx: Cx, id: string, isLocked: boolean): Promise<TrialRow> => {
  const query = cx.db
    .select()
    .from(trials)
    .where(and(eq(trials.id, id), eq(trials.districtId, cx.districtId)))
  const [row] = isLocked ? await query.for('update') : await query
  if (row === undefined) throw refuse('trial.not-found')
  return row
}
/** @throws trial.not-found for whom it does not concern */
export const findTrial = async (cx: Cx, id: string, isLocked = false): Promise<TrialRow> => {
  const row = await rowOf(cx, id, isLocked)
  if (seesInside(cx.actor, row)) return row
  const place = await placeById(cx.db, row.placeId)
  if (place === null || !(await livesAt(cx, cx.actor.personId, place))) throw refuse('trial.not-found')
  return row
}
/** Locked, for the community. @throws trial.not-found, access.out-of-scope */
export const lockToRun = async (cx: Cx, id: string): Promise<TrialRow> => {
  const row = await rowOf(cx, id, true)
  if (!mayAt(cx.actor, 'trial.run', row)) throw refuse('access.out-of-scope')
  return row
}
/** Locked, for whoever may say what was done. @throws trial.not-found, access.out-of-scope */
export const lockToLog = async (cx: Cx, id: string): Promise<TrialRow> => {
  const row = await rowOf(cx, id, true)
  if (!mayLog(cx.actor, row)) throw refuse('access.out-of-scope')
  return row
}
export const mayLog = (actor: Actor, row: TrialRow): boolean =>
  isOfCompany(actor, row, 'trial.serve') || mayAt(actor, 'trial.run', row)
/** My home in the estate, by which I mark. */
export const myHomeAt = async (cx: Cx, row: TrialRow, homeId?: string): Promise<OwnHome | undefined> =>
  (await homesOf(cx.db, cx.actor.personId)).find(
    (home) => home.estateId === row.placeId && home.kind === 'home' && (homeId === undefined || home.id === homeId),
  )
export const isServing = (row: TrialRow, now: Date): boolean =>
  (row.state === 'serving' || row.state === 'deciding') && dayOf(now) >= row.startsOn && dayOf(now) <= row.endsOn
export const standingOf = (actor: Actor, row: TrialRow): Standing => ({
  reporter: false,
  handler: false,
  staff: (permission) => mayAt(actor, permission as Permission, row),
})
/** Checks a step before anything else is looked at. @throws lifecycle.*, access.not-allowed */
export const checkStep = (
  cx: Cx,
  row: TrialRow,
  name: TrialStep,
  input: Readonly<Record<string, unknown>> = {},
): TrialState => takeStep(trialLife, row.state, name, { person: standingOf(cx.actor, row) }, input) as TrialState
/** What a step may set beside the state. */
type StepChanges = Partial<
  Pick<TrialRow, 'decisionId' | 'votedFee' | 'agreedFee' | 'contractFrom' | 'contractTo' | 'leavesOn' | 'endedWords'>
>
/** Takes a step of a locked row: the only writer of `trials.state`. */
export const applyStep = async (
  cx: Cx,
  row: TrialRow,
  name: TrialStep,
  input: Readonly<Record<string, unknown>> = {},
  changes: StepChanges = {},
): Promise<void> => {
  const next = { ...changes, state: checkStep(cx, row, name, input), stateAt: cx.now }
  await cx.db.update(trials).set(next).where(eq(trials.id, row.id))
  await cx.journal({
    action: `trial.${name}`,
    sentence: `先尝后买：${trialSteps[name].zh}`,
    thing: { kind: 'trial', id: row.id },
    before: { state: row.state },
    after: { ...next, ...(input['reason'] === undefined ? {} : { reason: String(input['reason']) }) },
  })
}
