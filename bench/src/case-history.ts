// Gives the bench's cases what the rates count by: clocks, and the step that confirmed them; then lets the counters run.
import pg from 'pg'
import { openDatabase } from '../../server/src/platform/database.ts'
import { rebuild } from '../../server/src/modules/rates/index.ts'
import { fill, idAt } from './fill.ts'
import type { Scratch } from './scratch-district.ts'

/** Nine of ten were answered in time; those that ended were confirmed by their reporters. */
const history = (from: number, to: number) => [
  `
  insert into case_clocks (id, case_id, kind, unit, amount, started_at, paused_at, stopped_at, due_at, promised_at, warned_at, missed_at, elapsed_ms, elapsed_working_ms)
  select ${idAt('c.created_at')}, c.id, k.kind, 'minutes', 60, c.created_at, c.created_at,
    case when k.kind = 'respond' and c.number % 10 > 0 then c.created_at + interval '1 hour' else c.closed_at end,
    c.created_at + k.after, c.created_at + k.after, c.created_at, c.created_at, 0, 0
  from cases c cross join (values ('respond', interval '4 hours'), ('resolve', interval '3 days')) k (kind, after)
  where c.number > ${from} and c.number <= ${to}`,
  `
  insert into case_events (id, case_id, at, step, from_state, to_state, actor_name, audience, photos)
  select ${idAt("c.created_at + interval '2 days'")}, c.id, c.created_at + interval '2 days', 'confirm', 'closed', 'confirmed', '量测', 'public', '{}'
  from cases c where c.state = 'confirmed' and c.number > ${from} and c.number <= ${to}`,
]

export interface Counted {
  readonly seconds: number
  /** Rows of the daily sums. */
  readonly sums: number
  readonly bytes: number
}
export const makeHistory = async (scratch: Scratch): Promise<Counted> => {
  const db = new pg.Client({ connectionString: scratch.url })
  await db.connect()
  await fill(scratch.url, ['case_clocks', 'case_events'], scratch.count, history)
  await db.query('vacuum analyze')
  const database = openDatabase(scratch.url, 2)
  const started = performance.now()
  const { sums } = await database.transaction((tx) => rebuild(tx))
  const seconds = (performance.now() - started) / 1000
  await database.end()
  await db.query('vacuum analyze rate_days, rate_facts, rate_changes')
  await db.query('checkpoint')
  const { rows } = await db.query<{ bytes: string }>("select pg_total_relation_size('rate_days') as bytes")
  await db.end()
  return { seconds, sums, bytes: Number(rows[0]!.bytes) }
}
