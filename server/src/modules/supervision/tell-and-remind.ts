// Who is told of an order; reminders before its deadline; one record of each miss.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { orderLevels } from '../../../../contract/src/supervision-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { tell } from '../notices/index.ts'
import { holdersOf, organisationById } from '../organisations/index.ts'
import type { OrderRow } from './policy.ts'
import { supervisionMisses, supervisionOrders } from './tables.ts'

const BATCH = 200
const SOON_MS = 24 * 3_600_000
const moment = (at: Date) =>
  at.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })

export type OrderEvent =
  | 'supervision.ordered'
  | 'supervision.reply'
  | 'supervision.signOff'
  | 'supervision.sendBack'
  | 'supervision.withdraw'
  | 'supervision.dueSoon'
  | 'supervision.missed'
const say = async (cx: Cx<null>, row: OrderRow, event: OrderEvent, personIds: readonly string[]): Promise<void> => {
  if (personIds.length === 0) return
  const [ofCase] = await cx.db
    .select({ number: cases.number, place: cases.placePath })
    .from(cases)
    .where(eq(cases.id, row.caseId))
  const said = event === 'supervision.reply' ? row.reply : (row.endedWords ?? row.words)
  await tell(cx, {
    event,
    audience: 'person',
    personIds: [...new Set(personIds)],
    thing: { kind: 'case', id: row.caseId },
    fields: {
      number: String(ofCase!.number),
      place: ofCase!.place,
      level: orderLevels[row.level].zh,
      said: said ?? '',
      due: moment(row.dueAt),
      who: (await organisationById(cx.db, row.answererId))?.name ?? '',
    },
  })
}
const answerers = (cx: Cx<null>, row: OrderRow) => holdersOf(cx.db, row.answererId, 'case.handle', row)
const orderers = (cx: Cx<null>, row: OrderRow) => holdersOf(cx.db, row.ordererId, 'supervision.order', row)

/** The job `supervision.tell`: replies go to who ordered, everything else to who answers. */
export const tellOfOrder = async (cx: Cx<null>, told: { orderId: string; event: OrderEvent }): Promise<void> => {
  const [row] = await cx.db.select().from(supervisionOrders).where(eq(supervisionOrders.id, told.orderId))
  if (row === undefined) return
  await say(cx, row, told.event, await (told.event === 'supervision.reply' ? orderers : answerers)(cx, row))
}
/** The job `supervision.timers`. */
export const runOrderTimers = async (cx: Cx<null>): Promise<void> => {
  const awaits = sql`"supervision_orders"."state" in ('issued', 'sentBack')`
  const soon = new Date(cx.now.getTime() + SOON_MS).toISOString()
  const near = await cx.db
    .select()
    .from(supervisionOrders)
    .where(and(awaits, isNull(supervisionOrders.warnedAt), sql`${supervisionOrders.dueAt} < ${soon}`))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of near) {
    await cx.db.update(supervisionOrders).set({ warnedAt: cx.now }).where(eq(supervisionOrders.id, row.id))
    if (row.dueAt > cx.now) await say(cx, row, 'supervision.dueSoon', await answerers(cx, row))
  }
  const late = await cx.db
    .select()
    .from(supervisionOrders)
    .where(and(awaits, isNull(supervisionOrders.missedAt), sql`${supervisionOrders.dueAt} < ${cx.now.toISOString()}`))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of late) {
    await cx.db.update(supervisionOrders).set({ missedAt: cx.now }).where(eq(supervisionOrders.id, row.id))
    await cx.db
      .insert(supervisionMisses)
      .values({ orderId: row.id, dueAt: row.dueAt, organisationId: row.answererId, notedAt: cx.now })
      .onConflictDoNothing()
    await say(cx, row, 'supervision.missed', [...(await answerers(cx, row)), ...(await orderers(cx, row))])
  }
  if (near.length === BATCH || late.length === BATCH) await cx.later('supervision.timers', {})
}
