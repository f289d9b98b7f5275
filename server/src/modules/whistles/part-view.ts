// A unit's part as its reader may see it: the case in brief, clocks, ratings, history, and the steps they may take.
import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { whistlePart, whistlePartView } from '../../../../contract/src/whistles.ts'
import { partLife, type PartStep } from '../../../../contract/src/whistles-life.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { maySee, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { clocksOf, missedBy, usedShare } from './clocks.ts'
import { standingOf, type PartRow } from './policy.ts'
import { whistleEvents, whistleParts, whistleRatings, whistles } from './tables.ts'

export type Part = z.input<typeof whistlePart>
export type PartView = z.input<typeof whistlePartView>
const iso = (at: Date | null) => at?.toISOString() ?? null
const mayOf = (cx: Cx, row: PartRow): PartStep[] => mayTake(partLife, row.state, standingOf(cx.actor, row))

const ratingsOf = async (cx: Cx, ids: readonly string[]) => {
  const rows = await cx.db
    .select()
    .from(whistleRatings)
    .where(inArray(whistleRatings.partId, [...ids]))
  return (id: string, by: 'community' | 'reporter') =>
    rows.find((row) => row.partId === id && row.by === by)?.rating ?? null
}
/** The parts of a page, with the names they show; `rows` are few. */
export const shapeParts = async (cx: Cx, rows: readonly PartRow[]): Promise<Part[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [clocks, units, caseRows, rating, calendar] = await Promise.all([
    clocksOf(cx.db, ids),
    organisationsByIds(
      cx.db,
      rows.map((row) => row.organisationId),
    ),
    cx.db
      .select()
      .from(cases)
      .where(inArray(cases.id, [...new Set(rows.map((row) => row.caseId))])),
    ratingsOf(cx, ids),
    loadCalendar(cx.db, cx.districtId),
  ])
  const caseOf = new Map<string, CaseRow>(caseRows.map((row) => [row.id, row]))
  return rows.map((row) => {
    const of = caseOf.get(row.caseId)!
    const mine = clocks.filter((clock) => clock.partId === row.id)
    const isLate = (kind: 'arrival' | 'result') =>
      mine.some((one) => one.kind === kind && missedBy(one, cx.now) !== null)
    return {
      id: row.id,
      case: { id: of.id, number: String(of.number), words: of.words.slice(0, 300), place: of.placePath },
      opens: maySee(cx.actor, of),
      organisation: { id: row.organisationId, name: units.get(row.organisationId)?.name ?? '' },
      isLead: row.isLead,
      asked: row.asked,
      state: row.state,
      stateAt: row.stateAt.toISOString(),
      calledAt: row.calledAt.toISOString(),
      caller: { name: row.callerName, organisation: row.callerOrganisation },
      people: row.people,
      expectedAt: iso(row.expectedAt),
      clocks: mine.map((clock) => ({
        kind: clock.kind,
        dueAt: iso(clock.dueAt),
        stoppedAt: iso(clock.stoppedAt),
        pausedAt: clock.stoppedAt === null ? iso(clock.pausedAt) : null,
        missedAt: iso(clock.missedAt),
        used: usedShare(clock, cx.now, calendar),
      })),
      late: { arrival: row.lateArrival || isLate('arrival'), result: row.lateResult || isLate('result') },
      ratings: { community: rating(row.id, 'community'), reporter: rating(row.id, 'reporter') },
      may: mayOf(cx, row),
    }
  })
}
export const viewPart = async (cx: Cx, row: PartRow): Promise<PartView> => {
  const [[part], events, [whistle], others, [of]] = await Promise.all([
    shapeParts(cx, [row]),
    cx.db
      .select()
      .from(whistleEvents)
      .where(eq(whistleEvents.partId, row.id))
      .orderBy(asc(whistleEvents.at), asc(whistleEvents.id)),
    cx.db.select({ why: whistles.why }).from(whistles).where(eq(whistles.id, row.whistleId)),
    partsOfCase(cx, row.caseId),
    cx.db.select({ photos: cases.photos }).from(cases).where(eq(cases.id, row.caseId)),
  ])
  const rest = others.filter((one) => one.id !== row.id)
  const names = await organisationsByIds(
    cx.db,
    rest.map((one) => one.organisationId),
  )
  return {
    ...part!,
    casePhotos: of!.photos,
    why: whistle!.why,
    colleagues: rest.map((one) => ({
      name: names.get(one.organisationId)?.name ?? '',
      isLead: one.isLead,
      state: one.state,
    })),
    history: events
      .map((event) => ({
        id: event.id,
        at: event.at.toISOString(),
        step: event.step,
        by: { name: event.actorName, organisation: event.organisationName },
        words: event.words,
        photos: event.photos,
        proof: event.proof,
      }))
      .toReversed(),
  }
}
export const partsOfCase = (cx: Cx, caseId: string): Promise<PartRow[]> =>
  cx.db
    .select()
    .from(whistleParts)
    .where(eq(whistleParts.caseId, caseId))
    .orderBy(desc(whistleParts.isLead), whistleParts.calledAt, whistleParts.id)
