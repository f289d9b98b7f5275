// The states of a case, in the words everybody reads, and which of them are open.
export type CaseState =
  | 'submitted'
  | 'accepted'
  | 'dispatched'
  | 'takenUp'
  | 'inProgress'
  | 'suspended'
  | 'returned'
  | 'closureRequested'
  | 'closed'
  | 'reopenAsked'
  | 'reopened'
  | 'confirmed'
  | 'rejected'
  | 'withdrawn'
  | 'merged'

export const caseStates = {
  submitted: { zh: '已提交', en: 'submitted' },
  accepted: { zh: '已受理', en: 'accepted' },
  dispatched: { zh: '已派单', en: 'dispatched' },
  takenUp: { zh: '已接单', en: 'taken up' },
  inProgress: { zh: '办理中', en: 'in progress' },
  suspended: { zh: '已挂起', en: 'suspended' },
  returned: { zh: '被退回', en: 'returned' },
  closureRequested: { zh: '申请办结', en: 'closure requested' },
  closed: { zh: '已办结', en: 'closed' },
  reopenAsked: { zh: '要求重办', en: 'reopening asked' },
  reopened: { zh: '重新办理', en: 'reopened' },
  confirmed: { zh: '已确认', en: 'confirmed', ends: true },
  rejected: { zh: '不予受理', en: 'rejected', ends: true },
  withdrawn: { zh: '已撤回', en: 'withdrawn', ends: true },
  merged: { zh: '已合并', en: 'merged' },
} as const satisfies Record<CaseState, { zh: string; en: string; ends?: true }>

/** States in which somebody still has something to do. The literal list of the partial index. */
export const openStates = [
  'submitted',
  'accepted',
  'dispatched',
  'takenUp',
  'inProgress',
  'suspended',
  'returned',
  'closureRequested',
  'reopenAsked',
  'reopened',
] as const satisfies readonly CaseState[]
