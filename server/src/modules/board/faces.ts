// In which words and pictures the public sees a case, for the board, hints and Open311.
import { inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { boardCase } from '../../../../contract/src/board.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { publicFaces, type Publishable } from '../cases/index.ts'
import { shownPhotos } from './shown-photos.ts'
import { casePublications } from './tables.ts'

export type BoardCase = z.input<typeof boardCase>
type AnyCx = Cx<Actor | null>

/** Rows in public words, with released words and photos; `rows` are few and shown. */
export const boardFaces = async (cx: AnyCx, rows: readonly Publishable[]): Promise<BoardCase[]> => {
  const ids = rows.map((row) => row.id)
  const withWords = rows.filter((row) => row.openness === 'summary').map((row) => row.id)
  const [faces, photos, released] = await Promise.all([
    publicFaces(cx, rows),
    shownPhotos(cx, ids),
    withWords.length === 0
      ? []
      : cx.db
          .select({ id: casePublications.caseId, summary: casePublications.summary })
          .from(casePublications)
          .where(inArray(casePublications.caseId, withWords)),
  ])
  const summaries = new Map(released.map((one) => [one.id, one.summary]))
  return faces.map((face) => ({
    ...face,
    summary: summaries.get(face.id) ?? null,
    photos: photos.get(face.id) ?? [],
  }))
}
