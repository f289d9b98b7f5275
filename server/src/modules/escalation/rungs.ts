// The ladder as data: each rung with its limit. A district sets its own; the defaults are ours and say so.
import { eq } from 'drizzle-orm'
import { caseLevels, type CaseKind, type CaseLevel } from '../../../../contract/src/cases-kinds.ts'
import type { Budget } from '../../../../rules/src/deadline-clock.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { gridKindsOf, setGridKinds } from '../cases/index.ts'
import { escalationRungs } from './tables.ts'

/** From the lowest to the highest. */
export const levels = Object.keys(caseLevels) as CaseLevel[]
export interface Rung {
  level: CaseLevel
  limit: { unit: Budget['unit']; amount: number }
  /** Whether the clock takes it up by itself. */
  byClock: boolean
}
/** Longer than the deadlines of small matters, so that what goes up is late or hard; real working days at each rung. */
export const rungDefaults: readonly Rung[] = [
  { level: 'grid', limit: { unit: 'working-days', amount: 2 }, byClock: true },
  { level: 'community', limit: { unit: 'working-days', amount: 7 }, byClock: true },
  { level: 'street', limit: { unit: 'working-days', amount: 15 }, byClock: true },
  { level: 'district', limit: { unit: 'working-days', amount: 20 }, byClock: true },
]
export const ladderSource =
  '邻里默认值：网格两天、社区七天、街道十五天、区县二十天（工作日），比小事的办理时限宽；上级没有统一规定'

export const rungsOf = async (db: Tx, districtId: string): Promise<Rung[]> => {
  const own = await db.select().from(escalationRungs).where(eq(escalationRungs.districtId, districtId))
  return rungDefaults.map((rung) => {
    const set = own.find((row) => row.level === rung.level)
    return set === undefined
      ? rung
      : { level: rung.level, limit: { unit: set.unit, amount: set.amount }, byClock: set.byClock }
  })
}
export const showLadder = async (cx: Cx) => ({
  rungs: await rungsOf(cx.db, cx.districtId),
  gridKinds: await gridKindsOf(cx.db, cx.districtId),
  source: ladderSource,
})
export const changeLadder = async (cx: Cx, rungs: readonly Rung[], gridKinds?: readonly CaseKind[]) => {
  const { source: _, ...before } = await showLadder(cx)
  for (const { level, limit, byClock } of rungs) {
    const values = { unit: limit.unit, amount: limit.amount, byClock }
    await cx.db
      .insert(escalationRungs)
      .values({ districtId: cx.districtId, level, ...values })
      .onConflictDoUpdate({ target: [escalationRungs.districtId, escalationRungs.level], set: values })
  }
  if (gridKinds !== undefined) await setGridKinds(cx, gridKinds)
  await cx.journal({
    action: 'ladder.change',
    sentence: '修改了升级阶梯',
    thing: { kind: 'district', id: cx.districtId },
    before,
    after: { rungs, gridKinds: gridKinds ?? before.gridKinds },
  })
  return showLadder(cx)
}
