// The life of a case as one table a manager can read (mission A1, A6, A7, A11). No zod: the resident app carries it.
import type { Lifecycle, Step } from './lifecycle.ts'
import { caseStates, type CaseState } from './cases-states.ts'
export * from './cases-kinds.ts'
export * from './cases-states.ts'

const reporter = { person: 'reporter' } as const
const handler = { person: 'handler' } as const
const system = { system: true } as const
const staff = (permission: 'case.accept' | 'case.dispatch' | 'case.verify' | 'case.merge') =>
  ({ person: 'staff', permission }) as const

export type CaseStep =
  | 'accept'
  | 'reject'
  | 'dispatch'
  | 'transfer'
  | 'takeUp'
  | 'start'
  | 'return'
  | 'suspend'
  | 'resume'
  | 'requestClosure'
  | 'refuseClosure'
  | 'close'
  | 'confirm'
  | 'askReopening'
  | 'reopen'
  | 'declineReopening'
  | 'withdraw'
  | 'merge'
  | 'unmerge'
  | 'resumeOnTime'
  | 'confirmBySilence'
  | 'reopenForPart'
  | 'dispatchByRule'

const all: readonly ('reporter' | 'handler' | 'community')[] = ['reporter', 'handler', 'community']
export const caseSteps = {
  accept: {
    zh: '受理',
    en: 'accept',
    from: ['submitted'],
    to: 'accepted',
    by: staff('case.accept'),
    needs: [],
    takes: ['words'],
    notifies: ['reporter'],
  },
  reject: {
    zh: '不予受理',
    en: 'reject',
    from: ['submitted', 'accepted'],
    to: 'rejected',
    by: staff('case.accept'),
    needs: ['reason', 'advice'],
    notifies: ['reporter'],
  },
  dispatch: {
    zh: '派单',
    en: 'dispatch',
    from: ['accepted', 'returned', 'reopened'],
    to: 'dispatched',
    by: staff('case.dispatch'),
    needs: ['organisationId'],
    takes: ['words'],
    notifies: ['reporter', 'handler'],
  },
  transfer: {
    zh: '转办',
    en: 'transfer',
    from: ['dispatched', 'takenUp', 'inProgress', 'suspended'],
    to: 'dispatched',
    by: staff('case.dispatch'),
    needs: ['organisationId', 'reason'],
    notifies: ['reporter', 'handler'],
  },
  takeUp: {
    zh: '接单',
    en: 'take up',
    from: ['dispatched'],
    to: 'takenUp',
    by: handler,
    needs: [],
    takes: ['words'],
    notifies: ['reporter'],
  },
  start: {
    zh: '开始办理',
    en: 'start',
    from: ['takenUp'],
    to: 'inProgress',
    by: handler,
    needs: [],
    takes: ['words', 'photos'],
    notifies: ['reporter'],
  },
  return: {
    zh: '退回',
    en: 'return',
    from: ['dispatched', 'takenUp', 'inProgress'],
    to: 'returned',
    by: handler,
    needs: ['reason'],
    notifies: ['community'],
  },
  suspend: {
    zh: '挂起',
    en: 'suspend',
    from: ['takenUp', 'inProgress'],
    to: 'suspended',
    by: handler,
    needs: ['reason', 'until'],
    notifies: ['reporter', 'community'],
  },
  resume: {
    zh: '恢复办理',
    en: 'resume',
    from: ['suspended'],
    to: 'inProgress',
    by: handler,
    needs: [],
    takes: ['words'],
    notifies: ['reporter'],
  },
  requestClosure: {
    zh: '申请办结',
    en: 'request closure',
    from: ['takenUp', 'inProgress'],
    to: 'closureRequested',
    by: handler,
    needs: ['words', 'photos'],
    notifies: ['community'],
  },
  refuseClosure: {
    zh: '退回补办',
    en: 'send back',
    from: ['closureRequested'],
    to: 'inProgress',
    by: staff('case.verify'),
    needs: ['reason'],
    notifies: ['handler'],
  },
  close: {
    zh: '核验办结',
    en: 'verify and close',
    from: ['closureRequested'],
    to: 'closed',
    by: staff('case.verify'),
    needs: ['words'],
    notifies: ['reporter', 'handler'],
  },
  confirm: {
    zh: '确认并评价',
    en: 'confirm and rate',
    from: ['closed'],
    to: 'confirmed',
    by: reporter,
    needs: ['rating'],
    takes: ['ratingReasons', 'words'],
    notifies: ['handler', 'community'],
  },
  askReopening: {
    zh: '要求重办',
    en: 'ask to reopen',
    from: ['closed'],
    to: 'reopenAsked',
    by: reporter,
    needs: ['reason'],
    takes: ['rating', 'ratingReasons', 'photos'],
    notifies: ['handler', 'community'],
  },
  reopen: {
    zh: '同意重办',
    en: 'reopen',
    from: ['reopenAsked'],
    to: 'reopened',
    by: staff('case.verify'),
    needs: ['words'],
    notifies: all,
  },
  declineReopening: {
    zh: '不再重办',
    en: 'decline reopening',
    from: ['reopenAsked'],
    to: 'confirmed',
    by: staff('case.verify'),
    needs: ['reason'],
    notifies: ['reporter', 'handler'],
  },
  withdraw: {
    zh: '撤回',
    en: 'withdraw',
    from: ['submitted', 'accepted', 'dispatched'],
    to: 'withdrawn',
    by: reporter,
    needs: [],
    takes: ['reason'],
    notifies: ['handler', 'community'],
  },
  merge: {
    zh: '并入同一事项',
    en: 'merge into another',
    from: ['submitted', 'accepted', 'dispatched', 'takenUp', 'inProgress', 'suspended', 'returned', 'reopened'],
    to: 'merged',
    by: staff('case.merge'),
    needs: ['intoId', 'reason'],
    notifies: ['reporter', 'handler'],
  },
  unmerge: {
    zh: '撤销合并',
    en: 'undo the merge',
    from: ['merged'],
    to: 'before',
    by: staff('case.merge'),
    needs: ['reason'],
    notifies: all,
  },
  resumeOnTime: {
    zh: '到期自动恢复',
    en: 'resumed on time',
    from: ['suspended'],
    to: 'inProgress',
    by: system,
    needs: [],
    notifies: ['handler', 'reporter'],
  },
  confirmBySilence: {
    zh: '七日未提异议，自动确认',
    en: 'confirmed by silence',
    from: ['closed'],
    to: 'confirmed',
    by: system,
    needs: [],
    notifies: ['reporter', 'handler'],
  },
  dispatchByRule: {
    zh: '按规则自动派单',
    en: 'dispatched by rule',
    from: ['submitted'],
    to: 'dispatched',
    by: system,
    needs: ['organisationId'],
    notifies: ['reporter', 'handler'],
  },
  reopenForPart: {
    zh: '子诉求重办，一并重办',
    en: 'reopened with a part',
    from: ['closed'],
    to: 'reopened',
    by: system,
    needs: [],
    notifies: all,
  },
} as const satisfies Record<CaseStep, Step<CaseState>>

export const caseLife: Lifecycle<CaseState, CaseStep> = { thing: 'case', states: caseStates, steps: caseSteps }

/** The steps a person can take through the API; the others belong to the system. */
export type PersonStep = Exclude<CaseStep, 'resumeOnTime' | 'confirmBySilence' | 'reopenForPart' | 'dispatchByRule'>
