// Columns of the public boards as a spreadsheet.
import type { boardApi } from '../../../../contract/src/board.ts'
import { ifSo, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const boardSheets: SheetsOf<typeof boardApi> = {
  'GET /api/board/settings': [
    ['社区', 'Community', 24, (row) => row.community.name],
    ['街道', 'Street', 24, (row) => row.street],
    ['公开', 'On', 8, (row, zh) => ifSo(row.isOn, zh)],
    ['原因', 'Reason', 40, (row) => row.reason],
    ['变动', 'Changed', 20, (row) => localTime(row.changedAt)],
  ],
}
