// The figures of the page 今日. Each is a filter of the queue too: what is counted is what is listed.

export const caseFigures = [
  'toAccept',
  'toDispatch',
  'toTakeUp',
  'inHand',
  'toVerify',
  'toDecide',
  'lowRated',
  'cameUp',
  'overdue',
  'dueSoon',
  'openTotal',
  'closedThisWeek',
] as const
export type CaseFigure = (typeof caseFigures)[number]
