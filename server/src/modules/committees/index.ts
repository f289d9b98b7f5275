// Committees of estates (mission B10, B11): formation, candidates, election, terms, members, formation rate.
import { committeeLife } from '../../../../contract/src/committees-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { forgetName, ownData } from './own-data.ts'
import { committeesRoutes } from './routes.ts'
import { watchTerms } from './watch.ts'

export const committeesModule = (parts: Parts): Module => {
  checkLifecycle(committeeLife)
  return {
    name: 'committees',
    routes: committeesRoutes(parts),
    ownData,
    forgetName,
    jobs: { 'committee.watch': { run: (cx: Cx<null>) => watchTerms(cx), cron: '10 7 * * *' } },
  }
}
