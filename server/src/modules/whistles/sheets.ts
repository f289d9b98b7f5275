// Columns of the parts of whistles, and of how the units answered, as spreadsheets.
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
  'GET /api/whistles/figures': [
    ['单位', 'Unit', 26, (row) => row.organisation.name],
    ['被叫', 'Called', 8, (row) => row.called],
    ['在办', 'Open', 8, (row) => row.open],
    ['按时', 'In time', 8, (row) => row.inTime],
    ['超时', 'Late', 8, (row) => row.late],
    ['拒绝过', 'Refused', 8, (row) => row.refused],
    ['解除', 'Released', 8, (row) => row.released],
    ['评价次数', 'Ratings', 10, (row) => row.rated],
    ['平均分', 'Average', 8, (row) => row.average],
  ],
}
