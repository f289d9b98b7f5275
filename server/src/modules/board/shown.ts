// Which cases the public sees, and in which words: the one place that decides it, for the board, photos and Open311.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { boardCase } from '../../../../contract/src/board.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isPublic, isPublicRow, publicFaces, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { releasedPhotos } from '../redaction/index.ts'
import { boardSettings, casePublications } from './tables.ts'

export type BoardCase = z.input<typeof boardCase>
type AnyCx = Cx<Actor | null>

/** Communities without a public board. */
export const boardsOff = async (cx: AnyCx): Promise<Set<string>> => {
  const rows = await cx.db
    .select({ id: boardSettings.communityId })
    .from(boardSettings)
    .where(and(eq(boardSettings.districtId, cx.districtId), eq(boardSettings.isOn, false)))
  return new Set(rows.map((row) => row.id))
}
/** SQL: cases of this district that anybody may see. */
export const shownCases = async (cx: AnyCx): Promise<SQL> => {
  const off = [...(await boardsOff(cx))]
  return and(
    eq(cases.districtId, cx.districtId),
    isPublic,
    off.length === 0 ? undefined : sql`${cases.communityId} <> all(${sql.param(off)}::uuid[])`,
  )!
}
/** The case, if anybody may see it. @throws board.not-public */
export const shownCase = async (cx: AnyCx, id: string): Promise<CaseRow> => {
  const [row] = await cx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.districtId, cx.districtId)))
  if (row === undefined || !isPublicRow(row) || (await boardsOff(cx)).has(row.communityId))
    throw refuse('board.not-public')
  return row
}
/** Rows in public words, with released words and photos; `rows` are few and shown. */
export const boardFaces = async (cx: AnyCx, rows: readonly CaseRow[]): Promise<BoardCase[]> => {
  const ids = rows.map((row) => row.id)
  const withWords = rows.filter((row) => row.openness === 'summary').map((row) => row.id)
  const [faces, photos, released] = await Promise.all([
    publicFaces(cx, rows),
    releasedPhotos(cx.db, ids),
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
