// The endpoints of emergency mode.
import { emergencyApi } from '../../../../contract/src/emergency.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { beginEmergency } from './begin-emergency.ts'
import { answerCall, callOut, listCalls, myCalls } from './call-out.ts'
import { changeEmergencyDeadlines, deadlinesOf } from './deadlines.ts'
import { endEmergency } from './end-emergency.ts'
import { buildingProgress, exportTasks, listTasks, myTasks } from './list-tasks.ts'
import { findEmergency } from './policy.ts'
import { emergenciesNow, emergencyShown, listEmergencies } from './show.ts'
import { assignTasks, makeTasks, noteResult, requestHelp } from './tasks.ts'
import { emergencySheets } from './sheets.ts'

export const emergencyRoutes = (): Route[] =>
  withSheets(
    emergencyApi,
    serve(emergencyApi, {
      'GET /api/emergency': (cx, { query }) => listEmergencies(cx, query),
      'GET /api/emergency/now': (cx) => emergenciesNow(cx),
      'GET /api/emergency/deadlines': (cx) => deadlinesOf(cx.db, cx.districtId),
      'PUT /api/emergency/deadlines': (cx, { body }) => changeEmergencyDeadlines(cx, body),
      'POST /api/emergency': (cx, { body }) => beginEmergency(cx, body),
      'GET /api/emergency/:id': async (cx, { params }) => emergencyShown(cx, await findEmergency(cx, params.id)),
      'POST /api/emergency/:id/end': (cx, { params, body }) => endEmergency(cx, params.id, body),
      'POST /api/emergency/:id/callouts': (cx, { params, body }) => callOut(cx, params.id, body),
      'GET /api/emergency/:id/calls': (cx, { params, query }) => listCalls(cx, params.id, query),
      'GET /api/emergency/calls/mine': (cx) => myCalls(cx),
      'POST /api/emergency/calls/:id/answer': (cx, { params, body }) => answerCall(cx, params.id, body),
      'GET /api/emergency/:id/tasks': (cx, { params, query }) => listTasks(cx, params.id, query),
      'GET /api/emergency/:id/tasks.xlsx': (cx, { params, query }) => exportTasks(cx, params.id, query),
      'POST /api/emergency/:id/tasks': (cx, { params, body }) => makeTasks(cx, params.id, body),
      'POST /api/emergency/:id/assignments': (cx, { params, body }) => assignTasks(cx, params.id, body),
      'GET /api/emergency/:id/buildings': (cx, { params }) => buildingProgress(cx, params.id),
      'GET /api/emergency/tasks/mine': (cx, { query }) => myTasks(cx, query.all ?? false),
      'POST /api/emergency/tasks/:id/result': (cx, { params, body }) => noteResult(cx, params.id, body),
      'POST /api/emergency/:id/requests': (cx, { params, body }) => requestHelp(cx, params.id, body),
    }),
    emergencySheets,
  )
