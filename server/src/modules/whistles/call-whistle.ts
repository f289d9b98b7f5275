// Blows the whistle on a case, or calls more units to it: each with what is asked of it and its own deadlines.
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { openStates, type CaseState } from '../../../../contract/src/cases-life.ts'
import type { Budget } from '../../../../rules/src/deadline-clock.ts'
import { heldAt, holding } from '../../platform/access.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { addToTimeline, lockCase, placedOfCase, type CaseRow } from '../cases/index.ts'
import { newClock, nextDue } from './clocks.ts'
import { unitsAt } from './list-units.ts'
import { isCaller, levelOfScope, type PartRow } from './policy.ts'
import { budgetsFor, type WhistleBudgets } from './settings.ts'
import { whistleClocks, whistleParts, whistles } from './tables.ts'
import { holdFor, isOpenPart, writeHistory } from './write-history.ts'

export interface CalledUnit {
  readonly organisationId: string
  readonly asked: string
  readonly arrival?: Budget | undefined
  readonly result?: Budget | undefined
}
export interface Call {
  readonly caseId: string
  readonly why: string
  readonly units: readonly CalledUnit[]
  readonly leadId?: string | undefined
}
const ensureWhistle = async (cx: Cx, row: CaseRow, why: string): Promise<string> => {
  const [known] = await cx.db.select({ id: whistles.id }).from(whistles).where(eq(whistles.caseId, row.id))
  if (known !== undefined) return known.id
  const id = uuidv7()
  await cx.db
    .insert(whistles)
    .values({ id, districtId: cx.districtId, caseId: row.id, why, calledBy: cx.actor.personId, calledAt: cx.now })
  return id
}
/** @throws whistle.* where a unit cannot be called, is called already, or the lead is not among those called */
const checkCall = async (cx: Cx, row: CaseRow, call: Call): Promise<ReadonlyMap<string, string>> => {
  if (!isCaller(cx.actor, placedOfCase(row))) throw refuse('access.out-of-scope')
  if (!(openStates as readonly CaseState[]).includes(row.state)) throw refuse('whistle.case-over')
  const callable = new Map((await unitsAt(cx, placedOfCase(row))).map((one) => [one.id, one.name]))
  const wrong = call.units.findIndex((unit) => !callable.has(unit.organisationId))
  if (wrong >= 0)
    throw refuse('whistle.cannot-answer', {
      fields: [{ path: `units.${wrong}.organisationId`, message: '不在可叫的单位中' }],
    })
  const there = await cx.db.select().from(whistleParts).where(eq(whistleParts.caseId, row.id))
  const ids = call.units.map((unit) => unit.organisationId)
  const busy = there.filter((part) => isOpenPart(part.state)).map((part) => part.organisationId)
  if (new Set(ids).size !== ids.length || ids.some((id) => busy.includes(id))) throw refuse('whistle.called-already')
  const hasLead = there.some((part) => part.isLead)
  if (call.leadId === undefined ? !hasLead : !ids.includes(call.leadId))
    throw refuse('whistle.one-lead', { fields: [{ path: 'leadId', message: '请选一个牵头单位' }] })
  return callable
}
/** The lowest rung on which the actor may call here: a refusal is decided above it. */
const callerOf = (cx: Cx, row: CaseRow) => {
  const order = ['district', 'street', 'community', 'grid'] as const
  const held = holding(cx.actor, 'whistle.call').filter(
    (one) => heldAt({ ...cx.actor, held: [one] }, 'whistle.call', row) !== undefined,
  )
  const lowest = held.toSorted(
    (a, b) => order.indexOf(levelOfScope(b.scopeKind)) - order.indexOf(levelOfScope(a.scopeKind)),
  )[0]!
  return { organisation: lowest.organisationName, level: levelOfScope(lowest.scopeKind) }
}
const insertPart = async (
  cx: Cx,
  row: CaseRow,
  whistleId: string,
  unit: CalledUnit,
  isLead: boolean,
  defaults: WhistleBudgets,
): Promise<PartRow> => {
  const caller = callerOf(cx, row)
  const calendar = await loadCalendar(cx.db, cx.districtId)
  const id = uuidv7()
  const clocks = [
    newClock(id, 'arrival', unit.arrival ?? defaults.arrival, cx.now, calendar),
    newClock(id, 'result', unit.result ?? defaults.result, cx.now, calendar),
  ]
  const { streetId, communityId, gridId, microGridId, estateId, buildingId, unitId } = row
  const [part] = await cx.db
    .insert(whistleParts)
    .values({
      id,
      whistleId,
      caseId: row.id,
      organisationId: unit.organisationId,
      districtId: cx.districtId,
      streetId,
      communityId,
      gridId,
      microGridId,
      estateId,
      buildingId,
      unitId,
      isLead,
      asked: unit.asked,
      state: 'called',
      stateAt: cx.now,
      calledAt: cx.now,
      calledBy: cx.actor.personId,
      callerName: cx.actor.name,
      callerOrganisation: caller.organisation,
      callerLevel: caller.level,
      dueAt: nextDue(clocks),
    })
    .returning()
  await cx.db.insert(whistleClocks).values(clocks)
  return part!
}
/** @throws case.not-found, access.out-of-scope, whistle.* */
export const callWhistle = async (cx: Cx, call: Call): Promise<void> => {
  const row = await lockCase(cx, call.caseId)
  const names = await checkCall(cx, row, call)
  const whistleId = await ensureWhistle(cx, row, call.why)
  const defaults = await budgetsFor(cx.db, cx.districtId, row.kind)
  if (call.leadId !== undefined)
    await cx.db
      .update(whistleParts)
      .set({ isLead: false })
      .where(and(eq(whistleParts.whistleId, whistleId), sql`${whistleParts.isLead}`))
  const nameOf = (id: string) => names.get(id) ?? ''
  const caller = callerOf(cx, row)
  const lead = call.leadId === undefined ? '' : `，${nameOf(call.leadId)}牵头`
  await addToTimeline(cx, row.id, {
    step: 'whistle.called',
    words: `已请${call.units.map((unit) => nameOf(unit.organisationId)).join('、')}到场${lead}。`,
    audience: 'public',
    organisationName: caller.organisation,
  })
  for (const unit of call.units) {
    const part = await insertPart(cx, row, whistleId, unit, unit.organisationId === call.leadId, defaults)
    const unitName = nameOf(unit.organisationId)
    await holdFor(cx, part, unitName)
    await writeHistory(cx, part, {
      step: 'whistle.called',
      sentence: '吹哨叫单位',
      from: null,
      to: 'called',
      unitName,
      organisationName: caller.organisation,
      words: `${unit.asked}${part.isLead ? '（牵头）' : ''}`,
    })
    await cx.later('whistle.tell', { partId: part.id, event: 'called', said: unit.asked })
  }
}
