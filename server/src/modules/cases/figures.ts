// What the figures of 今日 count, one condition each: the page counts by them and the queue lists by them.
import { and, sql, type SQL } from 'drizzle-orm'
import type { CaseFigure } from '../../../../contract/src/cases-figures.ts'
import type { Cx } from '../../platform/cx.ts'
import { visibleAsHandler, visibleWith } from './policy.ts'
import { cases } from './tables.ts'

const SOON_MS = 24 * 3_600_000
const WEEK_MS = 7 * 86_400_000
/** A case closed this week is looked for among those of the last months. */
const RECENT_MS = 120 * 86_400_000
const before = (cx: Cx, ms: number) => new Date(cx.now.getTime() - ms).toISOString()

/** Written literally, so that the partial indexes on open states serve. */
export const isOpen: SQL = sql.raw(
  `"cases"."state" in ('submitted','accepted','dispatched','takenUp','inProgress','suspended','returned','closureRequested','reopenAsked','reopened')`,
)
/** At the rung the actor stands on: what came up to a street or the district, and what moved to a community or grid. */
const cameUpTo = (cx: Cx): SQL => {
  const on = (level: string, isOnRung: (kind: string) => boolean, more: SQL) => {
    const held = cx.actor.held.filter((one) => isOnRung(one.scopeKind))
    return sql`(${cases.level} = ${level} and ${more} and ${visibleWith({ ...cx.actor, held }, 'case.see')})`
  }
  const moved = sql`${cases.levelSince} is not null`
  const higher = ['district', 'street', 'community']
  const rungs = [
    on('district', (kind) => kind === 'district', sql`true`),
    on('street', (kind) => kind === 'street', sql`true`),
    on('community', (kind) => kind === 'community', moved),
    on('grid', (kind) => !higher.includes(kind), moved),
  ]
  return sql`(${sql.join(rungs, sql` or `)})`
}
/** Among the open cases. */
export const openFigures = (cx: Cx): Record<Exclude<CaseFigure, 'closedThisWeek'>, SQL> => {
  const [accept, dispatch, verify, handle] = [
    visibleWith(cx.actor, 'case.accept'),
    visibleWith(cx.actor, 'case.dispatch'),
    visibleWith(cx.actor, 'case.verify'),
    visibleAsHandler(cx.actor),
  ]
  return {
    toAccept: sql`(${cases.state} = 'submitted' and ${accept})`,
    toDispatch: sql`(${cases.state} in ('accepted', 'returned', 'reopened') and ${dispatch})`,
    toTakeUp: sql`(${cases.state} = 'dispatched' and ${handle})`,
    inHand: sql`(${cases.state} in ('takenUp', 'inProgress', 'suspended') and ${handle})`,
    toVerify: sql`(${cases.state} = 'closureRequested' and ${verify})`,
    toDecide: sql`(${cases.state} = 'reopenAsked' and ${verify})`,
    lowRated: sql`(${cases.state} = 'reopenAsked' and ${cases.rating} <= 2)`,
    cameUp: cameUpTo(cx),
    overdue: sql`(${cases.dueAt} < ${cx.now.toISOString()})`,
    dueSoon: sql`(${cases.dueAt} >= ${cx.now.toISOString()} and ${cases.dueAt} < ${before(cx, -SOON_MS)})`,
    openTotal: sql`true`,
  }
}
export const closedLately = (cx: Cx): SQL =>
  sql`(${cases.closedAt} >= ${before(cx, WEEK_MS)} and ${cases.createdAt} >= ${before(cx, RECENT_MS)})`
/** A figure as a condition of the queue. */
export const figureCondition = (cx: Cx, figure: CaseFigure): SQL =>
  figure === 'closedThisWeek' ? closedLately(cx) : and(isOpen, openFigures(cx)[figure])!
