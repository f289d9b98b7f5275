// A case as its page reads it, and the steps of who reported it.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'

export type CaseView = OutOf<Api['GET /api/cases/:id']>
export type ReporterStep = 'confirm' | 'askReopening' | 'withdraw' | 'note'
