// After an erasure: the name goes from meetings' lists and emptyings, and nothing tells which station somebody rode for;
// doors given to them are free for others.
import { eq, inArray } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { boxEmptyings, complaintRows, knockVisits, riderStations } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  const theirs = cx.db.select({ id: cases.id }).from(cases).where(eq(cases.reporterId, personId))
  await cx.db
    .update(complaintRows)
    .set({ whoName: null, whoPhoneSealed: null })
    .where(inArray(complaintRows.caseId, theirs))
  await cx.db.update(boxEmptyings).set({ byName: erasedName }).where(eq(boxEmptyings.byPerson, personId))
  await cx.db.update(knockVisits).set({ assignedTo: null }).where(eq(knockVisits.assignedTo, personId))
  await cx.db.delete(riderStations).where(eq(riderStations.personId, personId))
}
