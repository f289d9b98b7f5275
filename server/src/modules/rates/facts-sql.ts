// What a case counts in the three rates, in SQL: the same rule as rules/src/three-rates.ts, which a test holds it to.
import { sql, type SQL } from 'drizzle-orm'
import { SATISFIED_FROM } from '../../../../contract/src/rates-kinds.ts'

/** Of rate_facts, in their order. */
export const factColumns = sql.raw(
  'case_id, district_id, street_id, community_id, category_id, respond_day, respond_body, responded, resolve_day, resolve_body, resolved, silent_unchecked, waiting, rated, satisfied, merged, excluded',
)
export const sumNames = [
  'respond_due',
  'responded',
  'respond_excluded',
  'resolve_due',
  'resolved',
  'silent_unchecked',
  'waiting',
  'resolve_excluded',
  'rated',
  'satisfied',
] as const
export const sumColumns = sql.raw(sumNames.join(', '))
/** Where no body is in charge, and for all bodies or categories together. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The cases that were not merged into another: by their first deadlines, so that no reopening moves a case to a later month. */
const standing = sql`
  select c.id as case_id, c.district_id, c.street_id, c.community_id, c.category_id,
    case when (r.stopped_at is null and r.due_at is null)
        or (c.state = 'withdrawn' and r.stopped_at >= c.state_at and r.stopped_at <= r.promised_at) then null
      else (r.promised_at at time zone 'Asia/Shanghai')::date end as respond_day,
    case when rm.clock_id is null then c.handler_id else rm.organisation_id end as respond_body,
    coalesce(r.stopped_at <= r.promised_at and not (c.state = 'withdrawn' and r.stopped_at >= c.state_at), false) as responded,
    case when c.state = 'rejected' or (c.state = 'suspended' and s.due_at is null)
        or (c.state = 'withdrawn' and s.stopped_at <= s.promised_at) then null
      else (s.promised_at at time zone 'Asia/Shanghai')::date end as resolve_day,
    coalesce(c.handler_id, sm.organisation_id) as resolve_body,
    coalesce(c.state = 'confirmed' and (e.step = 'confirm' or (e.step = 'confirmBySilence' and k.result = 'passed')), false) as resolved,
    coalesce(c.state = 'confirmed' and e.step = 'confirmBySilence' and k.result is null, false) as silent_unchecked,
    c.state = 'closed' as waiting,
    c.rating is not null as rated, coalesce(c.rating >= ${SATISFIED_FROM}, false) as satisfied,
    false as merged,
    exists (select 1 from rate_exclusions x where x.case_id = c.id and x.state = 'granted') as excluded
  from wanted w join cases c on c.id = w.id
  left join lateral (select * from case_clocks k where k.case_id = c.id and k.kind = 'respond' order by k.started_at limit 1) r on true
  left join lateral (select * from case_clocks k where k.case_id = c.id and k.kind = 'resolve' order by k.started_at limit 1) s on true
  left join case_misses rm on rm.clock_id = r.id
  left join case_misses sm on sm.clock_id = s.id
  left join lateral (select v.step from case_events v where v.case_id = c.id and v.to_state = 'confirmed' order by v.at desc, v.id desc limit 1) e on c.state = 'confirmed'
  left join lateral (select i.result from recheck_items i where i.case_id = c.id and i.result is not null order by i.checked_at desc, i.id desc limit 1) k on c.state = 'confirmed'`

/** The facts of these cases; `ids` is an array of uuid. Cases that are never due give no row. */
export const factsOf = (ids: SQL): SQL => sql`
  with recursive ends as (
    select c.id, c.id as at, c.merged_into_id as up from cases c
      where c.id = any(${ids}) and c.merged_into_id is not null and c.rating is not null
    union all
    select e.id, c.id, c.merged_into_id from ends e join cases c on c.id = e.up
  ), roots as (select id, at from ends where up is null),
  wanted as (select c.id from cases c where c.id = any(${ids}) and c.merged_into_id is null union select at from roots),
  due as (${standing})
  select ${factColumns} from due
    where case_id = any(${ids}) and (respond_day is not null or resolve_day is not null)
  union all
  select m.id, d.district_id, d.street_id, d.community_id, d.category_id, null::date, null::uuid, false, d.resolve_day, d.resolve_body,
    false, false, false, true, m.rating >= ${SATISFIED_FROM}, true, d.excluded
  from roots join cases m on m.id = roots.id join due d on d.case_id = roots.at where d.resolve_day is not null`

/** The sums of facts that carry a `sign` (1 or -1), by scope, axis, key and day: ten figures each. */
export const sumsOf = (signed: SQL): SQL => sql`
  select p.district_id, scope.id as scope_id, axis.name as axis, axis.key as key_id, p.day,
    ${sql.raw(sumNames.map((name) => `sum(p.${name})::int as ${name}`).join(', '))}
  from (
    select sign, f.district_id, f.street_id, f.community_id, f.category_id, f.respond_body as body, f.respond_day as day,
      sign * (not f.excluded)::int as respond_due, sign * (not f.excluded and f.responded)::int as responded,
      sign * f.excluded::int as respond_excluded, 0 as resolve_due, 0 as resolved, 0 as silent_unchecked, 0 as waiting,
      0 as resolve_excluded, 0 as rated, 0 as satisfied
    from ${signed} f where f.respond_day is not null
    union all
    select sign, f.district_id, f.street_id, f.community_id, f.category_id, f.resolve_body, f.resolve_day, 0, 0, 0,
      sign * (not f.excluded and not f.merged)::int, sign * (not f.excluded and f.resolved)::int,
      sign * (not f.excluded and f.silent_unchecked)::int, sign * (not f.excluded and f.waiting)::int,
      sign * (f.excluded and not f.merged)::int, sign * (not f.excluded and f.rated)::int,
      sign * (not f.excluded and f.satisfied)::int
    from ${signed} f where f.resolve_day is not null
  ) p
  cross join lateral (values (p.district_id), (p.street_id), (p.community_id)) scope (id)
  cross join lateral (values ('all', ${NOBODY}::uuid), ('body', coalesce(p.body, ${NOBODY}::uuid)), ('category', p.category_id)) axis (name, key)
  group by 1, 2, 3, 4, 5`
