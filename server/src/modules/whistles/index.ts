// Whistles 吹哨报到: several units called to one case, each answering in its own time (mission A8).
import { eq } from 'drizzle-orm'
import { partLife } from '../../../../contract/src/whistles-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import { forgetName } from './forget-name.ts'
import { ownData } from './own-data.ts'
import { seesPart } from './policy.ts'
import { whistlesRoutes } from './routes.ts'
import { whistleParts } from './tables.ts'
import { tellUnits, type WhistleTold } from './tell-units.ts'
import { runWhistleTimers } from './timers.ts'

export { mergeFollower } from './follow-merges.ts'
export { recomputeWhistleClocks } from './clocks.ts'
export { whistleDefaults } from './settings.ts'

/** Whether the actor sees a case's photos because their unit is called to it. Wired in app.ts. */
export const isCalledTo = async (cx: Cx, caseId: string): Promise<boolean> => {
  const rows = await cx.db.select().from(whistleParts).where(eq(whistleParts.caseId, caseId))
  return rows.some((row) => row.state !== 'released' && seesPart(cx.actor, row))
}
export const whistlesModule = (): Module => {
  checkLifecycle(partLife)
  return {
    name: 'whistles',
    routes: whistlesRoutes(),
    forgetName,
    ownData,
    jobs: {
      'whistle.tell': { run: (cx, data) => tellUnits(cx, data as unknown as WhistleTold), parallel: 2 },
      'whistle.timers': { run: (cx) => runWhistleTimers(cx), cron: '* * * * *' },
    },
  }
}
