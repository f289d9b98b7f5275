// Columns of the open interface's lists as spreadsheets. Of a key only what tells it from another: never the key.
import type { open311Api } from '../../../../contract/src/open311.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const directions = { in: { zh: '来自对方', en: 'came in' }, out: { zh: '转给对方', en: 'went out' } } as const
const states = {
  waiting: { zh: '等待发送', en: 'waiting' },
  sent: { zh: '已送达', en: 'sent' },
  failed: { zh: '没送到', en: 'failed' },
} as const
export const open311Sheets: SheetsOf<typeof open311Api> = {
  'GET /api/open311/keys': [
    ['给谁用', 'For whom', 30, (row) => row.name],
    ['尾号', 'Ends in', 10, (row) => row.hint],
    ['管到哪里', 'Area', 24, (row) => row.scope.name],
    ['可以上报诉求', 'May report', 10, (row, zh) => ifSo(row.mayReport, zh)],
    ['可以上报进展', 'May send updates', 10, (row, zh) => ifSo(row.mayUpdate, zh)],
    ['启用', 'On', 8, (row, zh) => ifSo(row.active, zh)],
    ['发放人', 'Issued by', 14, (row) => row.madeBy],
    ['发放', 'Issued', 20, (row) => localTime(row.madeAt)],
  ],
  'GET /api/open311/exchanges': [
    ['对方', 'Endpoint', 30, (row) => row.peer.name],
    ['诉求', 'Case', 12, (row) => row.number],
    ['方向', 'Direction', 12, (row, zh) => inLanguage(directions[row.direction], zh)],
    ['情况', 'State', 12, (row, zh) => inLanguage(states[row.state], zh)],
    ['对方编号', 'Their number', 24, (row) => row.remoteId],
    ['对方状态', 'Their state', 16, (row) => row.remoteStatus],
    ['发了几次', 'Tries', 8, (row) => row.tries],
    ['问题', 'Problem', 50, (row) => row.lastError],
    ['时间', 'Time', 20, (row) => localTime(row.at)],
  ],
}
