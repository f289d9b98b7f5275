// Patrols: routes with checklists, visits planned by schedule, walked offline, findings that become cases (mission A3).
import { visitLife } from '../../../../contract/src/patrols-life.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { Refused } from '../../platform/refuse.ts'
import { noteMisses } from './finish-visit.ts'
import { ownData } from './own-data.ts'
import { planAll } from './plan-visits.ts'
import { findVisit } from './policy.ts'
import { patrolsRoutes } from './routes.ts'

export const patrolsModule = (_parts: Parts): Module => {
  checkLifecycle(visitLife)
  return {
    name: 'patrols',
    ownData,
    routes: patrolsRoutes(),
    jobs: {
      'patrol.plan': { run: planAll, cron: '3 * * * *' },
      'patrol.timers': { run: noteMisses, cron: '* * * * *' },
    },
    files: {
      patrol: async (cx, id) => {
        try {
          return (await findVisit(cx, id)) !== null
        } catch (error) {
          if (error instanceof Refused) return false
          throw error
        }
      },
    },
  }
}
