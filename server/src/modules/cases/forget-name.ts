// After an erasure: the name goes from the timelines of cases; what was followed and saved goes with the person.
import { and, eq, inArray, ne } from 'drizzle-orm'
import { erasedName, type Actor, type Cx } from '../../platform/cx.ts'
import { caseEvents, caseFollowers, cases, caseViews } from './tables.ts'

/** However many there are: runs in a job after the erasure. */
export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(caseEvents)
    .set({ actorName: erasedName })
    .where(and(eq(caseEvents.actorId, personId), ne(caseEvents.actorName, erasedName)))
  await cx.db.delete(caseFollowers).where(eq(caseFollowers.personId, personId))
  await cx.db.delete(caseViews).where(eq(caseViews.personId, personId))
}
/** Whom these cases were filed for goes from them. */
export const forgetBehalf = async (cx: Cx<Actor | null>, caseIds: readonly string[]): Promise<void> => {
  if (caseIds.length === 0) return
  await cx.db
    .update(cases)
    .set({ behalfName: null, behalfPhoneSealed: null, behalfConsent: null })
    .where(inArray(cases.id, [...caseIds]))
}
