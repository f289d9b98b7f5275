// Columns of posts as a spreadsheet for moderators: authors as they chose to be called.
import type { boardsApi } from '../../../../contract/src/boards.ts'
import { postStates } from '../../../../contract/src/channels-kinds.ts'
import { inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const boardsSheets: SheetsOf<typeof boardsApi> = {
  'GET /api/boards/posts': [
    ['小区', 'Estate', 24, (row) => row.estate.name],
    ['谁写的', 'By', 20, (row) => row.by],
    ['单位', 'Body', 24, (row) => row.organisation],
    ['内容', 'Words', 60, (row) => row.words],
    ['状态', 'State', 14, (row, zh) => inLanguage(postStates[row.state], zh)],
    ['隐藏原因', 'Why hidden', 30, (row) => row.reason],
    ['举报', 'Reports', 8, (row) => row.reports],
    ['回复', 'Replies', 8, (row) => row.replies],
    ['诉求', 'Case', 12, (row) => row.case?.number ?? null],
    ['时间', 'Time', 20, (row) => localTime(row.createdAt)],
  ],
}
