// Who takes part so far, for the convener: both axes from maintained sums, by building, and the doors still to knock at.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { developerKey } from '../../../../rules/src/owners-roll.ts'
import { leastFor } from '../../../../rules/src/vote-rule-sets.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { personsByIds } from '../identity/index.ts'
import { doorsIn } from './doors.ts'
import { reconciliation } from './papers.ts'
import { findAs, type DecisionRow } from './policy.ts'
import { decisionOwners } from './tables.ts'

type Turnout = OutOf<(typeof ballotsApi)['GET /api/decisions/:id/turnout']>
type Missing = OutOf<(typeof ballotsApi)['GET /api/decisions/:id/missing']>
const axis = (row: DecisionRow, total: number, participating: number) => {
  const need = leastFor(row.rules.participation, total)
  return { total, participating, need, short: Math.max(0, need - participating) }
}
/** An owner with parts in several buildings stands in each of them. */
const byBuilding = async (cx: Cx, id: string): Promise<Turnout['buildings']> => {
  const { rows } = await cx.db.execute<{
    building: string
    owners: number
    voted: number
    area: string
    voted_area: string
  }>(
    sql`select building, count(*)::int owners, count(*) filter (where voted)::int voted,
      coalesce(sum(area), 0) area, coalesce(sum(area) filter (where voted), 0) voted_area
      from (select p.building, p.owner_key, o.voted_at is not null as voted, sum(p.area) area, min(p.sort) sort
        from decision_parts p join decision_owners o on o.decision_id = p.decision_id and o.key = p.owner_key
        where p.decision_id = ${id} group by p.building, p.owner_key, o.voted_at is not null) doors
      group by building order by min(sort) limit 500`,
  )
  return rows.map((row) => ({
    building: row.building,
    owners: row.owners,
    voted: row.voted,
    area: Number(row.area),
    votedArea: Number(row.voted_area),
  }))
}
export const turnoutOf = async (cx: Cx, id: string): Promise<Turnout> => {
  const row = await findAs(cx, id, 'decision.convene')
  return {
    area: axis(row, row.totalArea, row.turnedArea),
    owners: axis(row, row.totalOwners, row.turnedOwners),
    buildings: await byBuilding(cx, id),
    papers: await reconciliation(cx, id),
  }
}
/** Names and doors, never a choice: whoever has no valid ballot yet. */
export const listMissing = async (
  cx: Cx,
  id: string,
  query: ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/missing']>,
): Promise<Missing> => {
  const row = await findAs(cx, id, 'decision.convene')
  const cursor = readCursor(query.after, 1)
  const rows = await cx.db
    .select({
      owner: decisionOwners,
      doors: doorsIn(id, sql`decision_owners.key`, 10),
      building: sql<
        string | null
      >`(select p.building from decision_parts p where p.decision_id = ${id} and p.owner_key = decision_owners.key order by p.sort limit 1)`,
    })
    .from(decisionOwners)
    .where(
      and(
        eq(decisionOwners.decisionId, id),
        isNull(decisionOwners.votedAt),
        cursor === null ? undefined : sql`${decisionOwners.sort} > ${Number(cursor[0])}`,
      ),
    )
    .orderBy(asc(decisionOwners.sort))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.owner.sort])
  const people = await personsByIds(
    cx.db,
    page.rows.flatMap((one) => one.owner.personIds),
  )
  return {
    rows: page.rows.map(({ owner, doors, building }) => ({
      key: owner.key,
      building: building ?? '',
      doors: doors ?? '',
      names:
        owner.key === developerKey ? '开发商' : owner.personIds.map((one) => people.get(one)?.name ?? '').join('、'),
      people:
        owner.personIds.length < 2
          ? []
          : owner.personIds.map((one) => ({ id: one, name: people.get(one)?.name ?? '' })),
      area: owner.area,
    })),
    total: row.totalOwners - row.turnedOwners,
    next: page.next,
  }
}
export const exportMissing = async (cx: Cx, id: string): Promise<Download> => {
  const row = await findAs(cx, id, 'decision.convene')
  await cx.journal({ action: 'decision.export-missing', sentence: '导出了未投票名单', thing: { kind: 'decision', id } })
  return listSheet<Missing['rows'][number]>(cx, {
    name: [`${row.title} 未投票`, `${row.title} not voted`],
    columns: [
      ['楼栋', 'Building', 14, (one) => one.building],
      ['门牌', 'Doors', 44, (one) => one.doors],
      ['业主', 'Owners', 24, (one) => one.names],
      ['面积（平方米）', 'Area (m²)', 16, (one) => one.area / 100],
    ],
    page: (after) => listMissing(cx, id, { limit: SHEET_PAGE, ...(after === undefined ? {} : { after }) }),
  })
}
