// Emergency mode (战时, mission C13): an area with its own clocks, call-outs and tasks home by home, then back to normal.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { ownData } from './own-data.ts'
import { emergencyRoutes } from './routes.ts'

export const emergencyModule = (_parts: Parts): Module => ({
  name: 'emergency',
  routes: emergencyRoutes(),
  ownData,
})
