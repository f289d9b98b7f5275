// A joint operation as its drawer reads it.
import type { Out } from '../../platform/api.ts'

export type Operation = Out<'GET /api/operations/:id'>
