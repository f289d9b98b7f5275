// Opinion boxes, complaint meetings, door knocks, riders' clues, and thanks, from which points are counted later.
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import type { ClueKind, KnockNeed, KnockState, SlipFiling } from '../../../../contract/src/channels-kinds.ts'
import { ancestors, moment } from '../../platform/columns.ts'

/** The ancestors every placed row carries. */
const placedRow = () => ({
  ...ancestors(),
  placeId: uuid('place_id').notNull(),
})
export const opinionBoxes = pgTable('opinion_boxes', {
  id: uuid('id').primaryKey(),
  ...placedRow(),
  name: text('name').notNull(),
  doorcodeId: uuid('doorcode_id').notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: uuid('created_by').notNull(),
  removedAt: moment('removed_at'),
  removedReason: text('removed_reason'),
})
export const boxEmptyings = pgTable('box_emptyings', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  boxId: uuid('box_id').notNull(),
  emptiedOn: date('emptied_on').notNull(),
  slipCount: integer('slip_count').notNull(),
  byPerson: uuid('by_person').notNull(),
  byName: text('by_name').notNull(),
  createdAt: moment('created_at').notNull(),
})
export const boxSlips = pgTable('box_slips', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  emptyingId: uuid('emptying_id').notNull(),
  seq: integer('seq').notNull(),
  words: text('words').notNull(),
  caseId: uuid('case_id'),
  filedAs: text('filed_as').$type<SlipFiling>(),
  reason: text('reason'),
  createdAt: moment('created_at').notNull(),
})
export const complaintSittings = pgTable('complaint_sittings', {
  id: uuid('id').primaryKey(),
  ...placedRow(),
  name: text('name').notNull(),
  heldOn: date('held_on').notNull(),
  chair: text('chair').notNull(),
  present: integer('present').notNull(),
  version: integer('version').notNull().default(1),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  savedAt: moment('saved_at').notNull(),
  committedAt: moment('committed_at'),
})
export const complaintRows = pgTable(
  'complaint_rows',
  {
    sittingId: uuid('sitting_id').notNull(),
    seq: integer('seq').notNull(),
    words: text('words').notNull(),
    placeId: uuid('place_id'),
    placeNote: text('place_note'),
    kind: text('kind').$type<CaseKind>(),
    whoName: text('who_name'),
    whoPhoneSealed: text('who_phone_sealed'),
    whoConsent: boolean('who_consent').notNull().default(false),
    caseId: uuid('case_id'),
  },
  (t) => [primaryKey({ columns: [t.sittingId, t.seq] })],
)
export const knockLists = pgTable('knock_lists', {
  id: uuid('id').primaryKey(),
  ...placedRow(),
  name: text('name').notNull(),
  untilOn: date('until_on'),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  closedAt: moment('closed_at'),
})
export const knockVisits = pgTable('knock_visits', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  listId: uuid('list_id').notNull(),
  homeId: uuid('home_id').notNull(),
  seq: integer('seq').notNull(),
  state: text('state').$type<KnockState>().notNull().default('notYet'),
  revisit: boolean('revisit').notNull().default(false),
  needs: text('needs').array().$type<KnockNeed[]>().notNull().default([]),
  tries: integer('tries').notNull().default(0),
  cases: integer('cases').notNull().default(0),
  assignedTo: uuid('assigned_to'),
  visitedAt: moment('visited_at'),
  visitedBy: uuid('visited_by'),
})
export const clues = pgTable('clues', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  riderId: uuid('rider_id').notNull(),
  stationId: uuid('station_id'),
  kind: text('kind').$type<ClueKind>().notNull(),
  createdAt: moment('created_at').notNull(),
  takenUpAt: moment('taken_up_at'),
  solvedAt: moment('solved_at'),
})
export const riderStations = pgTable('rider_stations', {
  personId: uuid('person_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  stationId: uuid('station_id').notNull(),
  since: moment('since').notNull(),
})
/** One row per reason to thank somebody: `kind` such as `clue.solved`, `weight` in points, the thing it was for. */
export const thanks = pgTable('thanks', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  personId: uuid('person_id').notNull(),
  kind: text('kind').notNull(),
  weight: integer('weight').notNull(),
  thingKind: text('thing_kind').notNull(),
  thingId: uuid('thing_id').notNull(),
  at: moment('at').notNull(),
})
