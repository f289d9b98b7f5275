// Sessions: opaque tokens of which only a hash is kept; begun, noted as used, ended, renewed when privileges change.
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { tokenHash } from './authenticate.ts'
import { today } from '../organisations/tables.ts'
import { sessions } from './tables.ts'

const DAY_MS = 86_400_000
/** People with appointments sign in again every week, residents every month. */
const STAFF_DAYS = 7
const RESIDENT_DAYS = 30

/** Begins a session and sets the cookie. */
export const startSession = async (cx: Cx<Actor | null>, personId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const id = uuidv7()
  const { rows } = await cx.db.execute<{ staff: boolean }>(
    sql`select exists (select 1 from appointments where person_id = ${personId} and (to_on is null or to_on >= ${today})) as staff`,
  )
  const days = rows[0]?.staff ? STAFF_DAYS : RESIDENT_DAYS
  await cx.db.insert(sessions).values({
    id,
    personId,
    tokenHash: tokenHash(token),
    createdAt: cx.now,
    lastSeenAt: cx.now,
    expiresAt: new Date(cx.now.getTime() + days * DAY_MS),
    device: cx.origin.device,
    address: cx.origin.address,
  })
  cx.setSession(token)
  return id
}
/** Ends all sessions of a person: call it when what the person may do changes. */
export const endSessionsOf = async (db: Tx, personId: string): Promise<void> => {
  await db
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
}
/** Ends every session of the actor and begins a new one for this browser: after setting a password or one-time codes. */
export const renewSession = async (cx: Cx): Promise<void> => {
  await endSessionsOf(cx.db, cx.actor.personId)
  await startSession(cx, cx.actor.personId)
}
/** Ends one session of a person; false when it is not theirs or ended already. */
export const endSession = async (db: Tx, personId: string, sessionId: string): Promise<boolean> => {
  const ended = await db
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
  return ended.rowCount === 1
}
/** Notes that a session was used. */
export const noteSeen = async (db: Tx, sessionId: string, at: Date): Promise<void> => {
  await db
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, sessionId), ne(sessions.lastSeenAt, at)))
}
/** Whether a session is still good: long streams ask now and then. */
export const sessionStands = async (db: Tx, sessionId: string): Promise<boolean> => {
  const { rows } = await db.execute<{ stands: boolean }>(
    sql`select true as stands from sessions s join persons p on p.id = s.person_id and p.active where s.id = ${sessionId} and s.ended_at is null and s.expires_at > now()`,
  )
  return rows.length === 1
}
/** The sessions of a person that still stand, last used first. */
export const standingSessions = (db: Tx, personId: string) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), sql`${sessions.expiresAt} > now()`))
    .orderBy(sql`${sessions.lastSeenAt} desc, ${sessions.id} desc`)
/** Sessions over for thirty days go, as the privacy notice says; job. */
export const forgetOldSessions = async (cx: Cx<null>): Promise<void> => {
  const before = new Date(cx.now.getTime() - 30 * DAY_MS)
  await cx.db.delete(sessions).where(sql`coalesce(${sessions.endedAt}, ${sessions.expiresAt}) < ${before}`)
}
