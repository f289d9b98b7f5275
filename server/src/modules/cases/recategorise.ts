// Corrects kind and category: a new kind means new budgets, without losing what has run; a new proposal where none went out.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import { mayAt } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { budgetsOf, clocksOf, nextDue, rebudgetRow, writeClocks } from './clocks.ts'
import { lockCase } from './load-case.ts'
import type { CaseRow } from './policy.ts'
import { proposeHandler } from './propose-handler.ts'
import { loadSettings } from './settings-cache.ts'
import { caseEvents, cases } from './tables.ts'

/** The correction in the timeline, for staff, and in the journal. */
const record = async (cx: Cx, row: CaseRow, kind: CaseKind, category: { id: string; name: string }) => {
  await cx.db.insert(caseEvents).values({
    id: uuidv7(),
    caseId: row.id,
    at: cx.now,
    step: 'recategorise',
    fromState: null,
    toState: null,
    actorId: cx.actor.personId,
    actorName: cx.actor.name,
    organisationName: cx.actor.held[0]?.organisationName ?? null,
    words: null,
    audience: 'internal',
    photos: [],
    data: { kind, category: category.name },
  })
  await cx.journal({
    action: 'case.recategorise',
    sentence: '更正了类型或类别',
    thing: { kind: 'case', id: row.id },
    before: { kind: row.kind, categoryId: row.categoryId },
    after: { kind, categoryId: category.id },
  })
}
export const recategorise = async (
  cx: Cx,
  id: string,
  input: { kind?: CaseKind | undefined; categoryId?: string | undefined },
): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  if (!mayAt(cx.actor, 'case.accept', row)) throw refuse('access.out-of-scope')
  if (['confirmed', 'rejected', 'withdrawn'].includes(row.state)) throw refuse('lifecycle.wrong-state')
  const settings = await loadSettings(cx.db, cx.districtId)
  const categoryId = input.categoryId ?? row.categoryId
  const category = settings.categories.find((one) => one.id === categoryId)
  if (category === undefined) throw refuse('category.not-found')
  const kind = input.kind ?? row.kind
  const [calendar, budgets, before] = await Promise.all([
    loadCalendar(cx.db, cx.districtId),
    budgetsOf(cx.db, kind, row),
    clocksOf(cx.db, id),
  ])
  const after =
    kind === row.kind
      ? before
      : before.map((clock) => rebudgetRow(clock, budgets[clock.kind], cx.now, calendar, calendar))
  await writeClocks(cx, before, after)
  const proposal = await proposeHandler(
    cx.db,
    { districtId: cx.districtId, placeId: row.placeId, placed: row, categoryId, kind },
    settings.rules,
    settings.categories,
  )
  const changes = {
    kind,
    categoryId,
    ...nextDue(after),
    updatedAt: cx.now,
    proposedId: proposal.organisation?.id ?? null,
    proposedRule: proposal.rule,
    proposedWhy: proposal.why,
  }
  await cx.db.update(cases).set(changes).where(eq(cases.id, id))
  await record(cx, row, kind, category)
  cx.live('case', id)
  return { ...row, ...changes }
}
