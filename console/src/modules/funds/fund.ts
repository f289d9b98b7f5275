// A fund as its page reads it.
import type { Out } from '../../platform/api.ts'

export type Fund = Out<'GET /api/funds/:id'>
