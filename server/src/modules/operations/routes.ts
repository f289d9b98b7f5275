// The endpoints of joint operations.
import { operationsApi } from '../../../../contract/src/operations.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { changeOperation, planOperation, stepOperation } from './edit-operation.ts'
import { noteFinding, openCase } from './findings.ts'
import { officersByArea } from './officers.ts'
import { findOperation } from './policy.ts'
import { operationsSheets } from './sheets.ts'
import { exportOperations, listOperations, operationShown } from './show.ts'

export const operationsRoutes = (): Route[] =>
  withSheets(
    operationsApi,
    serve(operationsApi, {
      'GET /api/operations': (cx, { query }) => listOperations(cx, query),
      'GET /api/operations.xlsx': (cx, { query }) => exportOperations(cx, query),
      'GET /api/operations/officers': (cx, { query }) => officersByArea(cx, query.placeId),
      'GET /api/operations/:id': async (cx, { params }) => operationShown(cx, await findOperation(cx, params.id)),
      'POST /api/operations': (cx, { body }) => planOperation(cx, body),
      'PUT /api/operations/:id': (cx, { params, body }) => changeOperation(cx, params.id, body),
      'POST /api/operations/:id/findings': (cx, { params, body }) => noteFinding(cx, params.id, body),
      'POST /api/operations/findings/:id/case': (cx, { params }) => openCase(cx, params.id),
      'POST /api/operations/:id/start': (cx, { params }) => stepOperation(cx, params.id, 'start', {}),
      'POST /api/operations/:id/close': (cx, { params, body }) => stepOperation(cx, params.id, 'close', body),
      'POST /api/operations/:id/cancel': (cx, { params, body }) => stepOperation(cx, params.id, 'cancel', body),
    }),
    operationsSheets,
  )
