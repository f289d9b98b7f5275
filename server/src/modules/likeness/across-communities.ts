// Hot spots of several communities, of one street or of several, that are one: the rule that found each puts most of their cases together.
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { grouping } from '../../../../rules/src/like-groups.ts'
import type { Cx } from '../../platform/cx.ts'
import { inTurns } from '../../platform/in-turns.ts'
import { hotSpots } from './tables.ts'

/** Newest cases that speak for a spot. */
const READ = 12
/** Spots that are compared, the fastest growing first. */
const COMPARED = 1000

interface Said extends Record<string, unknown> {
  readonly id: string
  readonly spot: string
  readonly words: string
}
const wordsOf = async (cx: Cx<null>, ids: readonly string[]): Promise<Said[]> =>
  (
    await cx.db.execute<Said>(sql`
      select one.id, h.id as spot, one.words from hot_spots h cross join lateral (
        select c.id, left(c.words, 600) as words from hot_spot_cases m join cases c on c.id = m.case_id
        where m.hot_spot_id = h.id order by c.created_at desc, c.id desc limit ${sql.raw(String(READ))}) one
      where h.id = any(${sql.param(ids)}::uuid[]) order by h.id, one.id`)
  ).rows
/** Spots of which at least half of what is said falls into one group. */
const together = async (said: readonly Said[]): Promise<string[][]> => {
  const all = Map.groupBy(said, (one) => one.spot)
  const spotOf = new Map(said.map((one) => [one.id, one.spot]))
  const groups = await inTurns(
    grouping(
      said.map(({ id, words }) => ({ id, words, place: null })),
      { leastSize: 2 },
    ),
  )
  return groups.map(({ ids }) => {
    const here = Map.groupBy(ids, (id) => spotOf.get(id)!)
    return [...here].filter(([spot, some]) => some.length * 2 > all.get(spot)!.length).map(([spot]) => spot)
  })
}
/** The job `likeness.across`: the spots of the district that still grow. Gives how many have parts elsewhere. */
export const linkAcross = async (cx: Cx<null>): Promise<number> => {
  const compared = cx.db
    .select({ id: hotSpots.id })
    .from(hotSpots)
    .where(and(eq(hotSpots.districtId, cx.districtId), gt(hotSpots.growth, 0)))
    .orderBy(desc(hotSpots.growth), hotSpots.id)
    .limit(COMPARED)
  const spots = await cx.db
    .select({ id: hotSpots.id, communityId: hotSpots.communityId, kinId: hotSpots.kinId })
    .from(hotSpots)
    .where(inArray(hotSpots.id, compared))
    .orderBy(hotSpots.id)
  const communityOf = new Map(spots.map((one) => [one.id, one.communityId]))
  const kinOf = new Map<string, string>()
  const said = communityOf.size < 2 ? [] : await wordsOf(cx, [...communityOf.keys()])
  for (const parts of await together(said)) {
    if (new Set(parts.map((id) => communityOf.get(id))).size < 2) continue
    for (const id of parts) kinOf.set(id, parts.toSorted()[0]!)
  }
  const moved = spots.filter((one) => one.kinId !== (kinOf.get(one.id) ?? null))
  // Locked only now: comparing takes seconds, and people decide about spots meanwhile.
  if (moved.length > 0)
    await cx.db
      .select({ id: hotSpots.id })
      .from(hotSpots)
      .where(
        inArray(
          hotSpots.id,
          moved.map((one) => one.id),
        ),
      )
      .orderBy(hotSpots.id)
      .for('update')
  const changed = Map.groupBy(moved, (one) => kinOf.get(one.id) ?? null)
  for (const [kinId, of] of changed)
    await cx.db
      .update(hotSpots)
      .set({ kinId })
      .where(
        inArray(
          hotSpots.id,
          of.map((one) => one.id),
        ),
      )
  return kinOf.size
}
