// Columns of consultations as a spreadsheet.
import { pollAudiences, pollStates } from '../../../../contract/src/polls-life.ts'
import type { pollsApi } from '../../../../contract/src/polls.ts'
import { inLanguage } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const pollsSheets: SheetsOf<typeof pollsApi> = {
  'GET /api/polls': [
    ['编号', 'Number', 10, (row) => row.number],
    ['标题', 'Title', 40, (row) => row.title],
    ['地点', 'Place', 30, (row) => row.place.name],
    ['问谁', 'Asked', 20, (row, zh) => inLanguage(pollAudiences[row.audience], zh)],
    ['进展', 'State', 14, (row, zh) => inLanguage(pollStates[row.state], zh)],
    ['截止', 'Closes', 14, (row) => row.closesOn],
    ['答复', 'Answers', 8, (row) => row.answered],
  ],
}
