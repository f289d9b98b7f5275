// The released photos of a case, its own and those of what was merged into it; they go back when the merge is undone.
import { and, eq } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Download } from '../../platform/module.ts'
import { refuse, Refused } from '../../platform/refuse.ts'
import type { Storage } from '../../platform/storage.ts'
import { isPublicRow, mergedUnder, standsIn, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { releasedPhoto, releasedPhotos } from '../redaction/index.ts'
import { boardsOff, shownCase } from './shown.ts'

type AnyCx = Cx<Actor | null>
/** Whether it would be public on its own: withheld words withhold its photos too, wherever it was merged. */
const wouldShow = (row: CaseRow, off: ReadonlySet<string>): boolean =>
  isPublicRow({ ...row, mergedIntoId: null }) && !off.has(row.communityId)

/** By case, its own first. The ids are of releases. */
export const shownPhotos = async (cx: AnyCx, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const [merged, off] = await Promise.all([mergedUnder(cx.db, ids), boardsOff(cx)])
  const shown = merged.filter(({ row }) => wouldShow(row, off))
  const released = await releasedPhotos(cx.db, [...ids, ...shown.map(({ row }) => row.id)])
  return new Map(
    ids.map((id) => [
      id,
      [id, ...shown.filter(({ rootId }) => rootId === id).map(({ row }) => row.id)].flatMap(
        (one) => released.get(one) ?? [],
      ),
    ]),
  )
}
/** A released photo, while its case is public, or the case that one stands in. @throws file.not-found */
export const publicPhoto = async (
  cx: AnyCx,
  storage: Storage,
  releaseId: string,
  small: boolean,
): Promise<Download> => {
  const { caseId, download } = await releasedPhoto(cx, storage, releaseId, small)
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.districtId, cx.districtId)))
  if (row === undefined || !wouldShow(row, await boardsOff(cx))) throw refuse('file.not-found')
  await shownCase(cx, await standsIn(cx, caseId)).catch((error: unknown) => {
    throw error instanceof Refused ? refuse('file.not-found') : error
  })
  return download
}
