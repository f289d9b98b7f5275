// The life of one unit's part in a whistle as one table a manager can read (mission A8). No zod: both front ends carry it.
import type { Lifecycle, Step } from './lifecycle.ts'

export type PartState =
  | 'called'
  | 'refused'
  | 'upheld'
  | 'reportedIn'
  | 'arrived'
  | 'answered'
  | 'sentBack'
  | 'accepted'
  | 'rated'
  | 'released'
export const partStates = {
  called: { zh: '已吹哨，等应答', en: 'called' },
  refused: { zh: '拒绝报到，待裁定', en: 'refused, to be decided' },
  upheld: { zh: '裁定须报到', en: 'must come' },
  reportedIn: { zh: '已应答，在路上', en: 'reported in' },
  arrived: { zh: '已到场', en: 'on site' },
  answered: { zh: '已交卷，待验收', en: 'handed over' },
  sentBack: { zh: '退回补办', en: 'sent back' },
  accepted: { zh: '已验收，待评卷', en: 'accepted' },
  rated: { zh: '已评卷', en: 'rated', ends: true },
  released: { zh: '已解除', en: 'released', ends: true },
} as const satisfies Record<PartState, { zh: string; en: string; ends?: true }>
/** Parts in which somebody still has to do something before the case may close. */
export const openPartStates = [
  'called',
  'refused',
  'upheld',
  'reportedIn',
  'arrived',
  'answered',
  'sentBack',
] as const satisfies readonly PartState[]

export type PartStep =
  | 'reportIn'
  | 'arrive'
  | 'answer'
  | 'refuse'
  | 'uphold'
  | 'grant'
  | 'release'
  | 'accept'
  | 'sendBack'
  | 'rate'
  | 'releaseWithCase'
const unit = { person: 'handler' } as const
const caller = { person: 'staff', permission: 'whistle.call' } as const
const decider = { person: 'staff', permission: 'whistle.decide' } as const
export const partSteps = {
  reportIn: {
    zh: '应答报到',
    en: 'report in',
    from: ['called', 'upheld'],
    to: 'reportedIn',
    by: unit,
    needs: ['people'],
    takes: ['expectedAt', 'words'],
    notifies: ['community'],
  },
  arrive: {
    zh: '到场签到',
    en: 'on site',
    from: ['called', 'upheld', 'reportedIn'],
    to: 'arrived',
    by: unit,
    needs: ['people', 'proof'],
    takes: ['words', 'photos'],
    notifies: ['community'],
  },
  answer: {
    zh: '交卷',
    en: 'hand over',
    from: ['arrived', 'sentBack'],
    to: 'answered',
    by: unit,
    needs: ['words', 'photos'],
    notifies: ['community'],
  },
  refuse: {
    zh: '拒绝报到',
    en: 'refuse',
    from: ['called'],
    to: 'refused',
    by: unit,
    needs: ['reason'],
    notifies: ['community'],
  },
  uphold: {
    zh: '裁定须报到',
    en: 'must come',
    from: ['refused'],
    to: 'upheld',
    by: decider,
    needs: ['reason'],
    notifies: ['handler', 'community'],
  },
  grant: {
    zh: '同意不到',
    en: 'need not come',
    from: ['refused'],
    to: 'released',
    by: decider,
    needs: ['reason'],
    notifies: ['handler', 'community'],
  },
  release: {
    zh: '解除',
    en: 'release',
    from: ['called', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack'],
    to: 'released',
    by: caller,
    needs: ['reason'],
    notifies: ['handler'],
  },
  accept: {
    zh: '验收',
    en: 'accept',
    from: ['answered'],
    to: 'accepted',
    by: caller,
    needs: [],
    takes: ['words'],
    notifies: ['handler'],
  },
  sendBack: {
    zh: '退回补办',
    en: 'send back',
    from: ['answered'],
    to: 'sentBack',
    by: caller,
    needs: ['reason'],
    notifies: ['handler'],
  },
  rate: {
    zh: '评卷',
    en: 'rate',
    from: ['accepted'],
    to: 'rated',
    by: caller,
    needs: ['rating'],
    takes: ['words'],
    notifies: ['handler'],
  },
  releaseWithCase: {
    zh: '诉求已了结，自动解除',
    en: 'released with its case',
    from: ['called', 'refused', 'upheld', 'reportedIn', 'arrived', 'answered', 'sentBack'],
    to: 'released',
    by: { system: true },
    needs: [],
    notifies: ['handler'],
  },
} as const satisfies Record<PartStep, Step<PartState>>
export const partLife: Lifecycle<PartState, PartStep> = { thing: 'whistle', states: partStates, steps: partSteps }
/** Steps people take. */
export type PartPersonStep = Exclude<PartStep, 'releaseWithCase'>

/** The two clocks of a unit: to be on site, and to hand over its result. */
export const partClocks = {
  arrival: { zh: '到场', en: 'on site' },
  result: { zh: '交卷', en: 'result' },
} as const
export type PartClock = keyof typeof partClocks
/** Lists: what a unit answers, what a community called, what the next level decides. */
export const whistleViews = ['mine', 'called', 'refusals', 'all'] as const
export type WhistleView = (typeof whistleViews)[number]
/** Words of the timeline entries a whistle writes on its case. */
export const whistleTimeline = {
  'whistle.called': { zh: '吹哨', en: 'whistle blown', resident: '社区叫来了相关单位' },
  'whistle.lead': { zh: '更换牵头单位', en: 'lead changed', resident: '换了牵头单位' },
  'whistle.reportIn': { zh: '单位应答', en: 'a unit reported in', resident: '单位已应答' },
  'whistle.arrive': { zh: '单位到场', en: 'a unit is on site', resident: '单位已到现场' },
  'whistle.answer': { zh: '单位交卷', en: 'a unit handed over', resident: '单位交来了结果' },
  'whistle.refuse': { zh: '单位拒绝报到', en: 'a unit refused', resident: '单位拒绝报到' },
  'whistle.uphold': { zh: '裁定须报到', en: 'ruled: must come', resident: '上级要求单位到场' },
  'whistle.grant': { zh: '裁定不必到', en: 'ruled: need not come', resident: '上级同意单位不到' },
  'whistle.release': { zh: '解除单位', en: 'a unit was released', resident: '单位已解除' },
  'whistle.accept': { zh: '验收单位结果', en: 'a result was accepted', resident: '单位的结果已验收' },
  'whistle.sendBack': { zh: '退回单位补办', en: 'a result was sent back', resident: '单位要再办' },
  'whistle.rate': { zh: '给单位评卷', en: 'a unit was rated', resident: '给单位评了分' },
  'whistle.releaseWithCase': { zh: '自动解除单位', en: 'a unit was released', resident: '单位已解除' },
  'whistle.moved': { zh: '单位随诉求转移', en: 'a unit moved with the case', resident: '单位随诉求转移' },
  'whistle.late': { zh: '单位超时', en: 'a unit is late', resident: '单位超过了时限' },
} as const
export type WhistleTimeline = keyof typeof whistleTimeline
