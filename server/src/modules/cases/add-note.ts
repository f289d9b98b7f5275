// Adds words to the timeline: public ones are also an answer to the reporter and stop the respond clock.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { attachFiles } from '../files/index.ts'
import { clocksOf, nextDue, stopClock, writeClocks } from './clocks.ts'
import { lockCase } from './load-case.ts'
import { rootOf } from './merge-case.ts'
import { isHandler, isReporter, seesByPlace, type CaseRow } from './policy.ts'
import { caseEvents, cases } from './tables.ts'
import { addToTimeline } from './tell-timeline.ts'

/** Later words on a merged case follow to where it is handled; its reporter stays unnamed there. */
const tellRoot = async (cx: Cx, row: CaseRow, input: { words: string; photos: readonly string[] }): Promise<void> => {
  const root = await rootOf(cx, row)
  await addToTimeline(cx, root.id, {
    step: 'mergedNote',
    words: input.words,
    photos: input.photos,
    audience: 'internal',
    data: { number: String(row.number) },
  })
}

export const addNote = async (
  cx: Cx,
  id: string,
  input: { words: string; audience: 'public' | 'internal'; photos: string[] },
): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  const works = seesByPlace(cx.actor, row) || isHandler(cx.actor, row)
  if (!works && !isReporter(cx.actor, row)) throw refuse('case.not-yours')
  if (!works && input.audience === 'internal') throw refuse('access.not-allowed')
  const organisationName = works
    ? (cx.actor.held.find((held) => held.organisationId === row.handlerId) ?? cx.actor.held[0])?.organisationName
    : undefined
  const event = {
    id: uuidv7(),
    caseId: id,
    at: cx.now,
    step: 'note',
    fromState: null,
    toState: null,
    actorId: cx.actor.personId,
    actorName: cx.actor.name,
    organisationName: organisationName ?? null,
    words: input.words,
    audience: input.audience,
    photos: input.photos,
    data: null,
  }
  await cx.db.insert(caseEvents).values(event)
  if (input.photos.length > 0) await attachFiles(cx, input.photos, { kind: 'case', id }, 'photo')
  let changed: Partial<CaseRow> = { updatedAt: cx.now }
  if (works && input.audience === 'public' && row.reporterId !== cx.actor.personId) {
    const calendar = await loadCalendar(cx.db, cx.districtId)
    const before = await clocksOf(cx.db, id)
    const after = before.map((clock) =>
      clock.kind === 'respond' && clock.stoppedAt === null ? stopClock(clock, cx.now, calendar) : clock,
    )
    await writeClocks(cx, before, after)
    changed = { ...changed, ...nextDue(after) }
  }
  await cx.db.update(cases).set(changed).where(eq(cases.id, id))
  await cx.journal({
    action: 'case.note',
    sentence: input.audience === 'public' ? '补充了说明' : '添加了内部备注',
    thing: { kind: 'case', id },
    after: { audience: input.audience, words: input.words },
  })
  if (input.audience === 'public')
    await cx.later('case.tell', { caseId: id, step: 'note', eventId: event.id, byReporter: !works })
  if (row.state === 'merged') await tellRoot(cx, row, input)
  cx.live('case', id)
  return { ...row, ...changed }
}
