// Mediations and what belongs to them.
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  ClauseKind,
  EntryAudience,
  EntryKind,
  LegalWay,
  MediationState,
  PromiseState,
} from '../../../../contract/src/mediation-life.ts'
import { ancestorsInCommunity, moment } from '../../platform/columns.ts'

export const mediations = pgTable('mediations', {
  id: uuid('id').primaryKey(),
  ...ancestorsInCommunity(),
  placeId: uuid('place_id').notNull(),
  number: bigint('number', { mode: 'number' })
    .notNull()
    .default(sql`nextval('mediation_numbers')`),
  caseId: uuid('case_id'),
  subject: text('subject').notNull(),
  state: text('state').$type<MediationState>().notNull(),
  stateAt: moment('state_at').notNull(),
  settlementId: uuid('settlement_id'),
  endedWords: text('ended_words'),
  ways: text('ways').array().$type<LegalWay[]>().notNull().default([]),
  openedBy: uuid('opened_by'),
  openedAt: moment('opened_at').notNull(),
})
export const mediationMediators = pgTable(
  'mediation_mediators',
  {
    mediationId: uuid('mediation_id').notNull(),
    personId: uuid('person_id').notNull(),
    addedBy: uuid('added_by'),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mediationId, t.personId] })],
)
export const mediationParties = pgTable('mediation_parties', {
  id: uuid('id').primaryKey(),
  mediationId: uuid('mediation_id').notNull(),
  sort: integer('sort').notNull(),
  personId: uuid('person_id').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  consent: text('consent').$type<'asked' | 'given' | 'refused'>().notNull().default('asked'),
  consentAt: moment('consent_at'),
})
export const mediationEntries = pgTable('mediation_entries', {
  id: uuid('id').primaryKey(),
  mediationId: uuid('mediation_id').notNull(),
  kind: text('kind').$type<EntryKind>().notNull(),
  audience: text('audience').$type<EntryAudience>().notNull(),
  partyId: uuid('party_id'),
  byMediator: boolean('by_mediator').notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  words: text('words').notNull(),
  photos: uuid('photos').array().notNull().default([]),
  at: moment('at').notNull(),
})
export const mediationSessions = pgTable('mediation_sessions', {
  id: uuid('id').primaryKey(),
  mediationId: uuid('mediation_id').notNull(),
  at: moment('at').notNull(),
  place: text('place').notNull(),
  present: uuid('present').array().notNull().default([]),
  said: text('said'),
  agreed: text('agreed'),
  heldAt: moment('held_at'),
  remindedAt: moment('reminded_at'),
})
export const mediationSettlements = pgTable('mediation_settlements', {
  id: uuid('id').primaryKey(),
  mediationId: uuid('mediation_id').notNull(),
  version: integer('version').notNull(),
  text: text('text').notNull(),
  hash: text('hash').notNull(),
  draftedAt: moment('drafted_at').notNull(),
})
export const mediationClauses = pgTable('mediation_clauses', {
  id: uuid('id').primaryKey(),
  settlementId: uuid('settlement_id').notNull(),
  sort: integer('sort').notNull(),
  kind: text('kind').$type<ClauseKind>().notNull(),
  fromId: uuid('from_id').notNull(),
  toId: uuid('to_id'),
  amountFen: bigint('amount_fen', { mode: 'number' }),
  what: text('what').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
})
export const mediationSignatures = pgTable(
  'mediation_signatures',
  {
    settlementId: uuid('settlement_id').notNull(),
    partyId: uuid('party_id').notNull(),
    personId: uuid('person_id').notNull(),
    actorName: text('actor_name').notNull(),
    hash: text('hash').notNull(),
    phoneMasked: text('phone_masked').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.settlementId, t.partyId] })],
)
export const mediationPromises = pgTable('mediation_promises', {
  clauseId: uuid('clause_id').primaryKey(),
  mediationId: uuid('mediation_id').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  state: text('state').$type<PromiseState>().notNull(),
  keptWords: text('kept_words'),
  keptAt: moment('kept_at'),
  disputedWords: text('disputed_words'),
  confirmedAt: moment('confirmed_at'),
  warnedAt: moment('warned_at'),
  missedAt: moment('missed_at'),
})
