// A route as a row of the list.
import type { RowOf } from '../../platform/list.ts'

export type RouteLine = RowOf<'GET /api/patrols/routes'>
