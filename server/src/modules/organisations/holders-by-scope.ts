// Who holds a permission over many places at once: for work done in batches.
import type { Permission } from '../../../../contract/src/permissions.ts'
import type { Tx } from '../../platform/database.ts'

const text = `
select distinct a.scope_id as "scopeId", a.person_id as "personId"
from appointments a join positions po on po.id = a.position_id join persons p on p.id = a.person_id and p.active
where a.district_id = $1 and a.scope_id = any ($2::uuid[]) and po.permissions @> array[$3]::text[]
  and a.from_on <= (now() at time zone 'Asia/Shanghai')::date and (a.to_on is null or a.to_on >= (now() at time zone 'Asia/Shanghai')::date)`
/** The people who hold a permission today, by the place of their appointment. */
export const holdersByScope = async (
  db: Tx,
  districtId: string,
  permission: Permission,
  scopeIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const { rows } = await db.$client.query<{ scopeId: string; personId: string }>({ text }, [
    districtId,
    [...new Set(scopeIds)],
    permission,
  ])
  return new Map([...Map.groupBy(rows, (row) => row.scopeId)].map(([id, all]) => [id, all.map((row) => row.personId)]))
}
