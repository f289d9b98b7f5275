// The life of a patrol visit, the kinds of items on a checklist, and the limits. No zod: the resident app carries it.
import type { Lifecycle, Step } from './lifecycle.ts'

export type VisitState = 'planned' | 'underway' | 'done' | 'missed' | 'cancelled'
export type VisitStep = 'start' | 'finish' | 'miss' | 'arrive' | 'cancel'
const walker = { person: 'handler' } as const
const system = { system: true } as const

export const visitStates = {
  planned: { zh: '待巡查', en: 'to walk' },
  underway: { zh: '巡查中', en: 'under way' },
  done: { zh: '已完成', en: 'done', ends: true },
  missed: { zh: '漏巡', en: 'missed' },
  cancelled: { zh: '已取消', en: 'cancelled', ends: true },
} as const satisfies Record<VisitState, { zh: string; en: string; ends?: true }>

export const visitSteps = {
  start: {
    zh: '开始巡查',
    en: 'start',
    from: ['planned'],
    to: 'underway',
    by: walker,
    needs: [],
    notifies: [],
  },
  finish: {
    zh: '完成巡查',
    en: 'finish',
    from: ['underway'],
    to: 'done',
    by: walker,
    needs: [],
    takes: ['words'],
    notifies: [],
  },
  miss: {
    zh: '到时未完成',
    en: 'missed',
    from: ['planned', 'underway'],
    to: 'missed',
    by: system,
    needs: [],
    notifies: [],
  },
  // Walked in time where there was no signal; the phone told of it after the timer had noted a miss.
  arrive: {
    zh: '补传离线巡查',
    en: 'arrived later',
    from: ['missed'],
    to: 'underway',
    by: walker,
    needs: [],
    notifies: [],
  },
  cancel: {
    zh: '取消',
    en: 'cancel',
    from: ['planned'],
    to: 'cancelled',
    by: { person: 'staff', permission: 'patrol.plan' },
    needs: ['reason'],
    notifies: [],
  },
} as const satisfies Record<VisitStep, Step<VisitState>>
export const visitLife: Lifecycle<VisitState, VisitStep> = { thing: 'visit', states: visitStates, steps: visitSteps }

/** How a point is proved: by the code on it, by standing near it, or by the walker's word. */
export const proofs = {
  code: { zh: '扫码', en: 'code' },
  place: { zh: '到点定位', en: 'location' },
  none: { zh: '未验证', en: 'not proved' },
} as const
export type Proof = keyof typeof proofs

/** The checklist a new district begins with; templates are data of the district. */
export const commonItems = [
  { key: 'parking', text: '车辆停放整齐' },
  { key: 'road', text: '道路平整，井盖完好' },
  { key: 'flyingWire', text: '没有飞线充电' },
  { key: 'fireLane', text: '消防通道畅通' },
  { key: 'corridor', text: '楼道没有堆物' },
  { key: 'light', text: '路灯、楼道灯亮着' },
  { key: 'litter', text: '垃圾及时清运' },
] as const

export const patrolLimits = {
  points: 60,
  items: 30,
  windows: 6,
  units: 20,
  findings: 30,
  /** Metres. */ radiusMin: 20,
  radiusMax: 500,
  /** A fix less exact than this proves nothing. Metres. */ accuracyMax: 200,
  /** Distances are rounded to this and cut at the top, so that they tell no track. Metres. */
  distanceStep: 10,
  distanceTop: 1000,
  /** A walk told of later than this after it was walked no longer counts as in time. Hours. */ arriveHours: 48,
  planDays: 7,
} as const
