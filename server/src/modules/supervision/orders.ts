// Gives an order, and takes its steps: reply, sign off, send back, withdraw. Only this file changes its state.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { supervisionApi } from '../../../../contract/src/supervision.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import {
  orderLevels,
  orderLife,
  orderStates,
  orderSteps,
  type OrderState,
  type OrderStep,
} from '../../../../contract/src/supervision-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, holdCase, lockCase, releaseHold, type CaseRow } from '../cases/index.ts'
import { attachFiles } from '../files/index.ts'
import { organisationById, servingAt } from '../organisations/index.ts'
import { undertake } from '../promises/index.ts'
import { ordersAs, standingTo, visibleOrders, type OrderRow } from './policy.ts'
import { supervisionOrders } from './tables.ts'

type New = ParsedBody<(typeof supervisionApi)['POST /api/supervision/orders']>
const YEAR_MS = 366 * 86_400_000
/** A reply can be asked for from now on, within a year. @throws supervision.deadline */
const checkDeadline = (cx: Cx, text: string): Date => {
  const dueAt = new Date(text)
  if (dueAt <= cx.now || dueAt.getTime() > cx.now.getTime() + YEAR_MS)
    throw refuse('supervision.deadline', { fields: [{ path: 'dueAt', message: '请选择以后的时间' }] })
  return dueAt
}
/** Who answers: the body named, else the handler, else the community. */
const answererOf = async (cx: Cx, row: CaseRow, organisationId: string | undefined): Promise<string> => {
  const id =
    organisationId ?? row.handlerId ?? (await servingAt(cx.db, cx.districtId, 'communityCommittee', row))[0]?.id
  const body = id === undefined ? null : await organisationById(cx.db, id)
  if (body === null || body.districtId !== cx.districtId || !body.active) throw refuse('organisation.not-found')
  return body.id
}
const tellOf = (cx: Cx, orderId: string, event: string) => cx.later('supervision.tell', { orderId, event })

/** @throws access.out-of-scope, supervision.deadline, supervision.own, organisation.not-found */
export const giveOrder = async (cx: Cx, input: New): Promise<OrderRow> => {
  const row = await lockCase(cx, input.caseId)
  const as = ordersAs(cx.actor, row)
  if (as === null) throw refuse('access.out-of-scope')
  const dueAt = checkDeadline(cx, input.dueAt)
  const answererId = await answererOf(cx, row, input.organisationId)
  if (answererId === as.held.organisationId) throw refuse('supervision.own')
  const { districtId, streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = row
  const [order] = await cx.db
    .insert(supervisionOrders)
    .values({
      districtId,
      streetId,
      communityId,
      gridId,
      microGridId,
      estateId,
      buildingId,
      unitId,
      id: uuidv7(),
      caseId: row.id,
      level: as.level,
      orderedBy: cx.actor.personId,
      ordererId: as.held.organisationId,
      answererId,
      words: input.words,
      beforeClosing: input.beforeClosing,
      dueAt,
      state: 'issued',
      photos: [],
      createdAt: cx.now,
    })
    .returning()
  if (input.beforeClosing)
    await holdCase(cx, row.id, {
      kind: 'supervision',
      thingId: order!.id,
      say: `${orderLevels[as.level].zh}还没有签结`,
    })
  await addToTimeline(cx, row.id, {
    step: 'supervision.ordered',
    words: input.words,
    audience: 'internal',
    organisationName: as.held.organisationName,
  })
  await cx.journal({
    action: 'supervision.ordered',
    sentence: '发出了督办',
    thing: { kind: 'case', id: row.id },
    after: { orderId: order!.id, level: as.level, answererId, dueAt, words: input.words },
  })
  await tellOf(cx, order!.id, 'supervision.ordered')
  return order!
}
const lockOrder = async (cx: Cx, id: string): Promise<OrderRow> => {
  const [row] = await cx.db
    .select()
    .from(supervisionOrders)
    .where(
      and(
        eq(supervisionOrders.id, id),
        eq(supervisionOrders.districtId, cx.districtId),
        sql`(${visibleOrders(cx.actor)})`,
      ),
    )
    .for('update')
  if (row === undefined) throw refuse('supervision.not-found')
  return row
}
interface OrderInput {
  readonly words?: string
  readonly reason?: string
  readonly dueAt?: string
  readonly photos?: string[]
  readonly promise?: { what: string; dueOn: string } | undefined
}
const effectOf = (cx: Cx, name: OrderStep, input: OrderInput): Partial<OrderRow> => {
  if (name === 'reply')
    return { reply: input.words!, repliedBy: cx.actor.personId, repliedAt: cx.now, photos: [...(input.photos ?? [])] }
  if (name === 'sendBack')
    return {
      dueAt: checkDeadline(cx, input.dueAt!),
      endedWords: input.reason!,
      repliedAt: null,
      warnedAt: null,
      missedAt: null,
    }
  return { endedWords: (input.words ?? input.reason)!, endedAt: cx.now }
}
const promiseFor = async (cx: Cx, row: OrderRow, input: OrderInput): Promise<void> => {
  if (input.promise === undefined) return
  await undertake(cx, {
    placed: row,
    caseId: row.caseId,
    of: 'supervision',
    thingId: row.id,
    what: input.promise.what,
    ownerId: row.answererId,
    dueOn: input.promise.dueOn,
    isPublic: false,
  })
}
/** Takes one step of an order. @throws supervision.*, access.not-allowed, lifecycle.*, promise.day, case.photo-not-yours */
export const takeOrderStep = async (cx: Cx, id: string, name: OrderStep, input: OrderInput): Promise<OrderRow> => {
  const row = await lockOrder(cx, id)
  const taker = { person: standingTo(cx.actor, row) }
  const state = takeStep(orderLife, row.state, name, taker, { ...input }) as OrderState
  const changes = { ...effectOf(cx, name, input), state }
  await cx.db.update(supervisionOrders).set(changes).where(eq(supervisionOrders.id, id))
  if (input.photos !== undefined && input.photos.length > 0)
    await attachFiles(cx, input.photos, { kind: 'case', id: row.caseId }, 'photo')
  await promiseFor(cx, row, input)
  if ('ends' in orderStates[state]) await releaseHold(cx, row.caseId, { kind: 'supervision', thingId: id })
  await addToTimeline(cx, row.caseId, {
    step: `supervision.${name}`,
    words: input.words ?? input.reason ?? null,
    audience: 'internal',
    photos: input.photos ?? [],
    organisationName:
      cx.actor.held.find((held) => held.organisationId === (name === 'reply' ? row.answererId : row.ordererId))
        ?.organisationName ?? null,
  })
  await cx.journal({
    action: `supervision.${name}`,
    sentence: orderSteps[name].zh,
    thing: { kind: 'case', id: row.caseId },
    before: { state: row.state },
    after: { orderId: id, state, words: input.words ?? input.reason ?? null },
  })
  await tellOf(cx, id, `supervision.${name}`)
  return { ...row, ...changes }
}
