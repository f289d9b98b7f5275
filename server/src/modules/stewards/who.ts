// 谁管我: who looks after my homes, and the place of a door code somebody scanned.
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { resolveCode } from '../doorcodes/index.ts'
import { homesOf, placeById } from '../places/index.ts'
import { cardsAt } from './cards-at.ts'

const MOST_HOMES = 10
/** Homes of one building share their cards only where they share the unit. */
export const whoIsMine = async (cx: Cx, sealing: Sealing) => {
  const homes = (await homesOf(cx.db, cx.actor.personId)).filter((home) => home.districtId === cx.districtId)
  const found = []
  for (const home of homes.slice(0, MOST_HOMES))
    found.push({ place: { id: home.id, name: home.path }, cards: await cardsAt(cx, sealing, home) })
  return found
}
/** @throws doorcode.forged, doorcode.revoked, place.not-found */
export const whoIsAt = async (cx: Cx<Actor | null>, sealing: Sealing, code: string) => {
  const { placeId } = await resolveCode(cx, code)
  const place = await placeById(cx.db, placeId)
  if (place === null) throw refuse('place.not-found')
  return { place: { id: place.id, name: place.path }, cards: await cardsAt(cx, sealing, place) }
}
