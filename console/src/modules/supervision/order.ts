// An order as a row of the list.
import type { RowOf } from '../../platform/list.ts'

export type Order = RowOf<'GET /api/supervision/orders'>
