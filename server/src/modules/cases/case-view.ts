// One case as its reader may see it: names masked where hidden, only the steps they may take.
import type { z } from 'zod'
import type { caseView, timelineEntry } from '../../../../contract/src/cases.ts'
import { caseLife, limits } from '../../../../contract/src/cases-life.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import { actorNameIn, type Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { maskPhone, type Sealing } from '../../platform/sealing.ts'
import { mayAt } from '../../platform/access.ts'
import { readAround, type Around, type CaseEvent } from './around-case.ts'
import { usedShare, type ClockRow } from './clocks.ts'
import { plainFace } from './page.ts'
import { isHandler, knowsReporter, mayReveal, seesByPlace, standingOf, type CaseRow } from './policy.ts'
import { loadSettings } from './settings-cache.ts'

export type CaseView = z.input<typeof caseView>
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
type People = Around['people']
/** The reporter's own steps carry the name they have now: after erasure none. */
const timelineOf = (
  cx: Cx,
  row: CaseRow,
  events: readonly CaseEvent[],
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

/** Names of the places, bodies and categories a case row points to. */
const namesFor = async (cx: Cx, { names }: Around) => {
  const { categories } = await loadSettings(cx.db, cx.districtId)
  const found = new Map([...names, ...categories].map((one) => [one.id, one.name]))
  const named = (id: string) => ({ id, name: found.get(id) ?? '' })
  return { named, maybe: (id: string | null) => (id === null ? null : named(id)) }
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
/** Puts the view together from rows already at hand. */
export const viewOf = async (cx: Cx, row: CaseRow, around: Around, sealing: Sealing): Promise<CaseView> => {
  const { events, clocks, holds, following, people } = around
  const [{ named, maybe }, calendar] = await Promise.all([namesFor(cx, around), loadCalendar(cx.db, cx.districtId)])
  const filedBy = row.filedBy === null ? null : { id: row.filedBy, name: people.get(row.filedBy)?.name ?? '' }
  const working = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  const face = plainFace(row, cx.now)
  return {
    ...face,
    overdue: row.overdue || face.overdue,
    category: named(row.categoryId),
    words: row.words,
    handler: maybe(row.handlerId),
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
/** Reads what stands around the case, then puts the view together. */
export const loadView = async (cx: Cx, row: CaseRow, sealing: Sealing): Promise<CaseView> =>
  viewOf(cx, row, await readAround(cx, row), sealing)
