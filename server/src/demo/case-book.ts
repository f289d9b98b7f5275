// One demo case on its way: every step by the same table and effects as the real ones, only with times of the past.
import {
  caseSteps,
  rejectReasons,
  type CaseState,
  type CaseStep,
  type RejectReason,
} from '../../../contract/src/cases-life.ts'
import type { WorkingCalendar } from '../../../rules/src/working-time.ts'
import { missSentences, newClock, nextDue, type Budgets, type ClockRow } from '../modules/cases/clocks.ts'
import type { CaseRow } from '../modules/cases/policy.ts'
import { stepEffects, type StepInput } from '../modules/cases/step-effects.ts'
import type { caseEvents, caseMisses } from '../modules/cases/tables.ts'
import { systemActorName } from '../platform/cx.ts'
import type { JournalLine } from './journal.ts'
import type { NewPerson } from './people.ts'
import { pictureOf, type NewFile, type Picture } from './pictures.ts'
import type { Random } from './random.ts'

export type NewEvent = Required<typeof caseEvents.$inferInsert>
export type NewMiss = Required<typeof caseMisses.$inferInsert>
export interface CaseWorld {
  readonly random: Random
  readonly calendar: WorkingCalendar
  readonly now: Date
  readonly pictures: readonly Picture[]
  readonly organisationNames: ReadonlyMap<string, string>
  /** The residents' committees by community. */
  readonly committees: ReadonlyMap<string, { readonly id: string }>
}
export interface CaseBook {
  row: CaseRow
  clocks: ClockRow[]
  readonly budgets: Budgets
  readonly events: NewEvent[]
  readonly misses: NewMiss[]
  readonly files: NewFile[]
  readonly journal: JournalLine[]
}
export interface Doer {
  readonly person: NewPerson
  readonly organisationName: string | null
}
const MINUTE_MS = 60_000

export const attach = (world: CaseWorld, book: CaseBook, person: NewPerson, at: Date, count: number): string[] =>
  Array.from({ length: count }, () => {
    const of = { districtId: book.row.districtId, uploaderId: person.id, caseId: book.row.id, at }
    const file = pictureOf(world.random, world.pictures, of)
    book.files.push(file)
    return file.id
  })
/** What the minute's timer would have noted up to a moment: warnings and misses. */
export const noteTime = (world: CaseWorld, book: CaseBook, until: Date): void => {
  book.clocks = book.clocks.map((clock) => {
    if (clock.stoppedAt !== null) return clock
    const warned =
      clock.warnedAt === null && clock.warnAt !== null && clock.warnAt < until ? clock.warnAt : clock.warnedAt
    if (clock.missedAt !== null || clock.dueAt === null || clock.dueAt >= until) return { ...clock, warnedAt: warned }
    const missedAt = new Date(Math.min(clock.dueAt.getTime() + MINUTE_MS, until.getTime()))
    const { row } = book
    const isPromise = clock.kind !== 'verify'
    const organisationId = isPromise ? row.handlerId : (world.committees.get(row.communityId)?.id ?? null)
    const about = { caseId: row.id, clockId: clock.id, kind: clock.kind, organisationId }
    book.misses.push({ id: world.random.id(missedAt), ...about, dueAt: clock.dueAt, notedAt: missedAt })
    if (isPromise) book.row = { ...row, overdue: true }
    book.journal.push({
      at: missedAt,
      actor: null,
      action: 'case.missed',
      sentence: missSentences[clock.kind],
      thing: { kind: 'case', id: row.id },
      after: { clock: clock.kind, dueAt: clock.dueAt.toISOString(), organisationId },
    })
    return { ...clock, warnedAt: warned, missedAt, organisationId }
  })
}
const dataOf = (world: CaseWorld, name: CaseStep, input: StepInput): Record<string, string> | null => {
  if (input.organisationId !== undefined) return { organisation: world.organisationNames.get(input.organisationId)! }
  if (name === 'suspend') return { until: input.until! }
  if (name === 'reject') return { reason: input.reason! }
  if (input.rating === undefined) return null
  return { rating: String(input.rating), reasons: (input.ratingReasons ?? []).join(',') }
}
const wordsOf = (name: CaseStep, input: StepInput): string | null =>
  name === 'reject'
    ? `${rejectReasons[input.reason as RejectReason].zh}。${input.advice ?? ''}`
    : (input.words ?? input.reason ?? null)

/** Takes one step at a moment; `photos` is how many the doer took. */
export const take = (
  world: CaseWorld,
  book: CaseBook,
  name: CaseStep,
  at: Date,
  doer: Doer | null,
  input: StepInput = {},
  photos = 0,
): void => {
  const step = caseSteps[name]
  if (step.to === 'before') throw new Error(`${name} leads back: the demo does not take it`)
  const to: CaseState = step.to
  if (!(step.from as readonly string[]).includes(book.row.state)) throw new Error(`${name} from ${book.row.state}`)
  noteTime(world, book, at)
  const { row, budgets } = book
  const actorId = doer?.person.id ?? null
  const effect = stepEffects[name]({ row, input, now: at, calendar: world.calendar, budgets, actorId })
  const known = new Set(book.clocks.map((clock) => clock.id))
  const after = effect.clocks === undefined ? book.clocks : effect.clocks(book.clocks)
  book.clocks = after.map((clock) => (known.has(clock.id) ? clock : { ...clock, id: world.random.id(at) }))
  const changes = { ...effect.row, ...nextDue(book.clocks), state: to, stateAt: at, updatedAt: at }
  book.row = { ...row, ...changes }
  const words = wordsOf(name, input)
  book.events.push({
    id: world.random.id(at),
    caseId: row.id,
    at,
    step: name,
    fromState: row.state,
    toState: to,
    actorId,
    actorName: doer?.person.name ?? systemActorName,
    organisationName: doer?.organisationName ?? null,
    words,
    audience: effect.audience ?? 'public',
    photos: doer === null ? [] : attach(world, book, doer.person, at, photos),
    data: dataOf(world, name, input),
  })
  book.journal.push({
    at,
    actor: doer === null ? null : { id: doer.person.id, name: doer.person.name },
    action: `case.${name}`,
    sentence: step.zh,
    thing: { kind: 'case', id: row.id },
    before: { state: row.state, handlerId: row.handlerId },
    after: { state: to, handlerId: book.row.handlerId, words },
  })
}
export const firstClocks = (world: CaseWorld, caseId: string, budgets: CaseBook['budgets'], at: Date): ClockRow[] =>
  (['respond', 'resolve'] as const).map((kind) => ({
    ...newClock(caseId, kind, budgets[kind], at, world.calendar),
    id: world.random.id(at),
  }))
