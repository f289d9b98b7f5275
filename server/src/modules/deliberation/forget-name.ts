// After an erasure: minutes keep a person's seal and seat, the name goes; the published hash still holds.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { dutyReportRatings, people } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(people).set({ name: erasedName, salt: '' }).where(eq(people.personId, personId))
  await cx.db.update(dutyReportRatings).set({ words: null }).where(eq(dutyReportRatings.personId, personId))
}
