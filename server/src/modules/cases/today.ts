// What waits for me today, and what is about to be late: counts over open cases only.
import { and, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { isOpen, shapeRows } from './queue.ts'
import { visibleAsHandler, visibleWith, visibleWork } from './policy.ts'
import { cases } from './tables.ts'

const SOON_MS = 24 * 3_600_000
export const today = async (cx: Cx) => {
  const soon = new Date(cx.now.getTime() + SOON_MS).toISOString()
  const now = cx.now.toISOString()
  const visible = visibleWork(cx.actor)
  const [accept, dispatch, verify, handle] = [
    visibleWith(cx.actor, 'case.accept'),
    visibleWith(cx.actor, 'case.dispatch'),
    visibleWith(cx.actor, 'case.verify'),
    visibleAsHandler(cx.actor),
  ]
  const [counted, closed, soonRows, newest] = await Promise.all([
    cx.db.execute<Record<string, number>>(sql`
      select count(*) filter (where state = 'submitted' and ${accept})::int as "toAccept",
        count(*) filter (where state in ('accepted', 'returned', 'reopened') and ${dispatch})::int as "toDispatch",
        count(*) filter (where state = 'dispatched' and ${handle})::int as "toTakeUp",
        count(*) filter (where state in ('takenUp', 'inProgress', 'suspended') and ${handle})::int as "inHand",
        count(*) filter (where state = 'closureRequested' and ${verify})::int as "toVerify",
        count(*) filter (where state = 'reopenAsked' and ${verify})::int as "toDecide",
        count(*) filter (where due_at >= ${now} and due_at < ${soon})::int as "dueSoon",
        count(*) filter (where due_at < ${now})::int as overdue,
        count(*) filter (where state = 'reopenAsked' and rating <= 2)::int as "lowRated",
        count(*)::int as "openTotal"
      from ${cases} where ${and(visible, isOpen)}`),
    cx.db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${cases} where ${visible} and closed_at >= ${new Date(cx.now.getTime() - 7 * 86_400_000).toISOString()} and created_at >= ${new Date(cx.now.getTime() - 120 * 86_400_000).toISOString()}`,
    ),
    cx.db
      .select()
      .from(cases)
      .where(and(visible, isOpen, sql`${cases.dueAt} is not null`))
      .orderBy(sql`${cases.dueAt} asc`, sql`${cases.id} asc`)
      .limit(8),
    cx.db
      .select()
      .from(cases)
      .where(and(visible, isOpen))
      .orderBy(sql`${cases.createdAt} desc`, sql`${cases.id} desc`)
      .limit(8),
  ])
  const counts = {
    ...(counted.rows[0] as Record<
      | 'toAccept'
      | 'toDispatch'
      | 'toTakeUp'
      | 'inHand'
      | 'toVerify'
      | 'toDecide'
      | 'dueSoon'
      | 'overdue'
      | 'lowRated'
      | 'openTotal',
      number
    >),
    closedThisWeek: closed.rows[0]!.n,
  }
  return { counts, soon: await shapeRows(cx.db, cx, soonRows), newest: await shapeRows(cx.db, cx, newest) }
}
