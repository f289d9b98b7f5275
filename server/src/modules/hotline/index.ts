// The 12345 hotline: orders in by sheet or interface, replies back, its own clock (mission A2).
import { hotlineApi } from '../../../../contract/src/hotline.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { pushOrder, readOrders, takeOverReplies } from './exchange.ts'
import { forgetName } from './forget-name.ts'
import { commitOrders, forgetOrders, mapColumns, showOrders, uploadOrders } from './imports.ts'
import { issueKey, listKeys, revokeKey } from './keys.ts'
import { listOrders, orderFigures, runHotlineTimers } from './orders.ts'
import { exportReturn, listReturns, returnOrders } from './returns.ts'
import { hotlineTemplate } from './template.ts'
import { hotlineSheets } from './sheets.ts'

export const hotlineModule = ({ sealing }: Parts): Module => ({
  name: 'hotline',
  forgetName,
  routes: withSheets(
    hotlineApi,
    serve(hotlineApi, {
      'GET /api/hotline/template.xlsx': () => hotlineTemplate(),
      'GET /api/hotline/orders': (cx, { query }) => listOrders(cx, query),
      'GET /api/hotline/figures': (cx, { query }) => orderFigures(cx, query.month),
      'POST /api/hotline/imports': (cx, { file }) => uploadOrders(cx, sealing, file),
      'GET /api/hotline/imports/:id': (cx, { params }) => showOrders(cx, sealing, params.id),
      'PUT /api/hotline/imports/:id/mapping': (cx, { params, body }) =>
        mapColumns(cx, sealing, params.id, body.mapping),
      'POST /api/hotline/imports/:id/commit': (cx, { params, body }) =>
        commitOrders(cx, sealing, params.id, body.which),
      'GET /api/hotline/returns': (cx, { query }) => listReturns(cx, query),
      'POST /api/hotline/returns': (cx, { body }) => returnOrders(cx, body.ids),
      'GET /api/hotline/returns/:id/sheet.xlsx': (cx, { params }) => exportReturn(cx, params.id),
      'GET /api/hotline/keys': (cx) => listKeys(cx),
      'POST /api/hotline/keys': (cx, { body }) => issueKey(cx, body),
      'POST /api/hotline/keys/:id/revocation': (cx, { params }) => revokeKey(cx, params.id),
      'POST /api/hotline/exchange/orders': (cx, { body }) => pushOrder(cx, sealing, body),
      'GET /api/hotline/exchange/orders': (cx, { query }) => readOrders(cx, query),
      'POST /api/hotline/exchange/returns': (cx, { body }) => takeOverReplies(cx, body.numbers),
    }),
    hotlineSheets,
  ),
  jobs: {
    'hotline.timers': { run: (cx) => runHotlineTimers(cx), cron: '*/5 * * * *' },
    'hotline.forget': { run: (cx) => forgetOrders(cx), cron: '41 3 * * *' },
  },
})
