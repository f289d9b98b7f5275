// A shared cost as its page reads it.
import type { Out } from '../../platform/api.ts'

export type Plan = Out<'GET /api/funds/plans/:id'>
