// After an erasure: the name goes from the timelines of cases; what was followed and saved goes with the person.
import { and, eq, ne } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { caseEvents, caseFollowers, caseViews } from './tables.ts'

/** However many there are: runs in a job after the erasure. */
export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(caseEvents)
    .set({ actorName: erasedName })
    .where(and(eq(caseEvents.actorId, personId), ne(caseEvents.actorName, erasedName)))
  await cx.db.delete(caseFollowers).where(eq(caseFollowers.personId, personId))
  await cx.db.delete(caseViews).where(eq(caseViews.personId, personId))
}
