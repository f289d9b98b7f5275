// Columns of public notices and their drafts as spreadsheets.
import type { publicnoticesApi } from '../../../../contract/src/publicnotices.ts'
import { inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const audiences = {
  public: { zh: '所有人', en: 'everybody' },
  homes: { zh: '住户和业主', en: 'homes there' },
} as const
export const publicnoticesSheets: SheetsOf<typeof publicnoticesApi> = {
  'GET /api/publicnotices': [
    ['编号', 'Number', 10, (row) => row.number],
    ['标题', 'Title', 40, (row) => row.title],
    ['地点', 'Place', 30, (row) => row.place.name],
    ['给谁看', 'For', 14, (row, zh) => inLanguage(audiences[row.audience], zh)],
    ['张贴', 'Posted', 14, (row) => row.postedOn],
    ['到期', 'Ends', 14, (row) => row.endsOn],
    ['意见', 'Comments', 10, (row) => row.comments],
    ['待答复', 'Unanswered', 10, (row) => row.unanswered],
  ],
  'GET /api/publicnotices/drafts': [
    ['编号', 'Number', 10, (row) => row.number],
    ['标题', 'Title', 40, (row) => row.title],
    ['地点', 'Place', 30, (row) => row.place.name],
    ['给谁看', 'For', 14, (row, zh) => inLanguage(audiences[row.audience], zh)],
    ['天数', 'Days', 8, (row) => row.days],
    ['内容', 'Words', 80, (row) => row.words],
    ['改动', 'Changed', 20, (row) => localTime(row.changedAt)],
  ],
}
