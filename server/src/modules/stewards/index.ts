// Stewards 谁管我 (mission E3): the cards of who looks after a building, and buildings without.
import { and, eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { files } from '../files/tables.ts'
import { ownData } from './own-data.ts'
import { stewardsRoutes } from './routes.ts'
import { nameCards } from './tables.ts'

/** A picture is seen by its owner, and by all who are signed in once the owner shows it. */
const seesPhoto = async (cx: Cx, personId: string): Promise<boolean> => {
  if (personId === cx.actor.personId) return true
  const [card] = await cx.db.select().from(nameCards).where(eq(nameCards.personId, personId))
  return card !== undefined && card.districtId === cx.districtId && card.showPhoto
}
/** The card goes with the person; its picture is nobody's then, and swept. */
const forgetCard = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(files)
    .set({ thingKind: null, thingId: null })
    .where(and(eq(files.thingKind, 'nameCard'), eq(files.thingId, personId)))
  await cx.db.delete(nameCards).where(eq(nameCards.personId, personId))
}
export const stewardsModule = ({ sealing }: Parts): Module => ({
  name: 'stewards',
  routes: stewardsRoutes(sealing),
  forgetName: forgetCard,
  ownData,
  files: { nameCard: seesPhoto },
})
