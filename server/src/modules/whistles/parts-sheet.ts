// Parts of whistles as a spreadsheet, the newest call first.
import { partStates } from '../../../../contract/src/whistles-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, localTime, sheetPage } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listParts } from './list-parts.ts'

type Part = Awaited<ReturnType<typeof listParts>>['rows'][number]
/** Before the first call: all of them. */
const EVER = '2000-01-01'
export const partsSheet = (cx: Cx): Promise<Download> =>
  exportedList<Part>(cx, '吹哨清单', {
    name: ['吹哨报到', 'whistles'],
    columns: [
      ['诉求', 'Case', 12, (row) => row.case.number],
      ['内容', 'Words', 50, (row) => row.case.words],
      ['地点', 'Place', 30, (row) => row.case.place],
      ['单位', 'Unit', 26, (row) => row.organisation.name],
      ['牵头', 'Leads', 8, (row, zh) => (row.isLead ? (zh ? '是' : 'yes') : '')],
      ['请来做什么', 'Asked', 40, (row) => row.asked],
      ['进展', 'State', 16, (row, zh) => inLanguage(partStates[row.state], zh)],
      ['吹哨时间', 'Called', 20, (row) => localTime(row.calledAt)],
      ['到场超时', 'Late to arrive', 10, (row, zh) => (row.late.arrival ? (zh ? '是' : 'yes') : '')],
      ['办结超时', 'Late result', 10, (row, zh) => (row.late.result ? (zh ? '是' : 'yes') : '')],
      ['社区评分', 'Rated', 10, (row) => row.ratings.community],
    ],
    page: (after) => listParts(cx, { view: 'all', from: EVER, ...sheetPage(after) }),
  })
