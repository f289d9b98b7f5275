// The hash-chained journal: one entry per change, appended in the change's own transaction.
import { sql } from 'drizzle-orm'
import { canonicalJson } from '../../../rules/src/hash-chain.ts'
import type { Tx } from './database.ts'
import type { JournalEntry } from './cx.ts'
import { setAside } from './journal-words.ts'

export interface JournalContext {
  readonly districtId: string
  readonly at: Date
  readonly actorId: string | null
  /** Who acts where it is no person; names of people are found when the journal is read. */
  readonly actorName: string
  readonly address: string | null
}
/** Appends to the chain of `entry.thing`; writers of one thing queue, others do not. */
export const appendJournal = async (db: Tx, context: JournalContext, entry: JournalEntry): Promise<void> => {
  const [before, after] = [setAside(entry.before), setAside(entry.after)]
  const canonical = canonicalJson({
    at: context.at.toISOString(),
    actor: context.actorId === null ? { id: null, name: context.actorName } : { id: context.actorId },
    address: context.address,
    action: entry.action,
    sentence: entry.sentence,
    thing: entry.thing,
    before: before.plain,
    after: after.plain,
  })
  await db.execute(
    sql`select journal_append(${context.districtId}::uuid, ${context.at.toISOString()}::timestamptz, ${context.actorId}::uuid, ${entry.action}::text, ${entry.thing.kind}::text, ${entry.thing.id}::text, ${canonical}::text)`,
  )
  for (const { token, personId, salt, words } of [...before.aside, ...after.aside])
    await db.execute(
      sql`insert into journal_words (token, person_id, salt, words) values (${token}, ${personId}, ${salt}, ${words})`,
    )
}
