// Following a case: who may see it, or anybody where it is public, hears of its changes in public words. Who follows a
// duplicate follows what it was merged into for as long as it is, and the case itself again after that.
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { caseStates, caseSteps } from '../../../../contract/src/cases-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { tell } from '../notices/index.ts'
import { mergedInto, rootOf } from './merge-case.ts'
import { maySee, type CaseRow } from './policy.ts'
import { isPublicRow, publicFaces } from './public-face.ts'
import { caseFollowers, cases } from './tables.ts'

/** @throws case.not-found also where the actor may neither see it nor it is public; identity.consent-needed */
export const followCase = async (cx: Cx, id: string): Promise<{ following: boolean }> => {
  if (!cx.actor.consented) throw refuse('identity.consent-needed')
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
  if (row === undefined || (!isPublicRow(row) && !maySee(cx.actor, row))) throw refuse('case.not-found')
  await cx.db
    .insert(caseFollowers)
    .values({ caseId: id, personId: cx.actor.personId, since: cx.now, why: 'follows' })
    .onConflictDoNothing()
  return { following: true }
}
/** A case and what was merged into it. */
const withMerged = async (db: Cx['db'], id: string): Promise<string[]> => [
  id,
  ...(await mergedInto(db, id)).map((one) => one.id),
]
/** The case that a case was merged into in the end; itself where it was not, or is none. */
export const standsIn = async (cx: Cx<Actor | null>, id: string): Promise<string> => {
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
  return row === undefined || row.mergedIntoId === null ? id : (await rootOf(cx, row)).id
}
/** Follows the case, or a duplicate of it. */
export const isFollowing = async (cx: Cx, id: string): Promise<boolean> => {
  const ids = await withMerged(cx.db, id)
  const mine = and(inArray(caseFollowers.caseId, ids), eq(caseFollowers.personId, cx.actor.personId))
  return (await cx.db.select({ since: caseFollowers.since }).from(caseFollowers).where(mine).limit(1)).length > 0
}
/** The reporter of a duplicate that was merged here stays informed: that is not theirs to end by this. */
export const unfollowCase = async (cx: Cx, id: string): Promise<{ following: boolean }> => {
  await cx.db
    .delete(caseFollowers)
    .where(
      and(
        inArray(caseFollowers.caseId, await withMerged(cx.db, id)),
        eq(caseFollowers.personId, cx.actor.personId),
        ne(caseFollowers.why, 'merged'),
      ),
    )
  return { following: false }
}
/** Cases this person follows and that are still public or theirs to see. */
export const listFollowed = async (cx: Cx, query: { after?: string | undefined; limit: number }) => {
  const cursor = readCursor(query.after, 2)
  const found = await cx.db
    .select({ row: cases, since: caseFollowers.since })
    .from(caseFollowers)
    .innerJoin(cases, eq(cases.id, caseFollowers.caseId))
    .where(
      and(
        eq(caseFollowers.personId, cx.actor.personId),
        eq(cases.districtId, cx.districtId),
        cursor === null
          ? undefined
          : sql`(${caseFollowers.since}, ${caseFollowers.caseId}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${caseFollowers.since} desc`, sql`${caseFollowers.caseId} desc`)
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, ({ row, since }) => [since.toISOString(), row.id])
  const now = await Promise.all(
    rows.map(async ({ row, since }) => ({ row: row.mergedIntoId === null ? row : await rootOf(cx, row), since })),
  )
  const shown = now.filter(
    ({ row }, at) =>
      (isPublicRow(row) || maySee(cx.actor, row)) && now.findIndex((one) => one.row.id === row.id) === at,
  )
  const faces = await publicFaces(
    cx,
    shown.map(({ row }) => row),
  )
  return { rows: faces.map((face, i) => ({ ...face, since: shown[i]!.since.toISOString() })), total: null, next }
}
/** Steps that are nobody's business but the people's who work on it. */
const isForFollowers = (step: string): boolean =>
  Object.hasOwn(caseSteps, step) &&
  (caseSteps[step as keyof typeof caseSteps].notifies as readonly string[]).includes('reporter')

/** Part of the job `case.tell`: followers hear of a step the reporter hears of, without anybody's words. */
export const tellFollowers = async (
  cx: Cx<null>,
  row: CaseRow,
  step: string,
  actorId: string | null,
): Promise<void> => {
  if (!isForFollowers(step)) return
  const merged = await mergedInto(cx.db, row.id)
  const caseIds = [row.id, ...(isPublicRow(row) ? merged.map((one) => one.id) : [])]
  const followers = await cx.db
    .selectDistinct({ personId: caseFollowers.personId })
    .from(caseFollowers)
    .where(inArray(caseFollowers.caseId, caseIds))
  // Reporters hear it as their own.
  const others = new Set([actorId, row.reporterId, ...merged.map((one) => one.reporterId)])
  const personIds = followers.map((one) => one.personId).filter((id) => !others.has(id))
  if (personIds.length === 0 || row.openness === 'withheld') return
  const [face] = await publicFaces(cx, [row])
  await tell(cx, {
    event: 'case.followed',
    audience: 'person',
    personIds,
    thing: { kind: 'publicCase', id: row.id },
    fields: {
      number: face!.number,
      place: face!.place,
      category: face!.category.name,
      state: caseStates[row.state].zh,
      handler: face!.handler ?? '',
    },
  })
}
