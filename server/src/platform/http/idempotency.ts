// The same Idempotency-Key gives the same answer and one effect: the claim is a row of the change's own transaction.
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Tx } from '../database.ts'
import { refuse } from '../refuse.ts'
import type { Sealing } from '../sealing.ts'

export interface Claim {
  readonly actor: string
  readonly key: string
  readonly route: string
  readonly bodyHash: string
}
export const bodyHashOf = (...parts: unknown[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(Buffer.isBuffer(part) ? part : JSON.stringify(part ?? null))
  return hash.digest('base64url')
}
/** Sends the claim: false when the key was answered before. Waits for the same request where one is under way. */
export const sendClaim = async (db: Tx, { actor, key, route, bodyHash }: Claim): Promise<boolean> => {
  const claimed = await db.$client.query(
    {
      text: 'insert into idempotency (actor, key, route, body_hash) values ($1, $2, $3, $4) on conflict do nothing',
    },
    [actor, key, route, bodyHash],
  )
  return claimed.rowCount === 1
}
/** Answers may hold what only their receiver may read: they lie sealed. Those of an older version do not. */
const SEALED = 'sealed:'
/** The answer that was given to this key. @throws http.key-reused when it was another request's. */
export const storedAnswer = async (
  db: Tx,
  sealing: Sealing,
  claim: Claim,
): Promise<{ status: number; answer: string }> => {
  const before = await db.execute<{ route: string; body_hash: string; status: number; answer: string }>(
    sql`select route, body_hash, status, answer from idempotency where actor = ${claim.actor} and key = ${claim.key}`,
  )
  const row = before.rows[0]
  if (row === undefined || row.status === null) throw refuse('http.busy')
  if (row.route !== claim.route || row.body_hash !== claim.bodyHash) throw refuse('http.key-reused')
  const isSealed = row.answer.startsWith(SEALED)
  return { status: row.status, answer: isSealed ? sealing.open(row.answer.slice(SEALED.length)) : row.answer }
}
/** Claims the key before anything else is done. Returns the stored answer when the same request was answered before. */
export const claimKey = async (
  db: Tx,
  sealing: Sealing,
  claim: Claim,
): Promise<{ status: number; answer: string } | null> =>
  (await sendClaim(db, claim)) ? null : storedAnswer(db, sealing, claim)
/** Gives the key back, with the commit: nothing was answered that a retry should get again. */
export const releaseKey = (db: Tx, { actor, key }: Claim): Promise<void> =>
  db.last.add({ text: 'delete from idempotency where actor = $1 and key = $2', values: [actor, key] })
/** Stores the answer with the claim, with the commit. */
export const storeAnswer = (
  db: Tx,
  sealing: Sealing,
  { actor, key }: Claim,
  status: number,
  answer: string,
): Promise<void> =>
  db.last.add({
    text: 'update idempotency set status = $3, answer = $4 where actor = $1 and key = $2',
    values: [actor, key, status, SEALED + sealing.seal(answer)],
  })
/** Longer than a phone waits without a signal before it tries again. */
const KEPT_DAYS = 30
/** Nightly: keys nobody will send again. */
export const forgetOldAnswers = async (db: Tx, now: Date): Promise<void> => {
  await db.execute(
    sql`delete from idempotency where at < ${now.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS})`,
  )
}
/** After an erasure: what was answered to the person. */
export const forgetAnswersTo = async (db: Tx, personId: string): Promise<void> => {
  await db.execute(sql`delete from idempotency where actor = ${personId}`)
}
