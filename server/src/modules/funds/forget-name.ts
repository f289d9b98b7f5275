// Takes the name of somebody who had their data erased out of the books; the figures stay.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { fundApplications, fundEntries, fundPledges } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(fundEntries).set({ actorName: erasedName }).where(eq(fundEntries.actorId, personId))
  await cx.db.update(fundPledges).set({ name: erasedName }).where(eq(fundPledges.personId, personId))
  await cx.db
    .update(fundApplications)
    .set({ applicantName: erasedName })
    .where(eq(fundApplications.applicantId, personId))
  await cx.db
    .update(fundApplications)
    .set({ approverName: erasedName })
    .where(eq(fundApplications.approverId, personId))
  await cx.db.update(fundApplications).set({ payerName: erasedName }).where(eq(fundApplications.payerId, personId))
}
