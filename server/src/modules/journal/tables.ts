// The journal and its daily roots. Rows are written once, by the platform and by the job of this module.
import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const journal = pgTable('journal', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  districtId: uuid('district_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  actorId: uuid('actor_id'),
  action: text('action').notNull(),
  thingKind: text('thing_kind').notNull(),
  thingId: text('thing_id').notNull(),
  seq: integer('seq').notNull(),
  canonical: text('canonical').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
})
export const journalWords = pgTable('journal_words', {
  token: uuid('token').primaryKey(),
  personId: uuid('person_id').notNull(),
  salt: text('salt').notNull(),
  words: text('words').notNull(),
})
export const journalRoots = pgTable(
  'journal_roots',
  {
    districtId: uuid('district_id').notNull(),
    day: date('day').notNull(),
    entries: integer('entries').notNull(),
    root: text('root').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.day] })],
)
