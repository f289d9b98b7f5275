// Every working morning: overdue items are told and go up a level, unanswered topics are told, a body's day is prepared.
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { nextMeetingDays } from '../../../../rules/src/meeting-days.ts'
import { isWorkingDay, shanghaiDay, type WorkingCalendar } from '../../../../rules/src/working-time.ts'
import type { Scheme } from '../../../../contract/src/deliberation-schemes.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { tell } from '../notices/index.ts'
import { holdersInScope } from '../organisations/index.ts'
import { promises } from '../promises/tables.ts'
import { writeItemStep } from './items.ts'
import type { ItemRow } from './policy.ts'
import { schemesOf } from './schemes.ts'
import { actionItems, meetings, topics, type ItemLevel } from './tables.ts'
import { topicsOfTheMonth } from './yearly-topics.ts'

const BATCH = 200
const DAY_MS = 86_400_000
/** So many days before the notice must go out, topics are asked for. */
const PREPARE_DAYS = 4
/** A proposal waits so long for an answer before those who select are told. */
const ANSWER_DAYS = 15
const DEFAULT_WAIT = 7
const ladder = ['body', 'community', 'street', 'district'] as const satisfies readonly ItemLevel[]
const dayAfter = (day: string, days: number) => shanghaiDay(new Date(Date.parse(`${day}T04:00:00Z`) + days * DAY_MS))

const scopeOf = (row: Pick<ItemRow, 'districtId' | 'streetId' | 'communityId'>, level: ItemLevel): string | null =>
  ({ body: null, community: row.communityId, street: row.streetId, district: row.districtId })[level]
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
      event: row.dueOn === null ? 'actionItem.noOwner' : 'actionItem.overdue',
      audience: 'person',
      personIds,
      thing: { kind: 'actionItem', id: row.id },
      fields: { what: row.what, day: row.dueOn ?? '' },
    })
}
/** A promise that its body called kept elsewhere is done here too: acceptance is still asked for. */
const takeKept = (cx: Cx<null>, today: string) =>
  cx.db
    .update(actionItems)
    .set({ state: 'done', stateAt: cx.now, doneOn: today })
    .where(
      and(
        eq(actionItems.districtId, cx.districtId),
        eq(actionItems.state, 'open'),
        sql`exists (select 1 from ${promises} p where p.id = ${actionItems.promiseId} and p.state = 'kept')`,
      ),
    )
/** SQL: days of an item's scheme between two levels. */
const waitOf = (schemes: readonly Scheme[]) =>
  sql`(case ${actionItems.schemeCode} ${sql.join(
    schemes.map((one) => sql`when ${one.code} then ${one.escalateDays}::int`),
    sql` `,
  )} else ${DEFAULT_WAIT} end)`
/**
 * Late ones, and those nobody has taken. The first miss is told at once, at the community; each further level after the
 * days of the scheme, and so the first level of an item without a day.
 */
const climb = async (cx: Cx<null>, schemes: readonly Scheme[], today: string): Promise<void> => {
  const isLate = sql`${actionItems.dueOn} < coalesce(${actionItems.doneOn}, ${today}::date)`
  const local = (at: SQL) => sql`(${at} at time zone 'Asia/Shanghai')::date`
  const since = sql`coalesce(${local(sql`${actionItems.levelSince}`)}, ${actionItems.dueOn}, ${local(sql`${actionItems.createdAt}`)})`
  const late = await cx.db
    .select()
    .from(actionItems)
    .where(
      and(
        eq(actionItems.districtId, cx.districtId),
        sql`${actionItems.state} in ('noOwner', 'open', 'done') and ${actionItems.level} <> 'district'`,
        sql`((${isLate} and ${actionItems.missedAt} is null)
          or ((${actionItems.dueOn} is null or ${isLate}) and ${since} + ${waitOf(schemes)} <= ${today}::date))`,
      ),
    )
    .orderBy(actionItems.dueOn, actionItems.id)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of late) await levelUp(cx, row)
  if (late.length === BATCH) await cx.later('deliberation.remind', {})
}
/** Nothing lies unanswered: those who select at its community are told once. */
const tellUnanswered = async (cx: Cx<null>): Promise<void> => {
  const waiting = await cx.db
    .select()
    .from(topics)
    .where(
      and(
        eq(topics.districtId, cx.districtId),
        eq(topics.state, 'proposed'),
        isNull(topics.warnedAt),
        sql`${topics.stateAt} < ${cx.now.toISOString()}::timestamptz - make_interval(days => ${ANSWER_DAYS})`,
      ),
    )
    .orderBy(topics.stateAt)
    .limit(BATCH)
    .for('update', { skipLocked: true })
  for (const row of waiting) {
    await cx.db.update(topics).set({ warnedAt: cx.now }).where(eq(topics.id, row.id))
    const scope = row.communityId ?? row.streetId ?? row.districtId
    const personIds = await holdersInScope(cx.db, row.districtId, 'deliberation.run', scope)
    if (personIds.length > 0)
      await tell(cx, {
        event: 'topic.waiting',
        audience: 'person',
        personIds,
        thing: { kind: 'topic', id: row.id },
        fields: { title: row.title, days: String(ANSWER_DAYS) },
      })
  }
}
/** Days whose preparing day has come since the working day before this one. */
const daysToPrepare = (scheme: Scheme, calendar: WorkingCalendar, today: string): string[] => {
  if (!scheme.active || scheme.rhythm === null) return []
  let from = today
  while (!isWorkingDay(calendar, dayAfter(from, -1)) && from > dayAfter(today, -14)) from = dayAfter(from, -1)
  const ahead = scheme.noticeDays + PREPARE_DAYS
  const rule = { rhythm: scheme.rhythm, onDayOff: scheme.onDayOff }
  return nextMeetingDays(rule, calendar, dayAfter(from, ahead), 7)
    .map((one) => one.day)
    .filter((day) => day <= dayAfter(today, ahead))
}
const prepare = async (cx: Cx<null>, scheme: Scheme, day: string): Promise<void> => {
  await topicsOfTheMonth(cx, scheme, day)
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
      fields: { scheme: scheme.name, day },
    })
}
/** The job `deliberation.remind`; on days off nobody is told. */
export const remind = async (cx: Cx<null>): Promise<void> => {
  const today = shanghaiDay(cx.now)
  const calendar = await loadCalendar(cx.db, cx.districtId)
  if (!isWorkingDay(calendar, today)) return
  const schemes = await schemesOf(cx)
  await takeKept(cx, today)
  await climb(cx, schemes, today)
  await tellUnanswered(cx)
  for (const scheme of schemes) for (const day of daysToPrepare(scheme, calendar, today)) await prepare(cx, scheme, day)
}
