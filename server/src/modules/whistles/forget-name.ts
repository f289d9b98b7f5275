// Takes the name of somebody who had their data erased out of whistles and their history.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { whistleEvents, whistleParts } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(whistleEvents).set({ actorName: erasedName }).where(eq(whistleEvents.actorId, personId))
  await cx.db.update(whistleParts).set({ callerName: erasedName }).where(eq(whistleParts.calledBy, personId))
}
