// Consultations 意见征询: they are asked, they bind nobody. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export const pollStates = {
  draft: { zh: '草稿', en: 'draft' },
  open: { zh: '正在征询', en: 'open' },
  closed: { zh: '已结束', en: 'closed', ends: true },
  withdrawn: { zh: '已撤回', en: 'withdrawn', ends: true },
} as const
export type PollState = keyof typeof pollStates
export type PollStep = 'publish' | 'close' | 'lapse' | 'withdraw'
const runs = { person: 'staff', permission: 'poll.run' } as const
const step = (
  zh: string,
  en: string,
  from: readonly PollState[],
  to: PollState,
  needs: readonly string[] = [],
  by: Step['by'] = runs,
): Step<PollState> => ({ zh, en, from, to, by, needs, notifies: [] })
export const pollSteps: Readonly<Record<PollStep, Step<PollState>>> = {
  publish: step('开始征询', 'open', ['draft'], 'open'),
  close: step('提前结束', 'close early', ['open'], 'closed'),
  lapse: step('到期结束', 'closed on its day', ['open'], 'closed', [], { system: true }),
  withdraw: step('撤回', 'withdraw', ['draft', 'open'], 'withdrawn', ['reason']),
}
export const pollLife: Lifecycle<PollState, PollStep> = { thing: 'poll', states: pollStates, steps: pollSteps }
export const pollAudiences = {
  residents: { zh: '住在这里的人', en: 'whoever lives or owns here' },
  owners: { zh: '业主', en: 'owners' },
} as const
export type PollAudience = keyof typeof pollAudiences
/** Shown wherever a consultation is. */
export const notBinding = {
  zh: '意见征询，不是业主表决',
  en: 'A consultation, not an owners’ decision',
} as const
