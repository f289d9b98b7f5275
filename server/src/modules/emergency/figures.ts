// Figures of an emergency: tasks by state and kind, call-outs, supplies, and day by day; counted from the rows.
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { figures as figuresShape } from '../../../../contract/src/emergency.ts'
import {
  openTaskStates,
  taskKinds,
  taskStates,
  type TaskKind,
  type TaskState,
} from '../../../../contract/src/emergency-kinds.ts'
import type { Tx } from '../../platform/database.ts'
import { cases } from '../cases/tables.ts'
import type { EmergencyRow } from './policy.ts'
import { emergencyCalls, emergencyTasks } from './tables.ts'

export type Figures = z.output<typeof figuresShape>
const areaKey = { street: 'streetId', community: 'communityId', grid: 'gridId', estate: 'estateId' } as const
const isOpen = (state: TaskState) => (openTaskStates as readonly TaskState[]).includes(state)
const DAYS = 60

const tasksOf = async (db: Tx, id: string) => {
  const rows = await db
    .select({
      kind: emergencyTasks.kind,
      state: emergencyTasks.state,
      n: sql<number>`count(*)::int`,
      supplies: sql<number>`sum(${emergencyTasks.quantity})::int`,
      requests: sql<number>`count(${emergencyTasks.requestedBy})::int`,
    })
    .from(emergencyTasks)
    .where(eq(emergencyTasks.emergencyId, id))
    .groupBy(emergencyTasks.kind, emergencyTasks.state)
  const sum = (list: typeof rows, of: 'n' | 'supplies' | 'requests' = 'n') =>
    list.reduce((all, row) => all + row[of], 0)
  const states = Object.keys(taskStates) as TaskState[]
  return {
    tasks: Object.fromEntries(
      states.map((state) => [state, sum(rows.filter((row) => row.state === state))]),
    ) as Figures['tasks'],
    byKind: (Object.keys(taskKinds) as TaskKind[])
      .map((kind) => {
        const of = rows.filter((row) => row.kind === kind)
        return {
          kind,
          total: sum(of),
          done: sum(of.filter((row) => row.state === 'done')),
          open: sum(of.filter((row) => isOpen(row.state))),
        }
      })
      .filter((one) => one.total > 0),
    supplies: sum(rows, 'supplies'),
    requests: sum(rows, 'requests'),
  }
}
const callsOf = async (db: Tx, id: string) => {
  const [row] = await db
    .select({
      called: sql<number>`count(*)::int`,
      coming: sql<number>`count(*) filter (where ${emergencyCalls.answer} = 'coming')::int`,
      cannot: sql<number>`count(*) filter (where ${emergencyCalls.answer} = 'cannot')::int`,
    })
    .from(emergencyCalls)
    .where(eq(emergencyCalls.emergencyId, id))
  return row!
}
/** Each day in Shanghai on which something was done. A visit is a result noted at a door, whatever it was. */
const daysOf = async (db: Tx, id: string): Promise<Figures['days']> => {
  const { rows } = await db.execute<Figures['days'][number]>(sql`
    with done as (
      select (done_at at time zone 'Asia/Shanghai')::date as day, count(*) filter (where state = 'done') as done, count(*) as visits, sum(quantity) as supplies
      from emergency_tasks where emergency_id = ${id} and done_at is not null and state not in ('closed', 'handedOn') group by 1),
    asked as (
      select (created_at at time zone 'Asia/Shanghai')::date as day, count(*) as requests
      from emergency_tasks where emergency_id = ${id} and requested_by is not null group by 1),
    came as (
      select (answered_at at time zone 'Asia/Shanghai')::date as day, count(*) as coming
      from emergency_calls where emergency_id = ${id} and answer = 'coming' group by 1),
    days as (select day from done union select day from asked union select day from came)
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(done.done, 0)::int as done, coalesce(done.visits, 0)::int as visits,
      coalesce(done.supplies, 0)::int as supplies, coalesce(asked.requests, 0)::int as requests, coalesce(came.coming, 0)::int as coming
    from days left join done using (day) left join asked using (day) left join came using (day) order by days.day desc limit ${DAYS}`)
  return rows
}
/** Cases taken in within the area while it held. */
const casesOf = async (db: Tx, row: EmergencyRow): Promise<number> => {
  const until = row.endedAt ?? new Date(8.64e15)
  const [found] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(cases)
    .where(
      and(
        eq(cases.districtId, row.districtId),
        eq(cases[areaKey[row.placeKind]], row.placeId),
        sql`${cases.createdAt} >= ${row.begunAt.toISOString()}::timestamptz`,
        row.endedAt === null ? undefined : sql`${cases.createdAt} <= ${until.toISOString()}::timestamptz`,
      ),
    )
  return found?.n ?? 0
}
export const figuresOf = async (db: Tx, row: EmergencyRow): Promise<Figures> => ({
  ...(await tasksOf(db, row.id)),
  ...(await callsOf(db, row.id)),
  cases: await casesOf(db, row),
  days: await daysOf(db, row.id),
})
