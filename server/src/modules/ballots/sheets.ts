// Columns of decisions and of mandates as spreadsheets. How anybody voted is nowhere in them.
import { decisionStates, deliveryWays } from '../../../../contract/src/ballots-life.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const ballotsSheets: SheetsOf<typeof ballotsApi> = {
  'GET /api/decisions': [
    ['编号', 'Number', 10, (row) => row.number],
    ['标题', 'Title', 40, (row) => row.title],
    ['范围', 'Place', 30, (row) => row.place.name],
    ['进展', 'State', 18, (row, zh) => inLanguage(decisionStates[row.state], zh)],
    ['截止', 'Closes', 22, (row) => localTime(row.closesAt)],
  ],
  'GET /api/decisions/:id/deliveries': [
    ['房屋', 'Doors', 44, (row) => row.doors],
    ['业主', 'Owners', 24, (row) => row.names],
    ['送达日期', 'Delivered on', 14, (row) => row.delivery?.on ?? ''],
    [
      '怎么送到的',
      'How',
      18,
      (row, zh) => (row.delivery === null ? '' : inLanguage(deliveryWays[row.delivery.how], zh)),
    ],
    ['登记人', 'Recorded by', 14, (row) => row.delivery?.byName ?? ''],
  ],
  'GET /api/decisions/:id/mandates': [
    ['房屋', 'Doors', 36, (row) => row.doors],
    ['委托人', 'From', 14, (row) => row.fromName],
    ['受托人', 'To', 14, (row) => row.toName],
    ['受托人共有', 'Held by proxy', 10, (row) => row.held],
    ['纸质', 'On paper', 8, (row, zh) => ifSo(row.onPaper, zh)],
    ['委托', 'Given', 20, (row) => localTime(row.at)],
    ['撤销', 'Taken back', 20, (row) => localTime(row.revokedAt)],
  ],
}
