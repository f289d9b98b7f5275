// Deadlines in an emergency: the district's own, else the defaults of the rules, in minutes day and night.
import { eq } from 'drizzle-orm'
import { caseKinds, type CaseKind } from '../../../../contract/src/cases-kinds.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { emergencyApi } from '../../../../contract/src/emergency.ts'
import { emergencyDeadlines } from '../../../../rules/src/emergency-deadlines.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import type { Regime } from '../cases/index.ts'
import { emergencyDeadlineRows } from './tables.ts'

export type Deadline = OutOf<(typeof emergencyApi)['GET /api/emergency/deadlines']>[number]
export const deadlinesOf = async (db: Tx, districtId: string): Promise<Deadline[]> => {
  const own = await db.select().from(emergencyDeadlineRows).where(eq(emergencyDeadlineRows.districtId, districtId))
  return (Object.keys(caseKinds) as CaseKind[]).map((kind) => {
    const { respondMinutes, resolveMinutes } = own.find((row) => row.kind === kind) ?? emergencyDeadlines[kind]
    return { kind, respondMinutes, resolveMinutes }
  })
}
export const budgetsOfDeadlines = (deadlines: readonly Deadline[]): Regime['budgets'] =>
  Object.fromEntries(
    deadlines.map(({ kind, respondMinutes, resolveMinutes }) => [
      kind,
      {
        respond: { unit: 'minutes' as const, amount: respondMinutes },
        resolve: { unit: 'minutes' as const, amount: resolveMinutes },
      },
    ]),
  ) as Regime['budgets']
/** Emergencies in force keep the deadlines they began with. */
export const changeEmergencyDeadlines = async (cx: Cx, changes: readonly Deadline[]): Promise<Deadline[]> => {
  const before = await deadlinesOf(cx.db, cx.districtId)
  for (const { kind, respondMinutes, resolveMinutes } of changes)
    await cx.db
      .insert(emergencyDeadlineRows)
      .values({ districtId: cx.districtId, kind, respondMinutes, resolveMinutes })
      .onConflictDoUpdate({
        target: [emergencyDeadlineRows.districtId, emergencyDeadlineRows.kind],
        set: { respondMinutes, resolveMinutes },
      })
  await cx.journal({
    action: 'emergency.deadlines',
    sentence: '修改了应急时限',
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: changes,
  })
  return deadlinesOf(cx.db, cx.districtId)
}
