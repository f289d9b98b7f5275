// Takes the name of somebody who had their data erased out of the records of the ladder.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { caseEscalations } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(caseEscalations).set({ actorName: erasedName }).where(eq(caseEscalations.actorId, personId))
}
