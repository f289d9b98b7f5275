// Carries a demo case through its life until today, or until the state it is wanted in.
import type { CaseState, CaseStep, RejectReason } from '../../../contract/src/cases-life.ts'
import { budgetMilliseconds } from '../../../rules/src/deadline-clock.ts'
import { addWorkingMilliseconds } from '../../../rules/src/working-time.ts'
import type { StepInput } from '../modules/cases/step-effects.ts'
import { noteTime, take, type CaseBook, type CaseWorld, type Doer } from './case-book.ts'
import * as said from './words-steps.ts'

export interface Cast {
  readonly clerk: () => Doer
  readonly verifier: () => Doer
  readonly handler: (organisationId: string) => Doer
  /** Null where nobody can answer: the person has no account. */
  readonly reporter: Doer | null
  readonly proposed: string
  /** Another body that could do it. */
  readonly another: string
  readonly category: string
}
interface Next {
  readonly name: CaseStep
  readonly doer: Doer | null
  readonly input?: StepInput
  readonly photos?: number
  /** Milliseconds to wait: of working time, or of the wall's clock. */
  readonly working?: number
  readonly real?: number
}
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The step that leads towards a wanted state, where the usual way would not. */
const detours: Partial<Record<CaseState, Partial<Record<CaseState, DemoStep>>>> = {
  returned: { dispatched: 'return' },
  suspended: { inProgress: 'suspend' },
  reopenAsked: { closed: 'askReopening' },
  reopened: { closed: 'askReopening', reopenAsked: 'reopen' },
  rejected: { submitted: 'reject' },
  withdrawn: { submitted: 'withdraw' },
  confirmed: { closed: 'confirm' },
}

/** The demo's cases are neither merged nor split on their way. */
type DemoStep = Exclude<CaseStep, 'merge' | 'unmerge' | 'reopenForPart' | 'dispatchByRule'>
interface Way {
  readonly world: CaseWorld
  readonly book: CaseBook
  readonly cast: Cast
  readonly goal: CaseState | null
}
const had = ({ book }: Way, name: DemoStep) => book.events.some((event) => event.step === name)
const isUrgent = ({ book }: Way) => book.row.kind === 'urgent'
const orNone = (words: string | null) => (words === null ? {} : { words })
const wait = (w: Way, min: number, max: number) => {
  // Most are quick; one in sixteen lies for a while.
  const pace = w.goal !== null ? 0.25 : w.world.random.chance(0.06) ? 2 : 0.42
  const span = w.world.random.int(min, max) * MINUTE * pace
  return isUrgent(w) ? { real: Math.ceil(span / 9) } : { working: Math.ceil(span) }
}
/** A share of the time allowed; one in eight takes longer than it has. */
const workTime = (w: Way) => {
  const { random, calendar } = w.world
  const isLate = random.chance(0.12)
  const share = w.goal !== null ? 0.05 : isLate ? 1.02 + random.next() * 0.7 : 0.08 + random.next() * 0.62
  const span = Math.ceil(budgetMilliseconds(w.book.budgets.resolve, calendar) * share)
  return isUrgent(w) ? { real: span } : { working: span }
}
const handler = ({ cast, book }: Way) => cast.handler(book.row.handlerId!)
const done = ({ world, cast }: Way) => world.random.pick(said.doneWords[cast.category] ?? said.doneWords.any!)
const makers: Readonly<Record<DemoStep, (w: Way) => Next>> = {
  accept: (w) => ({
    name: 'accept',
    doer: w.cast.clerk(),
    input: orNone(w.world.random.pick(said.acceptWords)),
    ...wait(w, 6, 170),
  }),
  reject: (w) => {
    const reason = w.world.random.pick(Object.keys(said.rejectAdvice) as RejectReason[])
    return {
      name: 'reject',
      doer: w.cast.clerk(),
      input: { reason, advice: said.rejectAdvice[reason] },
      ...wait(w, 20, 200),
    }
  },
  withdraw: (w) => ({
    name: 'withdraw',
    doer: w.cast.reporter,
    input: { reason: w.world.random.pick(said.withdrawWords) },
    real: w.world.random.int(10, 300) * MINUTE,
  }),
  dispatch: (w) => {
    const organisationId = had(w, 'return') ? w.cast.another : w.cast.proposed
    return {
      name: 'dispatch',
      doer: w.cast.clerk(),
      input: { organisationId, ...orNone(w.world.random.pick(said.dispatchWords)) },
      ...wait(w, 4, 110),
    }
  },
  return: (w) => ({
    name: 'return',
    doer: handler(w),
    input: { reason: w.world.random.pick(said.returnWords) },
    ...wait(w, 20, 200),
  }),
  takeUp: (w) => ({
    name: 'takeUp',
    doer: handler(w),
    input: orNone(w.world.random.pick(said.takeUpWords)),
    ...wait(w, 10, 190),
  }),
  start: (w) => ({
    name: 'start',
    doer: handler(w),
    input: orNone(w.world.random.pick(said.startWords)),
    photos: w.world.random.chance(0.2) ? 1 : 0,
    ...wait(w, 10, 300),
  }),
  suspend: (w) => {
    const days = w.world.random.int(3, 12)
    return {
      name: 'suspend',
      doer: handler(w),
      input: { reason: w.world.random.pick(said.suspendWords), until: `+${days}` },
      ...wait(w, 30, 200),
    }
  },
  resume: (w) => ({
    name: 'resume',
    doer: handler(w),
    input: { words: w.world.random.pick(said.resumeWords) },
    working: w.world.random.int(4, 20) * HOUR,
  }),
  resumeOnTime: (w) => ({
    name: 'resumeOnTime',
    doer: null,
    real: w.book.row.suspendUntil!.getTime() - w.book.row.stateAt.getTime() + MINUTE,
  }),
  transfer: (w) => ({
    name: 'transfer',
    doer: w.cast.clerk(),
    input: { organisationId: w.cast.another, reason: w.world.random.pick(said.transferWords) },
    ...wait(w, 30, 300),
  }),
  requestClosure: (w) => ({
    name: 'requestClosure',
    doer: handler(w),
    input: { words: done(w) },
    photos: w.world.random.int(1, 2),
    ...workTime(w),
  }),
  refuseClosure: (w) => ({
    name: 'refuseClosure',
    doer: w.cast.verifier(),
    input: { reason: w.world.random.pick(said.refuseClosureWords) },
    ...wait(w, 20, 240),
  }),
  close: (w) => ({
    name: 'close',
    doer: w.cast.verifier(),
    input: { words: w.world.random.pick(said.closeWords) },
    working: w.world.random.int(10, 380) * MINUTE,
  }),
  confirm: (w) => {
    const rating = w.world.random.weighted([
      [5, 58],
      [4, 28],
      [3, 14],
    ] as const)
    const words = w.world.random.pick(rating === 3 ? said.poorWords : said.goodWords)
    const ratingReasons =
      rating === 3 ? ['slow'] : w.world.random.pick([['fast', 'kind'], ['solved'], ['fast', 'solved'], ['kind'], []])
    return {
      name: 'confirm',
      doer: w.cast.reporter,
      input: { rating, ratingReasons, ...orNone(words) },
      real: w.world.random.int(1, 90) * HOUR,
    }
  },
  askReopening: (w) => ({
    name: 'askReopening',
    doer: w.cast.reporter,
    input: {
      rating: w.world.random.int(1, 2),
      ratingReasons: ['unsolved'],
      reason: w.world.random.pick(said.reopenWords),
    },
    real: w.world.random.int(3, 60) * HOUR * (w.goal === null ? 1 : 0.1),
  }),
  confirmBySilence: () => ({ name: 'confirmBySilence', doer: null, real: 7 * DAY + MINUTE }),
  reopen: (w) => ({
    name: 'reopen',
    doer: w.cast.verifier(),
    input: { words: w.world.random.pick(said.reopenAgreed) },
    working: w.world.random.int(20, 200) * MINUTE,
  }),
  declineReopening: (w) => ({
    name: 'declineReopening',
    doer: w.cast.verifier(),
    input: { reason: w.world.random.pick(said.reopenDeclined) },
    working: w.world.random.int(40, 400) * MINUTE,
  }),
}
/** Chance has no say where a state is wanted. */
const luck = (w: Way, share: number) => w.goal === null && w.world.random.chance(share)
const usual: Partial<Record<CaseState, (w: Way) => DemoStep>> = {
  submitted: (w) => (luck(w, 0.04) ? 'reject' : w.cast.reporter !== null && luck(w, 0.025) ? 'withdraw' : 'accept'),
  accepted: () => 'dispatch',
  dispatched: (w) => (!had(w, 'return') && luck(w, 0.04) ? 'return' : 'takeUp'),
  returned: () => 'dispatch',
  takenUp: (w) => (luck(w, 0.1) ? 'requestClosure' : 'start'),
  inProgress: (w) =>
    !had(w, 'suspend') && !isUrgent(w) && luck(w, 0.06)
      ? 'suspend'
      : !had(w, 'transfer') && !had(w, 'return') && luck(w, 0.03)
        ? 'transfer'
        : 'requestClosure',
  suspended: (w) => (luck(w, 0.6) ? 'resume' : 'resumeOnTime'),
  closureRequested: (w) => (!had(w, 'refuseClosure') && luck(w, 0.05) ? 'refuseClosure' : 'close'),
  closed: (w) =>
    w.cast.reporter === null
      ? 'confirmBySilence'
      : !had(w, 'askReopening') && luck(w, 0.06)
        ? 'askReopening'
        : luck(w, 0.68)
          ? 'confirm'
          : 'confirmBySilence',
  reopenAsked: (w) => (luck(w, 0.7) ? 'reopen' : 'declineReopening'),
  reopened: () => 'dispatch',
}
/** Until today, or until the case is as it is wanted. */
export const carry = (world: CaseWorld, book: CaseBook, cast: Cast, goal: CaseState | null): void => {
  const { calendar, now } = world
  const w: Way = { world, book, cast, goal }
  for (;;) {
    const { state, stateAt, suspendUntil } = book.row
    const choose = usual[state]
    if (state === goal || choose === undefined) break
    const detour = goal === null ? undefined : detours[goal]?.[state]
    const next = makers[detour ?? choose(w)](w)
    const at =
      next.real === undefined
        ? addWorkingMilliseconds(calendar, stateAt, next.working!)
        : new Date(stateAt.getTime() + Math.ceil(next.real))
    const isOverslept = state === 'suspended' && at > suspendUntil!
    if (isOverslept && suspendUntil!.getTime() + MINUTE < now.getTime()) {
      take(world, book, 'resumeOnTime', new Date(suspendUntil!.getTime() + MINUTE), null)
      continue
    }
    if (at >= now) break
    const until = next.input?.until
    // Days of suspension count from its beginning.
    const ends = until === undefined ? {} : { until: new Date(at.getTime() + Number(until) * DAY).toISOString() }
    take(world, book, next.name, at, next.doer, { ...next.input, ...ends }, next.photos ?? 0)
  }
  noteTime(world, book, now)
}
