// Whom a resident may turn to: names of those in charge of a place, and their organisation's public line.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { defaultPositions } from '../../../../contract/src/organisations-positions.ts'
import type { Placed } from '../../platform/access.ts'
import type { Tx } from '../../platform/database.ts'
import { persons } from '../identity/tables.ts'
import { coveringIds } from './holders.ts'
import { appointments, inForce, organisationPlaces, organisations, positions } from './tables.ts'

export interface Contact {
  readonly role: string
  readonly name: string
  readonly phone: string | null
}
/** In the order in which a resident would ask. */
const shown = ['gridWorker', 'propertyManager', 'communityClerk'] as const
const AT_MOST = 3

/**
 * The grid workers of the grid, the managers of the property company that serves the estate, and the clerks of the
 * community. Never a private number: the phone is the organisation's.
 */
export const contactsAt = async (
  db: Tx,
  districtId: string,
  placed: Placed,
  language: 'zh-CN' | 'en',
): Promise<Contact[]> => {
  const servesEstate = sql`exists (select 1 from ${organisationPlaces} where ${organisationPlaces.organisationId} = ${organisations.id} and ${organisationPlaces.placeId} = ${placed.estateId})`
  const rows = await db
    .select({ code: positions.code, position: positions.name, name: persons.name, phone: organisations.phone })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, and(eq(organisations.id, appointments.organisationId), organisations.active))
    .innerJoin(persons, and(eq(persons.id, appointments.personId), persons.active))
    .where(
      and(
        eq(appointments.districtId, districtId),
        inForce,
        inArray(appointments.scopeId, coveringIds(placed)),
        inArray(positions.code, [...shown]),
        sql`(${positions.code} <> 'propertyManager' or ${servesEstate})`,
      ),
    )
    .orderBy(appointments.fromOn, appointments.id)
  return shown.flatMap((code) => {
    const english = defaultPositions.find((position) => position.code === code)?.en
    return rows
      .filter((row) => row.code === code)
      .slice(0, AT_MOST)
      .map((row) => ({
        role: language === 'en' ? (english ?? row.position) : row.position,
        name: row.name,
        phone: row.phone,
      }))
  })
}
