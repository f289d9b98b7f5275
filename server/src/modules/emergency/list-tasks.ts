// Tasks as lists: of an emergency, of a person on the way, by building; and as a spreadsheet.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { taskKinds, taskStates } from '../../../../contract/src/emergency-kinds.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { mayAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, localTime, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { placesByIds } from '../places/index.ts'
import { places } from '../places/tables.ts'
import { commands, findEmergency, inForce, mayNote, visibleTasks, type TaskRow } from './policy.ts'
import { isOpenTask, refOf } from './show.ts'
import { emergencies, emergencyTasks } from './tables.ts'

export type Task = OutOf<(typeof emergencyApi)['GET /api/emergency/tasks/mine']>[number]
type Query = ParsedQuery<(typeof emergencyApi)['GET /api/emergency/:id/tasks']>
type Filters = ParsedQuery<(typeof emergencyApi)['GET /api/emergency/:id/tasks.xlsx']>
const MINE_AT_MOST = 500

export const tasksShown = async (cx: Cx, rows: readonly TaskRow[]): Promise<Task[]> => {
  if (rows.length === 0) return []
  const found = await placesByIds(
    cx.db,
    rows.flatMap((row) => [row.homeId, ...(row.buildingId === null ? [] : [row.buildingId])]),
  )
  const people = await personsByIds(
    cx.db,
    rows.flatMap((row) => row.assigneeId ?? []),
  )
  const ids = [...new Set(rows.map((row) => row.emergencyId))]
  const named = await cx.db
    .select({ id: emergencies.id, name: emergencies.name, endedAt: emergencies.endedAt })
    .from(emergencies)
    .where(sql`${emergencies.id} = any(${sql.param(ids)}::uuid[])`)
  const byId = new Map(named.map((one) => [one.id, one]))
  return rows.map((row) => {
    const emergency = byId.get(row.emergencyId)
    const isActive = emergency?.endedAt === null
    return {
      id: row.id,
      emergency: { id: row.emergencyId, name: emergency?.name ?? '' },
      home: refOf(found.get(row.homeId), row.homeId),
      building: row.buildingId === null ? null : { id: row.buildingId, name: found.get(row.buildingId)?.path ?? '' },
      kind: row.kind,
      words: row.words,
      state: row.state,
      assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: people.get(row.assigneeId)?.name ?? '' },
      requested: row.requestedBy !== null,
      createdAt: row.createdAt.toISOString(),
      result: row.resultWords,
      quantity: row.quantity,
      doneAt: row.doneAt?.toISOString() ?? null,
      may: [
        ...(isActive && mayNote(cx.actor, row) ? (['result'] as const) : []),
        ...(isActive && mayAt(cx.actor, 'emergency.command', row) ? (['assign'] as const) : []),
      ],
    }
  })
}
const wanted = (cx: Cx, id: string, query: Filters): SQL | undefined =>
  and(
    eq(emergencyTasks.emergencyId, id),
    visibleTasks(cx.actor),
    query.buildingId === undefined ? undefined : eq(emergencyTasks.buildingId, query.buildingId),
    query.state === undefined ? undefined : eq(emergencyTasks.state, query.state),
    query.open === undefined ? undefined : query.open ? isOpenTask : sql`not (${isOpenTask})`,
    query.requested === undefined
      ? undefined
      : query.requested
        ? sql`${emergencyTasks.requestedBy} is not null`
        : sql`${emergencyTasks.requestedBy} is null`,
  )
const page = async (cx: Cx, where: SQL | undefined, afterText: string | undefined, limit: number) => {
  const after = afterId(afterText)
  const rows = await cx.db
    .select({ row: emergencyTasks })
    .from(emergencyTasks)
    .innerJoin(places, eq(places.id, emergencyTasks.homeId))
    .where(
      and(
        where,
        after === null
          ? undefined
          : sql`(${places.pathOrder}, ${emergencyTasks.id}) > (select p.path_order, t.id from emergency_tasks t join places p on p.id = t.home_id where t.id = ${after})`,
      ),
    )
    .orderBy(places.pathOrder, emergencyTasks.id)
    .limit(limit + 1)
  const cut = pageOf(rows, limit, (last) => [last.row.id])
  return {
    rows: await tasksShown(
      cx,
      cut.rows.map(({ row }) => row),
    ),
    next: cut.next,
  }
}
/** In the order of the doors. @throws emergency.not-found */
export const listTasks = async (
  cx: Cx,
  id: string,
  query: Query,
): Promise<{ rows: Task[]; total: number | null; next: string | null }> => {
  await findEmergency(cx, id)
  return { ...(await page(cx, wanted(cx, id, query), query.after, query.limit)), total: null }
}
/** Journalled. @throws emergency.not-found, access.out-of-scope */
export const exportTasks = async (cx: Cx, id: string, query: Filters): Promise<Download> => {
  const emergency = await findEmergency(cx, id)
  if (!commands(cx.actor, emergency)) throw refuse('access.out-of-scope')
  await cx.journal({
    action: 'emergency.export',
    sentence: '导出了应急任务',
    thing: { kind: 'emergency', id },
    after: { query },
  })
  return listSheet<Task>(cx, {
    name: [`${emergency.name} 任务`, `${emergency.name} tasks`],
    columns: [
      ['房屋', 'Home', 34, (row) => row.home.path],
      ['事项', 'Kind', 12, (row, zh) => taskKinds[row.kind][zh ? 'zh' : 'en']],
      ['内容', 'Words', 36, (row) => row.words],
      ['居民申请', 'Asked for', 10, (row, zh) => (row.requested ? (zh ? '是' : 'yes') : '')],
      ['负责人', 'Assignee', 14, (row) => row.assignee?.name ?? ''],
      ['结果', 'State', 12, (row, zh) => taskStates[row.state][zh ? 'zh' : 'en']],
      ['件数', 'Quantity', 8, (row) => row.quantity],
      ['说明', 'Note', 36, (row) => row.result ?? ''],
      ['办理时间', 'Done', 20, (row) => localTime(row.doneAt)],
    ],
    page: (after) => page(cx, wanted(cx, id, query), after, SHEET_PAGE),
  })
}
export const myTasks = async (cx: Cx, all: boolean): Promise<Task[]> => {
  const rows = await cx.db
    .select({ row: emergencyTasks })
    .from(emergencyTasks)
    .innerJoin(emergencies, eq(emergencies.id, emergencyTasks.emergencyId))
    .innerJoin(places, eq(places.id, emergencyTasks.homeId))
    .where(
      and(
        eq(emergencyTasks.districtId, cx.districtId),
        eq(emergencyTasks.assigneeId, cx.actor.personId),
        inForce,
        all ? undefined : isOpenTask,
      ),
    )
    .orderBy(places.pathOrder, emergencyTasks.id)
    .limit(MINE_AT_MOST)
  return tasksShown(
    cx,
    rows.map(({ row }) => row),
  )
}
/** @throws emergency.not-found */
export const buildingProgress = async (
  cx: Cx,
  id: string,
): Promise<OutOf<(typeof emergencyApi)['GET /api/emergency/:id/buildings']>> => {
  await findEmergency(cx, id)
  const rows = await cx.db
    .select({
      buildingId: emergencyTasks.buildingId,
      total: sql<number>`count(*)::int`,
      open: sql<number>`count(*) filter (where ${isOpenTask})::int`,
      assignees: sql<string[]>`array_remove(array_agg(distinct ${emergencyTasks.assigneeId}), null)`,
      order: sql<string>`min(${places.pathOrder})`,
    })
    .from(emergencyTasks)
    .innerJoin(places, eq(places.id, emergencyTasks.buildingId))
    .where(and(eq(emergencyTasks.emergencyId, id), visibleTasks(cx.actor)))
    .groupBy(emergencyTasks.buildingId)
    .orderBy(sql`min(${places.pathOrder})`)
    .limit(2000)
  const buildings = await placesByIds(
    cx.db,
    rows.flatMap((row) => row.buildingId ?? []),
  )
  const people = await personsByIds(
    cx.db,
    rows.flatMap((row) => row.assignees),
  )
  return rows.flatMap((row) =>
    row.buildingId === null
      ? []
      : [
          {
            building: refOf(buildings.get(row.buildingId), row.buildingId),
            total: row.total,
            open: row.open,
            assignees: row.assignees.map((one) => people.get(one)?.name ?? ''),
          },
        ],
  )
}
