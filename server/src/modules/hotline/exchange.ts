// The interface for the hotline's own system: push an order, read states and replies, take them over.
import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { cases } from '../cases/tables.ts'
import { columnOf, type PlaceRow } from '../places/index.ts'
import { addressFinder } from './find-address.ts'
import { callerOf, type Caller } from './keys.ts'
import { ordersToReturn, writeReturn } from './returns.ts'
import { hotlineStateOf, isAnswered, reply } from './states.ts'
import { hotlineOrders } from './tables.ts'
import { orderByNumber, takeOrder } from './take-order.ts'

const isWithin = (place: PlaceRow, area: PlaceRow): boolean => {
  const column = columnOf[area.kind]
  return column === null ? place.id === area.id : place[column] === area.id
}
/** SQL: the case lies in the key's area. */
const inArea = ({ place, key }: Caller) => {
  const column = columnOf[place.kind]
  return and(
    eq(hotlineOrders.districtId, key.districtId),
    column === null ? eq(cases.placeId, place.id) : eq(cases[column], place.id),
  )
}
/** @throws hotline.bad-key, hotline.key-scope, http.too-many, hotline.place-unknown */
export const pushOrder = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  input: ParsedBody<(typeof hotlineApi)['POST /api/hotline/exchange/orders']>,
): Promise<OutOf<(typeof hotlineApi)['POST /api/hotline/exchange/orders']>> => {
  const caller = await callerOf(cx, 'push')
  const find = await addressFinder(cx.db, cx.districtId)
  const place = await find(input.address)
  if (place === null || !isWithin(place, caller.place))
    throw refuse('hotline.place-unknown', { fields: [{ path: 'address', message: '请写小区或社区的全称' }] })
  const before = await orderByNumber(cx, input.number)
  if (before !== null && !(await caseIsIn(cx, before.caseId, caller))) throw refuse('hotline.place-unknown')
  const { did, row } = await takeOrder(
    cx,
    sealing,
    {
      number: input.number,
      words: input.words,
      placeId: place.id,
      address: input.address,
      receivedAt: input.receivedAt === undefined ? null : new Date(input.receivedAt),
      replyDueAt: input.replyDue === undefined ? null : new Date(input.replyDue),
      caller: input.caller === undefined ? null : { name: input.caller.name, phone: input.caller.phone || null },
    },
    'interface',
    caller.key.name,
  )
  const [made] = await cx.db.select({ number: cases.number }).from(cases).where(eq(cases.id, row.caseId))
  await cx.journal({
    action: 'hotline.push',
    sentence: `热线接口推送了工单${input.number}`,
    thing: { kind: 'hotlineOrder', id: row.id },
    after: { key: caller.key.name, did, caseId: row.caseId },
  })
  return { number: row.number, caseNumber: String(made!.number), did }
}
const caseIsIn = async (cx: Cx<Actor | null>, caseId: string, caller: Caller): Promise<boolean> => {
  const found = await cx.db
    .select({ id: hotlineOrders.id })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(eq(hotlineOrders.caseId, caseId), inArea(caller)))
  return found.length > 0
}
const changeCursor = (text: string | undefined): { at: string; id: string } | null => {
  const cursor = readCursor(text, 2)
  if (cursor === null) return null
  const [at, id] = cursor
  if (
    typeof at === 'string' &&
    /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  )
    return { at, id }
  throw refuse('http.bad-input', { fields: [{ path: 'after', message: '格式不对' }] })
}
/** Oldest change first, so that the last `next` is where to go on tomorrow. */
export const readOrders = async (
  cx: Cx<Actor | null>,
  query: ParsedQuery<(typeof hotlineApi)['GET /api/hotline/exchange/orders']>,
): Promise<OutOf<(typeof hotlineApi)['GET /api/hotline/exchange/orders']>> => {
  const caller = await callerOf(cx, 'return')
  const after = changeCursor(query.after)
  const changed = sql<Date>`greatest(${hotlineOrders.updatedAt}, ${cases.updatedAt})`
  const beyond =
    after === null
      ? undefined
      : or(
          sql`${changed} > ${after.at}::timestamptz`,
          and(sql`${changed} = ${after.at}::timestamptz`, gt(hotlineOrders.id, after.id)),
        )
  const rows = await cx.db
    .select({
      order: hotlineOrders,
      number: cases.number,
      state: cases.state,
      reply,
      changedAt: sql<string>`to_char(${changed} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(inArea(caller), query.answered === true ? isAnswered : undefined, beyond))
    .orderBy(changed, hotlineOrders.id)
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.changedAt, row.order.id])
  return {
    rows: page.rows.map(({ order, number, state, reply: words, changedAt }) => ({
      number: order.number,
      caseNumber: String(number),
      state: hotlineStateOf(state),
      reply: words,
      changedAt,
      returnedAt: order.returnedAt?.toISOString() ?? null,
    })),
    total: null,
    next: page.next,
  }
}
/** Only answered orders count as returned. */
export const takeOverReplies = async (cx: Cx<Actor | null>, numbers: readonly string[]) => {
  const caller = await callerOf(cx, 'return')
  const rows = await ordersToReturn(cx, and(inArea(caller), inArray(hotlineOrders.number, [...new Set(numbers)])))
  if (rows.length > 0) {
    const made = await writeReturn(cx, rows, caller.key.name)
    await cx.journal({
      action: 'hotline.take-over',
      sentence: `热线接口取回了${rows.length}件办理结果`,
      thing: { kind: 'hotlineReturn', id: made.id },
      after: { key: caller.key.name, orders: rows.map(({ order }) => order.number) },
    })
  }
  return { done: true as const, returned: rows.length }
}
