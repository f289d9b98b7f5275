// Columns of patrol routes and visits as spreadsheets.
import { visitStates } from '../../../../contract/src/patrols-life.ts'
import type { patrolsApi } from '../../../../contract/src/patrols.ts'
import { ifSo, inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

export const patrolsSheets: SheetsOf<typeof patrolsApi> = {
  'GET /api/patrols/routes': [
    ['路线', 'Route', 30, (row) => row.name],
    ['地点', 'Place', 30, (row) => row.place.path],
    ['谁来巡', 'Who walks', 24, (row) => row.who.name],
    ['星期', 'Weekdays', 14, (row) => row.schedule.weekdays.join(' ')],
    ['时段', 'Hours', 24, (row) => row.schedule.windows.map((one) => `${one.from}–${one.until}`).join(' ')],
    ['每几周', 'Every weeks', 8, (row) => row.schedule.everyWeeks ?? 1],
    ['从', 'From', 14, (row) => row.schedule.startsOn],
    ['到', 'Until', 14, (row) => row.schedule.endsOn ?? null],
    ['点位', 'Points', 8, (row) => row.pointCount],
    ['在用', 'In use', 8, (row, zh) => ifSo(row.active, zh)],
  ],
  'GET /api/patrols/visits': [
    ['路线', 'Route', 30, (row) => row.route.name],
    ['从', 'From', 20, (row) => localTime(row.from)],
    ['到', 'Until', 20, (row) => localTime(row.until)],
    ['进展', 'State', 12, (row, zh) => inLanguage(visitStates[row.state], zh)],
    ['晚到', 'Late', 8, (row, zh) => ifSo(row.late, zh)],
    ['谁巡的', 'Walker', 14, (row) => row.walker],
    ['点位', 'Points', 8, (row) => row.points],
    ['已查', 'Checked', 8, (row) => row.checked],
    ['发现', 'Findings', 8, (row) => row.findings],
    ['转诉求', 'Cases', 8, (row) => row.cases],
  ],
}
