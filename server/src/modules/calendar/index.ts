// The district's working calendar.
import { calendarApi } from '../../../../contract/src/calendar.ts'
import { serve, type Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { clearDay, setDay, setWeek, type CalendarNeighbours } from './edit-calendar.ts'
import { showYear } from './show-year.ts'

export type { CalendarNeighbours } from './edit-calendar.ts'

export const calendarModule = (_parts: Parts, neighbours: CalendarNeighbours): Module => ({
  name: 'calendar',
  routes: serve(calendarApi, {
    'GET /api/calendar/:year': (cx, { params }) => showYear(cx, params.year),
    'PUT /api/calendar/days/:day': (cx, { params, body }) => setDay(cx, neighbours, params.day, body),
    'DELETE /api/calendar/days/:day': (cx, { params }) => clearDay(cx, neighbours, params.day),
    'PUT /api/calendar/week': (cx, { body }) => setWeek(cx, neighbours, body),
  }),
})
