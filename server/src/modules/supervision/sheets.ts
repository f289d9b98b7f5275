// Columns of the lists of supervision as spreadsheets.
import type { supervisionApi } from '../../../../contract/src/supervision.ts'
import { orderLevels, orderStates } from '../../../../contract/src/supervision-life.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const results = { passed: { zh: '合格', en: 'passed' }, failed: { zh: '不合格', en: 'failed' } } as const
export const supervisionSheets: SheetsOf<typeof supervisionApi> = {
  'GET /api/supervision/orders': [
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['地点', 'Place', 30, (row) => row.case.place],
    ['级别', 'Level', 14, (row, zh) => inLanguage(orderLevels[row.level], zh)],
    ['督办单位', 'Ordered by', 24, (row) => row.orderer.name],
    ['承办单位', 'Answers', 24, (row) => row.answerer.name],
    ['要求', 'Order', 50, (row) => row.words],
    ['期限', 'Due', 20, (row) => localTime(row.dueAt)],
    ['超期', 'Late', 8, (row, zh) => ifSo(row.late, zh)],
    ['进展', 'State', 14, (row, zh) => inLanguage(orderStates[row.state], zh)],
    ['回复', 'Reply', 50, (row) => row.reply],
  ],
  'GET /api/supervision/overdue': [
    ['单位', 'Organisation', 30, (row) => row.organisation.name],
    ['诉求', 'Cases', 8, (row) => row.cases],
    ['督办', 'Orders', 8, (row) => row.orders],
    ['承诺', 'Promises', 8, (row) => row.promises],
    ['最早到期', 'Oldest', 20, (row) => localTime(row.oldest)],
  ],
  'GET /api/supervision/rounds': [
    ['从', 'From', 14, (row) => row.from],
    ['到', 'To', 14, (row) => row.to],
    ['比例（%）', 'Share (%)', 10, (row) => row.share * 100],
    ['办结数', 'Closed', 10, (row) => row.population],
    ['抽取', 'Drawn', 8, (row) => row.drawn],
    ['合格', 'Passed', 8, (row) => row.passed],
    ['不合格', 'Failed', 8, (row) => row.failed],
    ['随机种子', 'Seed', 40, (row) => row.seed],
    ['抽取时间', 'Drawn at', 20, (row) => localTime(row.drawnAt)],
  ],
  'GET /api/supervision/rounds/:id': [
    ['次序', 'Rank', 8, (row) => row.rank],
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['内容', 'Words', 50, (row) => row.case.words],
    ['地点', 'Place', 30, (row) => row.case.place],
    ['结果', 'Result', 12, (row, zh) => (row.result === null ? '' : inLanguage(results[row.result], zh))],
    ['说明', 'Words of the check', 50, (row) => row.words],
    ['核查', 'Checked', 20, (row) => localTime(row.checkedAt)],
  ],
}
