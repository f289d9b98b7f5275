// A fund as a resident reads it.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'

export type Fund = OutOf<Api['GET /api/funds/:id']>
