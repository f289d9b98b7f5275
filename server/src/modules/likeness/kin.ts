// A hot spot found in several communities, as one to who sees them: which part speaks for all, and which parts belong to it.
import { and, eq, inArray, isNotNull, notExists, or, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { hotSpots } from './tables.ts'

export type Spot = typeof hotSpots.$inferSelect
export type SpotColumns = Readonly<Record<keyof Spot, AnyPgColumn>>
/** Parts of one spot that are read together. */
const PARTS = 1000
const other = alias(hotSpots, 'other')

/** SQL: the reader sees the spot. */
export const sees = (cx: Cx, of: SpotColumns): SQL =>
  and(eq(of.districtId, cx.districtId), visibleAt(cx.actor, 'hotspot.see', of))!
/** Parts that were decided differently are different matters from then on. */
const decided = (of: SpotColumns): SQL => sql`case when ${of.state} in ('new', 'seen') then 'open' else ${of.state} end`
const decisionOf = ({ state, rootCaseId }: Spot): string =>
  `${state === 'new' || state === 'seen' ? 'open' : state} ${rootCaseId}`
export const isDecidedAlike = (one: Spot, asked: Spot): boolean => decisionOf(one) === decisionOf(asked)
/** SQL: no other part that the reader sees, under the same filters, grows faster: this one speaks for all. */
export const speaksForAll = (cx: Cx, wanted: (of: SpotColumns) => SQL | undefined): SQL =>
  notExists(
    cx.db
      .select({ one: sql`1` })
      .from(other)
      .where(
        and(
          eq(other.kinId, hotSpots.kinId),
          wanted(other),
          sql`${decided(other)} = ${decided(hotSpots)}`,
          sql`${other.rootCaseId} is not distinct from ${hotSpots.rootCaseId}`,
          or(
            sql`${other.growth} > ${hotSpots.growth}`,
            sql`(${other.growth} = ${hotSpots.growth} and ${other.id} < ${hotSpots.id})`,
          ),
        ),
      ),
  )
/** Of each spot the parts that the reader sees, itself first, the largest next. */
export const partsOf = async (cx: Cx, rows: readonly Spot[]): Promise<ReadonlyMap<string, readonly Spot[]>> => {
  const kin = [...new Set(rows.flatMap((row) => row.kinId ?? []))]
  const found =
    kin.length === 0
      ? []
      : await cx.db
          .select()
          .from(hotSpots)
          .where(and(isNotNull(hotSpots.kinId), inArray(hotSpots.kinId, kin), sees(cx, hotSpots)))
          .orderBy(sql`${hotSpots.caseCount} desc`, hotSpots.id)
          .limit(PARTS)
  return new Map(
    rows.map((row) => [
      row.id,
      [row, ...found.filter((one) => one.kinId === row.kinId && one.id !== row.id && isDecidedAlike(one, row))],
    ]),
  )
}
