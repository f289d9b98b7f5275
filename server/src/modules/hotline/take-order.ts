// Takes one order in: a new number becomes a case, a known one updates it. Never two cases for one number.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { addToTimeline, intakeCase } from '../cases/index.ts'
import { hotlineOrders } from './tables.ts'

export interface Order {
  readonly number: string
  readonly words: string
  readonly placeId: string
  readonly address: string
  readonly receivedAt: Date | null
  readonly replyDueAt: Date | null
  readonly caller: { readonly name: string; readonly phone: string | null } | null
}
export type Did = 'created' | 'updated' | 'nothing'
type OrderRow = typeof hotlineOrders.$inferSelect

export const orderByNumber = async (cx: Cx<Actor | null>, number: string): Promise<OrderRow | null> =>
  (
    await cx.db
      .select()
      .from(hotlineOrders)
      .where(and(eq(hotlineOrders.districtId, cx.districtId), eq(hotlineOrders.number, number)))
  )[0] ?? null
/** What an order says that its row does not yet. A missing deadline does not take one away. */
export const changesOf = (row: OrderRow, order: Pick<Order, 'words' | 'replyDueAt'>): Partial<OrderRow> => ({
  ...(row.words === order.words ? {} : { words: order.words }),
  ...(order.replyDueAt === null || row.replyDueAt?.getTime() === order.replyDueAt.getTime()
    ? {}
    : { replyDueAt: order.replyDueAt, warnedAt: null, missedAt: null }),
})
const update = async (cx: Cx<Actor | null>, row: OrderRow, order: Order): Promise<Did> => {
  const changes = changesOf(row, order)
  if (Object.keys(changes).length === 0) return 'nothing'
  await cx.db
    .update(hotlineOrders)
    .set({ ...changes, updatedAt: cx.now })
    .where(eq(hotlineOrders.id, row.id))
  if (changes.words !== undefined)
    await addToTimeline(cx, row.caseId, {
      step: 'hotline.update',
      words: order.words,
      audience: 'internal',
      data: { number: order.number },
    })
  return 'updated'
}
const PLACE_NOTE = 100
const newCase = (cx: Cx<Actor | null>, sealing: Sealing, order: Order, organisationName: string | null) => {
  const phone = order.caller?.phone ?? null
  return intakeCase(
    cx,
    {
      placeId: order.placeId,
      words: order.words,
      photos: [],
      hideName: false,
      placeNote: order.address.slice(0, PLACE_NOTE),
    },
    {
      channel: 'hotline',
      reporterId: null,
      filedBy: cx.actor?.personId ?? null,
      behalf:
        order.caller === null
          ? null
          : { name: order.caller.name, phoneSealed: phone === null ? null : sealing.seal(phone) },
      organisationName,
    },
  )
}
/** The caller has decided that the place is within the area. Two at once wait for each other. */
export const takeOrder = async (
  cx: Cx<Actor | null>,
  sealing: Sealing,
  order: Order,
  source: 'sheet' | 'interface',
  organisationName: string | null,
): Promise<{ did: Did; row: OrderRow }> => {
  await cx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${cx.districtId} hotline ${order.number}`}, 0))`,
  )
  const known = await orderByNumber(cx, order.number)
  if (known !== null) {
    const did = await update(cx, known, order)
    return { did, row: (await orderByNumber(cx, order.number))! }
  }
  const made = await newCase(cx, sealing, order, organisationName)
  const row: OrderRow = {
    id: uuidv7(),
    districtId: cx.districtId,
    number: order.number,
    caseId: made.id,
    words: order.words,
    receivedAt: order.receivedAt,
    replyDueAt: order.replyDueAt,
    warnedAt: null,
    missedAt: null,
    returnedAt: null,
    returnedState: null,
    source,
    createdAt: cx.now,
    updatedAt: cx.now,
  }
  await cx.db.insert(hotlineOrders).values(row)
  await addToTimeline(cx, made.id, {
    step: 'hotline.order',
    words: null,
    audience: 'internal',
    organisationName,
    data: {
      number: order.number,
      ...(order.replyDueAt === null ? {} : { due: order.replyDueAt.toISOString() }),
    },
  })
  return { did: 'created', row }
}
