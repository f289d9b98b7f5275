// Fields of the journal of deliberation: schemes, topics, meetings, resolutions, action items, yearly reports.
import {
  decisionWays,
  itemStates,
  meetingStates,
  resolutionResults,
  topicSources,
  topicStates,
} from './deliberation-life.ts'
import { field, weekdayWords, type Rooms, type Vocabulary } from './journal-fields-shape.ts'
import { defaultPositions } from './organisations-positions.ts'
import { organisationKinds } from './organisations-kinds.ts'
import { placeKinds } from './places-tree.ts'

const positionNames: Vocabulary = Object.fromEntries(defaultPositions.map(({ code, zh, en }) => [code, { zh, en }]))
const schemes: Vocabulary = {
  doorstep: { zh: '红马扎', en: 'doorstep meeting' },
  'five-party': { zh: '五方办', en: 'five parties' },
  'four-meetings': { zh: '四会一课', en: 'four meetings' },
  joint: { zh: '联席会', en: 'joint meeting' },
  'six-party': { zh: '六方联动', en: 'six parties' },
  'owners-committee': { zh: '业委会会议', en: 'owners’ committee' },
  'management-committee': { zh: '物管会会议', en: 'management committee' },
  'owners-assembly': { zh: '业主大会', en: 'owners’ assembly' },
}
const matters: Vocabulary = {
  commonSpending: { zh: '动用公共收益', en: 'spending common income' },
  partyFund: { zh: '动用服务群众经费', en: 'spending the party service fund' },
  hiring: { zh: '选聘单位或人员', en: 'hiring' },
  commonParts: { zh: '改变共有部分', en: 'changing common parts' },
  costSharing: { zh: '居民分摊费用', en: 'sharing a cost' },
  handOver: { zh: '交办议事的诉求', en: 'a case handed over' },
}
export const deliberationFields = {
  // Schemes
  scheme: field('议事办法', 'Scheme', schemes),
  placeKinds: field('在哪一级开', 'Meets for', placeKinds),
  say: field('席位', 'Seat'),
  positions: field('职务', 'Positions', positionNames),
  kinds: field('哪类单位', 'Kinds of bodies', organisationKinds),
  duties: field('职责', 'Duties'),
  votes: field('有表决权', 'Has a vote'),
  quorumPercent: field('到会要超过', 'Quorum, over', 'percent'),
  passPercent: field('同意要超过', 'Majority, over', 'percent'),
  passOf: field('同意占谁的', 'Majority of', {
    cast: { zh: '投了票的人', en: 'the votes cast' },
    all: { zh: '全体有表决权的人', en: 'all who have a vote' },
  }),
  stages: field('依次开哪些会', 'Stages'),
  rhythm: field('开会日子', 'Rhythm'),
  every: field('多久开一次', 'Meets', {
    month: { zh: '每月一天', en: 'a day each month' },
    quarter: { zh: '每季一天', en: 'a day each quarter' },
    week: { zh: '每几周', en: 'every few weeks' },
    monthWeekday: { zh: '每月第几个星期几', en: 'a weekday each month' },
  }),
  weekday: field('星期几', 'Weekday', weekdayWords),
  weeks: field('隔几周', 'Every so many weeks'),
  nth: field('第几个', 'Which'),
  onDayOff: field('遇到休息日', 'On a day off', {
    next: { zh: '顺延到下一个工作日', en: 'the next working day' },
    previous: { zh: '提前到上一个工作日', en: 'the working day before' },
    hold: { zh: '照常开', en: 'it meets all the same' },
  }),
  startsAt: field('开会时间', 'Begins', 'clock'),
  noticeDays: field('提前几天通知', 'Days of notice'),
  petitionNames: field('联名多少人必须上会', 'Names that force a topic'),
  escalateDays: field('逾期几天升一级', 'Days until the next level'),
  readers: field('纪要给谁看', 'Minutes are read by', {
    members: { zh: '只给参会的人', en: 'members only' },
    residents: { zh: '参会的人和当地居民', en: 'members and the residents there' },
  }),
  atTheDoor: field('在楼头、院里开', 'Held at the door'),
  noticeWords: field('通知里的话', 'Words of the notice'),
  yearly: field('每年到时要议的事', 'What the calendar brings up'),
  fromFen: field('超过多少才要议', 'Only above', 'money'),
  withinDays: field('议事结果几天内有效', 'Counts for so many days'),
  // Topics and meetings
  source: field('怎样提出', 'Source', topicSources),
  names: field('联名人数', 'Names'),
  where: field('开会地点', 'Where'),
  asked: field('通知人数', 'Asked'),
  guests: field('列席人数', 'Guests'),
  accepted: field('已采纳', 'Accepted'),
  agreed: field('议定事项数', 'Agreed'),
  way: field('表决方式', 'How it was decided', decisionWays),
  costFen: field('花费', 'Cost', 'money'),
  // Yearly reports
  due: field('应办', 'Due'),
  kept: field('按时办到', 'In time'),
  late: field('晚了', 'Late'),
  stars: field('评分（星）', 'Stars'),
}
export const deliberationRooms = {
  deliberation: {
    state: field('会议状态', 'State of the meeting', meetingStates),
    matter: field('必议事项', 'Matter', matters),
    result: field('结果', 'Result', resolutionResults),
    about: field('说明', 'About'),
    day: field('几号', 'Day'),
    month: field('几月', 'Month'),
    seats: field('席位和职责', 'Seats and duties'),
    items: field('事项数', 'Items'),
    answer: field('答复', 'Answer', {
      comes: { zh: '会来', en: 'comes' },
      cannot: { zh: '来不了', en: 'cannot come' },
    }),
  },
  topic: { state: field('议题状态', 'State of the topic', topicStates) },
  actionItem: { state: field('督办事项状态', 'State of the item', itemStates) },
  dutyReport: { open: field('还没办', 'Open') },
} satisfies Rooms
