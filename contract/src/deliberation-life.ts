// The life-cycles of deliberation: topics, meetings, action items. Server and screens read the same tables. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

const staff = { person: 'staff', permission: 'deliberation.run' } as const
type TopicState = 'proposed' | 'selected' | 'onAgenda' | 'resolved' | 'dropped' | 'withdrawn'
type TopicStep = 'select' | 'drop' | 'withdraw' | 'putOnAgenda' | 'resolve' | 'carryOn' | 'comeBack'
const step = <S extends string>(
  from: readonly S[],
  to: S,
  by: Step['by'],
  zh: string,
  en: string,
  needs: readonly string[] = [],
): Step<S> => ({ from, to, by, needs, notifies: [], zh, en })

export const topicLife = {
  thing: 'topic',
  states: {
    proposed: { zh: '征集中', en: 'proposed' },
    selected: { zh: '已定为议题', en: 'selected' },
    onAgenda: { zh: '已排上会', en: 'on an agenda' },
    resolved: { zh: '已有结果', en: 'has an outcome', ends: true },
    dropped: { zh: '未列入', en: 'not taken up', ends: true },
    withdrawn: { zh: '提出人撤回', en: 'withdrawn', ends: true },
  },
  steps: {
    select: step(['proposed'], 'selected', staff, '定为议题', 'select'),
    drop: step(['proposed', 'selected'], 'dropped', staff, '不列入，说明原因', 'drop, with a reason', ['reason']),
    withdraw: step(['proposed', 'selected'], 'withdrawn', { person: 'reporter' }, '撤回', 'withdraw'),
    putOnAgenda: step(['proposed', 'selected'], 'onAgenda', staff, '排上会', 'put on an agenda'),
    resolve: step(['onAgenda', 'selected', 'proposed'], 'resolved', staff, '形成结果', 'resolve'),
    carryOn: step(['onAgenda'], 'selected', staff, '转到下一个会', 'carry on to the next meeting'),
    comeBack: step(['onAgenda'], 'selected', { system: true }, '会议取消，重新排会', 'meeting cancelled'),
  },
} as const satisfies Lifecycle<TopicState, TopicStep>

type MeetingState = 'called' | 'inSession' | 'drafting' | 'circulated' | 'signed' | 'published' | 'cancelled'
type MeetingStep = 'open' | 'close' | 'circulate' | 'redraft' | 'sign' | 'publish' | 'cancel'
export const meetingLife = {
  thing: 'deliberationMeeting',
  states: {
    called: { zh: '已通知', en: 'called' },
    inSession: { zh: '正在开', en: 'in session' },
    drafting: { zh: '写纪要', en: 'minutes in draft' },
    circulated: { zh: '纪要征求意见', en: 'minutes circulated' },
    signed: { zh: '纪要已签', en: 'minutes signed' },
    published: { zh: '纪要已公布', en: 'minutes published', ends: true },
    cancelled: { zh: '已取消', en: 'cancelled', ends: true },
  },
  steps: {
    open: step(['called'], 'inSession', staff, '开会', 'open the meeting'),
    close: step(['inSession'], 'drafting', staff, '散会，写纪要', 'close, write the minutes'),
    circulate: step(['drafting'], 'circulated', staff, '发给到会的人看', 'circulate to those present', ['summary']),
    redraft: step(['circulated'], 'drafting', staff, '退回修改', 'back to the draft'),
    sign: step(['circulated'], 'signed', staff, '主持人签发', 'sign'),
    publish: step(['signed'], 'published', staff, '公布纪要', 'publish'),
    cancel: step(['called'], 'cancelled', staff, '取消会议', 'cancel the meeting', ['reason']),
  },
} as const satisfies Lifecycle<MeetingState, MeetingStep>

/** A meeting with notice opens at most so long before its hour: who was asked counts on it. */
export const opensBeforeMinutes = 60

type ItemState = 'noOwner' | 'open' | 'done' | 'accepted' | 'released'
type ItemStep = 'giveOwner' | 'progress' | 'finish' | 'accept' | 'sendBack' | 'release'
const owner = { person: 'handler' } as const
export const actionItemLife = {
  thing: 'actionItem',
  states: {
    noOwner: { zh: '还没有人负责', en: 'no owner yet' },
    open: { zh: '正在办', en: 'under way' },
    done: { zh: '等验收', en: 'waits for acceptance' },
    accepted: { zh: '已验收', en: 'accepted', ends: true },
    released: { zh: '不再办', en: 'released', ends: true },
  },
  steps: {
    giveOwner: step(['noOwner', 'open'], 'open', staff, '定责任单位和日期', 'name owner and day', ['ownerId', 'dueOn']),
    progress: step(['open'], 'open', owner, '写进展', 'report progress', ['words']),
    finish: step(['open'], 'done', owner, '办好了，请验收', 'done, ask for acceptance', ['words']),
    accept: step(['done'], 'accepted', staff, '验收通过', 'accept', ['words']),
    sendBack: step(['done'], 'open', staff, '没办好，退回', 'send back', ['words']),
    release: step(['noOwner', 'open'], 'released', staff, '不再办，说明原因', 'release, with a reason', ['words']),
  },
} as const satisfies Lifecycle<ItemState, ItemStep>

export type { ItemState, ItemStep, MeetingState, MeetingStep, TopicState, TopicStep }
export const topicStates = topicLife.states
export const meetingStates = meetingLife.states
export const itemStates = actionItemLife.states
export const topicSources = {
  proposal: { zh: '居民提议', en: 'a resident’s proposal' },
  petition: { zh: '居民联名', en: 'a petition' },
  case: { zh: '诉求转来', en: 'a case' },
  patrol: { zh: '巡查发现', en: 'a patrol' },
  calendar: { zh: '按日程', en: 'the calendar' },
  body: { zh: '会议成员提出', en: 'a member' },
} as const
export type TopicSource = keyof typeof topicSources
/** How a decision was taken. */
export const decisionWays = {
  hands: { zh: '举手表决', en: 'show of hands' },
  consensus: { zh: '一致同意', en: 'consensus' },
  owners: { zh: '交业主共同决定', en: 'sent to an owners’ decision' },
} as const
export type DecisionWay = keyof typeof decisionWays
export const resolutionResults = {
  adopted: { zh: '通过', en: 'adopted' },
  rejected: { zh: '未通过', en: 'rejected' },
  sent: { zh: '待业主共同决定', en: 'awaits the owners' },
} as const
export type ResolutionResult = keyof typeof resolutionResults
/** What a resolution is today. */
export const resolutionStandings = {
  underWay: { zh: '正在落实', en: 'being carried out' },
  carriedOut: { zh: '已落实', en: 'carried out' },
  overdue: { zh: '到期没落实', en: 'not carried out in time' },
  amended: { zh: '已被新决议修改', en: 'amended' },
  givenUp: { zh: '没有落实，不再办', en: 'never carried out' },
  expired: { zh: '已到期失效', en: 'expired' },
  rejected: { zh: '未通过', en: 'rejected' },
  sent: { zh: '待业主共同决定', en: 'awaits the owners' },
} as const
export type ResolutionStanding = keyof typeof resolutionStandings
