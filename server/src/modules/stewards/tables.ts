// What holders of a post let residents see of them.
import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const nameCards = pgTable('name_cards', {
  personId: uuid('person_id').primaryKey(),
  districtId: uuid('district_id').notNull(),
  showPhoto: boolean('show_photo').notNull().default(false),
  showPhone: boolean('show_phone').notNull().default(false),
  workPhoneSealed: text('work_phone_sealed'),
  photoId: uuid('photo_id'),
  line: text('line'),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
