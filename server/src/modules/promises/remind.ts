// Promises that are due tomorrow are reminded of, late ones are noted once. Runs in working hours.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { holdersOf } from '../organisations/index.ts'
import type { PromiseRow } from './policy.ts'
import { promises } from './tables.ts'

const BATCH = 200
const DAY_MS = 86_400_000

const tellOwner = async (cx: Cx<null>, row: PromiseRow, event: 'promise.dueSoon' | 'promise.missed'): Promise<void> => {
  const personIds = await holdersOf(cx.db, row.ownerId, 'case.handle', row)
  if (personIds.length > 0)
    await tell(cx, {
      event,
      audience: 'person',
      personIds,
      thing: row.caseId === null ? null : { kind: 'case', id: row.caseId },
      fields: { what: row.what, day: row.dueOn },
    })
}
/** The job `promises.remind`: one reminder and one record of a miss for each promise. */
export const remindOfPromises = async (cx: Cx<null>): Promise<void> => {
  const tomorrow = shanghaiDay(new Date(cx.now.getTime() + DAY_MS))
  const today = shanghaiDay(cx.now)
  const soon = await cx.db
    .select()
    .from(promises)
    .where(and(sql`"promises"."state" = 'open'`, isNull(promises.warnedAt), sql`${promises.dueOn} <= ${tomorrow}`))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of soon) {
    await cx.db.update(promises).set({ warnedAt: cx.now }).where(eq(promises.id, row.id))
    if (row.dueOn >= today) await tellOwner(cx, row, 'promise.dueSoon')
  }
  const late = await cx.db
    .select()
    .from(promises)
    .where(and(sql`"promises"."state" = 'open'`, isNull(promises.missedAt), sql`${promises.dueOn} < ${today}`))
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of late) {
    await cx.db.update(promises).set({ missedAt: cx.now }).where(eq(promises.id, row.id))
    await tellOwner(cx, row, 'promise.missed')
  }
  if (soon.length === BATCH || late.length === BATCH) await cx.later('promises.remind', {})
}
