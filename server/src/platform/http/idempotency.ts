// The same Idempotency-Key gives the same answer and one effect: the claim is a row of the change's own transaction.
import { sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { Tx } from '../database.ts'
import { refuse } from '../refuse.ts'

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
/** Claims the key. Returns the stored answer when the same request was answered before; waits for one under way. */
export const claimKey = async (db: Tx, claim: Claim): Promise<{ status: number; answer: string } | null> => {
  const claimed = await db.execute(
    sql`insert into idempotency (actor, key, route, body_hash) values (${claim.actor}, ${claim.key}, ${claim.route}, ${claim.bodyHash}) on conflict do nothing`,
  )
  if (claimed.rowCount === 1) return null
  const before = await db.execute<{ route: string; body_hash: string; status: number; answer: string }>(
    sql`select route, body_hash, status, answer from idempotency where actor = ${claim.actor} and key = ${claim.key}`,
  )
  const row = before.rows[0]
  if (row === undefined || row.status === null) throw refuse('http.busy')
  if (row.route !== claim.route || row.body_hash !== claim.bodyHash) throw refuse('http.key-reused')
  return { status: row.status, answer: row.answer }
}
/** Gives the key back: nothing was answered that a retry should get again. */
export const releaseKey = (db: Tx, claim: Claim): Promise<unknown> =>
  db.execute(sql`delete from idempotency where actor = ${claim.actor} and key = ${claim.key}`)
/** Stores the answer with the claim, in the same transaction. */
export const storeAnswer = (db: Tx, claim: Claim, status: number, answer: string): Promise<unknown> =>
  db.execute(
    sql`update idempotency set status = ${status}, answer = ${answer} where actor = ${claim.actor} and key = ${claim.key}`,
  )
