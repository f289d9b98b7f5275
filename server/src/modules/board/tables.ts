// Boards switched off, what was released of a case, and links to one case.
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../platform/columns.ts'

export const boardSettings = pgTable('board_settings', {
  communityId: uuid('community_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  isOn: boolean('is_on').notNull(),
  reason: text('reason').notNull(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: moment('changed_at').notNull(),
})
export const casePublications = pgTable('case_publications', {
  caseId: uuid('case_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  summary: text('summary'),
  withheldReason: text('withheld_reason'),
  changedBy: uuid('changed_by'),
  changedAt: moment('changed_at').notNull(),
})
export const caseLinks = pgTable('case_links', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  madeAs: text('made_as').$type<'reporter' | 'staff'>().notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: moment('made_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  revokedAt: moment('revoked_at'),
})
