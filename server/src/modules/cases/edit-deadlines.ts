// Deadline policies by kind. Running clocks get the new budgets, or the new calendar, and keep what has run.
import { eq, inArray, sql } from 'drizzle-orm'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-life.ts'
import type { Budget } from '../../../../rules/src/deadline-clock.ts'
import type { WorkingCalendar } from '../../../../rules/src/working-time.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import {
  budgetsIn,
  nextDue,
  rebudgetRow,
  regimeAt,
  regimesOf,
  runningClocks,
  type Budgets,
  type ClockRow,
  type RegimePlaceKind,
} from './clocks.ts'
import type { CaseRow } from './policy.ts'
import { forgetSettings } from './settings-cache.ts'
import { caseClocks, cases, deadlinePolicies } from './tables.ts'

export interface Policy {
  kind: CaseKind
  respond: Budget
  resolve: Budget
  verify: Budget
}
/** A budget that is left out stays as it was. */
type Change = Omit<Policy, 'verify'> & { verify?: Budget | undefined }
const BATCH = 2000
const nowhere = { microGridId: null, buildingId: null, unitId: null }
const NIL = '00000000-0000-0000-0000-000000000000'

export const listDeadlines = async (cx: Cx): Promise<Policy[]> => {
  const own = await cx.db.select().from(deadlinePolicies).where(eq(deadlinePolicies.districtId, cx.districtId))
  return (Object.keys(caseKinds) as CaseKind[]).map((kind) => ({ kind, ...budgetsIn(own, kind) }))
}
const writeBatch = async (cx: Cx<Actor | null>, changed: readonly ClockRow[]) => {
  await cx.db.execute(sql`
    update case_clocks c set unit = n.unit, amount = n.amount, running_since = n.running_since, paused_at = n.paused_at, elapsed_ms = n.elapsed_ms, elapsed_working_ms = n.elapsed_working_ms, spent_at = n.spent_at, due_at = n.due_at, warn_at = n.warn_at
    from jsonb_to_recordset(${JSON.stringify(changed.map((row) => ({ id: row.id, unit: row.unit, amount: row.amount, running_since: row.runningSince, paused_at: row.pausedAt, elapsed_ms: row.elapsedMs, elapsed_working_ms: row.elapsedWorkingMs, spent_at: row.spentAt, due_at: row.dueAt, warn_at: row.warnAt })))}::jsonb)
      as n(id uuid, unit text, amount int, running_since timestamptz, paused_at timestamptz, elapsed_ms bigint, elapsed_working_ms bigint, spent_at timestamptz, due_at timestamptz, warn_at timestamptz)
    where c.id = n.id`)
  const caseIds = [...new Set(changed.map((row) => row.caseId))]
  const all = await cx.db.select().from(caseClocks).where(inArray(caseClocks.caseId, caseIds))
  const due = [...Map.groupBy(all, (row) => row.caseId)].map(([id, clocks]) => ({ id, ...nextDue(clocks) }))
  await cx.db.execute(sql`
    update cases c set due_at = n.due_at, due_kind = n.due_kind from jsonb_to_recordset(${JSON.stringify(due.map((one) => ({ id: one.id, due_at: one.dueAt, due_kind: one.dueKind })))}::jsonb) as n(id uuid, due_at timestamptz, due_kind text) where c.id = n.id`)
}
type Standing = Pick<CaseRow, 'id' | 'kind' | 'streetId' | 'communityId' | 'gridId' | 'estateId'>
/**
 * Reckons the running clocks anew, of the district or of an area: with the budgets a case is to have (undefined: it
 * stays as it is), or with the same ones under a changed calendar (null).
 */
export const reckonClocks = async (
  cx: Cx<Actor | null>,
  before: WorkingCalendar,
  after: WorkingCalendar,
  budgetsFor: ((row: Standing) => Budgets | undefined) | null,
  area?: { readonly id: string; readonly kind: RegimePlaceKind },
): Promise<void> => {
  let last = NIL
  for (;;) {
    const rows = await runningClocks(cx.db, cx.districtId, last, BATCH, area)
    if (rows.length === 0) return
    last = rows[rows.length - 1]!.id
    const about = await standingsOf(cx, rows)
    const changed = rows.flatMap((row) => {
      const budgets = budgetsFor?.(about.get(row.caseId)!)
      if (budgetsFor !== null && budgets === undefined) return []
      return [rebudgetRow(row, budgets?.[row.kind] ?? { unit: row.unit, amount: row.amount }, cx.now, before, after)]
    })
    if (changed.length > 0) await writeBatch(cx, changed)
  }
}
const standingsOf = async (cx: Cx<Actor | null>, clocks: readonly ClockRow[]): Promise<Map<string, Standing>> => {
  const { id, kind, streetId, communityId, gridId, estateId } = cases
  const rows = await cx.db
    .select({ id, kind, streetId, communityId, gridId, estateId })
    .from(cases)
    .where(inArray(id, [...new Set(clocks.map((clock) => clock.caseId))]))
  return new Map(rows.map((row) => [row.id, row]))
}
export const changeDeadlines = async (cx: Cx, changes: readonly Change[]): Promise<Policy[]> => {
  const before = await listDeadlines(cx)
  const policies = changes.map((change): Policy => {
    const { verify } = before.find((policy) => policy.kind === change.kind)!
    return { ...change, verify: change.verify ?? verify }
  })
  for (const { kind, respond, resolve, verify } of policies) {
    const values = {
      respondUnit: respond.unit,
      respondAmount: respond.amount,
      resolveUnit: resolve.unit,
      resolveAmount: resolve.amount,
      verifyUnit: verify.unit,
      verifyAmount: verify.amount,
    }
    await cx.db
      .insert(deadlinePolicies)
      .values({ districtId: cx.districtId, kind, ...values })
      .onConflictDoUpdate({ target: [deadlinePolicies.districtId, deadlinePolicies.kind], set: values })
  }
  const calendar = await loadCalendar(cx.db, cx.districtId)
  const byKind = new Map(policies.map((policy) => [policy.kind, policy]))
  const regimes = await regimesOf(cx.db, cx.districtId)
  // An area in an emergency keeps its own deadlines until that ends.
  await reckonClocks(cx, calendar, calendar, (row) =>
    regimeAt(regimes, { ...nowhere, ...row }) === undefined ? byKind.get(row.kind) : undefined,
  )
  await cx.journal({
    action: 'case.deadlines',
    sentence: '修改了办理时限',
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: policies,
  })
  forgetSettings(cx.districtId)
  return listDeadlines(cx)
}
/** For the calendar module: after a change of working days or hours. */
export const recomputeClocks = async (cx: Cx, before: WorkingCalendar): Promise<void> =>
  reckonClocks(cx, before, await loadCalendar(cx.db, cx.districtId), null)
