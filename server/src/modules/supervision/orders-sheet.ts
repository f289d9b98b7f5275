// Orders of supervision as a spreadsheet.
import { orderLevels, orderStates } from '../../../../contract/src/supervision-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, localTime, sheetPage } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listOrders } from './lists.ts'

type Order = Awaited<ReturnType<typeof listOrders>>['rows'][number]
export const ordersSheet = (cx: Cx): Promise<Download> =>
  exportedList<Order>(cx, '督办清单', {
    name: ['督办', 'supervision'],
    columns: [
      ['诉求', 'Case', 12, (row) => row.case.number],
      ['地点', 'Place', 30, (row) => row.case.place],
      ['级别', 'Level', 14, (row, zh) => inLanguage(orderLevels[row.level], zh)],
      ['督办单位', 'Ordered by', 24, (row) => row.orderer.name],
      ['承办单位', 'Answers', 24, (row) => row.answerer.name],
      ['要求', 'Order', 50, (row) => row.words],
      ['期限', 'Due', 20, (row) => localTime(row.dueAt)],
      ['超期', 'Late', 8, (row, zh) => (row.late ? (zh ? '是' : 'yes') : '')],
      ['进展', 'State', 14, (row, zh) => inLanguage(orderStates[row.state], zh)],
      ['回复', 'Reply', 50, (row) => row.reply],
    ],
    page: (after) => listOrders(cx, sheetPage(after)),
  })
