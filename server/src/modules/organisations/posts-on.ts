// The office in which people acted on a day: their body and position, from the appointments in force then.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { Tx } from '../../platform/database.ts'
import { appointments, inForceOn, organisations, positions } from './tables.ts'

/** By person, the first such post; who held none is left out. */
export const postsOn = async (
  db: Tx,
  districtId: string,
  personIds: readonly string[],
  permission: Permission,
  day: string,
): Promise<Map<string, string>> => {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ personId: appointments.personId, body: organisations.name, post: positions.name })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, eq(organisations.id, appointments.organisationId))
    .where(
      and(
        eq(appointments.districtId, districtId),
        inArray(appointments.personId, [...new Set(personIds)]),
        sql`${permission} = any(${positions.permissions})`,
        inForceOn(appointments, sql`${day}::date`),
      ),
    )
    .orderBy(asc(appointments.fromOn), asc(appointments.id))
  const posts = new Map<string, string>()
  for (const { personId, body, post } of rows) if (!posts.has(personId)) posts.set(personId, `${body} ${post}`)
  return posts
}
