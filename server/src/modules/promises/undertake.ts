// Puts a promise on record, and ends it: kept with proof, or released for a reason. Other modules undertake through here.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Placed } from '../../platform/access.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, releaseHold } from '../cases/index.ts'
import { attachFiles } from '../files/index.ts'
import { mayKeep, mayRelease, visiblePromises, type PromiseRow } from './policy.ts'
import { casePlans, promises, type PromiseOf } from './tables.ts'

export interface Undertaking {
  readonly placed: Placed & { readonly streetId: string | null; readonly communityId: string | null }
  readonly caseId: string | null
  readonly of: PromiseOf
  readonly thingId: string
  readonly what: string
  readonly ownerId: string
  /** A day in Asia/Shanghai, today or later. */
  readonly dueOn: string
  readonly sort?: number
  readonly isPublic?: boolean
}
/** The caller has decided who may, and journals. @throws promise.day when the day is past */
export const undertake = async (cx: Cx<Actor | null>, one: Undertaking): Promise<PromiseRow> => {
  if (one.dueOn < shanghaiDay(cx.now)) throw refuse('promise.day')
  const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = one.placed
  const [row] = await cx.db
    .insert(promises)
    .values({
      id: uuidv7(),
      districtId,
      streetId: streetId!,
      communityId: communityId!,
      gridId,
      microGridId,
      estateId,
      buildingId,
      unitId,
      caseId: one.caseId,
      thingKind: one.of,
      thingId: one.thingId,
      sort: one.sort ?? 0,
      what: one.what,
      ownerId: one.ownerId,
      dueOn: one.dueOn,
      state: 'open',
      public: one.isPublic ?? true,
      madeBy: cx.actor?.personId ?? null,
      madeAt: cx.now,
      photos: [],
    })
    .returning()
  return row!
}
/** A plan whose steps are all kept or released is done, and holds its case no longer. */
const finishPlan = async (cx: Cx<Actor | null>, row: PromiseRow): Promise<void> => {
  if (row.thingKind !== 'plan') return
  const open = await cx.db
    .select({ id: promises.id })
    .from(promises)
    .where(and(eq(promises.thingId, row.thingId), eq(promises.state, 'open')))
    .limit(1)
  if (open.length > 0) return
  await cx.db
    .update(casePlans)
    .set({ state: 'done', endedAt: cx.now })
    .where(and(eq(casePlans.id, row.thingId), eq(casePlans.state, 'active')))
  await releaseHold(cx, row.caseId!, { kind: 'plan', thingId: row.thingId })
}
/** Ends one promise; the caller has decided who may. */
export const endPromise = async (
  cx: Cx<Actor | null>,
  row: PromiseRow,
  end: { readonly state: 'kept' | 'released'; readonly words: string; readonly photos?: readonly string[] },
): Promise<PromiseRow> => {
  const changes = {
    state: end.state,
    endedBy: cx.actor?.personId ?? null,
    endedAt: cx.now,
    endedWords: end.words,
    photos: [...(end.photos ?? [])],
  }
  await cx.db.update(promises).set(changes).where(eq(promises.id, row.id))
  await finishPlan(cx, row)
  if (row.caseId !== null)
    await addToTimeline(cx, row.caseId, {
      step: end.state === 'kept' ? 'promise.kept' : 'promise.released',
      words: `${row.what}：${end.words}`,
      audience: row.public ? 'public' : 'internal',
      photos: changes.photos,
    })
  return { ...row, ...changes }
}
const lockPromise = async (cx: Cx, id: string): Promise<PromiseRow> => {
  const [row] = await cx.db
    .select()
    .from(promises)
    .where(and(eq(promises.id, id), eq(promises.districtId, cx.districtId), sql`(${visiblePromises(cx.actor)})`))
    .for('update')
  if (row === undefined) throw refuse('promise.not-found')
  return row
}
/** @throws promise.not-found, promise.ended, access.not-allowed, case.photo-not-yours */
export const keepPromise = async (
  cx: Cx,
  id: string,
  input: { words: string; photos: string[] },
): Promise<PromiseRow> => {
  const row = await lockPromise(cx, id)
  if (row.state !== 'open') throw refuse('promise.ended')
  if (!mayKeep(cx.actor, row)) throw refuse('access.not-allowed')
  if (input.photos.length > 0)
    await attachFiles(
      cx,
      input.photos,
      { kind: row.caseId === null ? 'promise' : 'case', id: row.caseId ?? id },
      'photo',
    )
  await cx.journal({
    action: 'promise.kept',
    sentence: '兑现了承诺',
    thing: { kind: 'promise', id },
    before: { state: row.state },
    after: { state: 'kept', words: input.words },
  })
  return endPromise(cx, row, { state: 'kept', ...input })
}
/** @throws promise.not-found, promise.ended, access.not-allowed */
export const releasePromise = async (cx: Cx, id: string, reason: string): Promise<PromiseRow> => {
  const row = await lockPromise(cx, id)
  if (row.state !== 'open') throw refuse('promise.ended')
  if (!mayRelease(cx.actor, row)) throw refuse('access.not-allowed')
  await cx.journal({
    action: 'promise.released',
    sentence: '解除了承诺',
    thing: { kind: 'promise', id },
    before: { state: row.state },
    after: { state: 'released', reason },
  })
  return endPromise(cx, row, { state: 'released', words: reason })
}
