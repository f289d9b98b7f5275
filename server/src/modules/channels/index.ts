// Channels: opinion boxes, complaint meetings, door knocks, chat groups, riders' clues feed one stream (mission A2, A4).
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { forgetName } from './forget-name.ts'
import { ownData } from './own-data.ts'
import { channelsRoutes } from './routes.ts'
import { thankRiders } from './thank-riders.ts'

export { caseBriefs, briefOf, type CaseBrief } from './place-of.ts'

export const channelsModule = (parts: Parts): Module => ({
  name: 'channels',
  forgetName,
  ownData,
  routes: channelsRoutes(parts),
  jobs: { 'channels.thank': { run: (cx) => thankRiders(cx), cron: '* * * * *' } },
})
