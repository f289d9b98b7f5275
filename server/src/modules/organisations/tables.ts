// Organisations, the places they serve, positions, appointments.
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { boolean, customType, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationKind } from '../../../../contract/src/organisations-kinds.ts'
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { PlaceKind } from '../../../../contract/src/places-tree.ts'
import { moment } from '../../platform/columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  phone: text('phone'),
  placeId: uuid('place_id'),
  parentId: uuid('parent_id'),
  active: boolean('active').notNull().default(true),
  search: tsvector('search').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
})
export const organisationPlaces = pgTable(
  'organisation_places',
  { organisationId: uuid('organisation_id').notNull(), placeId: uuid('place_id').notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.placeId] })],
)
export const positions = pgTable('positions', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  organisationKinds: text('organisation_kinds').array().$type<OrganisationKind[]>().notNull(),
  scopeKinds: text('scope_kinds').array().$type<PlaceKind[]>().notNull(),
  permissions: text('permissions').array().$type<Permission[]>().notNull(),
  isDefault: boolean('is_default').notNull().default(false),
})
export const appointments = pgTable('appointments', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  personId: uuid('person_id').notNull(),
  positionId: uuid('position_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  scopeId: uuid('scope_id').notNull(),
  fromOn: date('from_on').notNull(),
  toOn: date('to_on'),
  createdBy: uuid('created_by'),
  createdAt: moment('created_at').notNull().defaultNow(),
})
/** Today's date where the district lies. */
export const today: SQL = sql`(now() at time zone 'Asia/Shanghai')::date`
/** SQL: the appointment is in force on a day. */
export const inForceOn = (one: { readonly fromOn: SQLWrapper; readonly toOn: SQLWrapper }, day: SQL): SQL =>
  sql`(${one.fromOn} <= ${day} and (${one.toOn} is null or ${one.toOn} >= ${day}))`
/** SQL: the appointment is in force today. */
export const inForce = inForceOn(appointments, today)
/** The same in a statement that calls its appointments `a`. */
export const isInForceAsA = inForceOn({ fromOn: sql.raw('a.from_on'), toOn: sql.raw('a.to_on') }, today)
