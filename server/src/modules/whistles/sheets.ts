// Columns of the parts of whistles as a spreadsheet.
import { partStates } from '../../../../contract/src/whistles-life.ts'
import type { whistlesApi } from '../../../../contract/src/whistles.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const whistlesSheets: SheetsOf<typeof whistlesApi> = {
  'GET /api/whistles/parts': [
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['内容', 'Words', 50, (row) => row.case.words],
    ['地点', 'Place', 30, (row) => row.case.place],
    ['单位', 'Unit', 26, (row) => row.organisation.name],
    ['牵头', 'Leads', 8, (row, zh) => ifSo(row.isLead, zh)],
    ['请来做什么', 'Asked', 40, (row) => row.asked],
    ['进展', 'State', 16, (row, zh) => inLanguage(partStates[row.state], zh)],
    ['吹哨时间', 'Called', 20, (row) => localTime(row.calledAt)],
    ['到场超时', 'Late to arrive', 10, (row, zh) => ifSo(row.late.arrival, zh)],
    ['办结超时', 'Late result', 10, (row, zh) => ifSo(row.late.result, zh)],
    ['社区评分', 'Rated', 10, (row) => row.ratings.community],
  ],
}
