// Every working morning: overdue items are told and go up a level; a standing body's next day is told to who prepares it.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { holdersInScope } from '../organisations/index.ts'
import { promises } from '../promises/tables.ts'
import { writeItemStep } from './items.ts'
import type { ItemRow } from './policy.ts'
import { daysOf, schemesOf } from './schemes.ts'
import { actionItems, meetings, type ItemLevel } from './tables.ts'

const BATCH = 200
const DAY_MS = 86_400_000
/** So many days before the notice must go out, topics are asked for. */
const PREPARE_DAYS = 4
const ladder = ['body', 'community', 'street', 'district'] as const satisfies readonly ItemLevel[]

const scopeOf = (row: ItemRow, level: ItemLevel): string | null =>
  level === 'district'
    ? row.districtId
    : level === 'street'
      ? row.streetId
      : level === 'community'
        ? row.communityId
        : null
const levelUp = async (cx: Cx<null>, row: ItemRow): Promise<void> => {
  const level = ladder[Math.min(ladder.indexOf(row.level) + 1, ladder.length - 1)]!
  await cx.db
    .update(actionItems)
    .set({ level, levelSince: cx.now, missedAt: row.missedAt ?? cx.now })
    .where(eq(actionItems.id, row.id))
  await writeItemStep(cx, row.id, 'levelUp', { words: level })
  const scope = scopeOf(row, level)
  const personIds = scope === null ? [] : await holdersInScope(cx.db, row.districtId, 'deliberation.run', scope)
  if (personIds.length > 0)
    await tell(cx, {
      event: 'actionItem.overdue',
      audience: 'person',
      personIds,
      thing: { kind: 'actionItem', id: row.id },
      fields: { what: row.what, day: row.dueOn ?? '' },
    })
}
/** The job `deliberation.remind`. */
export const remind = async (cx: Cx<null>): Promise<void> => {
  const today = shanghaiDay(cx.now)
  const schemes = await schemesOf(cx)
  // A promise that its body called kept elsewhere is done here too: acceptance is still asked for.
  await cx.db
    .update(actionItems)
    .set({ state: 'done', stateAt: cx.now, doneOn: today })
    .where(
      and(
        eq(actionItems.state, 'open'),
        sql`exists (select 1 from ${promises} p where p.id = ${actionItems.promiseId} and p.state = 'kept')`,
      ),
    )
  const late = await cx.db
    .select()
    .from(actionItems)
    .where(
      and(
        eq(actionItems.districtId, cx.districtId),
        sql`${actionItems.state} in ('noOwner', 'open', 'done') and ${actionItems.dueOn} < ${today}::date and ${actionItems.level} <> 'district'`,
      ),
    )
    .orderBy(actionItems.dueOn)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of late) {
    const wait = schemes.find((one) => one.code === row.schemeCode)?.escalateDays ?? 7
    const since = row.levelSince === null ? row.dueOn! : shanghaiDay(row.levelSince)
    const due = shanghaiDay(new Date(Date.parse(`${since}T04:00:00Z`) + wait * DAY_MS))
    // The first miss is told at once, at the community; each further level after the days of the scheme.
    if (row.missedAt === null || today >= due) await levelUp(cx, row)
  }
  for (const scheme of schemes) {
    if (!scheme.active || scheme.rhythm === null) continue
    const [next] = await daysOf(cx, scheme, today, 1)
    const prepare = shanghaiDay(new Date(cx.now.getTime() + (scheme.noticeDays + PREPARE_DAYS) * DAY_MS))
    if (next === undefined || next.day !== prepare) continue
    const organisers = await cx.db
      .selectDistinct({ personId: meetings.calledBy })
      .from(meetings)
      .where(and(eq(meetings.districtId, cx.districtId), eq(meetings.schemeCode, scheme.code), isNull(meetings.reason)))
      .limit(500)
    const personIds = organisers.map((one) => one.personId).filter((id) => id !== null)
    if (personIds.length > 0)
      await tell(cx, {
        event: 'deliberation.prepare',
        audience: 'person',
        personIds,
        thing: null,
        fields: { scheme: scheme.name, day: next.day },
      })
  }
}
