// Inbox messages, phone messages, templates.
import { bigint, boolean, customType, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Audience } from './template-shape.ts'
import { moment } from '../../platform/columns.ts'

/** A transaction's number, as text. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
export const messages = pgTable('messages', {
  id: uuid('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
  tx: xid8('tx').notNull().default('pg_current_xact_id()'),
  districtId: uuid('district_id').notNull(),
  personId: uuid('person_id').notNull(),
  event: text('event').notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  thingKind: text('thing_kind'),
  thingId: uuid('thing_id'),
  at: moment('at').notNull(),
  readAt: moment('read_at'),
})
export const smsMessages = pgTable('sms_messages', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  personId: uuid('person_id'),
  phoneSealed: text('phone_sealed').notNull(),
  text: text('text').notNull(),
  provider: text('provider').notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'failed' | 'demo'>().notNull(),
  notBefore: moment('not_before').notNull(),
  sentAt: moment('sent_at'),
  failure: text('failure'),
  at: moment('at').notNull(),
})
export const messageTemplates = pgTable('message_templates', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  event: text('event').notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  sms: boolean('sms').notNull().default(false),
  /** The district's own English; null: the delivered one. */
  titleEn: text('title_en'),
  bodyEn: text('body_en'),
})
