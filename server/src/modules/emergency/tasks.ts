// Tasks home by home: made for every home of a building, given to people, noted at the door, asked for by a household.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import {
  emergencyLimits,
  openTaskStates,
  taskStates,
  type TaskState,
} from '../../../../contract/src/emergency-kinds.ts'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import type { Cx } from '../../platform/cx.ts'
import { localTime } from '../../platform/list-sheet.ts'
import { refuse } from '../../platform/refuse.ts'
import { saidAt } from '../../platform/said-at.ts'
import { personsByIds } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import {
  columnOf,
  homesOf,
  placeById,
  placeColumns,
  placedColumns,
  placedOf,
  placesByIds,
  type PlaceRow,
} from '../places/index.ts'
import { isInForceAsA } from '../organisations/tables.ts'
import { places } from '../places/tables.ts'
import { lockCommanded, mayNote, type EmergencyRow, type TaskRow } from './policy.ts'
import { tasksShown, type Task } from './list-tasks.ts'
import { emergencies, emergencyTasks } from './tables.ts'

type Make = ParsedBody<(typeof emergencyApi)['POST /api/emergency/:id/tasks']>
type Ask = ParsedBody<(typeof emergencyApi)['POST /api/emergency/:id/requests']>
type Result = ParsedBody<(typeof emergencyApi)['POST /api/emergency/tasks/:id/result']>
const AT_ONCE = 500
const isWithin = (place: PlaceRow, row: EmergencyRow): boolean => Object.values(placedOf(place)).includes(row.placeId)

/** The homes at or below these places. @throws emergency.outside, emergency.no-homes */
const homesAt = async (cx: Cx, row: EmergencyRow, placeIds: readonly string[]): Promise<PlaceRow[]> => {
  const found = await placesByIds(cx.db, placeIds)
  const homes = new Map<string, PlaceRow>()
  for (const id of placeIds) {
    const place = found.get(id)
    if (place === undefined || !isWithin(place, row)) throw refuse('emergency.outside')
    const column = columnOf[place.kind]
    const below = await cx.db
      .select(placeColumns)
      .from(places)
      .where(
        and(
          eq(places.kind, 'home'),
          places.active,
          column === null ? eq(places.id, id) : eq(placedColumns[column], id),
        ),
      )
      .orderBy(places.pathOrder, places.id)
      .limit(emergencyLimits.homes)
    for (const home of below) homes.set(home.id, home)
  }
  if (homes.size === 0) throw refuse('emergency.no-homes')
  return [...homes.values()].slice(0, emergencyLimits.homes)
}
const checkPerson = async (cx: Cx, id: string): Promise<void> => {
  const [person] = (
    await cx.db.execute<{ id: string }>(
      sql`select p.id from persons p where p.id = ${id} and p.district_id = ${cx.districtId} and p.active
      and exists (select 1 from appointments a where a.person_id = p.id and ${isInForceAsA})`,
    )
  ).rows
  if (person === undefined) throw refuse('emergency.nobody', { fields: [{ path: 'personId', message: '没有任职' }] })
}
const tellAssignee = async (cx: Cx, row: EmergencyRow, personId: string, place: string, count: number) => {
  if (count === 0 || personId === cx.actor.personId) return
  await tell(cx, {
    event: 'emergency.assigned',
    audience: 'person',
    personIds: [personId],
    thing: { kind: 'emergency', id: row.id },
    fields: { name: row.name, place, count: String(count) },
  })
}
/** A home that has one of the kind open keeps it. @throws emergency.*, access.out-of-scope */
export const makeTasks = async (cx: Cx, id: string, body: Make): Promise<{ made: number; alreadyThere: number }> => {
  const row = await lockCommanded(cx, id)
  if (body.assigneeId !== undefined) await checkPerson(cx, body.assigneeId)
  const homes = await homesAt(cx, row, body.placeIds)
  let made = 0
  for (let from = 0; from < homes.length; from += AT_ONCE) {
    const rows = homes.slice(from, from + AT_ONCE).map((home) => ({
      id: uuidv7(),
      emergencyId: id,
      ...placedOf(home),
      streetId: home.streetId!,
      homeId: home.id,
      kind: body.kind,
      words: body.words,
      state: 'open' as const,
      assigneeId: body.assigneeId ?? null,
      createdAt: cx.now,
    }))
    const written = await cx.db.insert(emergencyTasks).values(rows).onConflictDoNothing()
    made += written.rowCount ?? 0
  }
  const first = (await placesByIds(cx.db, body.placeIds.slice(0, 1))).get(body.placeIds[0]!)
  if (body.assigneeId !== undefined) await tellAssignee(cx, row, body.assigneeId, first?.path ?? '', made)
  await cx.journal({
    action: 'emergency.tasks',
    sentence: '生成了入户任务',
    thing: { kind: 'emergency', id },
    after: { kind: body.kind, words: body.words, made },
  })
  return { made, alreadyThere: homes.length - made }
}
/** @throws emergency.*, access.out-of-scope */
export const assignTasks = async (
  cx: Cx,
  id: string,
  { buildingId, personId }: ParsedBody<(typeof emergencyApi)['POST /api/emergency/:id/assignments']>,
): Promise<{ assigned: number }> => {
  const row = await lockCommanded(cx, id)
  await checkPerson(cx, personId)
  const building = await placeById(cx.db, buildingId)
  if (building === null || building.kind !== 'building' || !isWithin(building, row)) throw refuse('emergency.outside')
  const given = await cx.db
    .update(emergencyTasks)
    .set({ assigneeId: personId })
    .where(
      and(
        eq(emergencyTasks.emergencyId, id),
        eq(emergencyTasks.buildingId, buildingId),
        inArray(emergencyTasks.state, [...openTaskStates]),
      ),
    )
  const assigned = given.rowCount ?? 0
  await tellAssignee(cx, row, personId, building.path, assigned)
  await cx.journal({
    action: 'emergency.assign',
    sentence: '分派了入户任务',
    thing: { kind: 'emergency', id },
    after: { building: building.path, personId, assigned },
  })
  return { assigned }
}
const lockTask = async (cx: Cx, id: string): Promise<{ task: TaskRow; emergency: EmergencyRow }> => {
  const [task] = await cx.db
    .select()
    .from(emergencyTasks)
    .where(and(eq(emergencyTasks.id, id), eq(emergencyTasks.districtId, cx.districtId)))
    .for('update')
  if (task === undefined || !mayNote(cx.actor, task)) throw refuse('emergency.task-not-found')
  const [emergency] = await cx.db.select().from(emergencies).where(eq(emergencies.id, task.emergencyId))
  if (emergency === undefined || emergency.endedAt !== null) throw refuse('emergency.over')
  return { task, emergency }
}
/** Kept on a phone without a signal it comes late: what somebody else noted meanwhile stands. @throws emergency.noted-already */
const refuseIfOvertaken = async (cx: Cx, task: TaskRow, at: Date, seen: string | null | undefined): Promise<void> => {
  if (seen === undefined || task.doneAt === null || task.doneBy === null || task.doneBy === cx.actor.personId) return
  if (seen !== null && task.doneAt <= new Date(seen)) return
  const isSettled = !(openTaskStates as readonly string[]).includes(task.state)
  if (!isSettled && task.doneAt <= at) return
  const name = (await personsByIds(cx.db, [task.doneBy])).get(task.doneBy)?.name ?? ''
  const home = (await placeById(cx.db, task.homeId))?.path ?? ''
  const when = localTime(task.doneAt.toISOString()).slice(0, 16)
  const message =
    cx.origin.language === 'en'
      ? `${home}: ${name}, ${when}: ${taskStates[task.state].en}.`
      : `${home}：${name} ${when} 已登记“${taskStates[task.state].zh}”。`
  throw refuse('emergency.noted-already', { fields: [{ path: 'state', message }] })
}
/** A result may be corrected while the emergency holds. @throws emergency.task-not-found, emergency.over, emergency.noted-already */
export const noteResult = async (cx: Cx, id: string, body: Result): Promise<Task> => {
  const { task } = await lockTask(cx, id)
  const at = saidAt(cx, body.at, task.createdAt)
  await refuseIfOvertaken(cx, task, at, body.seen)
  const state: TaskState = body.state
  const changes = {
    state,
    resultWords: body.words ?? null,
    quantity: state === 'done' || state === 'needs' ? body.quantity : 0,
    doneBy: cx.actor.personId,
    doneAt: at,
  }
  await cx.db.update(emergencyTasks).set(changes).where(eq(emergencyTasks.id, id))
  if (task.requestedBy !== null && task.requestedBy !== cx.actor.personId) {
    const home = await placeById(cx.db, task.homeId)
    await tell(cx, {
      event: 'emergency.requestDone',
      audience: 'person',
      personIds: [task.requestedBy],
      thing: { kind: 'emergency', id: task.emergencyId },
      fields: { home: home?.path ?? '', words: body.words ?? resultWords[body.state] },
    })
  }
  await cx.journal({
    action: 'emergency.result',
    sentence: '登记了入户任务的结果',
    thing: { kind: 'emergencyTask', id },
    before: { state: task.state },
    after: { state, quantity: changes.quantity },
  })
  return (await tasksShown(cx, [{ ...task, ...changes }]))[0]!
}
const resultWords = {
  done: '已经办好。',
  absent: '上门时无人在家，会再来。',
  refused: '已记录为不需要。',
  needs: '已经上门，还会再来。',
}

/** Of one's own home, once of a kind while it is open. @throws emergency.not-found, emergency.over, emergency.not-your-home, emergency.outside, emergency.requested-already */
export const requestHelp = async (cx: Cx, id: string, body: Ask): Promise<{ id: string }> => {
  const home = (await homesOf(cx.db, cx.actor.personId)).find((one) => one.id === body.homeId)
  const [row] = await cx.db
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.id, id), eq(emergencies.districtId, cx.districtId)))
  if (row === undefined) throw refuse('emergency.not-found')
  if (home === undefined) throw refuse('emergency.not-your-home')
  if (!isWithin(home, row)) throw refuse('emergency.outside')
  if (row.endedAt !== null) throw refuse('emergency.over')
  const taskId = uuidv7()
  // Who has the building has the new task too.
  const [same] = await cx.db
    .select({ assigneeId: emergencyTasks.assigneeId })
    .from(emergencyTasks)
    .where(
      and(
        eq(emergencyTasks.emergencyId, id),
        home.buildingId === null ? sql`false` : eq(emergencyTasks.buildingId, home.buildingId),
        sql`${emergencyTasks.assigneeId} is not null`,
      ),
    )
    .limit(1)
  const written = await cx.db
    .insert(emergencyTasks)
    .values({
      id: taskId,
      emergencyId: id,
      ...placedOf(home),
      streetId: home.streetId!,
      homeId: home.id,
      kind: body.kind,
      words: body.words,
      state: 'open',
      assigneeId: same?.assigneeId ?? null,
      requestedBy: cx.actor.personId,
      createdAt: cx.now,
    })
    .onConflictDoNothing()
  if (written.rowCount === 0) throw refuse('emergency.requested-already')
  if (same?.assigneeId) await tellAssignee(cx, row, same.assigneeId, home.path, 1)
  await cx.journal({
    action: 'emergency.request',
    sentence: '申请了应急帮助',
    thing: { kind: 'emergency', id },
    after: { kind: body.kind },
  })
  return { id: taskId }
}
