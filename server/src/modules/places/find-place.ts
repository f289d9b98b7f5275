// Finds places and homes by id, for this module and its neighbours.
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { placeColumns, type PlaceRow } from './placing.ts'
import { homePeople, places } from './tables.ts'

/** One place, retired ones too; null when there is none. */
export const placeById = async (db: Tx, id: string): Promise<PlaceRow | null> =>
  (await db.select(placeColumns).from(places).where(eq(places.id, id)))[0] ?? null

/** Several places at once, by id. */
export const placesByIds = async (db: Tx, ids: readonly string[]): Promise<Map<string, PlaceRow>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.select(placeColumns).from(places).where(inArray(places.id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}
export type OwnHome = PlaceRow & { readonly relation: 'owner' | 'occupant'; readonly since: Date }

/** The homes, shops and parking spaces a person is confirmed for, the longest held first. */
export const homesOf = async (db: Tx, personId: string): Promise<OwnHome[]> =>
  db
    .select({ ...placeColumns, relation: homePeople.relation, since: homePeople.since })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(and(eq(homePeople.personId, personId), eq(homePeople.state, 'confirmed')))
    .orderBy(homePeople.since, homePeople.id)
