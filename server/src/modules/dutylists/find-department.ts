// Which department answers for a category at a place, by its own lists: the nearest area and the stronger list first.
import { sql } from 'drizzle-orm'
import { dutyListShort, routingLists, type DutyList } from '../../../../contract/src/dutylists-kinds.ts'
import type { Placed } from '../../platform/access.ts'
import type { Tx } from '../../platform/database.ts'
import { coveringIds, type OrganisationRow, organisationById } from '../organisations/index.ts'

export interface DutyFound {
  readonly organisation: OrganisationRow
  /** e.g. 按执法清单：综合行政执法局 · 查处占道经营 */
  readonly because: string
}
/** A duty of a category covers its sub-categories. Null where no list covers it. */
export const findByDutyList = async (
  db: Tx,
  districtId: string,
  categoryId: string,
  placed: Placed,
): Promise<DutyFound | null> => {
  const ids = coveringIds(placed)
  const found = await db.execute<{ organisationId: string; list: DutyList; name: string }>(sql`
    select i.organisation_id as "organisationId", i.list, i.name
    from duty_items i
      join duty_item_categories c on c.item_id = i.id
      join organisations o on o.id = i.organisation_id and o.active
      left join lateral (
        select min(array_position(${sql.param(ids)}::uuid[], p.place_id)) as nearest, count(*) as areas
        from duty_item_places p where p.item_id = i.id
      ) at on true
    where i.district_id = ${districtId} and (at.areas = 0 or at.nearest is not null)
      and c.category_id in (${categoryId}, (select parent_id from categories where id = ${categoryId}))
    order by array_position(${sql.param([...routingLists])}::text[], i.list), at.nearest nulls last, (c.category_id <> ${categoryId}), i.sort, i.id
    limit 1`)
  const row = found.rows[0]
  if (row === undefined) return null
  const organisation = await organisationById(db, row.organisationId)
  return organisation === null
    ? null
    : { organisation, because: `按${dutyListShort[row.list]}：${organisation.name} · ${row.name}` }
}
