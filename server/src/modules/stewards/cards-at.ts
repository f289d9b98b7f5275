// The cards of those who look after a place: name and post always, photo, phone and a line as each consents.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { stewardKinds, type StewardKind } from '../../../../contract/src/stewards-kinds.ts'
import { defaultPositions } from '../../../../contract/src/organisations-positions.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { stewardsApi } from '../../../../contract/src/stewards.ts'
import type { Placed } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { persons } from '../identity/tables.ts'
import { coveringIds } from '../organisations/index.ts'
import { appointments, inForce, organisationPlaces, organisations, positions } from '../organisations/tables.ts'
import { places } from '../places/tables.ts'
import { nameCards } from './tables.ts'

export type NameCard = OutOf<(typeof stewardsApi)['GET /api/stewards/who']>[number]['cards'][number]
const AT_MOST = 3
const kinds = Object.keys(stewardKinds) as StewardKind[]
const kindOf = (code: string): StewardKind =>
  kinds.find((kind) => (stewardKinds[kind].positions as readonly string[]).includes(code))!
const codes = kinds.flatMap((kind): readonly string[] => stewardKinds[kind].positions)

const rowsAt = (cx: Cx<Actor | null>, placed: Placed) => {
  const servesEstate = sql`exists (select 1 from ${organisationPlaces} where ${organisationPlaces.organisationId} = ${organisations.id} and ${organisationPlaces.placeId} = ${placed.estateId})`
  return cx.db
    .select({
      code: positions.code,
      post: positions.name,
      personId: persons.id,
      name: persons.name,
      phoneSealed: persons.phoneSealed,
      scope: places.path,
      scopeId: places.id,
      organisation: organisations.name,
      officePhone: organisations.phone,
      card: nameCards,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .leftJoin(nameCards, eq(nameCards.personId, persons.id))
    .where(
      and(
        eq(appointments.districtId, cx.districtId),
        inForce,
        inArray(appointments.scopeId, coveringIds(placed)),
        inArray(positions.code, codes),
        sql`(${positions.code} <> 'propertyManager' or ${servesEstate})`,
      ),
    )
    .orderBy(appointments.fromOn, appointments.id)
}
type Row = Awaited<ReturnType<typeof rowsAt>>[number]
const cardOf = (cx: Cx<Actor | null>, sealing: Sealing, row: Row): NameCard => {
  const { card } = row
  const isEnglish = (cx.actor?.language ?? cx.origin.language) === 'en'
  const english = defaultPositions.find((position) => position.code === row.code)?.en
  const sealed = card?.showPhone ? (card.workPhoneSealed ?? row.phoneSealed) : null
  return {
    kind: kindOf(row.code),
    post: isEnglish ? (english ?? row.post) : row.post,
    name: row.name,
    scope: row.scope,
    organisation: row.organisation,
    officePhone: row.officePhone,
    workPhone: sealed === null ? null : sealing.open(sealed),
    // Pictures are served to who is signed in.
    photoId: card?.showPhoto && cx.actor !== null ? card.photoId : null,
    line: card?.line ?? null,
  }
}
/** At most three of each kind, the nearest first; nobody twice. */
export const cardsAt = async (cx: Cx<Actor | null>, sealing: Sealing, placed: Placed): Promise<NameCard[]> => {
  const near = coveringIds(placed)
  const rows = (await rowsAt(cx, placed)).toSorted((a, b) => near.indexOf(a.scopeId) - near.indexOf(b.scopeId))
  const first = new Map<string, Row>()
  for (const kind of kinds)
    for (const row of rows) if (kindOf(row.code) === kind && !first.has(row.personId)) first.set(row.personId, row)
  const chosen = [...first.values()]
  return kinds.flatMap((kind) =>
    chosen
      .filter((row) => kindOf(row.code) === kind)
      .slice(0, AT_MOST)
      .map((row) => cardOf(cx, sealing, row)),
  )
}
