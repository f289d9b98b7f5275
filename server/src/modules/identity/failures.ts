// Failed sign-ins are counted by what was typed, known or not: after eight the next quarter of an hour is locked.
import { eq, lt, sql } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse, refuseAfterCommit } from '../../platform/refuse.ts'
import type { RefusalCode } from '../../../../contract/src/refusals.ts'
import { signInFailures } from './tables.ts'

const FAILURES = 8
/** Offices share an address: many people may mistype. */
const FAILURES_OF_ADDRESS = 100
const LOCK_MS = 15 * 60_000
const TURNS = 20
const TURN_MS = 100

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
/**
 * Only one attempt on an account at a time, so that many at once cannot outrun the count; none waits for long.
 * @throws http.too-many
 */
const takeTurn = async (cx: Cx<Actor | null>, key: string): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) {
    const { rows } = await cx.db.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${key}::text, 5)) as mine`,
    )
    if (rows[0]?.mine) return
    await pause(TURN_MS)
  }
  throw refuse('http.too-many')
}
const isLocked = async (cx: Cx<Actor | null>, key: string): Promise<boolean> => {
  const [row] = await cx.db
    .select({ until: signInFailures.lockedUntil })
    .from(signInFailures)
    .where(eq(signInFailures.keyHash, key))
  return row?.until != null && row.until > cx.now
}
const countOne = (cx: Cx<Actor | null>, key: string, most: number) => {
  const lock = new Date(cx.now.getTime() + LOCK_MS)
  const since = new Date(cx.now.getTime() - LOCK_MS)
  // A quarter of an hour without a failure, or a lock served, begins anew.
  const next = sql`case when ${signInFailures.at} < ${since} or ${signInFailures.lockedUntil} <= ${cx.now} then 1 else ${signInFailures.failures} + 1 end`
  return cx.db
    .insert(signInFailures)
    .values({ keyHash: key, failures: 1, lockedUntil: null, at: cx.now })
    .onConflictDoUpdate({
      target: signInFailures.keyHash,
      set: { failures: next, lockedUntil: sql`case when ${next} >= ${most} then ${lock}::timestamptz end`, at: cx.now },
    })
}
const addressKey = (cx: Cx<Actor | null>) => `@${cx.origin.address}`

/** Begins an attempt. @throws identity.locked, http.too-many */
export const beginAttempt = async (cx: Cx<Actor | null>, key: string): Promise<void> => {
  if (await isLocked(cx, addressKey(cx))) throw refuse('identity.locked')
  await takeTurn(cx, key)
  if (await isLocked(cx, key)) throw refuse('identity.locked')
}
/** Counts a failure and gives the refusal to throw; the count stays. */
export const failedAttempt = async (cx: Cx<Actor | null>, key: string, code: RefusalCode): Promise<Error> => {
  await countOne(cx, key, FAILURES)
  await countOne(cx, addressKey(cx), FAILURES_OF_ADDRESS)
  return refuseAfterCommit(code)
}
/** Forgets the failures of an account after a success. */
export const forgiveFailures = async (cx: Cx<Actor | null>, key: string): Promise<void> => {
  await cx.db.delete(signInFailures).where(eq(signInFailures.keyHash, key))
}
/** Old counts go; job. */
export const forgetOldFailures = async (cx: Cx<null>): Promise<void> => {
  await cx.db.delete(signInFailures).where(lt(signInFailures.at, new Date(cx.now.getTime() - 24 * 3_600_000)))
}
