// Photos and recordings: what is known of each; the bytes lie in the storage.
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  uploaderId: uuid('uploader_id').notNull(),
  kind: text('kind').$type<'photo' | 'voice'>().notNull(),
  mime: text('mime').notNull(),
  bytes: integer('bytes').notNull(),
  width: integer('width'),
  height: integer('height'),
  sha256: text('sha256').notNull(),
  storedAs: text('stored_as').notNull(),
  thumbnailAs: text('thumbnail_as'),
  thingKind: text('thing_kind'),
  thingId: uuid('thing_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})
