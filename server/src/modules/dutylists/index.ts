// Duty lists 三张清单 (mission E6): what departments do in communities; cases are routed by them.
import type { Module } from '../../platform/module.ts'
import { dutylistsRoutes } from './routes.ts'

export { findByDutyList } from './find-department.ts'

export const dutylistsModule = (): Module => ({ name: 'dutylists', routes: dutylistsRoutes() })
