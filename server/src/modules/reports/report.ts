// A report and what is asked of it.
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { reportsApi } from '../../../../contract/src/reports.ts'

export type Report = OutOf<(typeof reportsApi)['GET /api/reports']>
export type ReportQuery = ParsedQuery<(typeof reportsApi)['GET /api/reports']>
