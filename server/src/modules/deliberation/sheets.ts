// The lists of deliberation as spreadsheets: topics, meetings, resolutions, action items, under the filters on screen.
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import {
  decisionWays,
  itemStates,
  meetingStates,
  resolutionStandings,
  topicSources,
  topicStates,
} from '../../../../contract/src/deliberation-life.ts'
import type { ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { Cx } from '../../platform/cx.ts'
import { exportedList, inLanguage, localTime, sheetPage } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { listMeetings } from './meeting-view.ts'
import { listItems, listResolutions, type ItemView, type ResolutionView } from './resolutions.ts'
import { listTopics } from './topic-view.ts'

type Api = typeof deliberationApi
type Query<K extends keyof Api> = Omit<ParsedQuery<Api[K]>, 'after' | 'limit'>
type Topic = Awaited<ReturnType<typeof listTopics>>['rows'][number]
type Meeting = Awaited<ReturnType<typeof listMeetings>>['rows'][number]
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)

export const topicsSheet = (cx: Cx, query: Query<'GET /api/deliberation/topics.xlsx'>): Promise<Download> => {
  return exportedList<Topic>(cx, '议题清单', {
    name: ['议题', 'topics'],
    columns: [
      ['编号', 'Number', 10, (row) => row.number],
      ['议题', 'Topic', 40, (row) => row.title],
      ['为什么要议', 'Why', 60, (row) => row.words],
      ['来源', 'From', 14, (row, zh) => inLanguage(topicSources[row.source], zh)],
      ['地点', 'Place', 30, (row) => row.place.name],
      ['进展', 'State', 16, (row, zh) => inLanguage(topicStates[row.state], zh)],
      ['签名', 'Names', 8, (row) => (row.source === 'petition' ? row.names : null)],
      ['说明', 'Reason', 50, (row) => row.reason],
      ['提出', 'Proposed', 20, (row) => localTime(row.createdAt)],
      ['最近变动', 'Changed', 20, (row) => localTime(row.stateAt)],
    ],
    page: (after) => listTopics(cx, { ...query, ...sheetPage(after) }),
  })
}
export const meetingsSheet = (cx: Cx, query: Query<'GET /api/deliberation/meetings.xlsx'>): Promise<Download> => {
  return exportedList<Meeting>(cx, '会议清单', {
    name: ['会议', 'meetings'],
    columns: [
      ['编号', 'Number', 10, (row) => row.number],
      ['会议', 'Meeting', 40, (row) => row.title],
      ['哪种会', 'Scheme', 18, (row) => row.schemeName],
      ['第几个会', 'Stage', 12, (row) => row.stage],
      ['哪里的会', 'Place', 30, (row) => row.place.name],
      ['时间', 'Time', 20, (row) => localTime(row.startsAt)],
      ['地点', 'Where', 30, (row) => row.where],
      ['进展', 'State', 14, (row, zh) => inLanguage(meetingStates[row.state], zh)],
      ['到会', 'Present', 8, (row) => row.present],
      ['议程', 'Agenda', 8, (row) => row.agenda],
      ['决议', 'Resolutions', 8, (row) => row.resolutions],
    ],
    page: (after) => listMeetings(cx, { ...query, ...sheetPage(after) }),
  })
}
export const resolutionsSheet = (cx: Cx, query: Query<'GET /api/deliberation/resolutions.xlsx'>): Promise<Download> => {
  return exportedList<ResolutionView>(cx, '决议清单', {
    name: ['决议', 'resolutions'],
    columns: [
      ['编号', 'Number', 10, (row) => row.number],
      ['决议', 'Resolution', 36, (row) => row.title],
      ['内容', 'Words', 60, (row) => row.words],
      ['现状', 'Standing', 18, (row, zh) => inLanguage(resolutionStandings[row.standing], zh)],
      ['怎么定的', 'How', 14, (row, zh) => inLanguage(decisionWays[row.way], zh)],
      ['同意', 'For', 8, (row) => row.votesFor],
      ['反对', 'Against', 8, (row) => row.votesAgainst],
      ['弃权', 'Abstained', 8, (row) => row.votesAbstain],
      ['预算（元）', 'Budget (yuan)', 14, (row) => yuan(row.budgetFen)],
      ['有效至', 'Until', 14, (row) => row.expiresOn],
      ['要办的事', 'Items', 8, (row) => row.items.length],
      ['地点', 'Place', 30, (row) => row.place.name],
      ['会议', 'Meeting', 36, (row) => row.meeting.title],
      ['定于', 'Made', 20, (row) => localTime(row.madeAt)],
    ],
    page: (after) => listResolutions(cx, { ...query, ...sheetPage(after) }),
  })
}
export const itemsSheet = (cx: Cx, query: Query<'GET /api/deliberation/items.xlsx'>): Promise<Download> => {
  return exportedList<ItemView>(cx, '督办事项清单', {
    name: ['督办事项', 'action items'],
    columns: [
      ['事项', 'Item', 44, (row) => row.what],
      ['谁来办', 'Owner', 24, (row, zh) => row.owner ?? (zh ? '还没有人负责' : 'no owner yet')],
      ['哪天前', 'By', 14, (row) => row.dueOn],
      ['进展', 'State', 16, (row, zh) => inLanguage(itemStates[row.state], zh)],
      ['逾期', 'Late', 8, (row, zh) => (row.late ? (zh ? '是' : 'yes') : '')],
      ['预算（元）', 'Budget (yuan)', 14, (row) => yuan(row.budgetFen)],
      ['已花费（元）', 'Cost (yuan)', 14, (row) => yuan(row.costFen)],
      ['地点', 'Place', 30, (row) => row.place.name],
      ['决议', 'Resolution', 36, (row) => row.resolution.title],
    ],
    page: (after) => listItems(cx, { ...query, ...sheetPage(after) }),
  })
}
