// The life of a committee of an estate (mission B10, B11): formation, term, end; candidates and their review. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export const committeeKinds = {
  ownersCommittee: { zh: '业委会', en: 'owners’ committee' },
  managementCommittee: { zh: '物管会', en: 'management committee' },
} as const
export type CommitteeKind = keyof typeof committeeKinds
export const committeeStates = {
  preparing: { zh: '筹备中，正在推荐候选人', en: 'being prepared, candidates are proposed' },
  reviewing: { zh: '正在审查候选人', en: 'candidates under review' },
  published: { zh: '候选人名单公示中', en: 'list of candidates published' },
  electing: { zh: '正在选举', en: 'election under way' },
  seated: { zh: '任期内', en: 'in office' },
  ended: { zh: '已结束', en: 'ended', ends: true },
  dropped: { zh: '没有组建成', en: 'not formed', ends: true },
} as const
export type CommitteeState = keyof typeof committeeStates
export type CommitteeStep =
  | 'closeNomination'
  | 'reopen'
  | 'publishList'
  | 'elect'
  | 'notElected'
  | 'seat'
  | 'fill'
  | 'end'
  | 'lapse'
  | 'giveWay'
  | 'drop'
const runs = { person: 'staff', permission: 'committee.run' } as const
const reviews = { person: 'staff', permission: 'committee.review' } as const
const step = (
  zh: string,
  en: string,
  from: readonly CommitteeState[],
  to: CommitteeState,
  needs: readonly string[] = [],
  by: Step['by'] = runs,
): Step<CommitteeState> => ({ zh, en, from, to, by, needs, notifies: [] })
export const committeeSteps: Readonly<Record<CommitteeStep, Step<CommitteeState>>> = {
  closeNomination: step('推荐结束，开始审查', 'close nominations', ['preparing'], 'reviewing'),
  publishList: step('公示候选人名单', 'publish the list', ['reviewing'], 'published', ['postedOn', 'photos']),
  elect: step('发起选举', 'open the election', ['published'], 'electing'),
  seat: step('委员就任', 'seat the members', ['electing'], 'seated', ['from', 'to']),
  fill: step('补选的委员就任', 'seat those of the by-election', ['electing'], 'ended', ['from']),
  notElected: step('没有选成，重新推荐', 'not elected, propose again', ['electing'], 'preparing', ['nominationsUntil']),
  reopen: step('重新推荐', 'open nominations again', ['reviewing', 'published'], 'preparing', [
    'nominationsUntil',
    'reason',
  ]),
  end: step('结束任期', 'end the term', ['seated'], 'ended', ['reason', 'on'], reviews),
  drop: step('停止筹备', 'give up', ['preparing', 'reviewing', 'published'], 'dropped', ['reason']),
  lapse: step('任期届满', 'the term ran out', ['seated'], 'ended', [], { system: true }),
  giveWay: step('新一届就任，上届结束', 'gave way to the next', ['seated'], 'ended', [], { system: true }),
}
export const committeeLife: Lifecycle<CommitteeState, CommitteeStep> = {
  thing: 'committee',
  states: committeeStates,
  steps: committeeSteps,
}
export const groupSides = {
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  owners: { zh: '业主代表', en: 'owners’ representative' },
  developer: { zh: '建设单位', en: 'developer' },
  company: { zh: '物业企业', en: 'property company' },
  social: { zh: '社会组织', en: 'social organisation' },
} as const
export type GroupSide = keyof typeof groupSides
export const duties = {
  chair: { zh: '主任', en: 'chair' },
  viceChair: { zh: '副主任', en: 'vice chair' },
  member: { zh: '委员', en: 'member' },
} as const
export type Duty = keyof typeof duties
export const candidateStates = {
  proposed: { zh: '等待审查', en: 'waits for review' },
  accepted: { zh: '审查通过', en: 'accepted' },
  refused: { zh: '审查没有通过', en: 'not accepted' },
  withdrawn: { zh: '本人退出', en: 'withdrew' },
} as const
export type CandidateState = keyof typeof candidateStates
export const proposers = {
  self: { zh: '自荐', en: 'stands by own wish' },
  owners: { zh: '业主推荐', en: 'proposed by an owner' },
  community: { zh: '社区推荐', en: 'proposed by the community' },
} as const
export type Proposer = keyof typeof proposers
export const seatResults = {
  elected: { zh: '当选', en: 'elected' },
  reserve: { zh: '候补', en: 'reserve' },
  notElected: { zh: '没有当选', en: 'not elected' },
  tied: { zh: '票数相同，待再选', en: 'tied' },
} as const
export type SeatResult = keyof typeof seatResults
/** How an estate stands. */
export const standings = {
  ownersCommittee: { zh: '有业委会', en: 'has an owners’ committee' },
  managementCommittee: { zh: '有物管会', en: 'has a management committee' },
  none: { zh: '还没有', en: 'has none' },
  exempt: { zh: '暂不要求组建', en: 'need not have one yet' },
} as const
export type EstateStanding = keyof typeof standings
/** What a reader may do besides the steps. */
export type CommitteeAct =
  | 'propose'
  | 'proposeAny'
  | 'review'
  | 'object'
  | 'answer'
  | 'leave'
  | 'tie'
  | 'moveUp'
  | 'byElection'
