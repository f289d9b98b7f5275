// The ladder 小事不出村社: grid → community → street → district, by person or by the clock (mission A9).
import type { Module } from '../../platform/module.ts'
import { forgetName } from './forget-name.ts'
import { escalationRoutes } from './routes.ts'
import { tellLevel, type LadderTold } from './tell-level.ts'
import { runLadder } from './timers.ts'

export const escalationModule = (): Module => ({
  name: 'escalation',
  routes: escalationRoutes(),
  jobs: {
    'ladder.tell': { run: (cx, data) => tellLevel(cx, data as unknown as LadderTold), parallel: 2 },
    'ladder.timers': { run: (cx) => runLadder(cx), cron: '* * * * *' },
  },
  forgetName,
})
