// Stewards 谁管我 (mission E3): the cards of who looks after a building, and buildings without.
import { eq } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { stewardsRoutes } from './routes.ts'
import { nameCards } from './tables.ts'

/** A picture is seen by its owner, and by all who are signed in once the owner shows it. */
const seesPhoto = async (cx: Cx, personId: string): Promise<boolean> => {
  if (personId === cx.actor.personId) return true
  const [card] = await cx.db.select().from(nameCards).where(eq(nameCards.personId, personId))
  return card !== undefined && card.districtId === cx.districtId && card.showPhoto
}
/** The card goes with the person. */
const forgetCard = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db.delete(nameCards).where(eq(nameCards.personId, personId))
}
export const stewardsModule = ({ sealing }: Parts): Module => ({
  name: 'stewards',
  routes: stewardsRoutes(sealing),
  forgetName: forgetCard,
  files: { nameCard: seesPhoto },
})
