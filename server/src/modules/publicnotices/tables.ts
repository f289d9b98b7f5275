// Public notices and the comments on them.
import { bigint, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'

const moment = (name: string) => timestamp(name, { withTimezone: true })
export const publicNotices = pgTable('public_notices', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id'),
  communityId: uuid('community_id'),
  gridId: uuid('grid_id'),
  microGridId: uuid('micro_grid_id'),
  estateId: uuid('estate_id'),
  buildingId: uuid('building_id'),
  unitId: uuid('unit_id'),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('public_notice_numbers')`),
  title: text('title').notNull(),
  words: text('words').notNull(),
  postedOn: date('posted_on').notNull(),
  days: integer('days').notNull(),
  endsOn: date('ends_on').notNull(),
  postedBy: text('posted_by').notNull(),
  thingKind: text('thing_kind'),
  thingId: uuid('thing_id'),
  photos: uuid('photos').array().notNull(),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnWords: text('withdrawn_words'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
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
