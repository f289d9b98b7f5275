// Columns of hot spots as a spreadsheet.
import { hotSpotStates } from '../../../../contract/src/likeness-kinds.ts'
import type { likenessApi } from '../../../../contract/src/likeness.ts'
import { inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const likenessSheets: SheetsOf<typeof likenessApi> = {
  'GET /api/likeness/spots': [
    ['热点', 'Hot spot', 40, (row) => row.title],
    ['社区', 'Community', 20, (row) => row.communities.map((one) => one.name).join('、')],
    ['地点', 'Place', 30, (row) => row.place],
    ['诉求', 'Cases', 8, (row) => row.caseCount],
    ['未办结', 'Open', 8, (row) => row.openCount],
    ['各周', 'Weeks', 24, (row) => row.weeks.join(' ')],
    ['增长', 'Growth', 10, (row) => row.growth],
    ['最近一件', 'Latest', 20, (row) => localTime(row.lastAt)],
    ['进展', 'State', 16, (row, zh) => inLanguage(hotSpotStates[row.state], zh)],
    ['根源诉求', 'Root cause', 12, (row) => row.rootCase?.number ?? null],
    ['说明', 'Reason', 40, (row) => row.reason],
  ],
}
