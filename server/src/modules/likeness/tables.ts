// Hot spots: growing groups of like cases, and which cases they hold.
import { doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { HotSpotState } from '../../../../contract/src/likeness-kinds.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

export const hotSpots = pgTable('hot_spots', {
  id: uuid('id').primaryKey(),
  ...ancestorsInCommunity(),
  placeId: uuid('place_id').notNull(),
  placeName: text('place_name').notNull(),
  title: text('title').notNull(),
  shared: text('shared').array().notNull(),
  caseCount: integer('case_count').notNull(),
  weeks: integer('weeks').array().notNull(),
  growth: doublePrecision('growth').notNull(),
  closeness: doublePrecision('closeness').notNull(),
  firstAt: moment('first_at').notNull(),
  lastAt: moment('last_at').notNull(),
  state: text('state').$type<HotSpotState>().notNull(),
  reason: text('reason'),
  dismissedAtCount: integer('dismissed_at_count'),
  rootCaseId: uuid('root_case_id'),
  decidedBy: uuid('decided_by'),
  decidedAt: moment('decided_at'),
  foundAt: moment('found_at').notNull(),
  /** Shared with its parts in other communities; null where there are none. */
  kinId: uuid('kin_id'),
})
export const hotSpotCases = pgTable(
  'hot_spot_cases',
  { hotSpotId: uuid('hot_spot_id').notNull(), caseId: uuid('case_id').notNull() },
  (t) => [primaryKey({ columns: [t.hotSpotId, t.caseId] })],
)
