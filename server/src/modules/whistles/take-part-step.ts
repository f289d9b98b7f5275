// Takes one step of a unit's part: the table decides, then row, clocks, lateness, hold, history, and who is told.
import { and, eq, inArray, ne } from 'drizzle-orm'
import {
  openPartStates,
  partLife,
  partSteps,
  type PartState,
  type PartStep,
} from '../../../../contract/src/whistles-life.ts'
import { heldAt } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refusalOf, takeStep, type Taker } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { organisationById } from '../organisations/index.ts'
import { clocksAfter, clocksOf, nextDue, writeClocks } from './clocks.ts'
import { noteLateness } from './note-lateness.ts'
import { lockPart } from './load-part.ts'
import { isDecider, standingOf, type PartRow } from './policy.ts'
import { proofOfArrival } from './prove-arrival.ts'
import { whistleParts, whistleRatings } from './tables.ts'
import { holdFor, writeHistory, type AnyCx } from './write-history.ts'

export interface PartInput {
  readonly people?: string | undefined
  readonly expectedAt?: string | undefined
  readonly words?: string | undefined
  readonly reason?: string | undefined
  readonly doorCode?: string | undefined
  readonly photos?: readonly string[] | undefined
  readonly rating?: number | undefined
}
/** The body the actor acts for in this step. */
const actingFor = (cx: AnyCx, row: PartRow, unitName: string, name: PartStep): string | null => {
  if (cx.actor === null) return null
  const { by } = partSteps[name]
  if (!('person' in by)) return null
  if (by.person === 'handler') return unitName
  return heldAt(cx.actor, by.permission, row)?.organisationName ?? null
}
const changesOf = (row: PartRow, name: PartStep, input: PartInput, now: Date): Partial<PartRow> => {
  if (name === 'reportIn')
    return {
      people: input.people!,
      expectedAt: input.expectedAt === undefined ? null : new Date(input.expectedAt),
    }
  if (name === 'arrive') return { people: input.people ?? row.people }
  if (name === 'refuse') return { wasRefused: true }
  if (name === 'accept' || name === 'grant' || name === 'release' || name === 'releaseWithCase') return { doneAt: now }
  return {}
}
/** A lead that goes hands on to the unit called first among those that stay. */
const passLead = async (cx: AnyCx, row: PartRow): Promise<void> => {
  const [next] = await cx.db
    .select()
    .from(whistleParts)
    .where(
      and(
        eq(whistleParts.whistleId, row.whistleId),
        ne(whistleParts.id, row.id),
        inArray(whistleParts.state, [...openPartStates]),
      ),
    )
    .orderBy(whistleParts.calledAt, whistleParts.id)
    .limit(1)
  if (next === undefined) return
  await cx.db.update(whistleParts).set({ isLead: false }).where(eq(whistleParts.id, row.id))
  await cx.db.update(whistleParts).set({ isLead: true }).where(eq(whistleParts.id, next.id))
  const unitName = (await organisationById(cx.db, next.organisationId))?.name ?? ''
  await writeHistory(cx, next, {
    step: 'whistle.lead',
    sentence: '牵头单位改为',
    from: next.state,
    to: next.state,
    unitName,
    organisationName: null,
    words: '原牵头单位已解除，由本单位牵头。',
  })
  await cx.later('whistle.tell', { partId: next.id, event: 'lead', said: '原牵头单位已解除' })
}
const wordsOf = (name: PartStep, input: PartInput, people: string | null): string | null => {
  const said = input.reason ?? input.words ?? null
  if (name === 'reportIn' || name === 'arrive') return [people, said].filter(Boolean).join('。')
  if (name === 'rate') return [`${input.rating} 分`, said].filter(Boolean).join('。')
  return said
}
/** Applies a step to a locked row. Nothing else writes `whistle_parts.state`. */
export const applyPartStep = async (
  cx: AnyCx,
  row: PartRow,
  name: PartStep,
  taker: Taker,
  input: PartInput,
): Promise<PartRow> => {
  const proof = name === 'arrive' ? await proofOfArrival(cx, row, taker, input) : null
  const people = input.people ?? (name === 'arrive' ? row.people : undefined)
  // No step of a part leads back to where it came from, so the table names the state.
  const to = takeStep(partLife, row.state, name, taker, { ...input, people, proof: proof?.say }) as PartState
  const calendar = await loadCalendar(cx.db, cx.districtId)
  const before = await clocksOf(cx.db, [row.id])
  const after = clocksAfter(before, name, cx.now, calendar)
  await writeClocks(cx, before, after)
  const changes = { ...changesOf(row, name, input, cx.now), state: to, stateAt: cx.now, dueAt: nextDue(after) }
  await cx.db.update(whistleParts).set(changes).where(eq(whistleParts.id, row.id))
  await noteLateness(cx, row, after)
  if (name === 'rate')
    await cx.db.insert(whistleRatings).values({
      partId: row.id,
      by: 'community',
      rating: input.rating!,
      words: input.words ?? null,
      personId: cx.actor?.personId ?? null,
      at: cx.now,
    })
  const photos = [...(input.photos ?? [])]
  if (photos.length > 0) await attachFiles(cx as Cx, photos, { kind: 'case', id: row.caseId }, 'photo')
  const unitName = (await organisationById(cx.db, row.organisationId))?.name ?? ''
  const next = { ...row, ...changes }
  await holdFor(cx, next, unitName)
  const words = wordsOf(name, input, next.people)
  await writeHistory(cx, next, {
    step: `whistle.${name}`,
    sentence: partSteps[name].zh,
    from: row.state,
    to,
    unitName,
    organisationName: actingFor(cx, row, unitName, name),
    words,
    photos,
    proof: proof?.say ?? null,
  })
  if (to === 'released' && row.isLead) await passLead(cx, next)
  await cx.later('whistle.tell', { partId: row.id, event: name, said: words ?? '', by: cx.actor?.personId ?? null })
  return next
}
/** Takes a step as the signed-in person. @throws whistle.*, lifecycle.*, access.not-allowed */
export const takePartStep = async (cx: Cx, id: string, name: PartStep, input: PartInput): Promise<PartRow> => {
  const row = await lockPart(cx, id)
  const taker: Taker = { person: standingOf(cx.actor, row) }
  const isDecision = name === 'uphold' || name === 'grant'
  // Somebody who holds the permission, but called it or stands on the caller's own level, learns why.
  if (isDecision && row.state === 'refused' && !isDecider(cx.actor, row)) throw refuse('whistle.not-decider')
  if (refusalOf(partLife, row.state, name, taker) === 'access.not-allowed') throw refuse('access.not-allowed')
  return applyPartStep(cx, row, name, taker, input)
}
