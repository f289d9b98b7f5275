// The clocks of a case: respond, resolve and verify, in the district's working time, pausable without losing elapsed time.
import { eq, and, exists, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { CaseKind, ClockKind } from '../../../../contract/src/cases-life.ts'
import {
  changePolicy,
  pauseClock,
  resumeClock,
  startClock,
  budgetMilliseconds,
  elapsed,
  type Budget,
} from '../../../../rules/src/deadline-clock.ts'
import { deadlineDefaults } from '../../../../rules/src/deadline-defaults.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Actor } from '../../platform/cx.ts'
import { fromClock, notBefore, toClock } from '../../platform/calendar/clock-row.ts'
import type { Tx } from '../../platform/database.ts'
import type { Placed } from '../../platform/access.ts'
import { caseClocks, caseRegimes, cases, deadlinePolicies } from './tables.ts'

export type ClockRow = typeof caseClocks.$inferSelect
type AnyCx = Cx<Actor | null>

/** By kind of clock. */
export type Budgets = Readonly<Record<ClockKind, Budget>>
/** What the journal says of a miss. */
export const missSentences: Readonly<Record<ClockKind, string>> = {
  respond: '超过了响应时限',
  resolve: '超过了办结时限',
  verify: '超过了核验时限',
}

type PolicyRow = typeof deadlinePolicies.$inferSelect
export type RegimeRow = typeof caseRegimes.$inferSelect
export type RegimePlaceKind = RegimeRow['placeKind']
const areaKey = { street: 'streetId', community: 'communityId', grid: 'gridId', estate: 'estateId' } as const
/** The deadlines of an area that cover this place; areas in force never overlap. */
export const regimeAt = (regimes: readonly RegimeRow[], placed: Omit<Placed, 'districtId'>): RegimeRow | undefined =>
  regimes.find((regime) => placed[areaKey[regime.placeKind]] === regime.placeId)
/** Those in force now. */
export const regimesOf = (db: Tx, districtId: string): Promise<RegimeRow[]> =>
  db
    .select()
    .from(caseRegimes)
    .where(and(eq(caseRegimes.districtId, districtId), isNull(caseRegimes.untilAt)))
/**
 * The budgets of a kind: of the regime that covers the place, else the district's own policies, else the defaults with
 * their source. The time to verify is never a regime's.
 */
export const budgetsIn = (policies: readonly PolicyRow[], kind: CaseKind, regime?: RegimeRow): Budgets => {
  if (regime !== undefined) return { ...regime.budgets[kind], verify: budgetsIn(policies, kind).verify }
  const own = policies.find((policy) => policy.kind === kind)
  const { respond, resolve, verify } = deadlineDefaults[kind]
  if (own === undefined) return { respond: { ...respond }, resolve: { ...resolve }, verify: { ...verify } }
  return {
    respond: { unit: own.respondUnit, amount: own.respondAmount },
    resolve: { unit: own.resolveUnit, amount: own.resolveAmount },
    verify: { unit: own.verifyUnit, amount: own.verifyAmount },
  }
}
/** The same, read now: a step must not reckon with a policy kept from seconds ago. */
export const budgetsOf = async (db: Tx, kind: CaseKind, placed: Placed): Promise<Budgets> => {
  const [policies, regimes] = await Promise.all([
    db.select().from(deadlinePolicies).where(eq(deadlinePolicies.districtId, placed.districtId)),
    regimesOf(db, placed.districtId),
  ])
  return budgetsIn(policies, kind, regimeAt(regimes, placed))
}
/** A new clock as a row, not yet written. */
export const newClock = (
  caseId: string,
  kind: ClockKind,
  budget: Budget,
  at: Date,
  calendar: WorkingCalendar,
): ClockRow => ({
  id: uuidv7(),
  caseId,
  kind,
  organisationId: null,
  ...fromClock(startClock(budget, at), calendar),
  stoppedAt: null,
  warnedAt: null,
  missedAt: null,
  promisedAt: null,
})
export const clocksOf = (db: Tx, caseId: string): Promise<ClockRow[]> =>
  db.select().from(caseClocks).where(eq(caseClocks.caseId, caseId)).orderBy(caseClocks.startedAt, caseClocks.kind)
const runs = (clock: ClockRow) => clock.stoppedAt === null

/** Ends a clock: met if before its due time. */
export const stopClock = (clock: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow => {
  const paused = clock.pausedAt === null ? pauseClock(toClock(clock), at, calendar) : toClock(clock)
  return { ...clock, ...fromClock(paused, calendar), dueAt: clock.dueAt, warnAt: clock.warnAt, stoppedAt: at }
}
export const pauseRow = (clock: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow =>
  clock.pausedAt === null && runs(clock)
    ? {
        ...clock,
        ...fromClock(pauseClock(toClock(clock), at, calendar), calendar),
        promisedAt: clock.dueAt ?? clock.promisedAt,
      }
    : clock
export const resumeRow = (clock: ClockRow, at: Date, calendar: WorkingCalendar): ClockRow =>
  clock.pausedAt !== null && runs(clock) ? { ...clock, ...fromClock(resumeClock(toClock(clock), at), calendar) } : clock
/** A clock may have begun or turned in another request after this one began: it is never turned back. */
/** A new budget, or the same under a changed calendar: what has run stays counted. */
export const rebudgetRow = (
  clock: ClockRow,
  budget: Budget,
  at: Date,
  oldCalendar: WorkingCalendar,
  calendar: WorkingCalendar,
): ClockRow =>
  runs(clock)
    ? { ...clock, ...fromClock(changePolicy(toClock(clock), budget, notBefore(clock, at), oldCalendar), calendar) }
    : clock
/** The share of its budget that is used: 0 to 1, above 1 when late. */
export const usedShare = (clock: ClockRow, at: Date, calendar: WorkingCalendar): number => {
  const budget = { unit: clock.unit, amount: clock.amount }
  return (
    Math.round(
      (elapsed(toClock(clock), clock.stoppedAt ?? at, calendar) / budgetMilliseconds(budget, calendar)) * 1000,
    ) / 1000
  )
}
/** What bites first among the running clocks. */
export const nextDue = (clocks: readonly ClockRow[]): { dueAt: Date | null; dueKind: ClockKind | null } => {
  const due = clocks
    .filter((clock) => runs(clock) && clock.dueAt !== null)
    .toSorted((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime())[0]
  return { dueAt: due?.dueAt ?? null, dueKind: due?.kind ?? null }
}
export const writeClocks = async (
  cx: AnyCx,
  before: readonly ClockRow[],
  after: readonly ClockRow[],
): Promise<void> => {
  const known = new Map(before.map((clock) => [clock.id, clock]))
  const fresh = after.filter((clock) => !known.has(clock.id))
  if (fresh.length > 0) await cx.db.insert(caseClocks).values(fresh)
  for (const clock of after) {
    if (known.get(clock.id) !== undefined && known.get(clock.id) !== clock)
      await cx.db.update(caseClocks).set(clock).where(eq(caseClocks.id, clock.id))
  }
}
/** Running clocks of the district, or of an area in it, in batches by id, locked. */
export const runningClocks = (
  db: Tx,
  districtId: string,
  afterId: string,
  limit: number,
  area?: { readonly id: string; readonly kind: RegimePlaceKind },
): Promise<ClockRow[]> =>
  db
    .select()
    .from(caseClocks)
    .where(
      and(
        isNull(caseClocks.stoppedAt),
        sql`${caseClocks.id} > ${afterId}`,
        exists(
          db
            .select({ id: cases.id })
            .from(cases)
            .where(
              and(
                eq(cases.id, caseClocks.caseId),
                eq(cases.districtId, districtId),
                area === undefined ? undefined : eq(cases[areaKey[area.kind]], area.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(caseClocks.id)
    .limit(limit)
    .for('update')
