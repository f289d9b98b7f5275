// Likeness: hints of like cases while somebody writes, possible duplicates for staff, and hot spots of growing groups.
import type { Module } from '../../platform/module.ts'
import { linkAcross } from './across-communities.ts'
import { findSpots, findSpotsOf } from './find-spots.ts'
import { likenessRoutes } from './routes.ts'

export { similarTo, type SimilarCase } from './similar.ts'

export const likenessModule = (): Module => ({
  name: 'likeness',
  routes: likenessRoutes(),
  jobs: {
    'likeness.spots': { run: async (cx) => void (await findSpots(cx)), cron: '40 3 * * *' },
    'likeness.across': { run: async (cx) => void (await linkAcross(cx)) },
    'likeness.spotsOf': { run: async (cx, data) => void (await findSpotsOf(cx, data.communityId as string)) },
  },
})
