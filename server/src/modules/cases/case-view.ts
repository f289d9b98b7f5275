// One case as its reader may see it: names masked where hidden, only the steps they may take.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { caseView, timelineEntry } from '../../../../contract/src/cases.ts'
import { caseLife, limits } from '../../../../contract/src/cases-life.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import { actorNameIn, type Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { mayAt } from '../../platform/access.ts'
import { personsByIds } from '../identity/index.ts'
import { organisations } from '../organisations/tables.ts'
import { places } from '../places/tables.ts'
import { clocksOf, usedShare, type ClockRow } from './clocks.ts'
import { openHolds, type Hold } from './holds.ts'
import { isHandler, knowsReporter, mayReveal, seesByPlace, standingOf, type CaseRow } from './policy.ts'
import { loadSettings } from './settings-cache.ts'
import { caseEvents, caseFollowers } from './tables.ts'

export type CaseView = z.input<typeof caseView>
type Event = typeof caseEvents.$inferSelect
const DAY_MS = 86_400_000
const hiddenName = { 'zh-CN': '居民（已隐藏姓名）', en: 'resident (name hidden)' } as const
const nobody = { 'zh-CN': '居民', en: 'resident' } as const
const iso = (at: Date | null) => at?.toISOString() ?? null

export const reopenUntil = (row: CaseRow): Date | null =>
  row.state === 'closed' && row.closedAt !== null ? new Date(row.closedAt.getTime() + limits.reopenDays * DAY_MS) : null

const buttons = (cx: Cx, row: CaseRow): CaseView['may'] => {
  const standing = standingOf(cx.actor, row)
  const until = reopenUntil(row)
  const steps = mayTake(caseLife, row.state, standing).filter((step) => {
    if (step === 'close' && row.doerId === cx.actor.personId) return false
    if (step === 'askReopening' && (until === null || until < cx.now)) return false
    return true
  })
  const byPlace = seesByPlace(cx.actor, row)
  const may: CaseView['may'] = [...steps]
  // Dispatching accepts on the way.
  if (row.state === 'submitted' && standing.staff('case.dispatch') && standing.staff('case.accept'))
    may.push('dispatch')
  if (byPlace || isHandler(cx.actor, row) || standing.reporter) may.push('note')
  if (mayReveal(cx.actor, row)) may.push('revealReporter')
  if (mayAt(cx.actor, 'case.accept', row) && !['confirmed', 'rejected', 'withdrawn'].includes(row.state))
    may.push('recategorise')
  return may
}
type People = Awaited<ReturnType<typeof personsByIds>>
/** The reporter's own steps carry the name they have now: after erasure none. */
const timelineOf = (
  cx: Cx,
  row: CaseRow,
  events: readonly Event[],
  people: People,
): z.input<typeof timelineEntry>[] => {
  const staff = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  const known = knowsReporter(cx.actor, row)
  return events
    .filter((event) => event.audience === 'public' || staff)
    .map((event) => {
      const isReporters = event.actorId !== null && event.actorId === row.reporterId
      const acted = event.actorId === null ? actorNameIn(cx.origin.language, event.actorName) : event.actorName
      const name = (isReporters ? people.get(event.actorId!)?.name : undefined) ?? acted
      return {
        id: event.id,
        at: event.at.toISOString(),
        step: event.step,
        from: event.fromState,
        to: event.toState,
        words: event.words,
        audience: event.audience,
        photos: event.photos,
        data: event.data,
        by: {
          name: isReporters && !known ? hiddenName[cx.origin.language] : name,
          organisation: event.organisationName,
          mine: event.actorId === cx.actor.personId,
        },
      }
    })
    .toReversed()
}
const reporterOf = (cx: Cx, row: CaseRow, people: People, sealing: Sealing) => {
  const person = row.reporterId === null ? undefined : people.get(row.reporterId)
  const behalf =
    row.behalfName === null
      ? null
      : {
          name: row.behalfName,
          phone: row.behalfPhoneSealed === null ? null : maskPhone(sealing.open(row.behalfPhoneSealed)),
        }
  const known = knowsReporter(cx.actor, row)
  const mine = row.reporterId === cx.actor.personId
  return {
    reporter: {
      name: !known ? hiddenName[cx.origin.language] : (person?.name ?? row.behalfName ?? nobody[cx.origin.language]),
      phone: known ? (person?.phoneMasked ?? behalf?.phone ?? null) : null,
      hidden: row.nameHidden,
      mine,
      id: known ? row.reporterId : null,
    },
    onBehalfOf: known ? behalf : null,
  }
}

/** Names that whoever wrote the case has at hand. */
export interface Known {
  readonly names: readonly { readonly id: string; readonly name: string }[]
  readonly people: People
}
/** Names of the places, bodies and people a case row points to. */
const namesFor = async (cx: Cx, row: CaseRow, known: Known | undefined) => {
  const placeIds = [row.streetId, row.communityId, row.gridId, row.estateId].filter((id) => id !== null)
  const bodyIds = [...new Set([row.handlerId, row.proposedId].filter((id) => id !== null))]
  const personIds = [row.reporterId, row.filedBy].filter((id) => id !== null)
  const [placeRows, bodyRows, people, settings] = await Promise.all([
    known?.names ?? cx.db.select({ id: places.id, name: places.name }).from(places).where(inArray(places.id, placeIds)),
    known !== undefined || bodyIds.length === 0
      ? []
      : cx.db
          .select({ id: organisations.id, name: organisations.name })
          .from(organisations)
          .where(inArray(organisations.id, bodyIds)),
    known?.people ?? personsByIds(cx.db, personIds),
    loadSettings(cx.db, cx.districtId),
  ])
  const names = new Map([...placeRows, ...bodyRows, ...settings.categories].map((one) => [one.id, one.name]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return { named, maybe: (id: string | null) => (id === null ? null : named(id)), people }
}

const clockOf = (clock: ClockRow, now: Date, calendar: WorkingCalendar) => ({
  kind: clock.kind,
  startedAt: clock.startedAt.toISOString(),
  dueAt: (clock.dueAt ?? clock.pausedAt ?? clock.startedAt).toISOString(),
  stoppedAt: iso(clock.stoppedAt),
  pausedAt: iso(clock.pausedAt),
  missedAt: iso(clock.missedAt),
  used: usedShare(clock, now, calendar),
})
interface Beside {
  readonly holds: readonly Hold[]
  readonly following: boolean
  readonly known?: Known
}
const nothingHeld: Beside = { holds: [], following: false }
/** Puts the view together from rows already at hand. */
export const viewOf = async (
  cx: Cx,
  row: CaseRow,
  events: readonly Event[],
  clocks: readonly ClockRow[],
  sealing: Sealing,
  { holds, following, known }: Beside = nothingHeld,
): Promise<CaseView> => {
  const [{ named, maybe, people }, calendar] = await Promise.all([
    namesFor(cx, row, known),
    loadCalendar(cx.db, cx.districtId),
  ])
  const filedBy = row.filedBy === null ? null : { id: row.filedBy, name: people.get(row.filedBy)?.name ?? '' }
  const working = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  return {
    id: row.id,
    number: String(row.number),
    kind: row.kind,
    category: named(row.categoryId),
    words: row.words,
    place: { id: row.placeId, kind: row.placeKind, name: row.placeName, path: row.placePath },
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    channel: row.channel,
    photoCount: row.photos.length,
    handler: maybe(row.handlerId),
    dueAt: iso(row.dueAt),
    dueKind: row.dueKind,
    overdue: row.overdue || (row.dueAt !== null && row.dueAt < cx.now),
    rating: row.rating,
    placeNote: row.placeNote,
    position: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    grid: maybe(row.gridId),
    estate: maybe(row.estateId),
    community: named(row.communityId),
    street: named(row.streetId),
    photos: row.photos,
    voice: row.voice,
    ...reporterOf(cx, row, people, sealing),
    filedBy,
    clocks: clocks.map((clock) => clockOf(clock, cx.now, calendar)),
    timeline: timelineOf(cx, row, events, people),
    ratingReasons: row.ratingReasons,
    reopenUntil: iso(reopenUntil(row)),
    holds: working ? [...holds] : [],
    level: row.level,
    levelSince: (row.levelSince ?? row.createdAt).toISOString(),
    following,
    proposal:
      working && row.proposedWhy !== null
        ? { organisation: maybe(row.proposedId), rule: row.proposedRule, why: row.proposedWhy }
        : null,
    may: buttons(cx, row),
  }
}
/** The view of a case just written. */
export const viewOfNew = (
  cx: Cx,
  written: { row: CaseRow; events: readonly Event[]; clocks: readonly ClockRow[]; known: Known },
  sealing: Sealing,
): Promise<CaseView> =>
  viewOf(cx, written.row, written.events, written.clocks, sealing, { ...nothingHeld, known: written.known })
/** Reads timeline and clocks, then puts the view together. */
export const loadView = async (cx: Cx, row: CaseRow, sealing: Sealing): Promise<CaseView> => {
  const [events, clocks, holds, followed] = await Promise.all([
    cx.db
      .select()
      .from(caseEvents)
      .where(eq(caseEvents.caseId, row.id))
      .orderBy(asc(caseEvents.at), asc(caseEvents.id)),
    clocksOf(cx.db, row.id),
    openHolds(cx.db, row.id),
    cx.db
      .select({ since: caseFollowers.since })
      .from(caseFollowers)
      .where(and(eq(caseFollowers.caseId, row.id), eq(caseFollowers.personId, cx.actor.personId))),
  ])
  return viewOf(cx, row, events, clocks, sealing, { holds, following: followed.length > 0 })
}
