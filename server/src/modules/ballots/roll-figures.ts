// The figures of a roll: counted while it changes, kept with the decision once it is frozen.
import { eq, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { decisionParts, type RollFigures } from './tables.ts'

export const rollFigures = async (cx: Pick<Cx, 'db'>, id: string): Promise<RollFigures> => {
  const [parts] = await cx.db
    .select({
      parts: sql<number>`count(*)::int`,
      area: sql<string>`coalesce(sum(${decisionParts.area}), 0)`,
      unknownParts: sql<number>`(count(*) filter (where ${decisionParts.area} is null))::int`,
      withoutOwner: sql<number>`(count(*) filter (where cardinality(${decisionParts.ownerIds}) = 0 and not ${decisionParts.isDevelopers}))::int`,
      owners: sql<number>`count(distinct case when ${decisionParts.isDevelopers} then 'developer' when cardinality(${decisionParts.ownerIds}) = 0 then ${decisionParts.id}::text else array_to_string(array(select distinct unnest(${decisionParts.ownerIds}) order by 1), '+') end)::int`,
    })
    .from(decisionParts)
    .where(eq(decisionParts.decisionId, id))
  return { ...parts!, area: Number(parts!.area) }
}
