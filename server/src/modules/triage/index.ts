// Triage: category and handling body suggested from the words by a small model of the district's own past decisions.
import type { Module } from '../../platform/module.ts'
import { trainModels } from './learn.ts'
import { noteOutcomes } from './outcomes.ts'
import { triageRoutes } from './routes.ts'

export { advise, recordAdvice, type Advice } from './advise.ts'
export { trainModels } from './learn.ts'

export const triageModule = (): Module => ({
  name: 'triage',
  routes: triageRoutes(),
  jobs: {
    'triage.train': { run: async (cx) => void (await trainModels(cx)), cron: '20 4 * * 1' },
    'triage.outcomes': { run: async (cx) => void (await noteOutcomes(cx)), cron: '17 * * * *' },
  },
})
