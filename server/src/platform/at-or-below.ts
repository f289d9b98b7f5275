// Rows that stand at a place or anywhere below it, by the ancestors they carry.
import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

const levels = [
  'placeId',
  'unitId',
  'buildingId',
  'estateId',
  'gridId',
  'microGridId',
  'communityId',
  'streetId',
  'districtId',
] as const
/** Any of the columns the table has; nothing to say without a place. */
export const atOrBelow = (
  table: Partial<Readonly<Record<(typeof levels)[number], AnyColumn>>>,
  placeId: string | undefined,
): SQL | undefined =>
  placeId === undefined
    ? undefined
    : sql`(${sql.join(
        levels.flatMap((level) => (table[level] === undefined ? [] : [sql`${table[level]} = ${placeId}`])),
        sql` or `,
      )})`
