// Ends the sessions of people whose privileges changed: they sign in anew with what they may do now.
import { and, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { sessions } from '../identity/tables.ts'

/** `people` is a list of ids or a query of them. The session in which the change is made goes on. */
export const endSessionsOfAll = async (cx: Cx, people: string[] | SQL): Promise<void> => {
  if (Array.isArray(people) && people.length === 0) return
  const who = Array.isArray(people) ? inArray(sessions.personId, people) : sql`${sessions.personId} in (${people})`
  await cx.db
    .update(sessions)
    .set({ endedAt: cx.now })
    .where(and(who, isNull(sessions.endedAt), ne(sessions.id, cx.actor.sessionId)))
}
