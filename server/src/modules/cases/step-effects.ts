// What each step does to the case row and its clocks beyond the change of state.
import { limits, type CaseStep } from '../../../../contract/src/cases-life.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { refuse } from '../../platform/refuse.ts'
import { newClock, pauseRow, resumeRow, stopClock, type Budgets, type ClockRow } from './clocks.ts'
import type { CaseRow } from './policy.ts'

export interface StepInput {
  readonly words?: string | undefined
  readonly reason?: string | undefined
  readonly advice?: string | undefined
  readonly organisationId?: string | undefined
  readonly until?: string | undefined
  readonly photos?: readonly string[] | undefined
  readonly rating?: number | undefined
  readonly ratingReasons?: readonly string[] | undefined
  readonly intoId?: string | undefined
}
export interface StepContext {
  readonly row: CaseRow
  readonly input: StepInput
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly budgets: Budgets
  readonly actorId: string | null
}
export interface Effect {
  readonly row?: Partial<CaseRow>
  readonly clocks?: (clocks: readonly ClockRow[]) => ClockRow[]
  readonly audience?: 'public' | 'internal'
}
const DAY_MS = 86_400_000
const running = (clock: ClockRow) => clock.stoppedAt === null
const only = (kind: ClockRow['kind'], change: (clock: ClockRow) => ClockRow) => (clocks: readonly ClockRow[]) =>
  clocks.map((clock) => (clock.kind === kind && running(clock) ? change(clock) : clock))
const each = (change: (clock: ClockRow) => ClockRow) => (clocks: readonly ClockRow[]) =>
  clocks.map((clock) => (running(clock) ? change(clock) : clock))
const responded = (context: StepContext) => only('respond', (clock) => stopClock(clock, context.now, context.calendar))
const stopAll = (context: StepContext) => each((clock) => stopClock(clock, context.now, context.calendar))

const suspend = ({ row, input, now, calendar }: StepContext): Effect => {
  const until = new Date(input.until!)
  if (
    until <= now ||
    until.getTime() > now.getTime() + limits.suspendDays * DAY_MS ||
    row.suspensions >= limits.suspensions
  )
    throw refuse('case.suspend-limit', { fields: [{ path: 'until', message: `≤ ${limits.suspendDays}` }] })
  return {
    row: { suspendUntil: until, suspensions: row.suspensions + 1 },
    clocks: each((clock) => pauseRow(clock, now, calendar)),
  }
}
const resume = ({ now, calendar }: StepContext): Effect => ({
  row: { suspendUntil: null },
  clocks: each((clock) => resumeRow(clock, now, calendar)),
})
const rated = (input: StepInput): Partial<CaseRow> =>
  input.rating === undefined ? {} : { rating: input.rating, ratingReasons: [...(input.ratingReasons ?? [])] }
const inReopenWindow = ({ row, now }: StepContext) => {
  if (row.closedAt === null || now.getTime() > row.closedAt.getTime() + limits.reopenDays * DAY_MS)
    throw refuse('case.reopen-window')
}

const reopened = (row: CaseRow, now: Date, calendar: WorkingCalendar, budgets: StepContext['budgets']): Effect => ({
  row: { doerId: null, closedAt: null, handlerId: null },
  clocks: (clocks) => [...clocks, newClock(row.id, 'resolve', budgets.resolve, now, calendar)],
})

export const stepEffects: Readonly<Record<CaseStep, (context: StepContext) => Effect>> = {
  accept: () => ({}),
  reject: (context) => ({ clocks: stopAll(context) }),
  dispatchByRule: ({ input }) => ({ row: { handlerId: input.organisationId! } }),
  dispatch: ({ input }) => ({ row: { handlerId: input.organisationId! } }),
  transfer: ({ row, input, now, calendar }) => {
    if (row.handlerId === input.organisationId) throw refuse('case.same-handler')
    return {
      row: { handlerId: input.organisationId!, suspendUntil: null, doerId: null },
      clocks: each((clock) => resumeRow(clock, now, calendar)),
    }
  },
  takeUp: (context) => ({ clocks: responded(context) }),
  start: () => ({}),
  return: () => ({ row: { handlerId: null, suspendUntil: null }, audience: 'internal' }),
  suspend,
  resume,
  resumeOnTime: resume,
  // The clock stands while others verify, whose own runs meanwhile, and runs on if they send it back.
  requestClosure: (context) => ({
    row: { doerId: context.actorId },
    clocks: (clocks) => [
      ...only('resolve', (clock) => pauseRow(clock, context.now, context.calendar))(responded(context)(clocks)),
      newClock(context.row.id, 'verify', context.budgets.verify, context.now, context.calendar),
    ],
  }),
  refuseClosure: ({ now, calendar }) => ({
    clocks: (clocks) =>
      each((clock) => resumeRow(clock, now, calendar))(
        only('verify', (clock) => stopClock(clock, now, calendar))(clocks),
      ),
    audience: 'internal',
  }),
  close: (context) => {
    if (context.row.doerId === context.actorId) throw refuse('case.doer-cannot-close')
    return { row: { closedAt: context.now }, clocks: stopAll(context) }
  },
  confirm: ({ input }) => ({ row: rated(input) }),
  askReopening: (context) => {
    inReopenWindow(context)
    return { row: rated(context.input) }
  },
  reopen: ({ row, now, calendar, budgets }) => reopened(row, now, calendar, budgets),
  // The clocks of a merged case stand; undone, they run on as they stood. A rating given meanwhile was for the other case.
  merge: ({ row, input, now, calendar }) => ({
    row: {
      mergedIntoId: input.intoId!,
      mergedFromState: row.state,
      mergedFromRating: row.rating,
      mergedFromReasons: row.ratingReasons,
    },
    clocks: each((clock) => pauseRow(clock, now, calendar)),
  }),
  unmerge: ({ row, now, calendar }) => ({
    row: {
      mergedIntoId: null,
      mergedFromState: null,
      rating: row.mergedFromRating,
      ratingReasons: row.mergedFromReasons ?? [],
      mergedFromRating: null,
      mergedFromReasons: null,
    },
    ...(row.mergedFromState === 'suspended' ? {} : { clocks: each((clock) => resumeRow(clock, now, calendar)) }),
  }),
  reopenForPart: ({ row, now, calendar, budgets }) => reopened(row, now, calendar, budgets),
  declineReopening: () => ({}),
  withdraw: (context) => ({ clocks: stopAll(context) }),
  confirmBySilence: () => ({}),
}
