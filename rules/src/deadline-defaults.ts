// Default deadlines by kind of case, as data with their source; a district may set its own.

import type { Budget } from './deadline-clock.ts'

/** 家事 烦事 急事 难事 小事 */
export type DeadlineKind = 'household' | 'nuisance' | 'urgent' | 'hard' | 'small'

/** The budgets of a kind: to contact the reporter, to resolve the matter, and to verify a closure that is asked for. */
export interface DeadlineDefault {
  readonly respond: Budget
  readonly resolve: Budget
  readonly verify: Budget
  /** What may be done instead of resolving in time. */
  readonly alternative?: 'deliberation'
  /** Where the figures come from, shown beside them. */
  readonly source: string
}

const source = 'civic-rules §3'
/** No rule names a figure: long enough to go and look, short enough not to keep a resident waiting. */
const verify: Budget = { unit: 'working-days', amount: 2 }

/** National defaults: urgent in real time, all others in working time. */
export const deadlineDefaults: Readonly<Record<DeadlineKind, DeadlineDefault>> = {
  urgent: { respond: { unit: 'minutes', amount: 30 }, resolve: { unit: 'minutes', amount: 24 * 60 }, verify, source },
  household: {
    respond: { unit: 'working-minutes', amount: 4 * 60 },
    resolve: { unit: 'working-days', amount: 3 },
    verify,
    source,
  },
  small: {
    respond: { unit: 'working-minutes', amount: 4 * 60 },
    resolve: { unit: 'working-days', amount: 3 },
    verify,
    source,
  },
  nuisance: {
    respond: { unit: 'working-days', amount: 1 },
    resolve: { unit: 'working-days', amount: 5 },
    verify,
    source,
  },
  hard: {
    respond: { unit: 'working-days', amount: 1 },
    resolve: { unit: 'working-days', amount: 15 },
    alternative: 'deliberation',
    verify,
    source,
  },
}
