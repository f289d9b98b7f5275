// Owners and occupants of a home as staff see, record and end them.
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { exclusivePartKinds, type PlaceKind } from '../../../../contract/src/places-tree.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { persons } from '../identity/tables.ts'
import type { PlaceRow } from './placing.ts'
import { findPlaceWithin } from './policy.ts'
import { homePeople } from './tables.ts'

type HomePerson = OutOf<(typeof placesApi)['GET /api/places/:id/people']>[number]
export type Relation = 'owner' | 'occupant'
/** In Chinese and English. */
export const relationWords = { owner: ['业主', 'owner'], occupant: ['住户', 'occupant'] } as const
const AT_MOST = 200

/** @throws home.not-a-home for anything but a home, a shop or a parking space in use */
export const checkIsHome = (place: PlaceRow): void => {
  if (!(exclusivePartKinds as readonly PlaceKind[]).includes(place.kind) || !place.active)
    throw refuse('home.not-a-home')
}
const columns = {
  id: homePeople.id,
  personId: homePeople.personId,
  personName: persons.name,
  phone: persons.phoneMasked,
  relation: homePeople.relation,
  state: homePeople.state,
  since: homePeople.since,
  reason: homePeople.reason,
}
const stateRank = sql`array_position(array['confirmed', 'claimed', 'refused', 'ended'], ${homePeople.state})`
const fetchPeople = async (cx: Cx, homeId: string, only?: string): Promise<HomePerson[]> => {
  const rows = await cx.db
    .select(columns)
    .from(homePeople)
    .innerJoin(persons, eq(persons.id, homePeople.personId))
    .where(and(eq(homePeople.homeId, homeId), only === undefined ? undefined : eq(homePeople.id, only)))
    .orderBy(stateRank, asc(homePeople.since), asc(homePeople.id))
    .limit(AT_MOST)
  return rows.map(({ personId, personName, since, ...row }) => ({
    ...row,
    person: { id: personId, name: personName },
    since: since.toISOString(),
  }))
}
/** Those in force first, then claims, then history. Masked. @throws place.not-found, access.out-of-scope */
export const listHomePeople = async (cx: Cx, homeId: string): Promise<HomePerson[]> => {
  const home = await findPlaceWithin(cx, 'person.see', homeId)
  return fetchPeople(cx, home.id)
}
/** Records a person as confirmed; a waiting claim of the same is confirmed by it. */
export const recordHomePerson = async (
  cx: Cx,
  homeId: string,
  input: { personId: string; relation: Relation },
): Promise<HomePerson> => {
  const home = await findPlaceWithin(cx, 'home.confirm', homeId)
  checkIsHome(home)
  const [person] = await cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.id, input.personId), eq(persons.districtId, cx.districtId), persons.active))
  if (person === undefined) throw refuse('identity.no-person')
  const same = and(
    eq(homePeople.homeId, homeId),
    eq(homePeople.personId, person.id),
    eq(homePeople.relation, input.relation),
  )
  const [claim] = await cx.db
    .select({ id: homePeople.id })
    .from(homePeople)
    .where(and(same, eq(homePeople.state, 'claimed')))
    .for('update')
  const decided = { state: 'confirmed' as const, decidedBy: cx.actor.personId, decidedAt: cx.now }
  const id = claim?.id ?? uuidv7()
  if (claim === undefined) {
    const row = {
      id,
      districtId: cx.districtId,
      homeId,
      personId: person.id,
      relation: input.relation,
      since: cx.now,
      ...decided,
    }
    await orDuplicate(
      Promise.resolve(cx.db.insert(homePeople).values(row)),
      'home_people_once',
      'home.already-recorded',
    )
  } else await cx.db.update(homePeople).set(decided).where(eq(homePeople.id, id))
  await cx.journal({
    action: 'home.record',
    sentence: '登记了业主或住户',
    thing: { kind: 'place', id: homeId },
    after: { home: home.path, personId: person.id, relation: input.relation, state: 'confirmed' },
  })
  return (await fetchPeople(cx, homeId, id))[0]!
}
/** One row with its home, locked, where the actor may confirm. @throws home.no-claim, access.out-of-scope */
export const lockHomePerson = async (cx: Cx, id: string) => {
  const [row] = await cx.db
    .select()
    .from(homePeople)
    .where(and(eq(homePeople.id, id), eq(homePeople.districtId, cx.districtId)))
    .for('update')
  if (row === undefined) throw refuse('home.no-claim')
  return { row, home: await findPlaceWithin(cx, 'home.confirm', row.homeId) }
}
/** Ends what is claimed or confirmed; the row stays as history. */
export const endHomePerson = async (cx: Cx, id: string): Promise<{ done: true }> => {
  const { row, home } = await lockHomePerson(cx, id)
  if (row.state !== 'confirmed' && row.state !== 'claimed') throw refuse('lifecycle.wrong-state')
  await cx.db
    .update(homePeople)
    .set({ state: 'ended', decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(eq(homePeople.id, id))
  await cx.journal({
    action: 'home.end',
    sentence: '结束了业主或住户身份',
    thing: { kind: 'place', id: home.id },
    before: { home: home.path, personId: row.personId, relation: row.relation, state: row.state },
    after: { state: 'ended' },
  })
  return { done: true }
}
