// The life of a trial service 先尝后买 (mission B9): served, judged week by week, put to the vote, agreed or left. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export const trialStates = {
  planned: { zh: '准备试用', en: 'planned' },
  serving: { zh: '正在试用', en: 'being served' },
  deciding: { zh: '业主正在表决', en: 'owners decide' },
  agreed: { zh: '已聘用', en: 'hired', ends: true },
  leaving: { zh: '没有聘用，限期退出', en: 'not hired, leaves on a day' },
  left: { zh: '已退出', en: 'has left', ends: true },
  cancelled: { zh: '已取消', en: 'cancelled', ends: true },
} as const
export type TrialState = keyof typeof trialStates
export type TrialStep = 'start' | 'decide' | 'agree' | 'fail' | 'leave' | 'cancel'
const runs = { person: 'staff', permission: 'trial.run' } as const
const step = (
  zh: string,
  en: string,
  from: readonly TrialState[],
  to: TrialState,
  needs: readonly string[] = [],
): Step<TrialState> => ({ zh, en, from, to, by: runs, needs, notifies: [] })
export const trialSteps: Readonly<Record<TrialStep, Step<TrialState>>> = {
  start: step('开始试用', 'begin the trial', ['planned'], 'serving'),
  decide: step('交业主表决', 'put it to the vote', ['serving'], 'deciding'),
  agree: step('登记约定的收费和合同', 'record fee and contract', ['deciding'], 'agreed', ['from', 'to', 'fee']),
  fail: step('没有通过，限期退出', 'not hired, names the day', ['serving', 'deciding'], 'leaving', [
    'leavesOn',
    'reason',
  ]),
  leave: step('已经退出', 'has left', ['leaving'], 'left', ['on']),
  cancel: step('取消试用', 'cancel', ['planned'], 'cancelled', ['reason']),
}
export const trialLife: Lifecycle<TrialState, TrialStep> = { thing: 'trial', states: trialStates, steps: trialSteps }
/** Weekly marks: one to five. */
export const markWords = {
  1: { zh: '很差', en: 'very poor' },
  2: { zh: '差', en: 'poor' },
  3: { zh: '一般', en: 'fair' },
  4: { zh: '好', en: 'good' },
  5: { zh: '很好', en: 'very good' },
} as const
export type TrialAct = 'mark' | 'log' | 'decide'
