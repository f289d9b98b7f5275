// The endpoints of patrols.
import { patrolsApi } from '../../../../contract/src/patrols.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { callSweep } from './call-sweep.ts'
import { checkIn } from './check-in.ts'
import { addChecklist, changeChecklist, listChecklists } from './checklists.ts'
import { changeRoute, createRoute } from './edit-route.ts'
import { cancelVisit, finishVisit } from './finish-visit.ts'
import { codesForPoints, listRoutes, showRoute } from './list-routes.ts'
import { listVisits, myVisits } from './list-visits.ts'
import { openCaseOf } from './open-case.ts'
import { findVisit } from './policy.ts'
import { exportResults, weekResults } from './results.ts'
import { visitShown } from './visit-view.ts'
import { patrolsSheets } from './sheets.ts'

export const patrolsRoutes = (): Route[] =>
  withSheets(
    patrolsApi,
    serve(patrolsApi, {
      'GET /api/patrols/checklists': (cx) => listChecklists(cx),
      'POST /api/patrols/checklists': (cx, { body }) => addChecklist(cx, body),
      'PUT /api/patrols/checklists/:id': (cx, { params, body }) => changeChecklist(cx, params.id, body),
      'GET /api/patrols/routes': (cx, { query }) => listRoutes(cx, query),
      'GET /api/patrols/routes/:id': (cx, { params }) => showRoute(cx, params.id),
      'POST /api/patrols/routes': (cx, { body }) => createRoute(cx, body),
      'PUT /api/patrols/routes/:id': (cx, { params, body }) => changeRoute(cx, params.id, body),
      'POST /api/patrols/routes/:id/sweeps': (cx, { params, body }) => callSweep(cx, params.id, body),
      'GET /api/patrols/mine': (cx) => myVisits(cx),
      'GET /api/patrols/visits': (cx, { query }) => listVisits(cx, query),
      'GET /api/patrols/visits/:id': async (cx, { params }) => visitShown(cx, await findVisit(cx, params.id)),
      'POST /api/patrols/visits/:id/checkins': (cx, { params, body }) => checkIn(cx, params.id, body),
      'POST /api/patrols/visits/:id/finish': (cx, { params, body }) => finishVisit(cx, params.id, body.words),
      'POST /api/patrols/visits/:id/cancellation': (cx, { params, body }) => cancelVisit(cx, params.id, body.reason),
      'POST /api/patrols/findings/:id/case': (cx, { params, body }) => openCaseOf(cx, params.id, body),
      'GET /api/patrols/results': (cx, { query }) => weekResults(cx, query),
      'GET /api/patrols/results.xlsx': (cx, { query }) => exportResults(cx, query),
      'GET /api/patrols/doorcodes': (cx, { query }) => codesForPoints(cx, query.placeId),
    }),
    patrolsSheets,
  )
