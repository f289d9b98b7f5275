// Default deadlines of whistles: for urgent cases in real time, for others in working time. A district sets its own.
import { eq } from 'drizzle-orm'
import type { CaseKind } from '../../../../contract/src/cases-kinds.ts'
import type { Budget } from '../../../../rules/src/deadline-clock.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { whistleSettings } from './tables.ts'

export interface WhistleBudgets {
  readonly arrival: { unit: Budget['unit']; amount: number }
  readonly result: { unit: Budget['unit']; amount: number }
}
type Kind = 'urgent' | 'other'
export type WhistleSettings = Record<Kind, WhistleBudgets>
/** Ours: the urgent ones follow the deadlines of urgent cases (civic-rules §3). No higher rule sets them. */
export const whistleDefaults: WhistleSettings = {
  urgent: { arrival: { unit: 'minutes', amount: 30 }, result: { unit: 'minutes', amount: 24 * 60 } },
  other: { arrival: { unit: 'working-minutes', amount: 4 * 60 }, result: { unit: 'working-days', amount: 3 } },
}
const source = '邻里默认值：急事参照急事时限，其余四个工作小时到场、三个工作日交卷；上级没有统一规定'

const settingsIn = async (db: Tx, districtId: string): Promise<WhistleSettings> => {
  const rows = await db.select().from(whistleSettings).where(eq(whistleSettings.districtId, districtId))
  const of = (kind: Kind): WhistleBudgets => {
    const own = rows.find((row) => row.kind === kind)
    if (own === undefined) return whistleDefaults[kind]
    return {
      arrival: { unit: own.arrivalUnit, amount: own.arrivalAmount },
      result: { unit: own.resultUnit, amount: own.resultAmount },
    }
  }
  return { urgent: of('urgent'), other: of('other') }
}
export const showSettings = async (cx: Cx) => ({ ...(await settingsIn(cx.db, cx.districtId)), source })
/** The budgets a case of this kind begins with. */
export const budgetsFor = async (db: Tx, districtId: string, kind: CaseKind): Promise<WhistleBudgets> =>
  (await settingsIn(db, districtId))[kind === 'urgent' ? 'urgent' : 'other']
/** Changes the defaults of whistles to come; those blown keep what was agreed. */
export const changeSettings = async (cx: Cx, next: WhistleSettings) => {
  const before = await settingsIn(cx.db, cx.districtId)
  for (const kind of ['urgent', 'other'] as const) {
    const { arrival, result } = next[kind]
    const values = {
      arrivalUnit: arrival.unit,
      arrivalAmount: arrival.amount,
      resultUnit: result.unit,
      resultAmount: result.amount,
    }
    await cx.db
      .insert(whistleSettings)
      .values({ districtId: cx.districtId, kind, ...values })
      .onConflictDoUpdate({ target: [whistleSettings.districtId, whistleSettings.kind], set: values })
  }
  await cx.journal({
    action: 'whistle.settings',
    sentence: '修改了吹哨时限',
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: next,
  })
  return showSettings(cx)
}
