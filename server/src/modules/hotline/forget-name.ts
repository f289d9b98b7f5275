// After an erasure: who imported and returned is known by id only.
import { eq } from 'drizzle-orm'
import { erasedName, type Cx } from '../../platform/cx.ts'
import { hotlineImports, hotlineReturns } from './tables.ts'

export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.update(hotlineImports).set({ byName: erasedName }).where(eq(hotlineImports.byPerson, personId))
  await cx.db.update(hotlineReturns).set({ byName: erasedName }).where(eq(hotlineReturns.byPerson, personId))
}
