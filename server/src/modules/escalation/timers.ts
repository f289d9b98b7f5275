// Takes up what has been on a rung beyond its limit, once a minute: open cases only, never while suspended.
import { and, asc, eq, sql } from 'drizzle-orm'
import { caseLevels } from '../../../../contract/src/cases-kinds.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import type { CaseRow } from '../cases/index.ts'
import { moveCase } from './change-level.ts'
import { above } from './policy.ts'
import { cutoffOf, rungDue, sinceOf } from './rung-clock.ts'
import { rungsOf, type Rung } from './rungs.ts'

const BATCH = 200
const MOST = 2000
/** Written literally, so that the partial index serves. */
const isOpen = sql.raw(
  `"cases"."state" in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened')`,
)
const since = sql`coalesce(${cases.levelSince}, ${cases.createdAt})`

const takeUp = async (cx: Cx<null>, row: CaseRow, { level, limit }: Rung): Promise<void> => {
  const calendar = await loadCalendar(cx.db, cx.districtId)
  const due = await rungDue(cx.db, row, limit, calendar)
  if (due === null || due > cx.now) return
  const to = above(level)
  if (to !== null) await moveCase(cx, row, to, `在${caseLevels[level].zh}超过时限，自动升级`, 'escalated')
  else await moveCase(cx, row, level, '已到最高一级，仍超过时限', 'overAtTop')
}
const onRung = async (cx: Cx<null>, rung: Rung): Promise<number> => {
  const cutoff = cutoffOf(rung.limit, cx.now, await loadCalendar(cx.db, cx.districtId)).toISOString()
  let [lastAt, lastId] = ['-infinity', '00000000-0000-0000-0000-000000000000']
  for (let seen = 0; seen < MOST;) {
    const rows = await cx.db
      .select()
      .from(cases)
      .where(
        and(
          eq(cases.districtId, cx.districtId),
          eq(cases.level, rung.level),
          isOpen,
          sql`${cases.state} <> 'suspended' and ${cases.mergedIntoId} is null`,
          sql`${since} <= ${cutoff}::timestamptz`,
          sql`(${since}, ${cases.id}) > (${lastAt}::timestamptz, ${lastId}::uuid)`,
          // At the top it is said once for each stay.
          above(rung.level) !== null
            ? undefined
            : sql`not exists (select 1 from case_escalations e where e.case_id = ${cases.id} and e.from_level = e.to_level and e.at >= ${since})`,
        ),
      )
      .orderBy(asc(since), asc(cases.id))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    for (const row of rows) await takeUp(cx, row, rung)
    seen += rows.length
    if (rows.length < BATCH) return seen
    lastAt = sinceOf(rows.at(-1)!).toISOString()
    lastId = rows.at(-1)!.id
  }
  return MOST
}
/** The job `ladder.timers`, from the top down, so that nothing climbs two rungs in one run. */
export const runLadder = async (cx: Cx<null>): Promise<void> => {
  const rungs = await rungsOf(cx.db, cx.districtId)
  let most = 0
  for (const rung of rungs.toReversed()) if (rung.byClock) most = Math.max(most, await onRung(cx, rung))
  if (most >= MOST) await cx.later('ladder.timers', {})
}
