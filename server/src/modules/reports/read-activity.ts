// What else happened in an area and a period: cases received and closed, overdue ones, hot spots, whistles, patrols, promises.
import { sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Period, Scope } from '../rates/index.ts'
import type { Report } from './report.ts'

const SHOWN = 10
const BEST = 5
const LEAST_FIVES = 3
type Activity = Pick<
  Report,
  'received' | 'closed' | 'overdue' | 'hotSpots' | 'whistles' | 'patrols' | 'promises' | 'bestPeople'
>
const open = sql.raw(
  `c.state in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened')`,
)
const start = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`

export const readActivity = async (cx: Cx, scope: Scope, { from, to }: Period): Promise<Activity> => {
  const here = (table: string) => sql`${sql.raw(`${table}.${scope.kind}_id`)} = ${scope.id}`
  const during = (column: string) =>
    sql`${sql.raw(column)} >= ${start(from)} and ${sql.raw(column)} < ${start(to)} + interval '1 day'`
  const days = (column: string) => sql`${sql.raw(column)} between ${from}::date and ${to}::date`
  const now = cx.now.toISOString()
  const one = async <R extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<R[]> =>
    (await cx.db.execute(query)).rows as unknown as R[]
  const [counts] = await one<{ received: number; closed: number; late: number }>(sql`
    select (select count(*)::int from cases c where ${here('c')} and ${during('c.created_at')}) as received,
      (select count(*)::int from cases c where ${here('c')} and ${during('c.created_at')} and c.state in ('closed', 'confirmed')) as closed,
      (select count(*)::int from cases c where ${here('c')} and ${open} and c.due_at < ${now}) as late`)
  const overdue = await one<{ id: string; number: string; place: string; body: string; dueAt: Date }>(sql`
    select c.id, c.number::text, c.place_path as place, coalesce(o.name, '') as body, c.due_at as "dueAt"
    from cases c left join organisations o on o.id = c.handler_id
    where ${here('c')} and ${open} and c.due_at < ${now} order by c.due_at, c.id limit ${SHOWN}`)
  const hotSpots = await one<{ id: string; title: string; place: string; cases: number }>(sql`
    select (array_agg(h.id order by h.growth desc, h.id))[1] as id, (array_agg(h.title order by h.growth desc, h.id))[1] as title,
      string_agg(distinct h.place_name, '、') as place, sum(h.case_count)::int as cases from hot_spots h
    where ${here('h')} and h.state <> 'dismissed' and h.last_at >= ${start(from)} and h.first_at < ${start(to)} + interval '1 day'
    group by coalesce(h.kin_id, h.id) order by max(h.growth) desc, 1 limit ${SHOWN}`)
  const [whistles] = await one<{ called: number; late: number }>(sql`
    select count(*)::int as called, count(*) filter (where w.late_arrival or w.late_result or w.due_at < ${now})::int as late
    from whistle_parts w where ${here('w')} and ${during('w.called_at')}`)
  const [patrols] = await one<{ planned: number; done: number; missed: number; findings: number }>(sql`
    select count(*)::int as planned, count(*) filter (where v.state = 'done')::int as done,
      count(*) filter (where v.state = 'missed')::int as missed, coalesce(sum(v.findings), 0)::int as findings
    from patrol_visits v where ${here('v')} and v.state <> 'cancelled' and ${days('v.day')}`)
  const [promises] = await one<{ due: number; kept: number; late: number; open: number }>(sql`
    select count(*)::int as due,
      count(*) filter (where p.state = 'kept' and (p.ended_at at time zone 'Asia/Shanghai')::date <= p.due_on)::int as kept,
      count(*) filter (where (p.state = 'kept' and (p.ended_at at time zone 'Asia/Shanghai')::date > p.due_on) or (p.state = 'open' and p.due_on < ${shanghaiDay(cx.now)}::date))::int as late,
      count(*) filter (where p.state = 'open')::int as open
    from promises p where ${here('p')} and ${days('p.due_on')}`)
  // Five stars of those who did the work, among cases due in the period.
  const bestPeople = await one<{ name: string; organisation: string; fives: number }>(sql`
    select d.name, coalesce(o.name, '') as organisation, b.fives from (
      select c.doer_id, f.resolve_body as body, count(*)::int as fives from rate_facts f join cases c on c.id = f.case_id
      where ${here('f')} and ${days('f.resolve_day')} and f.satisfied and not f.excluded and c.rating = 5 and c.doer_id is not null
      group by 1, 2 having count(*) >= ${LEAST_FIVES} order by 3 desc, 1 limit ${BEST}) b
    join persons d on d.id = b.doer_id left join organisations o on o.id = b.body order by b.fives desc, d.name`)
  return {
    received: counts!.received,
    closed: counts!.closed,
    overdue: {
      count: counts!.late,
      rows: overdue.map((row) => ({ ...row, dueAt: new Date(row.dueAt).toISOString() })),
    },
    hotSpots,
    whistles: whistles!,
    patrols: patrols!,
    promises: promises!,
    bestPeople,
  }
}
