// Visits of patrols as a spreadsheet.
import { visitStates } from '../../../../contract/src/patrols-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, localTime, sheetPage } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listVisits } from './list-visits.ts'

type Line = Awaited<ReturnType<typeof listVisits>>['rows'][number]
export const visitsSheet = (cx: Cx): Promise<Download> =>
  exportedList<Line>(cx, '巡查清单', {
    name: ['巡查', 'patrols'],
    columns: [
      ['路线', 'Route', 30, (row) => row.route.name],
      ['从', 'From', 20, (row) => localTime(row.from)],
      ['到', 'Until', 20, (row) => localTime(row.until)],
      ['进展', 'State', 12, (row, zh) => inLanguage(visitStates[row.state], zh)],
      ['晚到', 'Late', 8, (row, zh) => (row.late ? (zh ? '是' : 'yes') : '')],
      ['谁巡的', 'Walker', 14, (row) => row.walker],
      ['点位', 'Points', 8, (row) => row.points],
      ['已查', 'Checked', 8, (row) => row.checked],
      ['发现', 'Findings', 8, (row) => row.findings],
      ['转诉求', 'Cases', 8, (row) => row.cases],
    ],
    page: (after) => listVisits(cx, sheetPage(after)),
  })
