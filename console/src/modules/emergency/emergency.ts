// An emergency as its page reads it.
import type { Out } from '../../platform/api.ts'

export type Emergency = Out<'GET /api/emergency/:id'>
