// Message boards of estates: posts, reports of abuse, and whether posts wait for review.
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { PostState } from '../../../../contract/src/channels-kinds.ts'
import { moment } from '../../platform/columns.ts'

export const boardSettings = pgTable('estate_board_settings', {
  estateId: uuid('estate_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  premoderated: boolean('premoderated').notNull(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
})
export const boardPosts = pgTable('board_posts', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id'),
  communityId: uuid('community_id'),
  estateId: uuid('estate_id').notNull(),
  parentId: uuid('parent_id'),
  authorId: uuid('author_id').notNull(),
  shownName: text('shown_name').notNull(),
  organisationName: text('organisation_name'),
  words: text('words').notNull(),
  state: text('state').$type<PostState>().notNull(),
  reason: text('reason'),
  decidedBy: uuid('decided_by'),
  decidedAt: moment('decided_at'),
  caseId: uuid('case_id'),
  replies: integer('replies').notNull().default(0),
  reports: integer('reports').notNull().default(0),
  createdAt: moment('created_at').notNull(),
})
export const boardReports = pgTable(
  'board_reports',
  {
    postId: uuid('post_id').notNull(),
    personId: uuid('person_id').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
    settledAt: moment('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.postId, t.personId] })],
)
