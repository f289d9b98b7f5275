// Back to normal: open tasks are closed or handed on, the ordinary deadlines hold again, the report is written.
import { and, eq, sql } from 'drizzle-orm'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { endRegime } from '../cases/index.ts'
import { tell } from '../notices/index.ts'
import { organisationById } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import { staffOf } from './begin-emergency.ts'
import { figuresOf } from './figures.ts'
import { lockCommanded, type EmergencyRow } from './policy.ts'
import { emergencyShown, isOpenTask, type Emergency } from './show.ts'
import { emergencies, emergencyTasks } from './tables.ts'

type Body = ParsedBody<(typeof emergencyApi)['POST /api/emergency/:id/end']>
interface Settled {
  readonly closed: number
  readonly handedOn: number
  readonly handedTo: string | null
}
const takerOf = async (cx: Cx, body: Body) => {
  if (body.openTasks !== 'handOn') return null
  const found = body.organisationId === undefined ? null : await organisationById(cx.db, body.organisationId)
  if (found === null || found.districtId !== cx.districtId || !found.active)
    throw refuse('organisation.not-found', { fields: [{ path: 'organisationId', message: '请选择单位' }] })
  return found
}
/** @throws emergency.open-tasks when some are left and nobody said what becomes of them */
const settleTasks = async (cx: Cx, id: string, body: Body): Promise<Settled> => {
  const left = and(eq(emergencyTasks.emergencyId, id), isOpenTask)
  const [open] = await cx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(emergencyTasks)
    .where(left)
  const count = open?.n ?? 0
  if (count === 0) return { closed: 0, handedOn: 0, handedTo: null }
  if (body.openTasks === undefined)
    throw refuse('emergency.open-tasks', { fields: [{ path: 'openTasks', message: String(count) }] })
  const taker = await takerOf(cx, body)
  const state = taker === null ? ('closed' as const) : ('handedOn' as const)
  await cx.db
    .update(emergencyTasks)
    .set({ state, doneBy: cx.actor.personId, doneAt: cx.now, handedTo: taker?.id ?? null })
    .where(left)
  return taker === null
    ? { closed: count, handedOn: 0, handedTo: null }
    : { closed: 0, handedOn: count, handedTo: taker.name }
}
/** @throws emergency.not-found, access.out-of-scope, emergency.over, emergency.open-tasks, organisation.not-found */
export const endEmergency = async (cx: Cx, id: string, body: Body): Promise<Emergency> => {
  const row = await lockCommanded(cx, id)
  const settled = await settleTasks(cx, id, body)
  const ended: EmergencyRow = { ...row, endedBy: cx.actor.personId, endedAt: cx.now }
  const report = { words: body.words, figures: await figuresOf(cx.db, ended), ...settled }
  await cx.db
    .update(emergencies)
    .set({ endedBy: cx.actor.personId, endedAt: cx.now, report })
    .where(eq(emergencies.id, id))
  await endRegime(cx, id)
  const area = await placeById(cx.db, row.placeId)
  await tell(cx, {
    event: 'emergency.ended',
    audience: 'person',
    personIds: (await staffOf(cx, row)).filter((person) => person !== cx.actor.personId),
    thing: { kind: 'emergency', id },
    fields: { area: area?.path ?? '', name: row.name },
  })
  await cx.journal({
    action: 'emergency.end',
    sentence: '结束了应急状态',
    thing: { kind: 'emergency', id },
    after: { words: body.words, ...settled },
  })
  return emergencyShown(cx, { ...ended, report })
}
