// Cases: one matter somebody raised, carried from report to a confirmed rating (mission A1, A2, A6, A7, A11).
import { and, eq, inArray } from 'drizzle-orm'
import { caseLife } from '../../../../contract/src/cases-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { checkLifecycle } from '../../platform/lifecycle.ts'
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import { adviseBy, type Advisor } from './advice.ts'
import { noteRatingsBy, type RatingNoter } from './note-rating.ts'
import { routeByDutyLists, type FindByDutyList } from './duty-list.ts'
import { followMergesBy, rootOf, type MergeFollower } from './merge-case.ts'
import { ownData } from './own-data.ts'
import { isHandler, maySee, seesByPlace } from './policy.ts'
import { forgetName } from './forget-name.ts'
import { reckonArea } from './regimes.ts'
import { casesRoutes } from './routes.ts'
import { cases } from './tables.ts'
import { tellPeople, type Told } from './tell-people.ts'
import { tellMany } from './tell-reports.ts'
import { runTimers } from './timers.ts'

export { mergedUnder, type MergeFollower } from './merge-case.ts'
export { isFollowing, standsIn } from './follow.ts'
export { forgetBehalf } from './forget-name.ts'
export { gridKindsOf, setGridKinds } from './beginnings.ts'
export { recomputeClocks } from './edit-deadlines.ts'
export { holdCase, openHolds, releaseHold } from './holds.ts'
export { lockCase, readCase } from './load-case.ts'
export { isHandler, isReporter, maySee, placedOfCase, seesByPlace, type CaseRow } from './policy.ts'
export {
  dayOf,
  FEWEST_HOMES,
  isPublic,
  isPublicRow,
  publicColumns,
  publicFaces,
  type Publishable,
  type PublicCase,
} from './public-face.ts'
export { handlersAt } from './propose-handler.ts'
export { shapeRows } from './page.ts'
export { beginRegime, endRegime, type Regime } from './regimes.ts'
export { intakeCase } from './report-case.ts'
export { applyStep, takeCaseStep } from './take-step.ts'
export { addToTimeline } from './tell-timeline.ts'

/** Of these cases, those the actor may see: for live updates. */
export const visibleCaseIds = async (db: Tx, actor: Actor, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(cases)
    .where(and(inArray(cases.id, [...ids]), eq(cases.districtId, actor.districtId)))
  return rows.filter((row) => maySee(actor, row)).map((row) => row.id)
}

/** What this module asks of modules that stand on it; wired in app.ts. */
export interface CasesNeighbours {
  /** Others who see a case's photos: people of a unit called to it. */
  readonly seesPhotos: readonly ((cx: Cx, caseId: string) => Promise<boolean>)[]
  /** Who advises on a category from past decisions; keywords decide without. */
  readonly advisor?: Advisor
  /** Who is told that somebody rated. */
  readonly rated?: RatingNoter
  /** What goes with a case that is merged, and comes back. */
  readonly mergeFollower?: MergeFollower
  /** Who finds the department of a matter by the duty lists. */
  readonly dutyList?: FindByDutyList
}
export const casesModule = (parts: Parts, neighbours: CasesNeighbours = { seesPhotos: [] }): Module => {
  if (neighbours.advisor !== undefined) adviseBy(neighbours.advisor)
  if (neighbours.dutyList !== undefined) routeByDutyLists(neighbours.dutyList)
  if (neighbours.mergeFollower !== undefined) followMergesBy(neighbours.mergeFollower)
  if (neighbours.rated !== undefined) noteRatingsBy(neighbours.rated)
  checkLifecycle(caseLife)
  return {
    name: 'cases',
    routes: casesRoutes(parts),
    jobs: {
      'case.tell': {
        run: (cx, data) => tellPeople(cx, data as unknown as Told),
        runMany: (cx, data) => tellMany(cx, data as unknown as Told[]),
      },
      'case.regime': { run: (cx, data) => reckonArea(cx, String(data.id)) },
      'case.timers': { run: (cx) => runTimers(cx), cron: '* * * * *' },
    },
    forgetName,
    ownData,
    files: {
      case: async (cx, id) => {
        const [row] = await cx.db
          .select()
          .from(cases)
          .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
        if (row === undefined) return false
        if (maySee(cx.actor, row)) return true
        for (const sees of neighbours.seesPhotos) if (await sees(cx, id)) return true
        // What a merged duplicate shows serves who works on the case it was merged into.
        if (row.mergedIntoId === null) return false
        const root = await rootOf(cx, row)
        return seesByPlace(cx.actor, root) || isHandler(cx.actor, root)
      },
    },
  }
}
