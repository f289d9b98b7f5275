// The hotline's orders with its own clock, the figures of that clock, and reminders before and after it runs out.
import { and, desc, eq, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { cases } from '../cases/tables.ts'
import { tell } from '../notices/index.ts'
import { holdersNear } from '../organisations/index.ts'
import { clockOf, hotlineStateOf, isToReturn, reply } from './states.ts'
import { hotlineOrders } from './tables.ts'

type Orders = OutOf<(typeof hotlineApi)['GET /api/hotline/orders']>
type Query = ParsedQuery<(typeof hotlineApi)['GET /api/hotline/orders']>
const caseColumns = {
  districtId: cases.districtId,
  streetId: cases.streetId,
  communityId: cases.communityId,
  gridId: cases.gridId,
  microGridId: cases.microGridId,
  estateId: cases.estateId,
  buildingId: cases.buildingId,
  unitId: cases.unitId,
}
/** SQL: orders whose case lies where the actor exchanges with the hotline. */
export const visibleOrders = (cx: Cx): SQL =>
  and(eq(hotlineOrders.districtId, cx.districtId), visibleAt(cx.actor, 'hotline.exchange', caseColumns))!

const isOpen = isNull(hotlineOrders.returnedAt)
const nowOf = (cx: Cx<Actor | null>) => sql`${cx.now.toISOString()}::timestamptz`
const isLate = (cx: Cx) => and(isOpen, lt(hotlineOrders.replyDueAt, nowOf(cx)))!
const isSoon = (cx: Cx) =>
  and(isOpen, sql`${hotlineOrders.replyDueAt} between ${nowOf(cx)} and ${nowOf(cx)} + interval '24 hours'`)!
const shown = (cx: Cx, show: Query['show']): SQL | undefined => {
  if (show === 'soon') return isSoon(cx)
  if (show === 'late') return isLate(cx)
  if (show === 'toReturn') return isToReturn
  return show === 'returned' ? isNotNull(hotlineOrders.returnedAt) : undefined
}
export const listOrders = async (cx: Cx, query: Query): Promise<Orders> => {
  const after = afterId(query.after)
  const search = query.search?.trim()
  const rows = await cx.db
    .select({
      order: hotlineOrders,
      case: { id: cases.id, number: cases.number, state: cases.state },
      place: cases.placePath,
      reply,
    })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(
      and(
        visibleOrders(cx),
        shown(cx, query.show),
        search ? sql`starts_with(${hotlineOrders.number}, ${search})` : undefined,
        after === null ? undefined : lt(hotlineOrders.id, after),
      ),
    )
    .orderBy(desc(hotlineOrders.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.order.id])
  return {
    rows: page.rows.map(({ order, case: made, place, reply: words }) => ({
      id: order.id,
      number: order.number,
      case: { id: made.id, number: String(made.number), state: made.state },
      words: order.words,
      place,
      receivedAt: order.receivedAt?.toISOString() ?? null,
      replyDueAt: order.replyDueAt?.toISOString() ?? null,
      clock: clockOf(order.replyDueAt, order.returnedAt, cx.now),
      state: hotlineStateOf(made.state),
      reply: words,
      returnedAt: order.returnedAt?.toISOString() ?? null,
      returnedState: order.returnedState,
    })),
    total: null,
    next: page.next,
  }
}
type Figures = OutOf<(typeof hotlineApi)['GET /api/hotline/figures']>
/** From the first moment of a month in Shanghai to the first of the next. */
const inMonth = (month: string): SQL => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  const first = (of: string) => sql`${`${of}-01T00:00:00+08:00`}::timestamptz`
  return sql`${hotlineOrders.returnedAt} >= ${first(month)} and ${hotlineOrders.returnedAt} < ${first(next)}`
}
export const orderFigures = async (cx: Cx, month = shanghaiDay(cx.now).slice(0, 7)): Promise<Figures> => {
  const many = (where: SQL) => sql<number>`count(*) filter (where ${where})::int`
  const [open] = await cx.db
    .select({
      open: sql<number>`count(*)::int`,
      soon: many(isSoon(cx)),
      late: many(isLate(cx)),
      toReturn: many(isToReturn),
    })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(visibleOrders(cx), isOpen))
  const [answered] = await cx.db
    .select({
      answered: sql<number>`count(*)::int`,
      answeredLate: many(sql`${hotlineOrders.returnedAt} > ${hotlineOrders.replyDueAt}`),
    })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(visibleOrders(cx), inMonth(month)))
  return { month, ...open!, ...answered! }
}
const AT_ONCE = 200
const due = (at: Date) =>
  at.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
/** The job `hotline.timers`: one warning a day before, one record and one message when it was missed. */
export const runHotlineTimers = async (cx: Cx<null>): Promise<void> => {
  for (const event of ['hotline.missed', 'hotline.dueSoon'] as const) {
    const missed = event === 'hotline.missed'
    const noted = missed ? hotlineOrders.missedAt : hotlineOrders.warnedAt
    const limit = missed ? nowOf(cx) : sql`${nowOf(cx)} + interval '24 hours'`
    const rows = await cx.db
      .select({ order: hotlineOrders, case: cases })
      .from(hotlineOrders)
      .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
      .where(
        and(eq(hotlineOrders.districtId, cx.districtId), isOpen, isNull(noted), lt(hotlineOrders.replyDueAt, limit)),
      )
      .orderBy(hotlineOrders.replyDueAt)
      .limit(AT_ONCE)
      .for('update', { of: hotlineOrders, skipLocked: true })
    for (const { order, case: made } of rows) {
      await cx.db
        .update(hotlineOrders)
        .set(missed ? { missedAt: cx.now, warnedAt: order.warnedAt ?? cx.now } : { warnedAt: cx.now })
        .where(eq(hotlineOrders.id, order.id))
      await tell(cx, {
        event,
        audience: 'community',
        personIds: await holdersNear(cx.db, cx.districtId, 'hotline.exchange', made),
        thing: { kind: 'case', id: made.id },
        fields: { order: order.number, number: String(made.number), due: due(order.replyDueAt!) },
      })
    }
  }
}
