// The hash-chained journal: one entry per change, appended in the change's own transaction.
import { sql } from 'drizzle-orm'
import { canonicalJson } from '../../../rules/src/hash-chain.ts'
import type { Tx } from './database.ts'
import type { JournalEntry } from './cx.ts'

export interface JournalContext {
  readonly districtId: string
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly address: string | null
}
/** A plain JSON value: dates become text, undefined members go. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))

/** Appends to the chain of `entry.thing`; writers of one thing queue, others do not. */
export const appendJournal = async (db: Tx, context: JournalContext, entry: JournalEntry): Promise<void> => {
  const canonical = canonicalJson({
    at: context.at.toISOString(),
    actor: { id: context.actorId, name: context.actorName },
    address: context.address,
    action: entry.action,
    sentence: entry.sentence,
    thing: entry.thing,
    before: plain(entry.before),
    after: plain(entry.after),
  })
  await db.execute(
    sql`select journal_append(${context.districtId}::uuid, ${context.at.toISOString()}::timestamptz, ${context.actorId}::uuid, ${entry.action}::text, ${entry.thing.kind}::text, ${entry.thing.id}::text, ${canonical}::text)`,
  )
}
