// The endpoints of the three rates, each with its command. No logic here.
import { ratesApi } from '../../../../contract/src/rates.ts'
import { serve } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { askRecount } from './ask-recount.ts'
import { askExclusion, decideExclusion, listExclusions } from './exclusions.ts'
import { listRateCases } from './list-cases.ts'
import { listMonths, publishMonth } from './months.ts'
import { readRates } from './read-rates.ts'
import { ratesSheet } from './rates-sheet.ts'
import { scopesFor } from './scope.ts'
import { listSigns } from './signs.ts'
import { ratesSheets } from './sheets.ts'

export const ratesRoutes = () =>
  withSheets(
    ratesApi,
    serve(ratesApi, {
      'GET /api/rates': (cx, { query }) => readRates(cx, query),
      'GET /api/rates/scopes': (cx) => scopesFor(cx),
      'GET /api/rates/cases': (cx, { query }) => listRateCases(cx, query),
      'GET /api/rates/sheet': (cx, { query }) => ratesSheet(cx, query),
      'GET /api/rates/months': (cx, { query }) => listMonths(cx, query.scopeId),
      'POST /api/rates/months': (cx, { body }) => publishMonth(cx, body.month),
      'POST /api/rates/recount': (cx) => askRecount(cx),
      'GET /api/rates/exclusions': (cx, { query }) => listExclusions(cx, query),
      'POST /api/rates/exclusions': (cx, { body }) => askExclusion(cx, body),
      'POST /api/rates/exclusions/:id/decision': (cx, { params, body }) => decideExclusion(cx, params.id, body),
      'GET /api/rates/signs': (cx, { query }) => listSigns(cx, query.month),
    }),
    ratesSheets,
  )
