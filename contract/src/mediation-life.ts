// The life of a mediation (mission A12): confidential, led by its mediators, agreed by its parties. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export const mediationStates = {
  opened: { zh: '等各方同意', en: 'waiting for consent' },
  agreedToMediate: { zh: '各方已同意', en: 'all agreed to mediate' },
  inSession: { zh: '调解中', en: 'in session' },
  settlementDrafted: { zh: '等各方签字', en: 'waiting for signatures' },
  signed: { zh: '已签协议，履行中', en: 'signed, being kept' },
  fulfilled: { zh: '协议已履行', en: 'settlement kept', ends: true },
  failed: { zh: '没有调成', en: 'no settlement', ends: true },
  withdrawn: { zh: '当事人退出', en: 'withdrawn by a party', ends: true },
} as const
export type MediationState = keyof typeof mediationStates
/** States in which a mediation still has something to do; the mediator's list reads them by an index. */
export const openMediationStates = ['opened', 'agreedToMediate', 'inSession', 'settlementDrafted', 'signed'] as const
export type MediationStep =
  | 'agree'
  | 'beginSessions'
  | 'draft'
  | 'talkAgain'
  | 'completeSignatures'
  | 'fulfil'
  | 'fail'
  | 'withdraw'
/** In this table a party stands where a reporter stands, a named mediator where a handler stands. */
const party = { person: 'reporter' } as const
const mediator = { person: 'handler' } as const
const system = { system: true } as const
export const mediationSteps = {
  agree: {
    zh: '各方都同意调解',
    en: 'all parties agreed',
    from: ['opened'],
    to: 'agreedToMediate',
    by: system,
    needs: [],
    notifies: ['handler'],
  },
  beginSessions: {
    zh: '开始调解',
    en: 'begin sessions',
    from: ['agreedToMediate'],
    to: 'inSession',
    by: mediator,
    needs: [],
    notifies: ['reporter'],
  },
  draft: {
    zh: '拟定协议',
    en: 'draft the settlement',
    from: ['inSession'],
    to: 'settlementDrafted',
    by: mediator,
    needs: ['clauses'],
    notifies: ['reporter'],
  },
  talkAgain: {
    zh: '收回协议再谈',
    en: 'take the draft back',
    from: ['settlementDrafted'],
    to: 'inSession',
    by: mediator,
    needs: ['reason'],
    notifies: ['reporter'],
  },
  completeSignatures: {
    zh: '各方都已签字',
    en: 'all have signed',
    from: ['settlementDrafted'],
    to: 'signed',
    by: system,
    needs: [],
    notifies: ['reporter', 'handler'],
  },
  fulfil: {
    zh: '协议全部履行',
    en: 'everything was kept',
    from: ['signed'],
    to: 'fulfilled',
    by: system,
    needs: [],
    notifies: ['reporter', 'handler'],
  },
  fail: {
    zh: '结束：没有调成',
    en: 'end without a settlement',
    from: ['opened', 'agreedToMediate', 'inSession', 'settlementDrafted', 'signed'],
    to: 'failed',
    by: mediator,
    needs: ['reason', 'ways'],
    notifies: ['reporter'],
  },
  withdraw: {
    zh: '退出调解',
    en: 'withdraw',
    from: ['opened', 'agreedToMediate', 'inSession', 'settlementDrafted'],
    to: 'withdrawn',
    by: party,
    needs: ['reason'],
    notifies: ['reporter', 'handler'],
  },
} as const satisfies Record<MediationStep, Step<MediationState>>
export const mediationLife: Lifecycle<MediationState, MediationStep> = {
  thing: 'mediation',
  states: mediationStates,
  steps: mediationSteps,
}
/** What a mediator advises when no settlement is reached, or when it is not kept. */
export const legalWays = {
  judicialConfirmation: { zh: '三十日内一起向法院申请司法确认', en: 'ask the court to confirm it within 30 days' },
  peoplesMediation: { zh: '到街道人民调解委员会再调解', en: 'the street’s mediation committee' },
  legalAid: { zh: '拨打12348问法律援助', en: 'ask legal aid at 12348' },
  arbitration: { zh: '约定了仲裁的，申请仲裁', en: 'arbitration, where it was agreed' },
  court: { zh: '向人民法院起诉', en: 'sue in court' },
} as const
export type LegalWay = keyof typeof legalWays
export const clauseKinds = {
  compensation: { zh: '赔偿', en: 'compensation' },
  repair: { zh: '维修', en: 'repair' },
  other: { zh: '其他', en: 'other' },
} as const
export type ClauseKind = keyof typeof clauseKinds
export const entryKinds = {
  statement: { zh: '陈述', en: 'statement' },
  fact: { zh: '查明的事实', en: 'fact' },
  proposal: { zh: '调解方案', en: 'proposal' },
  note: { zh: '备忘', en: 'note' },
} as const
export type EntryKind = keyof typeof entryKinds
/** Who reads an entry: everybody of the mediation, one party with the mediators, the mediators alone. */
export const entryAudiences = {
  shared: { zh: '各方都能看', en: 'all parties' },
  party: { zh: '只给这一方看', en: 'one party' },
  mediators: { zh: '只有调解员看', en: 'mediators only' },
} as const
export type EntryAudience = keyof typeof entryAudiences
/** How parties are called in the agreement, in their order. */
export const partyLetters = ['甲方', '乙方', '丙方', '丁方', '戊方', '己方'] as const
/** How a party is called on the screen. */
export const partyLetterIn = (language: 'zh-CN' | 'en', sort: number): string =>
  (language === 'en' ? `Party ${'ABCDEF'.charAt(sort)}` : partyLetters[sort]) ?? ''
export type PromiseState = 'open' | 'saidKept' | 'kept'
/** What a reader may do besides the steps. */
export type MediationAct = 'consent' | 'write' | 'plan' | 'record' | 'sign' | 'addMediator'
