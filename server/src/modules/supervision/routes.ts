// The endpoints of supervision. No logic here.
import { supervisionApi } from '../../../../contract/src/supervision.ts'
import type { OrderStep } from '../../../../contract/src/supervision-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { listOrders, overdueBoard } from './lists.ts'
import { giveOrder, takeOrderStep } from './orders.ts'
import type { OrderRow } from './policy.ts'
import { checkAgain, drawRound, listItems, listRounds, setShare, showShare } from './rechecks.ts'
import { viewOrders } from './views.ts'
import { supervisionSheets } from './sheets.ts'

export const supervisionRoutes = (): Route[] => {
  const one = async (cx: Cx, row: OrderRow) => (await viewOrders(cx, [row]))[0]!
  const step =
    (name: OrderStep) =>
    async (cx: Cx, { params, body }: { params: { id: string }; body: Parameters<typeof takeOrderStep>[3] }) =>
      one(cx, await takeOrderStep(cx, params.id, name, body))
  return withSheets(
    supervisionApi,
    serve(supervisionApi, {
      'GET /api/supervision/orders': (cx, { query }) => listOrders(cx, query),
      'POST /api/supervision/orders': async (cx, { body }) => one(cx, await giveOrder(cx, body)),
      'POST /api/supervision/orders/:id/reply': step('reply'),
      'POST /api/supervision/orders/:id/signOff': step('signOff'),
      'POST /api/supervision/orders/:id/sendBack': step('sendBack'),
      'POST /api/supervision/orders/:id/withdraw': step('withdraw'),
      'GET /api/supervision/overdue': (cx) => overdueBoard(cx),
      'GET /api/supervision/recheck-share': (cx) => showShare(cx),
      'PUT /api/supervision/recheck-share': (cx, { body }) => setShare(cx, body.permille),
      'GET /api/supervision/rounds': (cx, { query }) => listRounds(cx, query),
      'POST /api/supervision/rounds': (cx, { body }) => drawRound(cx, body),
      'GET /api/supervision/rounds/:id': (cx, { params, query }) => listItems(cx, params.id, query),
      'POST /api/supervision/rechecks/:id': (cx, { params, body }) => checkAgain(cx, params.id, body),
    }),
    supervisionSheets,
  )
}
