// Duties of departments, the categories they cover and where.
import { customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DutyList } from '../../../../contract/src/dutylists-kinds.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const dutyItems = pgTable('duty_items', {
  id: uuid('id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  organisationId: uuid('organisation_id').notNull(),
  list: text('list').$type<DutyList>().notNull(),
  sort: integer('sort').notNull().default(0),
  name: text('name').notNull(),
  description: text('description').notNull(),
  contact: text('contact').notNull(),
  legalBasis: text('legal_basis').notNull(),
  search: tsvector('search').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
export const dutyItemCategories = pgTable(
  'duty_item_categories',
  { itemId: uuid('item_id').notNull(), categoryId: uuid('category_id').notNull() },
  (t) => [primaryKey({ columns: [t.itemId, t.categoryId] })],
)
export const dutyItemPlaces = pgTable(
  'duty_item_places',
  { itemId: uuid('item_id').notNull(), placeId: uuid('place_id').notNull() },
  (t) => [primaryKey({ columns: [t.itemId, t.placeId] })],
)
