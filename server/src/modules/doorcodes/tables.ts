// Signed short codes on doors.
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DoorcodeKind } from './signing.ts'
import { moment } from '../../platform/columns.ts'

export const doorcodes = pgTable('doorcodes', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  code: text('code').notNull(),
  kind: text('kind').$type<DoorcodeKind>().notNull(),
  label: text('label').notNull(),
  placeId: uuid('place_id').notNull(),
  issuedAt: moment('issued_at').notNull(),
  issuedBy: uuid('issued_by').notNull(),
  revokedAt: moment('revoked_at'),
  revokedBy: uuid('revoked_by'),
  revokedReason: text('revoked_reason'),
  scans: integer('scans').notNull().default(0),
})
