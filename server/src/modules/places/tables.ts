// Places and who owns or lives in a home.
import {
  boolean,
  customType,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const places = pgTable('places', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  kind: text('kind').$type<PlaceKind>().notNull(),
  parentId: uuid('parent_id'),
  name: text('name').notNull(),
  path: text('path').notNull(),
  code: text('code'),
  sort: integer('sort').notNull().default(0),
  streetId: uuid('street_id'),
  communityId: uuid('community_id'),
  gridId: uuid('grid_id'),
  microGridId: uuid('micro_grid_id'),
  estateId: uuid('estate_id'),
  buildingId: uuid('building_id'),
  unitId: uuid('unit_id'),
  floor: integer('floor'),
  area: integer('area'),
  areaSource: text('area_source').$type<'register' | 'survey' | 'contract'>(),
  lon: doublePrecision('lon'),
  lat: doublePrecision('lat'),
  boundary: jsonb('boundary').$type<[number, number][]>(),
  active: boolean('active').notNull().default(true),
  search: tsvector('search').notNull(),
  /** The path with numbers padded: made by the database. */
  pathOrder: text('path_order')
    .notNull()
    .generatedAlwaysAs(sql`path`),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})
export const homePeople = pgTable('home_people', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  homeId: uuid('home_id').notNull(),
  personId: uuid('person_id').notNull(),
  relation: text('relation').$type<'owner' | 'occupant'>().notNull(),
  state: text('state').$type<'claimed' | 'confirmed' | 'refused' | 'ended'>().notNull(),
  reason: text('reason'),
  since: timestamp('since', { withTimezone: true }).notNull().defaultNow(),
  decidedBy: uuid('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
})
