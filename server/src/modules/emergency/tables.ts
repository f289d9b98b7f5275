// Emergencies: the record, its deadlines, call-outs and calls, tasks home by home.
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CaseKind } from '../../../../contract/src/cases-kinds.ts'
import type { CallAnswer, EmergencyPlaceKind, TaskKind, TaskState } from '../../../../contract/src/emergency-kinds.ts'
import type { EmergencyReport } from '../../../../contract/src/emergency.ts'
import { moment } from '../../platform/columns.ts'

const placed = {
  districtId: uuid('district_id').notNull(),
  streetId: uuid('street_id').notNull(),
  communityId: uuid('community_id'),
  gridId: uuid('grid_id'),
  microGridId: uuid('micro_grid_id'),
  estateId: uuid('estate_id'),
  buildingId: uuid('building_id'),
  unitId: uuid('unit_id'),
}
export const emergencyDeadlineRows = pgTable(
  'emergency_deadlines',
  {
    districtId: uuid('district_id').notNull(),
    kind: text('kind').$type<CaseKind>().notNull(),
    respondMinutes: integer('respond_minutes').notNull(),
    resolveMinutes: integer('resolve_minutes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.kind] })],
)
export const emergencies = pgTable('emergencies', {
  id: uuid('id').primaryKey(),
  ...placed,
  placeId: uuid('place_id').notNull(),
  placeKind: text('place_kind').$type<EmergencyPlaceKind>().notNull(),
  name: text('name').notNull(),
  reason: text('reason').notNull(),
  /** For the people of the area. */
  advice: text('advice'),
  begunBy: uuid('begun_by'),
  begunAt: moment('begun_at').notNull(),
  endedBy: uuid('ended_by'),
  endedAt: moment('ended_at'),
  report: jsonb('report').$type<EmergencyReport>(),
})
export const emergencyCallouts = pgTable('emergency_callouts', {
  id: uuid('id').primaryKey(),
  emergencyId: uuid('emergency_id').notNull(),
  words: text('words').notNull(),
  byId: uuid('by_id'),
  at: moment('at').notNull(),
})
export const emergencyCalls = pgTable('emergency_calls', {
  id: uuid('id').primaryKey(),
  calloutId: uuid('callout_id').notNull(),
  emergencyId: uuid('emergency_id').notNull(),
  personId: uuid('person_id').notNull(),
  /** The position or body by which the person was called. */
  post: text('post').notNull(),
  answer: text('answer').$type<CallAnswer>(),
  eta: moment('eta'),
  words: text('words'),
  answeredAt: moment('answered_at'),
})
export const emergencyTasks = pgTable('emergency_tasks', {
  id: uuid('id').primaryKey(),
  emergencyId: uuid('emergency_id').notNull(),
  ...placed,
  homeId: uuid('home_id').notNull(),
  kind: text('kind').$type<TaskKind>().notNull(),
  words: text('words').notNull(),
  state: text('state').$type<TaskState>().notNull(),
  assigneeId: uuid('assignee_id'),
  requestedBy: uuid('requested_by'),
  createdAt: moment('created_at').notNull(),
  resultWords: text('result_words'),
  quantity: integer('quantity').notNull().default(0),
  doneBy: uuid('done_by'),
  doneAt: moment('done_at'),
  handedTo: uuid('handed_to'),
})
