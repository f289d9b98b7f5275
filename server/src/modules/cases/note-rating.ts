// Tells a module outside this one that a case was rated: the app hands in who hears of it.
import type { Actor, Cx } from '../../platform/cx.ts'

export type RatingNoter = (cx: Cx<Actor | null>, caseId: string) => Promise<void>
let noter: RatingNoter | null = null
/** Called once when the app is put together; holds nothing but a function. */
export const noteRatingsBy = (given: RatingNoter): void => {
  noter = given
}
export const noteRating: RatingNoter = async (cx, caseId) => noter?.(cx, caseId)
