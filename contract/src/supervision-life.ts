// The life of a supervision order (mission A10), beside the case's own. No zod.
import type { Lifecycle, Step } from './lifecycle.ts'

export type OrderState = 'issued' | 'replied' | 'sentBack' | 'signedOff' | 'withdrawn'
export type OrderStep = 'reply' | 'signOff' | 'sendBack' | 'withdraw'
export const orderLevels = {
  community: { zh: '社区督办', en: 'by the community' },
  street: { zh: '街道督办', en: 'by the street' },
  district: { zh: '区县督办', en: 'by the district' },
} as const
export type OrderLevel = keyof typeof orderLevels
const orderer = { person: 'staff', permission: 'supervision.order' } as const
export const orderStates = {
  issued: { zh: '待回复', en: 'reply due' },
  replied: { zh: '待签结', en: 'replied' },
  sentBack: { zh: '退回重办', en: 'sent back' },
  signedOff: { zh: '已签结', en: 'signed off', ends: true },
  withdrawn: { zh: '已撤销', en: 'withdrawn', ends: true },
} as const satisfies Record<OrderState, { zh: string; en: string; ends?: true }>
export const orderSteps = {
  reply: {
    zh: '回复督办',
    en: 'reply',
    from: ['issued', 'sentBack'],
    to: 'replied',
    by: { person: 'handler' },
    needs: ['words'],
    takes: ['photos', 'promise'],
    notifies: ['community'],
  },
  signOff: {
    zh: '签结',
    en: 'sign off',
    from: ['replied'],
    to: 'signedOff',
    by: orderer,
    needs: ['words'],
    notifies: ['handler'],
  },
  sendBack: {
    zh: '退回重办',
    en: 'send back',
    from: ['replied'],
    to: 'sentBack',
    by: orderer,
    needs: ['reason', 'dueAt'],
    notifies: ['handler'],
  },
  withdraw: {
    zh: '撤销督办',
    en: 'withdraw',
    from: ['issued', 'sentBack', 'replied'],
    to: 'withdrawn',
    by: orderer,
    needs: ['reason'],
    notifies: ['handler'],
  },
} as const satisfies Record<OrderStep, Step<OrderState>>
export const orderLife: Lifecycle<OrderState, OrderStep> = {
  thing: 'supervision',
  states: orderStates,
  steps: orderSteps,
}
