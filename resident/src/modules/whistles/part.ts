// A unit’s part as its page reads it, and the steps of the unit.
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { PartPersonStep } from '../../../../contract/src/whistles-life.ts'

export type Part = OutOf<Api['GET /api/whistles/parts/:id']>
export type UnitStep = Extract<PartPersonStep, 'arrive' | 'reportIn' | 'answer' | 'refuse'>
