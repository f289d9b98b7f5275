// Supervision (mission A10): orders with a reply and a sign-off, random re-checks, the overdue board.
import { orderLife } from '../../../../contract/src/supervision-life.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { supervisionRoutes } from './routes.ts'
import { runOrderTimers, tellOfOrder, type OrderEvent } from './tell-and-remind.ts'

export const supervisionModule = (_parts: Parts): Module => {
  checkLifecycle(orderLife)
  return {
    name: 'supervision',
    routes: supervisionRoutes(),
    jobs: {
      'supervision.tell': { run: (cx, data) => tellOfOrder(cx, data as { orderId: string; event: OrderEvent }) },
      'supervision.timers': { run: (cx) => runOrderTimers(cx), cron: '*/10 * * * *' },
    },
  }
}
