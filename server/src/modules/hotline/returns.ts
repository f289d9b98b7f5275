// Returning replies to the hotline: what is answered is marked and written down, then exported as often as wanted.
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { hotlineStates } from '../../../../contract/src/channels-kinds.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { sheetDownload } from '../../platform/sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { cases } from '../cases/tables.ts'
import { visibleOrders } from './orders.ts'
import { hotlineStateOf, isToReturn, reply } from './states.ts'
import { hotlineOrders, hotlineReturnLines, hotlineReturns } from './tables.ts'

type Return = OutOf<(typeof hotlineApi)['POST /api/hotline/returns']>
const MOST = 1000

/** What is answered and not returned yet, or answered otherwise since; within `where`. */
export const ordersToReturn = (cx: Cx<Actor | null>, where: ReturnType<typeof and>) =>
  cx.db
    .select({ order: hotlineOrders, state: cases.state, reply })
    .from(hotlineOrders)
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(isToReturn, where))
    .orderBy(hotlineOrders.id)
    .limit(MOST)
    .for('update', { of: hotlineOrders })
/** Marks and writes down. */
export const writeReturn = async (
  cx: Cx<Actor | null>,
  rows: Awaited<ReturnType<typeof ordersToReturn>>,
  byName: string,
): Promise<Return> => {
  const id = uuidv7()
  await cx.db.insert(hotlineReturns).values({
    id,
    districtId: cx.districtId,
    byPerson: cx.actor?.personId ?? null,
    byName,
    at: cx.now,
    lineCount: rows.length,
  })
  await cx.db.insert(hotlineReturnLines).values(
    rows.map(({ order, state, reply: words }) => ({
      returnId: id,
      orderId: order.id,
      state: hotlineStateOf(state),
      words: words ?? '',
    })),
  )
  for (const { order, state } of rows)
    await cx.db
      .update(hotlineOrders)
      .set({ returnedAt: cx.now, returnedState: hotlineStateOf(state), updatedAt: cx.now })
      .where(eq(hotlineOrders.id, order.id))
  return { id, at: cx.now.toISOString(), by: byName, count: rows.length }
}
/** @throws hotline.nothing-to-return, hotline.not-found (none of the named can be returned by this person) */
export const returnOrders = async (cx: Cx, ids: readonly string[] | undefined): Promise<Return> => {
  const wanted = ids === undefined ? undefined : ids.length === 0 ? sql`false` : inArray(hotlineOrders.id, [...ids])
  const rows = await ordersToReturn(cx, and(visibleOrders(cx), wanted))
  // Named orders that are not in one's area do not exist here.
  if (rows.length === 0) throw refuse(ids === undefined ? 'hotline.nothing-to-return' : 'hotline.not-found')
  const made = await writeReturn(cx, rows, cx.actor.name)
  await cx.journal({
    action: 'hotline.return',
    sentence: `向热线回传了${rows.length}件办理结果`,
    thing: { kind: 'hotlineReturn', id: made.id },
    after: { orders: rows.map(({ order }) => order.number) },
  })
  return made
}
/** One's own returns, and those in which every order lies in one's area are shown by their lines. */
export const listReturns = async (
  cx: Cx,
  query: ParsedQuery<(typeof hotlineApi)['GET /api/hotline/returns']>,
): Promise<OutOf<(typeof hotlineApi)['GET /api/hotline/returns']>> => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select()
    .from(hotlineReturns)
    .where(
      and(
        eq(hotlineReturns.districtId, cx.districtId),
        sql`exists (${linesSeen(cx, sql`${hotlineReturns.id}`)})`,
        after === null ? undefined : lt(hotlineReturns.id, after),
      ),
    )
    .orderBy(desc(hotlineReturns.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (row) => [row.id])
  return {
    rows: page.rows.map((row) => ({ id: row.id, at: row.at.toISOString(), by: row.byName, count: row.lineCount })),
    total: null,
    next: page.next,
  }
}
const linesSeen = (cx: Cx, returnId: ReturnType<typeof sql>) =>
  cx.db
    .select({ one: sql`1` })
    .from(hotlineReturnLines)
    .innerJoin(hotlineOrders, eq(hotlineOrders.id, hotlineReturnLines.orderId))
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(sql`${hotlineReturnLines.returnId} = ${returnId}`, visibleOrders(cx)))

/** Lines of one's area only. @throws hotline.not-found */
export const exportReturn = async (cx: Cx, id: string): Promise<Download> => {
  const rows = await cx.db
    .select({
      number: hotlineOrders.number,
      caseNumber: cases.number,
      words: hotlineOrders.words,
      place: cases.placePath,
      state: hotlineReturnLines.state,
      reply: hotlineReturnLines.words,
      due: hotlineOrders.replyDueAt,
      at: hotlineReturns.at,
    })
    .from(hotlineReturnLines)
    .innerJoin(hotlineReturns, eq(hotlineReturns.id, hotlineReturnLines.returnId))
    .innerJoin(hotlineOrders, eq(hotlineOrders.id, hotlineReturnLines.orderId))
    .innerJoin(cases, eq(cases.id, hotlineOrders.caseId))
    .where(and(eq(hotlineReturnLines.returnId, id), visibleOrders(cx)))
    .orderBy(hotlineOrders.number)
  if (rows.length === 0) throw refuse('hotline.not-found')
  await cx.journal({
    action: 'hotline.export',
    sentence: '导出了热线回传表',
    thing: { kind: 'hotlineReturn', id },
    after: { rows: rows.length },
  })
  type Line = (typeof rows)[number]
  return sheetDownload<Line>(
    {
      fileName: '热线回传',
      columns: [
        { header: '工单编号', width: 22, value: (row) => row.number },
        { header: '平台编号', width: 12, value: (row) => String(row.caseNumber) },
        { header: '办理状态', width: 12, value: (row) => hotlineStates[row.state].zh },
        { header: '办理结果', width: 60, value: (row) => row.reply },
        { header: '诉求内容', width: 50, value: (row) => row.words },
        { header: '地点', width: 30, value: (row) => row.place },
        { header: '回复期限', width: 20, value: (row) => (row.due === null ? null : stamp(row.due)) },
        { header: '回传时间', width: 20, value: (row) => stamp(row.at) },
      ],
      portions: async function* () {
        yield rows
      },
    },
    cx.now,
  )
}
const stamp = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
