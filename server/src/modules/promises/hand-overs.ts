// The hand-over of a case to deliberation, its outcome, and what waits for one (A6).
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { promisesApi } from '../../../../contract/src/promises.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, holdCase, lockCase, releaseHold } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { organisationById, organisationsByIds } from '../organisations/index.ts'
import { handOverOf, lockOpen, note } from './planned-case.ts'
import { viewPlan, type Plan } from './show-plan.ts'
import { caseHandOvers } from './tables.ts'
import { namedCases } from './views.ts'

type Api = typeof promisesApi

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
  return viewPlan(cx, row)
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
  return viewPlan(cx, row)
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
