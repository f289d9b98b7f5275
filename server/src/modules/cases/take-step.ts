// Takes one step of a case: lock, check the table, apply effects, write row, history, clocks, journal, and tell.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { caseLife, rejectReasons, type CaseStep, type RejectReason } from '../../../../contract/src/cases-life.ts'
import { heldAt } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import { systemActorName, type Actor, type Cx } from '../../platform/cx.ts'
import { takeStep, type Taker } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { organisationById } from '../organisations/index.ts'
import { budgetsOf, clocksOf, nextDue, writeClocks } from './clocks.ts'
import { holdCase, partIsDone, partSay, refuseWhileHeld, releaseHold } from './holds.ts'
import { lockCase } from './load-case.ts'
import { noteRating } from './note-rating.ts'
import { standingOf, type CaseRow } from './policy.ts'
import { handlersAt } from './propose-handler.ts'
import { stepEffects, type StepInput } from './step-effects.ts'
import { caseEvents, cases } from './tables.ts'

type AnyCx = Cx<Actor | null>
const wordsOf = (name: CaseStep, input: StepInput): string | null => {
  if (name === 'reject') return `${rejectReasons[input.reason as RejectReason].zh}。${input.advice ?? ''}`
  return input.words ?? input.reason ?? null
}
const dataOf = async (cx: AnyCx, name: CaseStep, input: StepInput): Promise<Record<string, string> | null> => {
  if (input.organisationId !== undefined)
    return { organisation: (await organisationById(cx.db, input.organisationId))?.name ?? '' }
  if (input.intoId !== undefined) {
    const [into] = await cx.db.select({ number: cases.number }).from(cases).where(eq(cases.id, input.intoId))
    return { into: String(into?.number ?? '') }
  }
  if (name === 'suspend') return { until: new Date(input.until!).toISOString() }
  if (name === 'reject') return { reason: input.reason! }
  if (input.rating !== undefined)
    return { rating: String(input.rating), reasons: (input.ratingReasons ?? []).join(',') }
  return null
}
/** The body the actor acts for in this case, for the timeline. */
const organisationOf = (actor: Actor | null, row: CaseRow, name: CaseStep): string | null => {
  if (actor === null) return null
  const by = caseLife.steps[name].by
  if ('person' in by && by.person === 'handler')
    return actor.held.find((held) => held.organisationId === row.handlerId)?.organisationName ?? null
  if ('person' in by && by.person === 'staff')
    return heldAt(actor, by.permission as 'case.accept', row)?.organisationName ?? null
  return null
}
const checkTarget = async (cx: AnyCx, row: CaseRow, input: StepInput) => {
  if (input.organisationId === undefined) return
  const candidates = await handlersAt(cx.db, cx.districtId, row)
  if (!candidates.some((one) => one.id === input.organisationId))
    throw refuse('case.cannot-handle', { fields: [{ path: 'organisationId', message: '不在可承办单位中' }] })
}

/** A parent waits for its parts; one that is reopened reopens a parent that had been closed. */
const followPart = async (cx: AnyCx, part: CaseRow, parentId: string): Promise<void> => {
  const hold = { kind: 'part', thingId: part.id } as const
  if (partIsDone(part.state)) return releaseHold(cx, parentId, hold)
  const [parent] = await cx.db.select().from(cases).where(eq(cases.id, parentId)).for('update')
  await holdCase(cx, parentId, { ...hold, say: partSay(part) })
  if (parent!.state === 'closed') await applyStep(cx, parent!, 'reopenForPart', { system: true }, {})
}

/** Applies a step to a locked row. People and the system both come through here; nothing else writes `state`. */
export const applyStep = async (
  cx: AnyCx,
  row: CaseRow,
  name: CaseStep,
  taker: Taker,
  input: StepInput,
): Promise<CaseRow> => {
  const taken = takeStep(caseLife, row.state, name, taker, { ...input })
  const to = taken === 'before' ? row.mergedFromState! : taken
  const [, , calendar, budgets, before, data] = await Promise.all([
    checkTarget(cx, row, input),
    refuseWhileHeld(cx.db, row.id, name),
    loadCalendar(cx.db, cx.districtId),
    budgetsOf(cx.db, row.kind, row),
    clocksOf(cx.db, row.id),
    dataOf(cx, name, input),
  ])
  const effect = stepEffects[name]({ row, input, now: cx.now, calendar, budgets, actorId: cx.actor?.personId ?? null })
  const after = effect.clocks === undefined ? before : effect.clocks(before)
  const changes = { ...effect.row, ...nextDue(after), state: to, stateAt: cx.now, updatedAt: cx.now }
  const photos = [...(input.photos ?? [])]
  const event = {
    id: uuidv7(),
    caseId: row.id,
    at: cx.now,
    step: name,
    fromState: row.state,
    toState: to,
    actorId: cx.actor?.personId ?? null,
    actorName: cx.actor?.name ?? systemActorName,
    organisationName: organisationOf(cx.actor, row, name),
    words: wordsOf(name, input),
    audience: effect.audience ?? ('public' as const),
    photos,
    data,
  }
  await Promise.all([
    cx.db.update(cases).set(changes).where(eq(cases.id, row.id)),
    writeClocks(cx, before, after),
    cx.db.insert(caseEvents).values(event),
  ])
  if (photos.length > 0) await attachFiles(cx as Cx, photos, { kind: 'case', id: row.id }, 'photo')
  await cx.journal({
    action: `case.${name}`,
    sentence: caseLife.steps[name].zh,
    thing: { kind: 'case', id: row.id },
    before: { state: row.state, handlerId: row.handlerId },
    after: { state: to, handlerId: changes.handlerId ?? row.handlerId, words: event.words },
  })
  // Who had the case before hears of its leaving too.
  await cx.later('case.tell', { caseId: row.id, step: name, eventId: event.id, formerHandlerId: row.handlerId })
  cx.live('case', row.id)
  if (row.parentId !== null) await followPart(cx, { ...row, state: to }, row.parentId)
  return { ...row, ...changes } as CaseRow
}

/** Takes a step as the signed-in person. @throws lifecycle.*, access.not-allowed, case.* */
export const takeCaseStep = async (cx: Cx, id: string, name: CaseStep, input: StepInput): Promise<CaseRow> => {
  let row = await lockCase(cx, id)
  const taker: Taker = { person: standingOf(cx.actor, row) }
  if (input.rating !== undefined) await noteRating(cx, id)
  if (name === 'dispatch' && row.state === 'submitted') row = await applyStep(cx, row, 'accept', taker, {})
  // One or two stars are not a confirmation: a person decides on reopening.
  if (name === 'confirm' && (input.rating ?? 5) <= 2)
    return applyStep(cx, row, 'askReopening', taker, { ...input, reason: input.words ?? `评价 ${input.rating} 星` })
  return applyStep(cx, row, name, taker, input)
}
