// Takes the name of somebody who had their data erased out of mediations; what was agreed stays, without it.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { mediationEntries, mediationParties, mediationSignatures } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(mediationEntries).set({ actorName: erasedName }).where(eq(mediationEntries.actorId, personId))
  await cx.db.update(mediationParties).set({ name: erasedName }).where(eq(mediationParties.personId, personId))
  await cx.db
    .update(mediationSignatures)
    .set({ actorName: erasedName })
    .where(eq(mediationSignatures.personId, personId))
}
