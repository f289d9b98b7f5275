// Action items: written by a decision with an owner and a day, or openly without; progress, cost, acceptance.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { actionItemLife, type ItemStep } from '../../../../contract/src/deliberation-life.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep, type Standing } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { tell } from '../notices/index.ts'
import { holdersOf, organisationById } from '../organisations/index.ts'
import { endPromise, undertake } from '../promises/index.ts'
import { promises } from '../promises/tables.ts'
import { livingIn, runs, visibleItems, type ItemRow, type ResolutionRow } from './policy.ts'
import { actionItems, actionSteps, people, topics, resolutions, type PlannedItem } from './tables.ts'

type Api = typeof deliberationApi
export type NewItem = PlannedItem
/** A body of this district that is active. @throws deliberation.owner */
const ownerOf = async (cx: Cx<Actor | null>, id: string): Promise<string> => {
  const owner = await organisationById(cx.db, id)
  if (owner === null || owner.districtId !== cx.districtId || !owner.active) throw refuse('deliberation.owner')
  return owner.id
}
/** A body's item is a promise too: it is reminded of, and counts among what the body promised. */
const promiseFor = async (
  cx: Cx<Actor | null>,
  row: Pick<ItemRow, 'id' | 'what' | 'ownerId' | 'dueOn'> & Parameters<typeof undertake>[1]['placed'],
  caseId: string | null,
): Promise<string | null> => {
  if (row.ownerId === null || row.dueOn === null || row.streetId === null || row.communityId === null) return null
  const made = await undertake(cx, {
    placed: row,
    caseId,
    of: 'other',
    thingId: row.id,
    what: row.what,
    ownerId: row.ownerId,
    dueOn: row.dueOn,
  })
  return made.id
}
export const writeItemStep = async (
  cx: Cx<Actor | null>,
  itemId: string,
  step: string,
  more: { readonly words?: string | null; readonly costFen?: number | null; readonly photos?: readonly string[] } = {},
): Promise<void> => {
  await cx.db.insert(actionSteps).values({
    id: uuidv7(),
    itemId,
    step,
    words: more.words ?? null,
    costFen: more.costFen ?? null,
    photos: [...(more.photos ?? [])],
    actorId: cx.actor?.personId ?? null,
    at: cx.now,
  })
}
const tellOwner = async (cx: Cx<Actor | null>, row: ItemRow): Promise<void> => {
  const byBody = row.ownerId === null ? [] : await holdersOf(cx.db, row.ownerId, 'case.handle', row)
  const [person] =
    row.ownerPersonId === null
      ? []
      : await cx.db.select({ id: people.personId }).from(people).where(eq(people.id, row.ownerPersonId))
  const personIds = [...byBody, person?.id ?? null].filter((id): id is string => id !== null)
  if (personIds.length > 0)
    await tell(cx, {
      event: 'actionItem.given',
      audience: 'person',
      personIds,
      thing: { kind: 'actionItem', id: row.id },
      fields: { what: row.what, day: row.dueOn ?? '' },
    })
}
/** @throws deliberation.day, deliberation.owner, deliberation.person */
export const assertItems = async (
  cx: Cx<Actor | null>,
  meetingId: string,
  items: readonly NewItem[],
): Promise<void> => {
  const today = shanghaiDay(cx.now)
  for (const item of items) {
    if (item.dueOn !== undefined && item.dueOn < today) throw refuse('deliberation.day')
    if (item.ownerId !== undefined) await ownerOf(cx, item.ownerId)
    if (item.personId === undefined) continue
    const [one] = await cx.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, item.personId), eq(people.meetingId, meetingId)))
    if (one === undefined) throw refuse('deliberation.person')
  }
}
/** Writes what `assertItems` has let through; later ones stand after the minutes. */
export const writeItems = async (
  cx: Cx<Actor | null>,
  resolution: ResolutionRow,
  items: readonly NewItem[],
  { caseId, isLater, from = 0 }: { readonly caseId: string | null; readonly isLater: boolean; readonly from?: number },
): Promise<void> => {
  for (const [at, item] of items.entries()) {
    const ownerId = item.ownerId ?? null
    // Without an owner and a day it says so openly.
    const isOwned = (ownerId !== null || item.personId !== undefined) && item.dueOn !== undefined
    const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId, placeId } = resolution
    const row = {
      id: uuidv7(),
      districtId,
      streetId,
      communityId,
      gridId,
      microGridId,
      estateId,
      buildingId,
      unitId,
      placeId,
      resolutionId: resolution.id,
      meetingId: resolution.meetingId,
      schemeCode: resolution.schemeCode,
      sort: from + at,
      what: item.what,
      ownerId,
      ownerPersonId: ownerId === null ? (item.personId ?? null) : null,
      dueOn: item.dueOn ?? null,
      budgetFen: item.budgetFen ?? null,
      state: isOwned ? ('open' as const) : ('noOwner' as const),
      stateAt: cx.now,
      createdAt: cx.now,
      isLater,
    }
    const promiseId = isOwned ? await promiseFor(cx, row, caseId) : null
    const [made] = await cx.db
      .insert(actionItems)
      .values({ ...row, promiseId })
      .returning()
    if (isOwned) await tellOwner(cx, made!)
  }
}
/** Who carries it out: the body that owns it, or the person of the meeting; those who run it may write for them. */
export const standingTo = async (cx: Cx, row: ItemRow): Promise<Standing> => {
  const isOfBody = row.ownerId !== null && cx.actor.held.some((held) => held.organisationId === row.ownerId)
  const [me] =
    row.ownerPersonId === null
      ? []
      : await cx.db
          .select({ id: people.id })
          .from(people)
          .where(and(eq(people.id, row.ownerPersonId), eq(people.personId, cx.actor.personId)))
  const iRun = runs(cx.actor, row)
  return { reporter: false, handler: isOfBody || me !== undefined || iRun, staff: () => iRun }
}
export const findItem = async (cx: Cx, id: string, isLocked = false): Promise<ItemRow> => {
  const query = cx.db
    .select()
    .from(actionItems)
    .where(and(eq(actionItems.id, id), eq(actionItems.districtId, cx.districtId), visibleItems(cx, await livingIn(cx))))
  const [row] = await (isLocked ? query.for('update') : query)
  if (row === undefined) throw refuse('deliberation.item-not-found')
  return row
}
const lockPromise = async (cx: Cx<Actor | null>, id: string | null) => {
  if (id === null) return undefined
  const [row] = await cx.db
    .select()
    .from(promises)
    .where(and(eq(promises.id, id), eq(promises.state, 'open')))
    .for('update')
  return row
}
/** The one writer of an item's state. */
const move = async (
  cx: Cx,
  row: ItemRow,
  name: ItemStep,
  input: { readonly words?: string; readonly costFen?: number | undefined; readonly photos?: readonly string[] },
  change: Partial<ItemRow> = {},
): Promise<ItemRow> => {
  const merged = { ...row, ...change }
  const to = takeStep(
    actionItemLife,
    row.state,
    name,
    { person: await standingTo(cx, row) },
    { ...merged, words: input.words },
  ) as ItemRow['state']
  const costFen = input.costFen ?? row.costFen
  await attachFiles(cx, input.photos ?? [], { kind: 'actionItem', id: row.id }, 'photo')
  await cx.db
    .update(actionItems)
    .set({ ...change, costFen, state: to, stateAt: cx.now })
    .where(eq(actionItems.id, row.id))
  await writeItemStep(cx, row.id, name, {
    words: input.words ?? null,
    costFen: input.costFen ?? null,
    photos: input.photos ?? [],
  })
  await cx.journal({
    action: `actionItem.${name}`,
    sentence: `督办事项：${actionItemLife.steps[name].zh}`,
    thing: { kind: 'actionItem', id: row.id },
    before: { state: row.state, costFen: row.costFen },
    after: { state: to, costFen, words: input.words ?? null },
  })
  return { ...merged, state: to, costFen }
}
const caseOfItem = async (cx: Cx, row: ItemRow): Promise<string | null> => {
  const [found] = await cx.db
    .select({ caseId: topics.caseId })
    .from(resolutions)
    .innerJoin(topics, eq(topics.id, resolutions.topicId))
    .where(eq(resolutions.id, row.resolutionId))
  return found?.caseId ?? null
}
/** @throws deliberation.owner, deliberation.day */
export const giveOwner = async (
  cx: Cx,
  id: string,
  input: ParsedBody<Api['POST /api/deliberation/items/:id/owner']>,
): Promise<void> => {
  const row = await findItem(cx, id, true)
  if (input.dueOn < shanghaiDay(cx.now)) throw refuse('deliberation.day')
  const ownerId = await ownerOf(cx, input.ownerId)
  const before = await lockPromise(cx, row.promiseId)
  const next = { ...row, ownerId, ownerPersonId: null, dueOn: input.dueOn }
  const change = { ownerId, ownerPersonId: null, dueOn: input.dueOn, warnedAt: null, missedAt: null }
  const moved = await move(
    cx,
    row,
    'giveOwner',
    {},
    {
      ...change,
      ...(input.budgetFen === undefined ? {} : { budgetFen: input.budgetFen }),
    },
  )
  if (before !== undefined) await endPromise(cx, before, { state: 'released', words: '改了责任单位或日期' })
  const promiseId = await promiseFor(cx, next, await caseOfItem(cx, row))
  await cx.db.update(actionItems).set({ promiseId }).where(eq(actionItems.id, id))
  await tellOwner(cx, moved)
}
type Done = ParsedBody<Api['POST /api/deliberation/items/:id/progress']>
export const reportProgress = async (cx: Cx, id: string, input: Done): Promise<void> => {
  await move(cx, await findItem(cx, id, true), 'progress', input)
}
export const finishItem = async (cx: Cx, id: string, input: Done): Promise<void> => {
  const row = await findItem(cx, id, true)
  await move(cx, row, 'finish', input, { doneOn: shanghaiDay(cx.now) })
  const promise = await lockPromise(cx, row.promiseId)
  // Kept on the day it was said to be done; sent back, the body owes it anew.
  if (promise !== undefined) await endPromise(cx, promise, { state: 'kept', words: input.words })
}
export const acceptItem = async (cx: Cx, id: string, accepted: boolean, words: string): Promise<void> => {
  const row = await findItem(cx, id, true)
  await move(cx, row, accepted ? 'accept' : 'sendBack', { words }, accepted ? {} : { doneOn: null })
  if (accepted || row.ownerId === null || row.dueOn === null) return
  const today = shanghaiDay(cx.now)
  const dueOn = row.dueOn < today ? today : row.dueOn
  const promiseId = await promiseFor(cx, { ...row, dueOn }, await caseOfItem(cx, row))
  await cx.db.update(actionItems).set({ promiseId }).where(eq(actionItems.id, id))
}
export const releaseItem = async (cx: Cx, id: string, words: string): Promise<void> => {
  const row = await findItem(cx, id, true)
  await move(cx, row, 'release', { words })
  const promise = await lockPromise(cx, row.promiseId)
  if (promise !== undefined) await endPromise(cx, promise, { state: 'released', words })
}
export const stepsOf = (cx: Cx, id: string) =>
  cx.db
    .select()
    .from(actionSteps)
    .where(eq(actionSteps.itemId, id))
    .orderBy(asc(actionSteps.at), asc(actionSteps.id))
    .limit(200)
/** Sums for a list of resolutions. */
export const itemsOf = (cx: Cx, resolutionIds: readonly string[]): Promise<ItemRow[]> =>
  resolutionIds.length === 0
    ? Promise.resolve([])
    : cx.db
        .select()
        .from(actionItems)
        .where(inArray(actionItems.resolutionId, [...resolutionIds]))
        .orderBy(asc(actionItems.resolutionId), asc(actionItems.sort))
export const isLate = (today: string) => sql<boolean>`${actionItems.dueOn} < ${today}::date`
