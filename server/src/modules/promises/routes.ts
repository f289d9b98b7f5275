// The endpoints of promises, plans and hand-overs. No logic here.
import { promisesApi } from '../../../../contract/src/promises.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { listPromises, promiseRates } from './list-promises.ts'
import { handOver, listHandOvers, returnHandOver, type NeedsDeliberation } from './hand-overs.ts'
import { addStep, dropPlan, makePlan, promiseOn } from './plans.ts'
import { showPlan } from './show-plan.ts'
import { keepPromise, releasePromise } from './undertake.ts'
import { viewPromises } from './views.ts'
import { promisesSheets } from './sheets.ts'

export const promisesRoutes = (needsDeliberation: NeedsDeliberation): Route[] =>
  withSheets(
    promisesApi,
    serve(promisesApi, {
      'GET /api/promises': (cx, { query }) => listPromises(cx, query),
      'GET /api/promises/rates': (cx, { query }) => promiseRates(cx, query),
      'POST /api/promises/:id/keep': async (cx, { params, body }) =>
        (await viewPromises(cx, [await keepPromise(cx, params.id, body)]))[0]!,
      'POST /api/promises/:id/release': async (cx, { params, body }) =>
        (await viewPromises(cx, [await releasePromise(cx, params.id, body.reason)]))[0]!,
      'GET /api/promises/hand-overs': (cx, { query }) => listHandOvers(cx, query),
      'GET /api/cases/:id/plan': (cx, { params }) => showPlan(cx, params.id),
      'POST /api/cases/:id/plan': (cx, { params, body }) => makePlan(cx, params.id, body),
      'POST /api/cases/:id/plan/steps': (cx, { params, body }) => addStep(cx, params.id, body),
      'POST /api/cases/:id/plan/drop': (cx, { params, body }) => dropPlan(cx, params.id, body.reason),
      'POST /api/cases/:id/promises': (cx, { params, body }) => promiseOn(cx, params.id, body),
      'POST /api/cases/:id/deliberation': (cx, { params, body }) => handOver(cx, params.id, body),
      'POST /api/cases/:id/deliberation/return': (cx, { params, body }) =>
        returnHandOver(cx, params.id, body.outcome, needsDeliberation),
    }),
    promisesSheets,
  )
