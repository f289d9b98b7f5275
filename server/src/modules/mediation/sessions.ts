// Sessions of a mediation: called for a time and a place, then recorded: who came, what was said, what was agreed.
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { shortMoment } from './moments.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockAsMediator } from './policy.ts'
import { applyMediationStep, everybodyOf, tellOf } from './take-step.ts'
import { mediationSessions } from './tables.ts'

const YEAR_MS = 365 * 86_400_000
/** The first session begins the mediation. @throws mediation.session-time, lifecycle.wrong-state */
export const planSession = async (
  cx: Cx,
  id: string,
  plan: { readonly at: string; readonly where: string },
): Promise<void> => {
  const found = await lockAsMediator(cx, id)
  const at = new Date(plan.at)
  if (at <= cx.now || at.getTime() > cx.now.getTime() + YEAR_MS) throw refuse('mediation.session-time')
  if (found.row.state !== 'inSession') await applyMediationStep(cx, found, 'beginSessions', {})
  await cx.db.insert(mediationSessions).values({ id: uuidv7(), mediationId: id, at, place: plan.where })
  await cx.journal({
    action: 'mediation.session',
    sentence: '约定了调解会',
    thing: { kind: 'mediation', id },
    after: { at: plan.at },
  })
  await tellOf(cx, found.row, 'mediation.session', everybodyOf(found), { at: shortMoment(at), where: plan.where })
}
/** @throws mediation.session, mediation.party, lifecycle.wrong-state */
export const recordSession = async (
  cx: Cx,
  id: string,
  sessionId: string,
  record: { readonly present: readonly string[]; readonly said: string; readonly agreed?: string | undefined },
): Promise<void> => {
  const found = await lockAsMediator(cx, id)
  if (found.row.state !== 'inSession') throw refuse('lifecycle.wrong-state')
  const present = [...new Set(record.present)]
  if (!present.every((one) => found.parties.some((party) => party.id === one))) throw refuse('mediation.party')
  const changed = await cx.db
    .update(mediationSessions)
    .set({ present, said: record.said, agreed: record.agreed ?? null, heldAt: cx.now })
    .where(
      and(eq(mediationSessions.id, sessionId), eq(mediationSessions.mediationId, id), isNull(mediationSessions.heldAt)),
    )
  if (changed.rowCount !== 1) throw refuse('mediation.session')
  await cx.journal({
    action: 'mediation.sessionRecorded',
    sentence: '记录了调解会',
    thing: { kind: 'mediation', id },
    after: { present: present.length },
  })
  await tellOf(cx, found.row, 'mediation.news', everybodyOf(found))
}
