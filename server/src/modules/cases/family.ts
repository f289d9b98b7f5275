// The family of a case as its reader may see it, and the rating of a merged case by its own reporter.
import { and, eq } from 'drizzle-orm'
import type { caseFamilyApi } from '../../../../contract/src/cases-family.ts'
import { limits } from '../../../../contract/src/cases-life.ts'
import type { OutOf, ParsedBody } from '../../../../contract/src/endpoint.ts'
import { mayAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { lockCase, readCase } from './load-case.ts'
import { mergedInto, rootOf } from './merge-case.ts'
import { noteRating } from './note-rating.ts'
import { isReporter, maySee, type CaseRow } from './policy.ts'
import { shapeRows } from './page.ts'
import { isOpenCase } from './split-case.ts'
import { cases } from './tables.ts'
import { addToTimeline } from './tell-timeline.ts'

type Api = typeof caseFamilyApi
type Family = OutOf<Api['GET /api/cases/:id/family']>
type Rating = ParsedBody<Api['POST /api/cases/:id/merged-rating']>
const DAY_MS = 86_400_000

const mayRate = (cx: Cx, row: CaseRow, root: CaseRow): boolean =>
  row.state === 'merged' &&
  isReporter(cx.actor, row) &&
  (root.state === 'closed' ||
    (root.state === 'confirmed' &&
      root.closedAt !== null &&
      root.closedAt.getTime() + limits.reopenDays * DAY_MS > cx.now.getTime()))
/** What a reporter sees of the case theirs was merged into: how it stands, in their own words and place. */
const throughOwn = (row: CaseRow, root: CaseRow): CaseRow => ({
  ...root,
  words: row.words,
  placeId: row.placeId,
  placeKind: row.placeKind,
  placeName: row.placeName,
  placePath: row.placePath,
  photos: [],
  rating: null,
})
/** @throws case.not-found */
export const familyOf = async (cx: Cx, id: string): Promise<Family> => {
  const row = await readCase(cx, id)
  const [parts, merged, root, parent] = await Promise.all([
    cx.db.select().from(cases).where(eq(cases.parentId, id)).orderBy(cases.number).limit(100),
    mergedInto(cx.db, id),
    rootOf(cx, row),
    row.parentId === null
      ? []
      : cx.db
          .select()
          .from(cases)
          .where(and(eq(cases.id, row.parentId), eq(cases.districtId, cx.districtId))),
  ])
  const shape = async (rows: readonly CaseRow[]) => shapeRows(cx.db, cx, rows)
  const may: Family['may'] = []
  const staff = mayAt(cx.actor, 'case.merge', row)
  if (staff && isOpenCase(row) && row.parentId === null) may.push('split')
  if (staff && isOpenCase(row) && row.parentId === null && row.state !== 'closureRequested' && parts.length === 0)
    may.push('merge')
  if (staff && row.state === 'merged') may.push('unmerge')
  if (mayRate(cx, row, root)) may.push('rateMerged')
  const into = row.state !== 'merged' ? [] : [maySee(cx.actor, root) ? root : throughOwn(row, root)]
  return {
    parent: (await shape(parent.filter((one) => maySee(cx.actor, one))))[0] ?? null,
    parts: await shape(parts.filter((one) => maySee(cx.actor, one))),
    mergedInto: (await shape(into))[0] ?? null,
    merged: await shape(merged.filter((one) => maySee(cx.actor, one))),
    may,
  }
}
/** The rating of a merged case stays its own; the case it was merged into shows it to staff. @throws case.not-merged-closed */
export const rateMerged = async (cx: Cx, id: string, input: Rating): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  if (!isReporter(cx.actor, row)) throw refuse('case.not-reporter')
  const root = await rootOf(cx, row)
  if (!mayRate(cx, row, root)) throw refuse('case.not-merged-closed')
  const changes = { rating: input.rating, ratingReasons: [...input.ratingReasons], updatedAt: cx.now }
  await cx.db.update(cases).set(changes).where(eq(cases.id, id))
  await noteRating(cx, id)
  const entry = { words: input.words ?? null, data: { rating: String(input.rating), number: String(row.number) } }
  await addToTimeline(cx, id, { step: 'mergedRating', audience: 'public', ...entry })
  await addToTimeline(cx, root.id, { step: 'mergedRating', audience: 'internal', ...entry })
  await cx.journal({
    action: 'case.mergedRating',
    sentence: '评价了并办的诉求',
    thing: { kind: 'case', id },
    after: { rating: input.rating },
  })
  return { ...row, ...changes }
}
