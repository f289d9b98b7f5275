// A scheme of meetings as the room reads it.
import type { Out } from '../../platform/api.ts'

export type Scheme = Out<'GET /api/deliberation/schemes'>[number]
