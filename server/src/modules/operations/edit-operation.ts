// Plans, changes, begins, closes and cancels a joint operation; its units are told when it is planned.
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import { operationLife, type OperationStep } from '../../../../contract/src/operations-life.ts'
import type { operationsApi } from '../../../../contract/src/operations.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { takeStep } from '../../platform/lifecycle.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { holdersOf, organisationsByIds } from '../organisations/index.ts'
import { placeById, placedOf, type PlaceRow } from '../places/index.ts'
import { lockRun, type OperationRow } from './policy.ts'
import { operationShown, type Operation } from './show.ts'
import { operations, operationUnits } from './tables.ts'

type Body = ParsedBody<(typeof operationsApi)['POST /api/operations']>
const areaOf = async (cx: Cx, id: string): Promise<PlaceRow> => {
  const place = await placeById(cx.db, id)
  if (place === null || place.districtId !== cx.districtId || !place.active) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'operation.run', placedOf(place))) throw refuse('access.out-of-scope')
  return place
}
/** The lead is one of the units, named or not. @throws organisation.not-found */
const unitsOf = async (cx: Cx, body: Body) => {
  const named = new Map(body.units.map((unit) => [unit.organisationId, unit]))
  if (!named.has(body.leadId)) named.set(body.leadId, { organisationId: body.leadId, people: '', task: '牵头' })
  const bodies = await organisationsByIds(cx.db, [...named.keys()])
  for (const id of named.keys()) {
    const body = bodies.get(id)
    if (body === undefined || body.districtId !== cx.districtId || !body.active) throw refuse('organisation.not-found')
  }
  return [...named.values()]
}
const told = (row: Pick<OperationRow, 'name' | 'day' | 'leadId' | 'placeId'>, units: number) => ({
  name: row.name,
  day: row.day,
  leadId: row.leadId,
  placeId: row.placeId,
  units,
})
const tellUnits = async (cx: Cx, id: string, body: Body, area: PlaceRow, units: Body['units']) => {
  for (const unit of units) {
    const people = await Promise.all(
      (['operation.run', 'whistle.answer', 'case.handle'] as const).map((permission) =>
        holdersOf(cx.db, unit.organisationId, permission, placedOf(area)),
      ),
    )
    await tell(cx, {
      event: 'operation.planned',
      audience: 'person',
      personIds: [...new Set(people.flat())].filter((person) => person !== cx.actor.personId),
      thing: { kind: 'operation', id },
      fields: { name: body.name, day: body.day, place: area.path, task: unit.task },
    })
  }
}
/** @throws place.not-found, access.out-of-scope, organisation.not-found */
export const planOperation = async (cx: Cx, body: Body): Promise<Operation> => {
  const area = await areaOf(cx, body.placeId)
  const units = await unitsOf(cx, body)
  const row: OperationRow = {
    id: uuidv7(),
    ...placedOf(area),
    placeId: area.id,
    name: body.name,
    aim: body.aim,
    day: body.day,
    leadId: body.leadId,
    state: 'planned',
    results: [],
    words: null,
    createdBy: cx.actor.personId,
    createdAt: cx.now,
    closedAt: null,
  }
  await cx.db.insert(operations).values(row)
  await cx.db.insert(operationUnits).values(units.map((unit) => ({ operationId: row.id, ...unit })))
  await tellUnits(cx, row.id, body, area, units)
  await cx.journal({
    action: 'operation.plan',
    sentence: '安排了联合执法',
    thing: { kind: 'operation', id: row.id },
    after: told(row, units.length),
  })
  return operationShown(cx, row)
}
/** @throws as planOperation, and operation.not-found, operation.ended */
export const changeOperation = async (cx: Cx, id: string, body: Body): Promise<Operation> => {
  const before = await lockRun(cx, id)
  if (before.closedAt !== null || before.state === 'cancelled') throw refuse('operation.ended')
  const area = await areaOf(cx, body.placeId)
  const units = await unitsOf(cx, body)
  const changes = {
    ...placedOf(area),
    placeId: area.id,
    name: body.name,
    aim: body.aim,
    day: body.day,
    leadId: body.leadId,
  }
  await cx.db.update(operations).set(changes).where(eq(operations.id, id))
  await cx.db.delete(operationUnits).where(eq(operationUnits.operationId, id))
  await cx.db.insert(operationUnits).values(units.map((unit) => ({ operationId: id, ...unit })))
  await cx.journal({
    action: 'operation.change',
    sentence: '修改了联合执法安排',
    thing: { kind: 'operation', id },
    before: told(before, 0),
    after: told({ ...before, ...changes }, units.length),
  })
  return operationShown(cx, { ...before, ...changes })
}
/** @throws operation.not-found, lifecycle.* */
export const stepOperation = async (
  cx: Cx,
  id: string,
  step: OperationStep,
  input: { words?: string; results?: OperationRow['results'] },
): Promise<Operation> => {
  const before = await lockRun(cx, id)
  const taker = { person: { reporter: false, handler: false, staff: () => true } }
  const state = takeStep(operationLife, before.state, step, taker, input) as OperationRow['state']
  const changes = {
    state,
    ...(input.words === undefined ? {} : { words: input.words }),
    ...(input.results === undefined ? {} : { results: [...input.results] }),
    ...(state === 'closed' || state === 'cancelled' ? { closedAt: cx.now } : {}),
  }
  await cx.db.update(operations).set(changes).where(eq(operations.id, id))
  await cx.journal({
    action: `operation.${step}`,
    sentence: `联合执法：${operationLife.steps[step].zh}`,
    thing: { kind: 'operation', id },
    before: { state: before.state },
    after: { state, words: input.words ?? null, results: input.results ?? [] },
  })
  return operationShown(cx, { ...before, ...changes })
}
