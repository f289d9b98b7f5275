// Covered copies of photos, and which photos are public.
import { boolean, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../platform/columns.ts'

export interface CoveredArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export const photoRedactions = pgTable('photo_redactions', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  fileId: uuid('file_id').notNull(),
  redactedId: uuid('redacted_id').notNull(),
  areas: jsonb('areas').$type<CoveredArea[]>().notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: moment('made_at').notNull(),
})
export const photoReleases = pgTable('photo_releases', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  fileId: uuid('file_id').notNull(),
  shownId: uuid('shown_id').notNull(),
  redacted: boolean('redacted').notNull(),
  releasedBy: uuid('released_by').notNull(),
  releasedAt: moment('released_at').notNull(),
  revokedBy: uuid('revoked_by'),
  revokedAt: moment('revoked_at'),
  revokeReason: text('revoke_reason'),
})
