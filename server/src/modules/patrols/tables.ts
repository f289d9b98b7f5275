// Patrols: checklists, routes, points, visits, check-ins, findings, misses.
import { boolean, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Proof, VisitState } from '../../../../contract/src/patrols-life.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

export interface CheckItem {
  readonly key: string
  readonly text: string
}
const placed = {
  ...ancestorsInCommunity(),
  placeId: uuid('place_id').notNull(),
}
export const patrolChecklists = pgTable('patrol_checklists', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  name: text('name').notNull(),
  items: jsonb('items').$type<CheckItem[]>().notNull(),
  createdAt: moment('created_at').notNull(),
})
export const patrolRoutes = pgTable('patrol_routes', {
  id: uuid('id').primaryKey(),
  ...placed,
  name: text('name').notNull(),
  personId: uuid('person_id'),
  positionCode: text('position_code'),
  organisationId: uuid('organisation_id'),
  weekdays: integer('weekdays').array().notNull(),
  windows: jsonb('windows').$type<{ from: number; until: number }[]>().notNull(),
  everyWeeks: integer('every_weeks').notNull(),
  restsOnHolidays: boolean('rests_on_holidays').notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  graceMinutes: integer('grace_minutes').notNull(),
  active: boolean('active').notNull(),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull(),
})
export const patrolPoints = pgTable('patrol_points', {
  id: uuid('id').primaryKey(),
  routeId: uuid('route_id').notNull(),
  sort: integer('sort').notNull(),
  name: text('name').notNull(),
  placeId: uuid('place_id').notNull(),
  doorcodeId: uuid('doorcode_id'),
  lon: doublePrecision('lon'),
  lat: doublePrecision('lat'),
  radius: integer('radius').notNull(),
  items: jsonb('items').$type<CheckItem[]>().notNull(),
  retiredAt: moment('retired_at'),
})
export const patrolVisits = pgTable('patrol_visits', {
  id: uuid('id').primaryKey(),
  ...placed,
  routeId: uuid('route_id').notNull(),
  kind: text('kind').$type<'round' | 'sweep'>().notNull(),
  aim: text('aim'),
  day: date('day').notNull(),
  slot: integer('slot').notNull(),
  fromAt: moment('from_at').notNull(),
  untilAt: moment('until_at').notNull(),
  missAt: moment('miss_at').notNull(),
  state: text('state').$type<VisitState>().notNull(),
  late: boolean('late').notNull().default(false),
  arrivedLater: boolean('arrived_later').notNull().default(false),
  points: integer('points').notNull(),
  checked: integer('checked').notNull().default(0),
  findings: integer('findings').notNull().default(0),
  cases: integer('cases').notNull().default(0),
  walkerId: uuid('walker_id'),
  startedAt: moment('started_at'),
  finishedAt: moment('finished_at'),
  words: text('words'),
})
export const patrolVisitUnits = pgTable(
  'patrol_visit_units',
  {
    visitId: uuid('visit_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    people: text('people').notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.organisationId] })],
)
export const patrolMisses = pgTable('patrol_misses', {
  id: uuid('id').primaryKey(),
  visitId: uuid('visit_id').notNull(),
  dueAt: moment('due_at').notNull(),
  notedAt: moment('noted_at').notNull(),
  explainedAt: moment('explained_at'),
})
export const patrolCheckins = pgTable('patrol_checkins', {
  id: uuid('id').primaryKey(),
  visitId: uuid('visit_id').notNull(),
  pointId: uuid('point_id').notNull(),
  personId: uuid('person_id').notNull(),
  organisationId: uuid('organisation_id'),
  walkedAt: moment('walked_at').notNull(),
  receivedAt: moment('received_at').notNull(),
  proof: text('proof').$type<Proof>().notNull(),
  proved: boolean('proved').notNull(),
  /** Rounded metres. */
  distanceM: integer('distance_m'),
  okItems: text('ok_items').array().notNull(),
  problemItems: text('problem_items').array().notNull(),
  note: text('note'),
})
export const patrolFindings = pgTable('patrol_findings', {
  id: uuid('id').primaryKey(),
  visitId: uuid('visit_id').notNull(),
  pointId: uuid('point_id').notNull(),
  item: text('item').notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull(),
  personId: uuid('person_id').notNull(),
  organisationId: uuid('organisation_id'),
  foundAt: moment('found_at').notNull(),
  caseId: uuid('case_id'),
})
