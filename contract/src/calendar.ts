// The district's working calendar: statutory holidays, make-up days, periods of the day.
import { z } from 'zod'
import { day, done, words } from './common.ts'
import { endpoints } from './endpoint.ts'

const period = z.object({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
})
export const calendarApi = endpoints({
  'GET /api/calendar/:year': {
    say: 'Days of a year that differ from the plain week, and the periods',
    permission: 'signed-in',
    journal: null,
    params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    out: z.object({
      periods: z.array(period),
      weekdays: z.array(z.number().int()),
      /** The last day for which statutory holidays are known: later years hold only the plain week. */
      statutoryUntil: day.optional(),
      days: z.array(
        z.object({ day, working: z.boolean(), name: z.string(), source: z.enum(['statutory', 'district']) }),
      ),
    }),
  },
  'PUT /api/calendar/days/:day': {
    say: 'Set a day as working or free; running clocks are recomputed',
    permission: 'calendar.edit',
    journal: 'changed the calendar',
    params: z.object({ day }),
    body: z.object({ working: z.boolean(), name: words(40) }),
    out: done,
  },
  'DELETE /api/calendar/days/:day': {
    say: 'Return a day to the statutory calendar',
    permission: 'calendar.edit',
    journal: 'changed the calendar',
    params: z.object({ day }),
    out: done,
  },
  'PUT /api/calendar/week': {
    say: 'Set periods of the day and working weekdays',
    permission: 'calendar.edit',
    journal: 'changed working hours',
    body: z.object({
      periods: z.array(period).min(1).max(6),
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    }),
    out: done,
  },
})
