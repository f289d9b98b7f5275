// An endpoint of others, as the room reads it.
import type { Out } from '../../platform/api.ts'

export type Peer = Out<'GET /api/open311/peers'>[number]
