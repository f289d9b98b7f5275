// Counts changed cases exactly once: takes them from the outbox, and moves the daily sums by what each now counts differently.
import { sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { factColumns, factsOf, sumColumns, sumNames, sumsOf } from './facts-sql.ts'

const BATCH = 2000
/** Batches in one run of the job; what is left calls for another run. */
const BATCHES = 25
const CHUNK = 20_000
const LOCK = 'rates.count'

/** One counts at a time: nobody else writes facts or sums. False where another counts now. */
const takeTurn = async (db: Tx): Promise<boolean> =>
  (await db.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${LOCK}, 0)) as mine`))
    .rows[0]!.mine
const waitTurn = (db: Tx) => db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`)

const assignments = sql.raw(
  [
    'street_id, community_id, category_id, respond_day, respond_body, responded, resolve_day, resolve_body, resolved',
    'silent_unchecked, waiting, rated, satisfied, merged, excluded',
  ]
    .join(', ')
    .split(', ')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
)
const additions = sql.raw(sumNames.map((name) => `${name} = rate_days.${name} + excluded.${name}`).join(', '))

/** Replaces the facts of these cases and moves the sums by the difference. */
const countCases = async (db: Tx, ids: readonly string[]): Promise<void> => {
  const array = sql`${sql.param([...ids])}::uuid[]`
  await db.execute(sql`
    with fresh as materialized (${factsOf(array)}),
    old as materialized (select ${factColumns} from rate_facts where case_id = any(${array})),
    changed as materialized (select f.* from fresh f left join old o using (case_id) where o.case_id is null or f is distinct from o),
    ended as materialized (select o.* from old o left join fresh f using (case_id) where f.case_id is null or f is distinct from o),
    removed as (delete from rate_facts where case_id in (select case_id from ended) and case_id not in (select case_id from fresh)),
    kept as (insert into rate_facts (${factColumns}) select ${factColumns} from changed
      on conflict (case_id) do update set ${assignments}),
    signed as materialized (select 1 as sign, c.* from changed c union all select -1, e.* from ended e)
    insert into rate_days (district_id, scope_id, axis, key_id, day, ${sumColumns})
      select * from (${sumsOf(sql`signed`)}) s where ${sql.raw(sumNames.map((name) => `s.${name} <> 0`).join(' or '))}
      order by scope_id, axis, key_id, day
    on conflict (scope_id, axis, key_id, day) do update set ${additions}`)
}
/** The changed cases, and the duplicates merged into them: their ratings count where the root stands. */
const withMerged = async (db: Tx, ids: readonly string[]): Promise<string[]> =>
  (
    await db.execute<{ id: string }>(sql`
      with recursive family as (
        select unnest(${sql.param([...ids])}::uuid[]) as id
        union
        select c.id from cases c join family f on c.merged_into_id = f.id
      ) select id from family`)
  ).rows.map((row) => row.id)

/** Takes what waits, oldest first. Gives how many changes were taken, `more` when some are left. */
export const countChanges = async (db: Tx): Promise<{ taken: number; more: boolean }> => {
  if (!(await takeTurn(db))) return { taken: 0, more: false }
  await db.execute(sql`set local jit = off`)
  let taken = 0
  for (let i = 0; i < BATCHES; i++) {
    const changed = await db.execute<{ case_id: string }>(sql`
      delete from rate_changes where id in (select id from rate_changes order by id limit ${BATCH}) returning case_id`)
    taken += changed.rows.length
    const ids = [...new Set(changed.rows.map((row) => row.case_id))]
    if (ids.length > 0) await countCases(db, await withMerged(db, ids))
    if (changed.rows.length < BATCH) return { taken, more: false }
  }
  return { taken, more: true }
}
/** The job `rates.count`. */
export const runCount = async (cx: Cx<null>): Promise<void> => {
  const { more } = await countChanges(cx.db)
  if (more) await cx.later('rates.count', {})
}

/** Sums all facts afresh, a month at a time so that each stays in memory. */
const sumMonths = async (db: Tx): Promise<void> => {
  await db.execute(sql`analyze rate_facts`)
  const { rows } = await db.execute<{ month: string }>(sql`
    select to_char(generate_series(date_trunc('month', min(d)), max(d), interval '1 month'), 'YYYY-MM-DD') as month
    from (select min(respond_day) as d from rate_facts union all select min(resolve_day) from rate_facts
      union all select max(respond_day) from rate_facts union all select max(resolve_day) from rate_facts) s where d is not null`)
  for (const { month } of rows) {
    const within = (day: string) =>
      sql`${sql.raw(day)} >= ${month}::date and ${sql.raw(day)} < ${month}::date + interval '1 month'`
    // A fact of two months gives each month what falls into it.
    await db.execute(sql`
      with signed as materialized (
        select 1 as sign, case_id, district_id, street_id, community_id, category_id,
          case when ${within('respond_day')} then respond_day end as respond_day, respond_body, responded,
          case when ${within('resolve_day')} then resolve_day end as resolve_day, resolve_body, resolved,
          silent_unchecked, waiting, rated, satisfied, merged, excluded
        from rate_facts where ${within('respond_day')} or ${within('resolve_day')}
      )
      insert into rate_days (district_id, scope_id, axis, key_id, day, ${sumColumns}) ${sumsOf(sql`signed`)}`)
  }
}
/** Counts everything again from the cases. Gives how many sums came out otherwise than they stood: none, if all is well. */
export const rebuild = async (db: Tx): Promise<{ sums: number; different: number }> => {
  await waitTurn(db)
  await db.execute(sql`set local jit = off`)
  await db.execute(sql`create temporary table rates_before on commit drop as select * from rate_days`)
  // Whatever is noted from here on is counted after this.
  await db.execute(sql`delete from rate_changes`)
  await db.execute(sql`delete from rate_days`)
  await db.execute(sql`delete from rate_facts`)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await db.execute<{ id: string }>(
      sql`select id from cases where id > ${after}::uuid order by id limit ${CHUNK}`,
    )
    if (rows.length === 0) break
    const ids = sql`${sql.param(rows.map((row) => row.id))}::uuid[]`
    await db.execute(sql`insert into rate_facts (${factColumns}) ${factsOf(ids)}`)
    after = rows[rows.length - 1]!.id
  }
  await sumMonths(db)
  const anything = (table: string) => sumNames.map((name) => `${table}.${name} <> 0`).join(' or ')
  const { rows } = await db.execute<{ sums: number; different: number }>(sql`
    select (select count(*)::int from rate_days) as sums, (select count(*)::int from (
      (select * from rates_before b where ${sql.raw(anything('b'))} except select * from rate_days)
      union all
      (select * from rate_days d where ${sql.raw(anything('d'))} except select * from rates_before)) d) as different`)
  return rows[0]!
}
