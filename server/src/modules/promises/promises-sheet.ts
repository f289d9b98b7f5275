// Promises as a spreadsheet, the next due first.
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, sheetPage } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listPromises } from './list-promises.ts'

type Promised = Awaited<ReturnType<typeof listPromises>>['rows'][number]
const states = {
  open: { zh: '在办', en: 'open' },
  kept: { zh: '已兑现', en: 'kept' },
  released: { zh: '已解除', en: 'released' },
} as const
export const promisesSheet = (cx: Cx): Promise<Download> =>
  exportedList<Promised>(cx, '承诺清单', {
    name: ['承诺', 'promises'],
    columns: [
      ['承诺', 'Promise', 50, (row) => row.what],
      ['谁', 'Owner', 26, (row) => row.owner.name],
      ['哪天前', 'By', 14, (row) => row.dueOn],
      ['进展', 'State', 12, (row, zh) => inLanguage(states[row.state], zh)],
      ['逾期', 'Late', 8, (row, zh) => (row.late ? (zh ? '是' : 'yes') : '')],
      ['诉求', 'Case', 12, (row) => row.case?.number ?? null],
      ['地点', 'Place', 30, (row) => row.case?.place ?? null],
      ['说明', 'Words', 40, (row) => row.endedWords],
    ],
    page: (after) => listPromises(cx, sheetPage(after)),
  })
