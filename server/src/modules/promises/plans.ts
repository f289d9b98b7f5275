// Plans of hard cases: steps with owners and days; what is promised beside them (A6).
import { and, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, holdCase, lockCase, releaseHold, type CaseRow } from '../cases/index.ts'
import { organisationById } from '../organisations/index.ts'
import { lockOpen, note, planOf } from './planned-case.ts'
import { viewPlan, type Plan } from './show-plan.ts'
import { casePlans, promises } from './tables.ts'
import { endPromise, undertake } from './undertake.ts'

type Api = typeof promisesApi
type Step = ParsedBody<Api['POST /api/cases/:id/promises']>

/** The body that will do it: the one named, else the handler, else the actor's own. */
const ownerOf = async (cx: Cx, row: CaseRow, step: Step): Promise<string> => {
  const id = step.organisationId ?? row.handlerId ?? cx.actor.held[0]?.organisationId
  const owner = id === undefined ? null : await organisationById(cx.db, id)
  if (owner === null || owner.districtId !== cx.districtId || !owner.active) throw refuse('organisation.not-found')
  // A handler promises for itself, never for another.
  if (!mayAt(cx.actor, 'case.dispatch', row) && !cx.actor.held.some((held) => held.organisationId === owner.id))
    throw refuse('access.not-allowed')
  return owner.id
}
const actingFor = (cx: Cx, row: CaseRow): string | null =>
  (cx.actor.held.find((held) => held.organisationId === row.handlerId) ?? cx.actor.held[0])?.organisationName ?? null

/** @throws plan.active, promise.day, organisation.not-found, access.not-allowed, lifecycle.wrong-state */
export const makePlan = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/cases/:id/plan']>,
): Promise<Plan> => {
  const row = await lockOpen(cx, id)
  if ((await planOf(cx, id))?.state === 'active') throw refuse('plan.active')
  const planId = uuidv7()
  const { aim } = input
  await cx.db
    .insert(casePlans)
    .values({ id: planId, caseId: id, aim, state: 'active', madeBy: cx.actor.personId, madeAt: cx.now })
  for (const [sort, step] of input.steps.entries()) {
    const ownerId = await ownerOf(cx, row, step)
    const { what, dueOn } = step
    await undertake(cx, { placed: row, caseId: id, of: 'plan', thingId: planId, what, ownerId, dueOn, sort })
  }
  await holdCase(cx, id, { kind: 'plan', thingId: planId, say: `攻坚计划「${aim.slice(0, 20)}」还没有完成` })
  await addToTimeline(cx, id, {
    step: 'plan.made',
    words: `${aim}（${input.steps.length} 步）`,
    audience: 'public',
    organisationName: actingFor(cx, row),
  })
  await note(cx, row, 'case.plan', '制定了攻坚计划', { aim, steps: input.steps.length })
  return viewPlan(cx, row)
}
/** @throws plan.none */
export const addStep = async (cx: Cx, id: string, step: Step): Promise<Plan> => {
  const row = await lockOpen(cx, id)
  const plan = await planOf(cx, id)
  if (plan?.state !== 'active') throw refuse('plan.none')
  const ownerId = await ownerOf(cx, row, step)
  const { what, dueOn } = step
  await undertake(cx, { placed: row, caseId: id, of: 'plan', thingId: plan.id, what, ownerId, dueOn, sort: 1000 })
  await note(cx, row, 'case.planStep', '给计划加了一步', { what, dueOn })
  cx.live('case', id)
  return viewPlan(cx, row)
}
/** @throws plan.none */
export const dropPlan = async (cx: Cx, id: string, reason: string): Promise<Plan> => {
  const row = await lockCase(cx, id)
  if (!mayAt(cx.actor, 'case.dispatch', row)) throw refuse('access.not-allowed')
  const plan = await planOf(cx, id)
  if (plan?.state !== 'active') throw refuse('plan.none')
  const open = await cx.db
    .select()
    .from(promises)
    .where(and(eq(promises.thingId, plan.id), eq(promises.state, 'open')))
    .for('update')
  await cx.db
    .update(casePlans)
    .set({ state: 'dropped', endedAt: cx.now, endedWords: reason })
    .where(eq(casePlans.id, plan.id))
  for (const one of open) await endPromise(cx, one, { state: 'released', words: reason })
  await releaseHold(cx, id, { kind: 'plan', thingId: plan.id })
  await addToTimeline(cx, id, { step: 'plan.dropped', words: reason, audience: 'public' })
  await note(cx, row, 'case.planDropped', '取消了攻坚计划', { reason })
  return viewPlan(cx, row)
}
export const promiseOn = async (cx: Cx, id: string, step: Step): Promise<Plan> => {
  const row = await lockOpen(cx, id)
  const ownerId = await ownerOf(cx, row, step)
  const { what, dueOn } = step
  await undertake(cx, { placed: row, caseId: id, of: 'case', thingId: id, what, ownerId, dueOn })
  await addToTimeline(cx, id, {
    step: 'promise.made',
    words: `${what}（${dueOn} 前）`,
    audience: 'public',
    organisationName: (await organisationById(cx.db, ownerId))?.name ?? null,
  })
  await note(cx, row, 'case.promise', '作出了承诺', { what, dueOn, ownerId })
  return viewPlan(cx, row)
}
