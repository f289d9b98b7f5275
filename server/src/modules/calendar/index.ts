// The district's working calendar.
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'

export interface CalendarNeighbours {
  /** Called in the change's transaction, after it: whoever runs clocks reckons them anew. */
  readonly recompute: (cx: Cx<Actor>, before: WorkingCalendar) => Promise<void>
}
export const calendarModule = (_parts: Parts, _neighbours: CalendarNeighbours): Module => ({
  name: 'calendar',
  routes: [],
})
