// Reminds of sessions of tomorrow and of promises: one reminder and one note of lateness for each. Runs in working hours.
import { and, eq, isNull, lte, lt, ne } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { shortDay, shortMoment } from './moments.ts'
import { tellOf } from './take-step.ts'
import {
  mediationClauses,
  mediationMediators,
  mediationParties,
  mediationPromises,
  mediations,
  mediationSessions,
} from './tables.ts'

const DAY_MS = 86_400_000
const BATCH = 200

const mediatorsOf = async (cx: Cx<null>, id: string) =>
  (
    await cx.db
      .select({ personId: mediationMediators.personId })
      .from(mediationMediators)
      .where(eq(mediationMediators.mediationId, id))
  ).map((one) => one.personId)
const partyPeople = async (cx: Cx<null>, id: string) =>
  (
    await cx.db
      .select({ personId: mediationParties.personId })
      .from(mediationParties)
      .where(eq(mediationParties.mediationId, id))
  ).map((one) => one.personId)

const remindOfSessions = async (cx: Cx<null>): Promise<void> => {
  const soon = await cx.db
    .select({ session: mediationSessions, id: mediations.id, number: mediations.number })
    .from(mediationSessions)
    .innerJoin(mediations, and(eq(mediations.id, mediationSessions.mediationId), eq(mediations.state, 'inSession')))
    .where(
      and(
        isNull(mediationSessions.heldAt),
        isNull(mediationSessions.remindedAt),
        lte(mediationSessions.at, new Date(cx.now.getTime() + DAY_MS)),
      ),
    )
    .limit(BATCH)
  for (const { session, id, number } of soon) {
    await cx.db.update(mediationSessions).set({ remindedAt: cx.now }).where(eq(mediationSessions.id, session.id))
    if (session.at > cx.now)
      await tellOf(
        cx,
        { id, number },
        'mediation.session',
        [...(await mediatorsOf(cx, id)), ...(await partyPeople(cx, id))],
        { at: shortMoment(session.at), where: session.place },
      )
  }
}
const duePromises = (cx: Cx<null>, which: 'warnedAt' | 'missedAt', day: string) =>
  cx.db
    .select({
      clauseId: mediationPromises.clauseId,
      dueOn: mediationPromises.dueOn,
      owes: mediationParties.personId,
      id: mediations.id,
      number: mediations.number,
    })
    .from(mediationPromises)
    .innerJoin(mediations, and(eq(mediations.id, mediationPromises.mediationId), eq(mediations.state, 'signed')))
    .innerJoin(mediationClauses, eq(mediationClauses.id, mediationPromises.clauseId))
    .innerJoin(mediationParties, eq(mediationParties.id, mediationClauses.fromId))
    .where(
      and(
        ne(mediationPromises.state, 'kept'),
        isNull(mediationPromises[which]),
        which === 'warnedAt' ? lte(mediationPromises.dueOn, day) : lt(mediationPromises.dueOn, day),
      ),
    )
    .limit(BATCH)
/** The job `mediation.remind`. */
export const remindOfMediations = async (cx: Cx<null>): Promise<void> => {
  await remindOfSessions(cx)
  const today = shanghaiDay(cx.now)
  for (const one of await duePromises(cx, 'warnedAt', shanghaiDay(new Date(cx.now.getTime() + DAY_MS)))) {
    await cx.db.update(mediationPromises).set({ warnedAt: cx.now }).where(eq(mediationPromises.clauseId, one.clauseId))
    if (one.dueOn >= today) await tellOf(cx, one, 'mediation.promiseDue', [one.owes], { day: shortDay(one.dueOn) })
  }
  for (const one of await duePromises(cx, 'missedAt', today)) {
    await cx.db.update(mediationPromises).set({ missedAt: cx.now }).where(eq(mediationPromises.clauseId, one.clauseId))
    await tellOf(cx, one, 'mediation.promiseLate', [one.owes, ...(await mediatorsOf(cx, one.id))], {
      day: shortDay(one.dueOn),
    })
  }
}
