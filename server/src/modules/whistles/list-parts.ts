// Lists of parts: a unit's own, those a community called, refusals to decide; open ones by what bites first.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { whistlesApi } from '../../../../contract/src/whistles.ts'
import { atOrBelow } from '../../platform/at-or-below.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { shapeParts } from './part-view.ts'
import { partsISee, partsOfMyUnits, partsWeCalled, refusalsToDecide } from './policy.ts'
import { whistleParts } from './tables.ts'

type Query = z.output<(typeof whistlesApi)['GET /api/whistles/parts']['query']>
/** Written literally, so that the partial indexes on open states serve. */
export const isOpen: SQL = sql.raw(
  `"whistle_parts"."state" in ('called','refused','upheld','reportedIn','arrived','answered','sentBack')`,
)
/** A late part is one whose lateness is on record, or whose clock has just run out. */
export const isLate = (now: Date): SQL =>
  sql`(${whistleParts.lateArrival} or ${whistleParts.lateResult} or coalesce(${whistleParts.dueAt} < ${now.toISOString()}, false))`
const visibleIn = (cx: Cx, view: Query['view']): SQL =>
  ({ mine: partsOfMyUnits, called: partsWeCalled, refusals: refusalsToDecide, all: partsISee })[view](cx.actor)
const dayStart = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`
/** Open lists go by the due time, lists of the past by the time of the call, newest first. */
const isByDue = (query: Query) => query.open !== false && query.from === undefined && query.to === undefined

const whereOf = (cx: Cx, query: Query): SQL =>
  and(
    visibleIn(cx, query.view),
    query.open === true || (query.open === undefined && isByDue(query) && query.organisationId === undefined)
      ? isOpen
      : query.open === false
        ? sql`not (${isOpen})`
        : undefined,
    query.late === undefined ? undefined : query.late ? isLate(cx.now) : sql`not ${isLate(cx.now)}`,
    query.refused === undefined ? undefined : eq(whistleParts.wasRefused, query.refused),
    atOrBelow(whistleParts, query.placeId),
    query.organisationId === undefined ? undefined : eq(whistleParts.organisationId, query.organisationId),
    query.from === undefined ? undefined : sql`${whistleParts.calledAt} >= ${dayStart(query.from)}`,
    query.to === undefined ? undefined : sql`${whistleParts.calledAt} < ${dayStart(query.to)} + interval '1 day'`,
  )!
const afterCursor = (query: Query): SQL | undefined => {
  const cursor = readCursor(query.after, 2)
  if (cursor === null) return undefined
  const [at, id] = cursor as [string | null, string]
  if (!isByDue(query)) return sql`(${whistleParts.calledAt}, ${whistleParts.id}) < (${at}::timestamptz, ${id}::uuid)`
  if (at === null) return sql`(${whistleParts.dueAt} is null and ${whistleParts.id} > ${id}::uuid)`
  return sql`(${whistleParts.dueAt} > ${at}::timestamptz or (${whistleParts.dueAt} = ${at}::timestamptz and ${whistleParts.id} > ${id}::uuid) or ${whistleParts.dueAt} is null)`
}
export const listParts = async (cx: Cx, query: Query) => {
  const where = whereOf(cx, query)
  const byDue = isByDue(query)
  const order = byDue
    ? [sql`${whistleParts.dueAt} asc`, sql`${whistleParts.id} asc`]
    : [sql`${whistleParts.calledAt} desc`, sql`${whistleParts.id} desc`]
  const [found, counted] = await Promise.all([
    cx.db
      .select()
      .from(whistleParts)
      .where(and(where, afterCursor(query)))
      .orderBy(...order)
      .limit(query.limit + 1),
    cx.db.execute<{ n: number }>(
      sql`select count(*)::int as n from (select 1 from ${whistleParts} where ${where} limit 10001) c`,
    ),
  ])
  const page = pageOf(found, query.limit, (row) => [(byDue ? row.dueAt : row.calledAt)?.toISOString() ?? null, row.id])
  const total = counted.rows[0]!.n
  return { rows: await shapeParts(cx, page.rows), total: total > 10_000 ? null : total, next: page.next }
}
/** What waits for me: numbers that link to the lists. */
export const countParts = async (cx: Cx) => {
  const late = isLate(cx.now)
  const mine = partsOfMyUnits(cx.actor)
  const called = partsWeCalled(cx.actor)
  const counted = await cx.db.execute<Record<string, number>>(sql`
    select count(*) filter (where ${mine} and state in ('called', 'upheld', 'reportedIn', 'arrived', 'sentBack'))::int as mine,
      count(*) filter (where ${mine} and state in ('called', 'upheld', 'reportedIn', 'arrived', 'sentBack') and ${late})::int as "mineLate",
      count(*) filter (where ${called})::int as called,
      count(*) filter (where ${called} and ${late})::int as "calledLate",
      count(*) filter (where ${called} and state = 'answered')::int as "toAccept",
      count(*) filter (where ${refusalsToDecide(cx.actor)})::int as refusals
    from ${whistleParts} where (${mine} or ${called} or ${refusalsToDecide(cx.actor)}) and ${isOpen}`)
  return counted.rows[0] as Record<'mine' | 'mineLate' | 'called' | 'calledLate' | 'toAccept' | 'refusals', number>
}
