// Which cases the public sees: the one place that decides it, for the board, photos and Open311.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { isPublic, isPublicRow, type CaseRow } from '../cases/index.ts'
import { cases } from '../cases/tables.ts'
import { boardSettings } from './tables.ts'

type AnyCx = Cx<Actor | null>

const readOff = async (cx: AnyCx): Promise<ReadonlySet<string>> => {
  const rows = await cx.db
    .select({ id: boardSettings.communityId })
    .from(boardSettings)
    .where(and(eq(boardSettings.districtId, cx.districtId), eq(boardSettings.isOn, false)))
  return new Set(rows.map((row) => row.id))
}
const known = new WeakMap<AnyCx, Promise<ReadonlySet<string>>>()
/** Communities without a public board; read once a request. */
export const boardsOff = (cx: AnyCx): Promise<ReadonlySet<string>> => {
  let off = known.get(cx)
  if (off === undefined) known.set(cx, (off = readOff(cx)))
  return off
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
