// Deadlines that hold in an area for a while (an emergency): budgets are a function of place, kind and time.
import { and, eq, isNull } from 'drizzle-orm'
import type { CaseKind } from '../../../../contract/src/cases-life.ts'
import { loadCalendar } from '../../platform/calendar/working-calendar.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { budgetsIn, type Budgets, type RegimePlaceKind } from './clocks.ts'
import { reckonClocks } from './edit-deadlines.ts'
import { forgetSettings } from './settings-cache.ts'
import { caseRegimes, deadlinePolicies } from './tables.ts'

type AnyCx = Cx<Actor | null>
export interface Regime {
  /** Of the thing that brings it, e.g. the emergency. */
  readonly id: string
  readonly place: { readonly id: string; readonly kind: RegimePlaceKind }
  /** Respond and resolve; the time to verify stays the district's own. */
  readonly budgets: Readonly<Record<CaseKind, Pick<Budgets, 'respond' | 'resolve'>>>
}
/** Longer than settings are kept in any process: a case taken in meanwhile is reckoned then. */
const AGAIN_MS = 10_000

/** From now on these deadlines hold in the area; running clocks keep what they have run. */
export const beginRegime = async (cx: AnyCx, regime: Regime): Promise<void> => {
  await cx.db.insert(caseRegimes).values({
    id: regime.id,
    districtId: cx.districtId,
    placeId: regime.place.id,
    placeKind: regime.place.kind,
    budgets: regime.budgets,
    fromAt: cx.now,
    untilAt: null,
  })
  forgetSettings(cx.districtId)
  await reckonArea(cx, regime.id)
  await cx.later('case.regime', { id: regime.id }, { startAfter: new Date(cx.now.getTime() + AGAIN_MS) })
}
/** The ordinary deadlines hold again; running clocks keep what they have run. */
export const endRegime = async (cx: AnyCx, id: string): Promise<void> => {
  await cx.db
    .update(caseRegimes)
    .set({ untilAt: cx.now })
    .where(and(eq(caseRegimes.id, id), isNull(caseRegimes.untilAt)))
  forgetSettings(cx.districtId)
  await reckonArea(cx, id)
  await cx.later('case.regime', { id }, { startAfter: new Date(cx.now.getTime() + AGAIN_MS) })
}
/** Brings the clocks of an area to the deadlines in force there now; done again it changes nothing. */
export const reckonArea = async (cx: AnyCx, id: string): Promise<void> => {
  const [regime] = await cx.db
    .select()
    .from(caseRegimes)
    .where(and(eq(caseRegimes.id, id), eq(caseRegimes.districtId, cx.districtId)))
  if (regime === undefined) return
  const policies = await cx.db.select().from(deadlinePolicies).where(eq(deadlinePolicies.districtId, cx.districtId))
  const inForce = regime.untilAt === null ? regime : undefined
  const calendar = await loadCalendar(cx.db, cx.districtId)
  await reckonClocks(cx, calendar, calendar, (row) => budgetsIn(policies, row.kind, inForce), {
    id: regime.placeId,
    kind: regime.placeKind,
  })
}
