// Signs of gaming: found every night among the cases due this month and the last, with their cases. Nobody is punished by it.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { QUICK_MINUTES, type SignKind } from '../../../../contract/src/rates-kinds.ts'
import type { ratesApi } from '../../../../contract/src/rates.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayAt } from '../../platform/access.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { monthBefore } from './months.ts'
import { districtOnly, monthPeriod } from './read-rates.ts'
import { ratingOrigins, rateSigns } from './tables.ts'

type Signs = OutOf<(typeof ratesApi)['GET /api/rates/signs']>
const KEPT_MS = 366 * 86_400_000
/** Cases named with a sign; the count says how many there are. */
const SHOWN = 50

/** Per kind: body, count, of how many, and the cases. `f` are the facts of the month, `due` how many each body had. */
const found: Readonly<Record<SignKind, SQL>> = {
  selfFiled: sql`
    select f.resolve_body as body, array_agg(f.case_id order by f.case_id) as ids from f join cases c on c.id = f.case_id
    where c.filed_by is not null and exists (select 1 from appointments a where a.person_id = c.filed_by and a.organisation_id = f.resolve_body
      and a.from_on <= c.created_at::date and (a.to_on is null or a.to_on >= c.created_at::date))
    group by 1`,
  quickClosed: sql`
    select f.resolve_body as body, array_agg(f.case_id order by f.case_id) as ids from f
    join lateral (select min(e.at) as at from case_events e where e.case_id = f.case_id and e.to_state = 'dispatched') d on true
    join lateral (select min(e.at) as at from case_events e where e.case_id = f.case_id and e.to_state = 'closureRequested') q on true
    where q.at - d.at < ${QUICK_MINUTES} * interval '1 minute' group by 1`,
  oneDevice: sql`
    select f.resolve_body as body, array_agg(f.case_id order by f.case_id) as ids from f
    join cases c on c.id = f.case_id join rating_origins o on o.case_id = f.case_id
    where c.rating = 5 group by f.resolve_body, o.device_hash having count(*) >= 3`,
  oneRater: sql`
    select f.resolve_body as body, array_agg(f.case_id order by f.case_id) as ids from f join cases c on c.id = f.case_id
    where f.rated and c.reporter_id is not null group by f.resolve_body, c.reporter_id having count(*) >= 5`,
  manyExcluded: sql`
    select f.resolve_body as body, array_agg(f.case_id order by f.case_id) filter (where f.excluded) as ids from f where not f.merged
    group by 1 having count(*) filter (where f.excluded) * 20 > count(*)`,
}
/** The job `rates.signs`, for one month. */
export const findSigns = async (cx: Cx<Actor | null>, month: string): Promise<number> => {
  const { from, to } = monthPeriod(month)
  await cx.db.delete(rateSigns).where(and(eq(rateSigns.districtId, cx.districtId), eq(rateSigns.month, month)))
  let written = 0
  for (const kind of Object.keys(found) as SignKind[]) {
    const done = await cx.db.execute(sql`
      with f as materialized (select * from rate_facts where district_id = ${cx.districtId} and resolve_day between ${from}::date and ${to}::date and resolve_body is not null),
      due as (select resolve_body as body, count(*)::int as n from f group by 1),
      hits as (${found[kind]})
      insert into rate_signs (id, district_id, month, kind, body_id, counted, of_all, case_ids, found_at)
      select gen_random_uuid(), ${cx.districtId}, ${month}, ${kind}, h.body, cardinality(h.ids), d.n, h.ids[1:${SHOWN}], ${cx.now.toISOString()}
      from hits h join due d using (body) where cardinality(h.ids) > 0`)
    written += done.rowCount ?? 0
  }
  return written
}
export const runSigns = async (cx: Cx<null>): Promise<void> => {
  const month = shanghaiDay(cx.now).slice(0, 7)
  await findSigns(cx, monthBefore(month))
  await findSigns(cx, month)
  await cx.db
    .delete(ratingOrigins)
    .where(sql`${ratingOrigins.at} < ${new Date(cx.now.getTime() - KEPT_MS).toISOString()}`)
}
/** @throws access.out-of-scope */
export const listSigns = async (cx: Cx, month: string): Promise<Signs> => {
  if (!mayAt(cx.actor, 'rates.review', districtOnly(cx.districtId))) throw refuse('access.out-of-scope')
  const rows = await cx.db
    .select()
    .from(rateSigns)
    .where(and(eq(rateSigns.districtId, cx.districtId), eq(rateSigns.month, month)))
    .orderBy(rateSigns.kind, sql`${rateSigns.counted} desc`, rateSigns.id)
    .limit(500)
  const ids = [...new Set(rows.flatMap((row) => row.caseIds))]
  const [bodies, numbers] = await Promise.all([
    organisationsByIds(
      cx.db,
      rows.flatMap((row) => row.bodyId ?? []),
    ),
    cx.db.execute<{ id: string; number: string }>(
      sql`select id, number::text from cases where id = any(${sql.param(ids)}::uuid[])`,
    ),
  ])
  const numberOf = new Map(numbers.rows.map((row) => [row.id, row.number]))
  return {
    rows: rows.map((row) => ({
      id: row.id,
      month: row.month,
      kind: row.kind,
      body: { id: row.bodyId, name: row.bodyId === null ? '' : (bodies.get(row.bodyId)?.name ?? '') },
      counted: row.counted,
      ofAll: row.ofAll,
      cases: row.caseIds.map((id) => ({ id, number: numberOf.get(id) ?? '' })),
      foundAt: row.foundAt.toISOString(),
    })),
  }
}
