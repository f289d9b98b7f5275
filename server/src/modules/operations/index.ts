// Joint operations (联合执法) and the officers of an area (mission E7).
import { operationLife } from '../../../../contract/src/operations-life.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { Refused } from '../../platform/refuse.ts'
import { ownData } from './own-data.ts'
import { findOperation } from './policy.ts'
import { operationsRoutes } from './routes.ts'

export const operationsModule = (_parts: Parts): Module => {
  checkLifecycle(operationLife)
  return {
    name: 'operations',
    ownData,
    routes: operationsRoutes(),
    files: {
      operation: async (cx, id) => {
        try {
          return (await findOperation(cx, id)) !== null
        } catch (error) {
          if (error instanceof Refused) return false
          throw error
        }
      },
    },
  }
}
