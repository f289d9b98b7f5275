// Public notices and the comments on them.
import { bigint, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { ancestors, moment } from '../../platform/columns.ts'

/** What a draft has already: place, number, words, how long. */
const announced = () => ({
  id: uuid('id').primaryKey(),
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('public_notice_numbers')`),
  title: text('title').notNull(),
  words: text('words').notNull(),
  days: integer('days').notNull(),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export type NoticeAudience = 'homes' | 'public'
export const publicNotices = pgTable('public_notices', {
  ...announced(),
  audience: text('audience').$type<NoticeAudience>().notNull().default('homes'),
  postedOn: date('posted_on').notNull(),
  postedWhere: text('posted_where'),
  endsOn: date('ends_on').notNull(),
  postedBy: text('posted_by').notNull(),
  thingKind: text('thing_kind'),
  thingId: uuid('thing_id'),
  photos: uuid('photos').array().notNull(),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnWords: text('withdrawn_words'),
  outcome: text('outcome'),
  outcomeAt: moment('outcome_at'),
})
export const publicNoticeDrafts = pgTable('public_notice_drafts', {
  ...announced(),
  audience: text('audience').$type<NoticeAudience>().notNull(),
  changedAt: moment('changed_at').notNull(),
})
export const publicNoticeComments = pgTable('public_notice_comments', {
  id: uuid('id').primaryKey(),
  noticeId: uuid('notice_id').notNull(),
  personId: uuid('person_id').notNull(),
  words: text('words').notNull(),
  at: moment('at').notNull(),
  answer: text('answer'),
  answeredAt: moment('answered_at'),
})
