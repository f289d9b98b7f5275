// Promises: everything anybody undertook, with owner and day; plans of hard cases; the hand-over to deliberation (A6, A10).
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { remindOfPromises } from './remind.ts'
import type { NeedsDeliberation } from './hand-overs.ts'
import { promisesRoutes } from './routes.ts'

export { endPromise, undertake, type Undertaking } from './undertake.ts'
export { bringOutcome } from './hand-overs.ts'
export { namedCases } from './views.ts'
export { countUpTo } from './list-promises.ts'

/** What this module asks of modules that stand on it; wired in app.ts. */
export interface PromisesNeighbours {
  readonly refuseUndeliberated: NeedsDeliberation
}
export const promisesModule = (_parts: Parts, neighbours: PromisesNeighbours): Module => ({
  name: 'promises',
  routes: promisesRoutes(neighbours.refuseUndeliberated),
  jobs: { 'promises.remind': { run: (cx) => remindOfPromises(cx), cron: '0 9,15 * * *' } },
})
