// The rungs of the ladder, and every escalation and handing down.
import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { BudgetUnit } from '../../../../rules/src/deadline-clock.ts'

export const escalationRungs = pgTable(
  'escalation_rungs',
  {
    districtId: uuid('district_id').notNull(),
    level: text('level').$type<CaseLevel>().notNull(),
    unit: text('unit').$type<BudgetUnit>().notNull(),
    amount: integer('amount').notNull(),
    byClock: boolean('by_clock').notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.level] })],
)
export const caseEscalations = pgTable('case_escalations', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  by: text('by').$type<'person' | 'clock'>().notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  fromLevel: text('from_level').$type<CaseLevel>().notNull(),
  toLevel: text('to_level').$type<CaseLevel>().notNull(),
  reason: text('reason').notNull(),
})
