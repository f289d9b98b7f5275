// Columns of emergencies and of who was called as spreadsheets.
import { callAnswers } from '../../../../contract/src/emergency-kinds.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { inLanguage, localTime } from '../../platform/list-sheet.ts'
import type { SheetsOf } from '../../platform/sheets.ts'

const noAnswer = { zh: '还没答复', en: 'no answer yet' } as const
export const emergencySheets: SheetsOf<typeof emergencyApi> = {
  'GET /api/emergency': [
    ['名称', 'Name', 30, (row) => row.name],
    ['地点', 'Place', 30, (row) => row.place.path],
    ['原因', 'Reason', 50, (row) => row.reason],
    ['开始', 'Begun', 20, (row) => localTime(row.begunAt)],
    ['结束', 'Ended', 20, (row) => localTime(row.endedAt)],
    ['待办任务', 'Open tasks', 10, (row) => row.openTasks],
  ],
  'GET /api/emergency/:id/calls': [
    ['姓名', 'Name', 14, (row) => row.person],
    ['岗位', 'Post', 24, (row) => row.post],
    ['通知', 'Call', 50, (row) => row.words],
    ['发出', 'Called', 20, (row) => localTime(row.calledAt)],
    ['答复', 'Answer', 14, (row, zh) => inLanguage(row.answer === null ? noAnswer : callAnswers[row.answer], zh)],
    ['到岗', 'Arrives', 20, (row) => localTime(row.eta)],
    ['留言', 'Said', 40, (row) => row.said],
    ['答复时间', 'Answered', 20, (row) => localTime(row.answeredAt)],
  ],
}
