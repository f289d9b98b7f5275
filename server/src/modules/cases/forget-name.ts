// Takes the name of somebody who had their data erased out of the timelines of cases.
import { and, eq, ne } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { caseEvents } from './tables.ts'

/** However many there are: runs in a job after the erasure. */
export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(caseEvents)
    .set({ actorName: erasedName })
    .where(and(eq(caseEvents.actorId, personId), ne(caseEvents.actorName, erasedName)))
}
