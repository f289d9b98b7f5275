// Columns of the hotline's lists as spreadsheets.
import { hotlineStates } from '../../../../contract/src/channels-kinds.ts'
import type { hotlineApi } from '../../../../contract/src/hotline.ts'
import { inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const clocks = {
  none: { zh: '没有期限', en: 'no deadline' },
  running: { zh: '计时中', en: 'running' },
  soon: { zh: '快到期', en: 'due soon' },
  late: { zh: '已超期', en: 'late' },
  answered: { zh: '按时答复', en: 'answered in time' },
  answeredLate: { zh: '超期答复', en: 'answered late' },
} as const
export const hotlineSheets: SheetsOf<typeof hotlineApi> = {
  'GET /api/hotline/orders': [
    ['工单编号', 'Order', 20, (row) => row.number],
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['内容', 'Words', 60, (row) => row.words],
    ['地点', 'Place', 30, (row) => row.place],
    ['收到', 'Received', 20, (row) => localTime(row.receivedAt)],
    ['答复期限', 'Reply due', 20, (row) => localTime(row.replyDueAt)],
    ['时限', 'Clock', 14, (row, zh) => inLanguage(clocks[row.clock], zh)],
    ['进展', 'State', 12, (row, zh) => inLanguage(hotlineStates[row.state], zh)],
    ['答复', 'Reply', 60, (row) => row.reply],
    ['回单', 'Returned', 20, (row) => localTime(row.returnedAt)],
  ],
  'GET /api/hotline/returns': [
    ['回单时间', 'Returned', 20, (row) => localTime(row.at)],
    ['经办', 'By', 14, (row) => row.by],
    ['件数', 'Orders', 8, (row) => row.count],
  ],
}
