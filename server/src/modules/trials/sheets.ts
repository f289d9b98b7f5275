// Columns of trial services as a spreadsheet.
import { trialStates } from '../../../../contract/src/trials-life.ts'
import type { trialsApi } from '../../../../contract/src/trials.ts'
import { inLanguage, inYuan } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const trialsSheets: SheetsOf<typeof trialsApi> = {
  'GET /api/trials': [
    ['编号', 'Number', 10, (row) => row.number],
    ['地点', 'Place', 30, (row) => row.place.name],
    ['物业企业', 'Company', 30, (row) => row.company.name],
    ['进展', 'State', 16, (row, zh) => inLanguage(trialStates[row.state], zh)],
    ['开始', 'Starts', 14, (row) => row.startsOn],
    ['结束', 'Ends', 14, (row) => row.endsOn],
    ['物业费（元/平方米·月）', 'Fee (yuan a m² and month)', 16, (row) => inYuan(row.fee)],
    ['评分数', 'Marks', 8, (row) => row.marks],
    ['平均分', 'Average', 8, (row) => (row.average === null ? null : row.average / 100)],
  ],
}
