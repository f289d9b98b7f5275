// The open interface: keys, services with attributes, what came in by it, other endpoints and what was exchanged.
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { AttributeType } from '../../../../contract/src/open311-kinds.ts'
import { moment } from '../../platform/columns.ts'

export const open311Keys = pgTable('open311_keys', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  name: text('name').notNull(),
  keyHash: text('key_hash').notNull(),
  hint: text('hint').notNull(),
  scopeId: uuid('scope_id').notNull(),
  mayReport: boolean('may_report').notNull(),
  mayUpdate: boolean('may_update').notNull(),
  active: boolean('active').notNull().default(true),
  madeBy: uuid('made_by').notNull(),
  madeAt: moment('made_at').notNull(),
  changedAt: moment('changed_at').notNull(),
})
export const open311Services = pgTable('open311_services', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  categoryId: uuid('category_id').notNull(),
  code: text('code').notNull(),
  description: text('description').notNull(),
  keywords: text('keywords').notNull().default(''),
  isOpen: boolean('is_open').notNull().default(true),
  sort: integer('sort').notNull().default(0),
})
export interface Choice {
  readonly key: string
  readonly name: string
}
export const open311Attributes = pgTable('open311_attributes', {
  id: uuid('id').primaryKey(),
  serviceId: uuid('service_id').notNull(),
  code: text('code').notNull(),
  sort: integer('sort').notNull(),
  variable: boolean('variable').notNull(),
  datatype: text('datatype').$type<AttributeType>().notNull(),
  required: boolean('required').notNull(),
  description: text('description').notNull(),
  datatypeDescription: text('datatype_description').notNull().default(''),
  choices: jsonb('choices').$type<Choice[]>().notNull().default([]),
})
export interface AttributeAnswer {
  readonly code: string
  readonly label: string
  readonly values: readonly string[]
}
export const open311Requests = pgTable('open311_requests', {
  caseId: uuid('case_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  keyId: uuid('key_id'),
  token: uuid('token').notNull(),
  attributes: jsonb('attributes').$type<AttributeAnswer[]>().notNull().default([]),
  contactSealed: text('contact_sealed'),
  /** Keyed hash of the mobile among the contacts; empty: none. */
  contactHash: text('contact_hash'),
  addressString: text('address_string'),
  mediaUrl: text('media_url'),
  requestedAt: moment('requested_at').notNull(),
})
export const open311Updates = pgTable('open311_updates', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  caseId: uuid('case_id').notNull(),
  keyId: uuid('key_id'),
  externalId: text('external_id'),
  status: text('status').$type<'open' | 'closed'>().notNull(),
  description: text('description').notNull(),
  mediaUrl: text('media_url'),
  happenedAt: moment('happened_at').notNull(),
  receivedAt: moment('received_at').notNull(),
})
export const open311Peers = pgTable('open311_peers', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  jurisdiction: text('jurisdiction'),
  keySealed: text('key_sealed'),
  placeId: uuid('place_id').notNull(),
  imports: boolean('imports').notNull(),
  forwards: boolean('forwards').notNull(),
  active: boolean('active').notNull(),
  seenUntil: moment('seen_until'),
  polledAt: moment('polled_at'),
  lastError: text('last_error'),
  madeBy: uuid('made_by').notNull(),
  madeAt: moment('made_at').notNull(),
})
export const open311PeerServices = pgTable(
  'open311_peer_services',
  {
    peerId: uuid('peer_id').notNull(),
    serviceCode: text('service_code').notNull(),
    categoryId: uuid('category_id').notNull(),
    automatic: boolean('automatic').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.peerId, t.serviceCode] })],
)
export const open311Links = pgTable('open311_links', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  peerId: uuid('peer_id').notNull(),
  caseId: uuid('case_id').notNull(),
  direction: text('direction').$type<'in' | 'out'>().notNull(),
  state: text('state').$type<'waiting' | 'sent' | 'failed'>().notNull(),
  remoteId: text('remote_id'),
  remoteToken: text('remote_token'),
  remoteStatus: text('remote_status'),
  tries: integer('tries').notNull().default(0),
  lastError: text('last_error'),
  madeAt: moment('made_at').notNull(),
  sentAt: moment('sent_at'),
})
