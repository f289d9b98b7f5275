// The place an address of the hotline speaks of: an estate by its name, a building in it, or a community.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { placeColumns, type PlaceRow } from '../places/index.ts'
import { places } from '../places/tables.ts'

const SHORTEST = 2
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
/** Buildings are written in many ways: 3号楼, 3栋, 3幢, 3#楼, 三号楼 stays as it is. */
const buildingNumber = (text: string): string | null => /(\d{1,3})\s*(?:号楼|栋|幢|座|#楼|#)/.exec(text)?.[1] ?? null

export type AddressFinder = (address: string) => Promise<PlaceRow | null>
/** Reads the names once; each address is then found among them, the longest name first. */
export const addressFinder = async (db: Tx, districtId: string): Promise<AddressFinder> => {
  const rows = await db
    .select(placeColumns)
    .from(places)
    .where(and(eq(places.districtId, districtId), inArray(places.kind, ['estate', 'community']), places.active))
  const named = rows
    .map((place) => ({ place, name: plain(place.name) }))
    .filter(({ name }) => name.length >= SHORTEST)
    .sort((a, b) => b.name.length - a.name.length)
  const buildings = new Map<string, Promise<PlaceRow | null>>()
  const building = (estate: PlaceRow, number: string): Promise<PlaceRow | null> => {
    const key = `${estate.id} ${number}`
    const known = buildings.get(key)
    if (known !== undefined) return known
    const found = db
      .select(placeColumns)
      .from(places)
      .where(
        and(
          eq(places.estateId, estate.id),
          eq(places.kind, 'building'),
          places.active,
          sql`substring(${places.name} from '^[0-9]+') = ${number}`,
        ),
      )
      .limit(1)
      .then((rowsOfIt) => rowsOfIt[0] ?? null)
    buildings.set(key, found)
    return found
  }
  return async (address) => {
    const text = plain(address)
    const estates = named.filter(({ place, name }) => place.kind === 'estate' && text.includes(name))
    const communities = named.filter(({ place, name }) => place.kind === 'community' && text.includes(name))
    // Two estates of one name: the community in the address decides; else nothing is guessed.
    const community = communities[0]?.place ?? null
    const best = estates.filter(({ name }) => name === estates[0]?.name)
    const estate =
      best.length <= 1
        ? (best[0]?.place ?? null)
        : (best.find(({ place }) => place.communityId === community?.id)?.place ?? null)
    if (estate === null) return estates.length > 0 && community === null ? null : community
    const number = buildingNumber(text.slice(text.indexOf(plain(estate.name)) + plain(estate.name).length))
    return (number === null ? null : await building(estate, number)) ?? estate
  }
}
