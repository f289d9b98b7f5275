// Promises: everything anybody undertook, with owner and day; plans of hard cases; the hand-over to deliberation (A6, A10).
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { remindOfPromises } from './remind.ts'
import { promisesRoutes } from './routes.ts'

export { endPromise, undertake, type Undertaking } from './undertake.ts'
export { namedCases } from './views.ts'
export { countUpTo } from './list-promises.ts'

export const promisesModule = (_parts: Parts): Module => ({
  name: 'promises',
  routes: promisesRoutes(),
  jobs: { 'promises.remind': { run: (cx) => remindOfPromises(cx), cron: '0 9,15 * * *' } },
})
