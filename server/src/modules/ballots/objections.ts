// Objections of owners to the roll and to the result, with the convener's answers.
import { and, asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { holdersAt } from '../organisations/index.ts'
import { findAs, findDecision, isStaff, objectsNow, type DecisionRow } from './policy.ts'
import { decisionObjections } from './tables.ts'

/** @throws decision.not-open outside the window */
export const raiseObjection = async (
  cx: Cx,
  id: string,
  input: { readonly about: 'roll' | 'result'; readonly words: string },
): Promise<void> => {
  const row = await findDecision(cx, id)
  if (objectsNow(row, cx.now) !== input.about) throw refuse('decision.not-open')
  await cx.db.insert(decisionObjections).values({
    id: uuidv7(),
    decisionId: id,
    about: input.about,
    personId: cx.actor.personId,
    words: input.words,
    at: cx.now,
  })
  await tell(cx, {
    event: 'decision.objected',
    audience: 'handler',
    personIds: await holdersAt(cx.db, cx.districtId, 'decision.convene', row),
    thing: { kind: 'decision', id },
    fields: { title: row.title, words: input.words },
  })
  await cx.journal({
    action: 'decision.object',
    sentence: '提出了异议',
    thing: { kind: 'decision', id },
    after: { about: input.about },
  })
}
export const answerObjection = async (cx: Cx, id: string, objectionId: string, words: string): Promise<void> => {
  const row = await findAs(cx, id, 'decision.convene')
  const [answered] = await cx.db
    .update(decisionObjections)
    .set({ answer: words, answeredAt: cx.now })
    .where(and(eq(decisionObjections.id, objectionId), eq(decisionObjections.decisionId, id)))
    .returning({ personId: decisionObjections.personId })
  if (answered === undefined) throw refuse('decision.not-found')
  await tell(cx, {
    event: 'decision.answered',
    audience: 'person',
    personIds: [answered.personId],
    thing: { kind: 'decision', id },
    fields: { title: row.title, words },
  })
  await cx.journal({ action: 'decision.answer', sentence: '答复了异议', thing: { kind: 'decision', id } })
}
/** All for staff, one's own for others. */
export const objectionsOf = async (cx: Cx, row: DecisionRow) => {
  const staff = isStaff(cx.actor, row)
  const rows = await cx.db
    .select()
    .from(decisionObjections)
    .where(
      and(
        eq(decisionObjections.decisionId, row.id),
        staff ? undefined : eq(decisionObjections.personId, cx.actor.personId),
      ),
    )
    .orderBy(asc(decisionObjections.at))
    .limit(300)
  const people = staff
    ? await personsByIds(
        cx.db,
        rows.map((one) => one.personId),
      )
    : new Map<string, { name: string }>()
  return rows.map((one) => ({
    id: one.id,
    about: one.about,
    words: one.words,
    byName: people.get(one.personId)?.name ?? null,
    mine: one.personId === cx.actor.personId,
    at: one.at.toISOString(),
    answer: one.answer,
    answeredAt: one.answeredAt?.toISOString() ?? null,
  }))
}
