// A shared cost as a home that takes part reads it.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'

export type Share = OutOf<Api['GET /api/funds/plans/:id']>
