// Lists of orders, and the overdue board: who is late with what.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { supervisionApi } from '../../../../contract/src/supervision.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { isReporter, readCase } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { countUpTo } from '../promises/index.ts'
import { promises } from '../promises/tables.ts'
import { toAnswer, toSign, visibleOrders } from './policy.ts'
import { supervisionOrders } from './tables.ts'
import { viewOrders } from './views.ts'

type Api = typeof supervisionApi
/** Written literally, so that the partial indexes serve. */
const isOpen = sql.raw(`"supervision_orders"."state" in ('issued', 'sentBack', 'replied')`)
const awaits = sql.raw(`"supervision_orders"."state" in ('issued', 'sentBack')`)

export const listOrders = async (cx: Cx, query: ParsedQuery<Api['GET /api/supervision/orders']>) => {
  // The reporter of a case learns nothing of orders about it.
  if (
    query.caseId !== undefined &&
    isReporter(cx.actor, await readCase(cx, query.caseId)) &&
    cx.actor.held.length === 0
  )
    return { rows: [], total: 0, next: null }
  const cursor = readCursor(query.after, 2)
  const where = and(
    eq(supervisionOrders.districtId, cx.districtId),
    visibleOrders(cx.actor),
    query.caseId === undefined ? undefined : eq(supervisionOrders.caseId, query.caseId),
    query.organisationId === undefined ? undefined : eq(supervisionOrders.answererId, query.organisationId),
    query.open === undefined ? undefined : query.open ? isOpen : sql`not (${isOpen})`,
    query.overdue === true ? sql`${awaits} and ${supervisionOrders.dueAt} < ${cx.now.toISOString()}` : undefined,
    query.toAnswer === true ? sql`${awaits} and ${toAnswer(cx.actor)}` : undefined,
    query.toSign === true ? sql`"supervision_orders"."state" = 'replied' and ${toSign(cx.actor)}` : undefined,
  )!
  const [found, total] = await Promise.all([
    cx.db
      .select()
      .from(supervisionOrders)
      .where(
        and(
          where,
          cursor === null
            ? undefined
            : sql`(${supervisionOrders.dueAt}, ${supervisionOrders.id}) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
        ),
      )
      .orderBy(asc(supervisionOrders.dueAt), asc(supervisionOrders.id))
      .limit(query.limit + 1),
    query.count === true ? countUpTo(cx, sql`select 1 from ${supervisionOrders} where ${where}`) : null,
  ])
  const { rows, next } = pageOf(found, query.limit, (row) => [row.dueAt.toISOString(), row.id])
  return { rows: await viewOrders(cx, rows), total, next }
}

interface LateRow extends Record<string, unknown> {
  readonly body: string
  readonly cases: number
  readonly orders: number
  readonly promises: number
  readonly oldest: Date
}
/** By organisation; the figures are the totals of the lists they lead to. */
export const overdueBoard = async (cx: Cx): Promise<OutOf<Api['GET /api/supervision/overdue']>> => {
  const [now, today] = [cx.now.toISOString(), shanghaiDay(cx.now)]
  const found = await cx.db.execute<LateRow>(sql`
    select body, sum(cases)::int as cases, sum(orders)::int as orders, sum(promises)::int as promises, min(oldest) as oldest from (
      select handler_id as body, count(*) as cases, 0 as orders, 0 as promises, min(due_at) as oldest from ${cases}
        where ${visibleAt(cx.actor, 'case.see', cases)} and handler_id is not null and due_at < ${now}
          and ${sql.raw(`"cases"."state" in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened')`)}
        group by handler_id
      union all
      select answerer_id, 0, count(*), 0, min(due_at) from ${supervisionOrders}
        where ${visibleAt(cx.actor, 'case.see', supervisionOrders)} and ${isOpen} and ${awaits} and due_at < ${now} group by answerer_id
      union all
      select owner_id, 0, 0, count(*), min(due_on::timestamptz) from ${promises}
        where ${visibleAt(cx.actor, 'case.see', promises)} and "promises"."state" = 'open' and due_on < ${today}::date group by owner_id
    ) late group by body order by sum(cases) + sum(orders) + sum(promises) desc, body limit 200`)
  const bodies = await organisationsByIds(
    cx.db,
    found.rows.map((row) => row.body),
  )
  return found.rows.map((row) => ({
    organisation: { id: row.body, name: bodies.get(row.body)?.name ?? '' },
    cases: row.cases,
    orders: row.orders,
    promises: row.promises,
    oldest: new Date(row.oldest).toISOString(),
  }))
}
