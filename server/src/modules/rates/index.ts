// The three rates (mission A11): counted as cases change, read from daily sums, published by the month.
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { runRebuild } from './ask-recount.ts'
import { runCount } from './count.ts'
import { ratesRoutes } from './routes.ts'
import { runSigns } from './signs.ts'
import { ratingOrigins } from './tables.ts'

export { countChanges, rebuild } from './count.ts'
export { freezeMonth, monthBefore, monthsBack } from './months.ts'
export {
  addSums,
  countedTo,
  lastDayOver,
  monthPeriod,
  noSums,
  totalOf,
  trendOf,
  readRates,
  type Period,
  type Rates,
  type Sums,
} from './read-rates.ts'
export { rateColumns, type NamedSums } from './rates-sheet.ts'
export { scopeFor, type Scope } from './scope.ts'
export { findSigns } from './signs.ts'

/** Keeps from which device a rating came, as a keyed hash and nothing else. Handed to `cases` by app.ts. */
export const noteRating =
  ({ sealing }: Parts) =>
  async (cx: Cx<Actor | null>, caseId: string): Promise<void> => {
    const deviceHash = sealing.hash(`${cx.origin.address}\n${cx.origin.device}`, 'rating-device')
    await cx.db
      .insert(ratingOrigins)
      .values({ caseId, deviceHash, at: cx.now })
      .onConflictDoUpdate({ target: ratingOrigins.caseId, set: { deviceHash, at: cx.now } })
  }

export const ratesModule = (_parts: Parts): Module => ({
  name: 'rates',
  routes: ratesRoutes(),
  jobs: {
    'rates.count': { run: (cx) => runCount(cx), cron: '* * * * *' },
    'rates.rebuild': { run: (cx) => runRebuild(cx) },
    'rates.signs': { run: (cx) => runSigns(cx), cron: '20 4 * * *' },
  },
})
