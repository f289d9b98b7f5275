// A decision as its owners see it, and what one of them votes for.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'

export type Decision = OutOf<Api['GET /api/decisions/:id']>
export type Mine = Decision['mine'][number]
