// The district's working calendar as the rules need it: its week, the statutory days, and the days it set itself.
import { eq } from 'drizzle-orm'
import { boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import type { Tx } from '../database.ts'
import { statutoryExceptions } from './statutory-days.ts'

export const calendarDays = pgTable(
  'calendar_days',
  {
    districtId: uuid('district_id').notNull(),
    day: date('day').notNull(),
    working: boolean('working').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.day] })],
)
export const calendarWeeks = pgTable('calendar_weeks', {
  districtId: uuid('district_id').primaryKey(),
  periods: jsonb('periods').$type<{ from: number; to: number }[]>().notNull(),
  weekdays: integer('weekdays').array().notNull(),
})

/** 08:30–12:00 and 13:30–17:30, Monday to Friday, until the district sets its own. */
export const defaultWeek = {
  periods: [
    { from: 510, to: 720 },
    { from: 810, to: 1050 },
  ],
  weekdays: [1, 2, 3, 4, 5],
}
const FIRST_YEAR = 2024
const LAST_YEAR = 2028
let statutory: Record<string, { working: boolean; name: string }> | undefined
const statutoryDays = () => {
  if (statutory === undefined) {
    statutory = {}
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
      for (const { day, working, name } of statutoryExceptions(year)) statutory[day] = { working, name }
  }
  return statutory
}
const CACHE_MS = 5000
const cache = new Map<string, { until: number; calendar: WorkingCalendar }>()
/** Forgets the cached calendar of this process; others catch up within seconds. */
export const forgetCalendar = (districtId: string): void => void cache.delete(districtId)

/** Loads the calendar in force; kept for a few seconds, since every deadline asks for it. */
export const loadCalendar = async (db: Tx, districtId: string): Promise<WorkingCalendar> => {
  const known = cache.get(districtId)
  if (known !== undefined && known.until > Date.now()) return known.calendar
  const [week] = await db.select().from(calendarWeeks).where(eq(calendarWeeks.districtId, districtId))
  const days = await db.select().from(calendarDays).where(eq(calendarDays.districtId, districtId))
  const exceptions = { ...statutoryDays() }
  for (const { day, working, name } of days) exceptions[day] = { working, name }
  const calendar: WorkingCalendar = {
    periods: week?.periods ?? defaultWeek.periods,
    workingWeekdays: week?.weekdays ?? defaultWeek.weekdays,
    exceptions,
  }
  cache.set(districtId, { until: Date.now() + CACHE_MS, calendar })
  return calendar
}
