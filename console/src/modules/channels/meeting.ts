// A complaint meeting as its page reads it.
import type { Out } from '../../platform/api.ts'

export type Meeting = Out<'GET /api/channels/meetings/:id'>
