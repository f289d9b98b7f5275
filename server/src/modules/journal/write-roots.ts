// The job that seals the days before today: one root each, also for days on which nothing happened.
import { sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { journalRoots } from './tables.ts'
import { reckonDay } from './verify.ts'

const DAY_MS = 86_400_000
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
/** A worker that was away catches up a year at most in one run. */
const DAYS_AT_ONCE = 366

/** From the day after the last root, or of the first entry, up to yesterday in Shanghai. */
export const writeRoots = async (cx: Cx<Actor | null>): Promise<void> => {
  const { rows } = await cx.db.execute<{ last: string | null; first: string | null }>(sql`
    select (select max(day)::text from journal_roots where district_id = ${cx.districtId}) as last,
      (select min((at at time zone 'Asia/Shanghai')::date)::text from journal where district_id = ${cx.districtId}) as first`)
  const { last, first } = rows[0] ?? { last: null, first: null }
  const today = shanghaiDay(cx.now)
  let day = last === null ? first : dayAfter(last)
  for (let i = 0; day !== null && day < today && i < DAYS_AT_ONCE; i++) {
    const { root, entries } = await reckonDay(cx.db, cx.districtId, day)
    await cx.db.insert(journalRoots).values({ districtId: cx.districtId, day, entries, root }).onConflictDoNothing()
    day = dayAfter(day)
  }
}
