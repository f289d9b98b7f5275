// How emergencies are shown: the list, one with its figures, and what stands in the banner of a person.
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { openTaskStates } from '../../../../contract/src/emergency-kinds.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { afterId } from '../../platform/after-id.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { personsByIds } from '../identity/index.ts'
import { homesOf, placedOf, placesByIds, type PlaceRow } from '../places/index.ts'
import { figuresOf } from './figures.ts'
import { commands, emergencyColumns, inForce, myPlaces, visibleEmergencies, type EmergencyRow } from './policy.ts'
import { emergencies, emergencyTasks } from './tables.ts'

export type Emergency = OutOf<(typeof emergencyApi)['GET /api/emergency/:id']>
type Line = OutOf<(typeof emergencyApi)['GET /api/emergency']>['rows'][number]
type Now = OutOf<(typeof emergencyApi)['GET /api/emergency/now']>
type Query = ParsedQuery<(typeof emergencyApi)['GET /api/emergency']>
export const refOf = (place: PlaceRow | undefined, id: string) =>
  place === undefined
    ? { id, kind: 'community' as const, name: '', path: '' }
    : { id: place.id, kind: place.kind, name: place.name, path: place.path }
/** The literal states of the partial index. */
export const isOpenTask = sql`${emergencyTasks.state} in ('open', 'absent', 'needs')`

const openCounts = async (cx: Cx, ids: readonly string[]): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await cx.db
    .select({ id: emergencyTasks.emergencyId, n: sql<number>`count(*)::int` })
    .from(emergencyTasks)
    .where(and(inArray(emergencyTasks.emergencyId, [...ids]), isOpenTask))
    .groupBy(emergencyTasks.emergencyId)
  return new Map(rows.map((row) => [row.id, row.n]))
}
const linesOf = async (cx: Cx, rows: readonly EmergencyRow[]): Promise<Line[]> => {
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const open = await openCounts(
    cx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    place: refOf(places.get(row.placeId), row.placeId),
    begunAt: row.begunAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    openTasks: open.get(row.id) ?? 0,
  }))
}
/** Newest first. */
export const listEmergencies = async (
  cx: Cx,
  query: Query,
): Promise<{ rows: Line[]; total: number | null; next: string | null }> => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select()
    .from(emergencies)
    .where(
      and(
        eq(emergencies.districtId, cx.districtId),
        await visibleEmergencies(cx),
        query.active === undefined ? undefined : query.active ? inForce : sql`not ${inForce}`,
        after === null
          ? undefined
          : sql`(${emergencies.begunAt}, ${emergencies.id}) < (select e.begun_at, e.id from emergencies e where e.id = ${after})`,
      ),
    )
    .orderBy(desc(emergencies.begunAt), desc(emergencies.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await linesOf(cx, page.rows), total: null, next: page.next }
}
export const emergencyShown = async (cx: Cx, row: EmergencyRow): Promise<Emergency> => {
  const [line] = await linesOf(cx, [row])
  const people = await personsByIds(
    cx.db,
    [row.begunBy, row.endedBy].filter((id) => id !== null),
  )
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null))
  const isActive = row.endedAt === null
  return {
    ...line!,
    advice: row.advice,
    begunBy: nameOf(row.begunBy),
    endedBy: nameOf(row.endedBy),
    // What was reported at the end stands, whatever is corrected later.
    figures: row.report?.figures ?? (await figuresOf(cx.db, row)),
    report: row.report,
    may: [
      ...(isActive && commands(cx.actor, row) ? (['command'] as const) : []),
      ...(isActive && mayAt(cx.actor, 'emergency.work', row) ? (['work'] as const) : []),
    ],
  }
}
/** In force where the person lives, or works: above, at, or below the area of a post. */
const touching = async (cx: Cx, around: readonly string[]): Promise<EmergencyRow[]> =>
  cx.db
    .select()
    .from(emergencies)
    .where(
      and(
        eq(emergencies.districtId, cx.districtId),
        isNull(emergencies.endedAt),
        or(inArray(emergencies.placeId, [...around]), visibleAt(cx.actor, 'emergency.work', emergencyColumns)),
      ),
    )
    .orderBy(desc(emergencies.begunAt))
    .limit(20)
/** What the person asked for, and what is theirs to do. */
const ownTasks = async (cx: Cx, ids: readonly string[]) => {
  const tasks = await cx.db
    .select()
    .from(emergencyTasks)
    .where(
      and(
        inArray(emergencyTasks.emergencyId, [...ids]),
        or(
          eq(emergencyTasks.requestedBy, cx.actor.personId),
          and(eq(emergencyTasks.assigneeId, cx.actor.personId), isOpenTask),
        ),
      ),
    )
    .orderBy(desc(emergencyTasks.createdAt))
    .limit(500)
  const homes = await placesByIds(
    cx.db,
    tasks.map((task) => task.homeId),
  )
  const isLeft = (state: string) => (openTaskStates as readonly string[]).includes(state)
  return {
    left: (id: string) =>
      tasks.filter((task) => task.emergencyId === id && task.assigneeId === cx.actor.personId && isLeft(task.state))
        .length,
    asked: (id: string): Now[number]['requests'] =>
      tasks
        .filter((task) => task.emergencyId === id && task.requestedBy === cx.actor.personId)
        .map((task) => ({
          id: task.id,
          home: refOf(homes.get(task.homeId), task.homeId),
          kind: task.kind,
          words: task.words,
          state: task.state,
          at: task.createdAt.toISOString(),
          result: task.resultWords,
        })),
  }
}
/** For the banner. The lists are short: a person has few homes and posts. */
export const emergenciesNow = async (cx: Cx): Promise<Now> => {
  const homes = await homesOf(cx.db, cx.actor.personId)
  const posts = await myPlaces(cx, null)
  const around = [...posts, ...homes.flatMap((home) => Object.values(placedOf(home)))].filter((id) => id !== null)
  if (around.length === 0) return []
  const rows = await touching(cx, [...new Set(around)])
  if (rows.length === 0) return []
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const tasks = await ownTasks(
    cx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    advice: row.advice,
    area: places.get(row.placeId)?.path ?? '',
    since: row.begunAt.toISOString(),
    homes: homes
      .filter((home) => Object.values(placedOf(home)).includes(row.placeId))
      .map((home) => refOf(home, home.id)),
    works: posts.includes(row.placeId) || mayAt(cx.actor, 'emergency.work', row),
    myTasks: tasks.left(row.id),
    requests: tasks.asked(row.id),
  }))
}
