// The hash-chained journal: one entry per change, appended in the change's own transaction.
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
/** Appends to the chain of `entry.thing`, with the commit: writers of one thing queue, others do not, and not for long. */
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
  await db.last.add({
    calls: true,
    text: 'journal_append($1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::text, $7::text)',
    values: [
      context.districtId,
      context.at.toISOString(),
      context.actorId,
      entry.action,
      entry.thing.kind,
      entry.thing.id,
      canonical,
    ],
  })
  for (const { token, personId, salt, words } of [...before.aside, ...after.aside])
    await db.last.add({
      text: 'insert into journal_words (token, person_id, salt, words) values ($1, $2, $3, $4)',
      values: [token, personId, salt, words],
    })
}
