// Columns of promises and hand-overs as spreadsheets.
import type { promisesApi } from '../../../../contract/src/promises.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const states = {
  open: { zh: '在办', en: 'open' },
  kept: { zh: '已兑现', en: 'kept' },
  released: { zh: '已解除', en: 'released' },
} as const
const handOvers = { waiting: { zh: '等待议事', en: 'waiting' }, returned: { zh: '已有结果', en: 'returned' } } as const
export const promisesSheets: SheetsOf<typeof promisesApi> = {
  'GET /api/promises': [
    ['承诺', 'Promise', 50, (row) => row.what],
    ['谁', 'Owner', 26, (row) => row.owner.name],
    ['哪天前', 'By', 14, (row) => row.dueOn],
    ['进展', 'State', 12, (row, zh) => inLanguage(states[row.state], zh)],
    ['逾期', 'Late', 8, (row, zh) => ifSo(row.late, zh)],
    ['诉求', 'Case', 12, (row) => row.case?.number ?? null],
    ['地点', 'Place', 30, (row) => row.case?.place ?? null],
    ['说明', 'Words', 40, (row) => row.endedWords],
  ],
  'GET /api/promises/rates': [
    ['单位', 'Organisation', 30, (row) => row.organisation.name],
    ['到期', 'Due', 8, (row) => row.due],
    ['按时兑现', 'Kept in time', 10, (row) => row.kept],
    ['逾期兑现', 'Kept late', 10, (row) => row.late],
    ['未兑现', 'Not kept', 10, (row) => row.open],
    ['已解除', 'Released', 10, (row) => row.released],
  ],
  'GET /api/promises/hand-overs': [
    ['诉求', 'Case', 12, (row) => row.case.number],
    ['内容', 'Words', 50, (row) => row.case.words],
    ['地点', 'Place', 30, (row) => row.case.place],
    ['为什么', 'Why', 40, (row) => row.reason],
    ['交给谁', 'To', 26, (row) => row.body?.name ?? null],
    ['进展', 'State', 12, (row, zh) => inLanguage(handOvers[row.state], zh)],
    ['结果', 'Outcome', 50, (row) => row.outcome],
    ['移交', 'Handed over', 20, (row) => localTime(row.handedAt)],
  ],
}
