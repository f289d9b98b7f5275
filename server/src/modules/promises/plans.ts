// Plans of hard cases: steps with owners and days; what is promised beside them; the hand-over to deliberation (A6).
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { openStates } from '../../../../contract/src/cases-life.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import {
  addToTimeline,
  holdCase,
  isHandler,
  lockCase,
  readCase,
  releaseHold,
  seesByPlace,
  type CaseRow,
} from '../cases/index.ts'
import { organisationById, organisationsByIds } from '../organisations/index.ts'
import { cases } from '../cases/tables.ts'
import { caseHandOvers, casePlans, promises } from './tables.ts'
import { endPromise, undertake } from './undertake.ts'
import { namedCases, viewPromises } from './views.ts'

type Api = typeof promisesApi
type Plan = OutOf<Api['GET /api/cases/:id/plan']>
type Step = ParsedBody<Api['POST /api/cases/:id/promises']>

const isOpen = (row: CaseRow) => (openStates as readonly string[]).includes(row.state)
const works = (cx: Cx, row: CaseRow) => mayAt(cx.actor, 'case.dispatch', row) || isHandler(cx.actor, row)
const planOf = async (cx: Cx<Actor | null>, caseId: string) =>
  (
    await cx.db
      .select()
      .from(casePlans)
      .where(eq(casePlans.caseId, caseId))
      .orderBy(sql`(${casePlans.state} = 'active') desc`, desc(casePlans.madeAt))
      .limit(1)
  )[0]
const handOverOf = async (cx: Cx<Actor | null>, caseId: string) =>
  (
    await cx.db
      .select()
      .from(caseHandOvers)
      .where(eq(caseHandOvers.caseId, caseId))
      .orderBy(desc(caseHandOvers.handedAt))
      .limit(1)
  )[0]

const view = async (cx: Cx, row: CaseRow): Promise<Plan> => {
  const [plan, handOver, made] = [
    await planOf(cx, row.id),
    await handOverOf(cx, row.id),
    await cx.db
      .select()
      .from(promises)
      .where(eq(promises.caseId, row.id))
      .orderBy(sql`(${promises.thingKind} = 'plan') desc`, asc(promises.sort), asc(promises.dueOn), asc(promises.id))
      .limit(200),
  ]
  const staff = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  const body = handOver?.bodyId ? await organisationById(cx.db, handOver.bodyId) : null
  const may: Plan['may'] = []
  const dispatches = mayAt(cx.actor, 'case.dispatch', row)
  if (works(cx, row) && isOpen(row)) may.push(plan?.state === 'active' ? 'addStep' : 'plan', 'promise')
  if (dispatches && plan?.state === 'active') may.push('dropPlan')
  if (dispatches && handOver?.state === 'waiting') may.push('returnHandOver')
  else if (dispatches && isOpen(row)) may.push('handOver')
  return {
    plan:
      plan === undefined
        ? null
        : {
            id: plan.id,
            aim: plan.aim,
            state: plan.state,
            madeAt: plan.madeAt.toISOString(),
            endedWords: plan.endedWords,
          },
    promises: await viewPromises(
      cx,
      made.filter((one) => staff || one.public),
    ),
    handOver:
      handOver === undefined
        ? null
        : {
            id: handOver.id,
            state: handOver.state,
            reason: handOver.reason,
            body: body === null ? null : { id: body.id, name: body.name },
            outcome: handOver.outcome,
            handedAt: handOver.handedAt.toISOString(),
            returnedAt: handOver.returnedAt?.toISOString() ?? null,
          },
    may,
  }
}
export const showPlan = async (cx: Cx, id: string): Promise<Plan> => view(cx, await readCase(cx, id))

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
const lockOpen = async (cx: Cx, id: string): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  if (!works(cx, row)) throw refuse('access.not-allowed')
  if (!isOpen(row)) throw refuse('lifecycle.wrong-state', { because: row.state })
  return row
}
const note = async (cx: Cx, row: CaseRow, action: string, sentence: string, after: object) => {
  await cx.journal({ action, sentence, thing: { kind: 'case', id: row.id }, after })
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
  return view(cx, row)
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
  return view(cx, row)
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
  return view(cx, row)
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
  return view(cx, row)
}
/** @throws plan.handed-over, organisation.not-found */
export const handOver = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/cases/:id/deliberation']>,
): Promise<Plan> => {
  const row = await lockOpen(cx, id)
  if (!mayAt(cx.actor, 'case.dispatch', row)) throw refuse('access.not-allowed')
  if ((await handOverOf(cx, id))?.state === 'waiting') throw refuse('plan.handed-over')
  const body = input.bodyId === undefined ? null : await organisationById(cx.db, input.bodyId)
  if (input.bodyId !== undefined && (body === null || body.districtId !== cx.districtId))
    throw refuse('organisation.not-found')
  const handOverId = uuidv7()
  await cx.db.insert(caseHandOvers).values({
    id: handOverId,
    districtId: cx.districtId,
    communityId: row.communityId,
    caseId: id,
    bodyId: body?.id ?? null,
    reason: input.reason,
    state: 'waiting',
    handedBy: cx.actor.personId,
    handedAt: cx.now,
  })
  await holdCase(cx, id, { kind: 'deliberation', thingId: handOverId, say: '正在协商议事，结果还没有回来' })
  await addToTimeline(cx, id, {
    step: 'deliberation.handed',
    words: input.reason,
    audience: 'public',
    organisationName: body?.name ?? null,
  })
  await note(cx, row, 'case.deliberation', '交给协商议事', { reason: input.reason, body: body?.name ?? null })
  return view(cx, row)
}
/** Writes an outcome on its case and lets it go; the caller decided who may, and journals. False: it waited for none. */
export const bringOutcome = async (cx: Cx<Actor | null>, caseId: string, outcome: string): Promise<boolean> => {
  const waiting = await handOverOf(cx, caseId)
  await addToTimeline(cx, caseId, { step: 'deliberation.returned', words: outcome, audience: 'public' })
  if (waiting?.state !== 'waiting') return false
  await cx.db
    .update(caseHandOvers)
    .set({ state: 'returned', outcome, returnedAt: cx.now })
    .where(eq(caseHandOvers.id, waiting.id))
  await releaseHold(cx, caseId, { kind: 'deliberation', thingId: waiting.id })
  return true
}
/** What a case handed to a named body needs before it comes back by hand; wired in app.ts. */
export type NeedsDeliberation = (cx: Cx, kind: 'handOver', placeId: string) => Promise<void>
/** @throws plan.not-handed-over, deliberation.must */
export const returnHandOver = async (
  cx: Cx,
  id: string,
  outcome: string,
  needsDeliberation: NeedsDeliberation,
): Promise<Plan> => {
  const row = await lockCase(cx, id)
  if (!mayAt(cx.actor, 'case.dispatch', row)) throw refuse('access.not-allowed')
  const waiting = await handOverOf(cx, id)
  if (waiting?.state !== 'waiting') throw refuse('plan.not-handed-over')
  if (waiting.bodyId !== null) await needsDeliberation(cx, 'handOver', row.placeId)
  await bringOutcome(cx, id, outcome)
  await note(cx, row, 'case.deliberationReturned', '协商议事有了结果', { outcome })
  return view(cx, row)
}
export const listHandOvers = async (cx: Cx, query: ParsedQuery<Api['GET /api/promises/hand-overs']>) => {
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select({ row: caseHandOvers })
    .from(caseHandOvers)
    .innerJoin(cases, eq(cases.id, caseHandOvers.caseId))
    .where(
      and(
        eq(caseHandOvers.districtId, cx.districtId),
        visibleAt(cx.actor, 'case.see', cases),
        query.waiting === undefined ? undefined : eq(caseHandOvers.state, query.waiting ? 'waiting' : 'returned'),
        cursor === null
          ? undefined
          : sql`(${caseHandOvers.handedAt}, ${caseHandOvers.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${caseHandOvers.handedAt} desc`, sql`${caseHandOvers.id} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ row }) => [row.handedAt.toISOString(), row.id])
  const known = await namedCases(
    cx,
    rows.map(({ row }) => row.caseId),
  )
  const bodies = await organisationsByIds(
    cx.db,
    rows.map(({ row }) => row.bodyId).filter((id) => id !== null),
  )
  return {
    rows: rows.map(({ row }) => ({
      id: row.id,
      state: row.state,
      reason: row.reason,
      body: row.bodyId === null ? null : { id: row.bodyId, name: bodies.get(row.bodyId)?.name ?? '' },
      outcome: row.outcome,
      handedAt: row.handedAt.toISOString(),
      case: known.get(row.caseId)!,
    })),
    total: null,
    next,
  }
}
