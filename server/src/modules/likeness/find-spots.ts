// Finds hot spots: groups of like cases of the last eight weeks in each community, by a job. What people decided stays.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { growthOf, grouping, type LikeGroup } from '../../../../rules/src/like-groups.ts'
import { shortPublicWords } from '../../../../rules/src/public-words.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { inTurns } from '../../platform/in-turns.ts'
import { places } from '../places/tables.ts'
import { hotSpotCases, hotSpots } from './tables.ts'

export const WEEKS = 8
const WEEK_MS = 7 * 86_400_000
/** Newest cases of one community that are grouped. */
const READ = 3000
/** A group is on the list from this size on, when it still moves. */
const LEAST_SIZE = 3
const LEAST_RECENT = 2
const KEPT = 30
/** A group that nobody looked at and that no longer grows is forgotten after this. */
const FORGET_MS = 2 * WEEK_MS
/** A dismissed group comes back when it has grown by half. */
const COMES_BACK = 1.5

interface Told extends Record<string, unknown> {
  readonly id: string
  readonly words: string
  readonly at: string
  /** Who says it; each unnamed report is somebody. */ readonly by: string
  readonly streetId: string
  readonly gridId: string | null
  readonly microGridId: string | null
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly unitId: string | null
}
type Spot = typeof hotSpots.$inferSelect
const narrower = ['gridId', 'microGridId', 'estateId', 'buildingId', 'unitId'] as const

const casesOf = async (cx: Cx<null>, communityId: string): Promise<Told[]> => {
  const since = new Date(cx.now.getTime() - WEEKS * WEEK_MS).toISOString()
  const found = await cx.db.execute<Told>(sql`
    select id, left(words, 600) as words, created_at::text as at, coalesce(reporter_id, id)::text as by, street_id as "streetId", grid_id as "gridId", micro_grid_id as "microGridId",
      estate_id as "estateId", building_id as "buildingId", unit_id as "unitId"
    from cases c
    where community_id = ${communityId} and created_at >= ${since} and merged_into_id is null and channel <> 'proactive'
      and state not in ('rejected', 'withdrawn')
      and not exists (select 1 from case_holds h where h.case_id = c.id and h.kind = 'mediation' and h.released_at is null)
    order by created_at desc, id desc limit ${sql.raw(String(READ))}`)
  return found.rows.toReversed()
}
/** Where at least half of the group lies. */
const mostly = (members: readonly Told[], key: (typeof narrower)[number]): string | null => {
  const counts = new Map<string, number>()
  for (const one of members) if (one[key] !== null) counts.set(one[key], (counts.get(one[key]) ?? 0) + 1)
  for (const [id, count] of counts) if (count * 2 >= members.length) return id
  return null
}
const byWeek = (members: readonly Told[], now: Date): Told[][] => {
  const weeks: Told[][] = Array.from({ length: WEEKS }, () => [])
  for (const one of members) {
    const ago = Math.floor((now.getTime() - new Date(one.at).getTime()) / WEEK_MS)
    weeks[WEEKS - 1 - Math.min(WEEKS - 1, Math.max(0, ago))]!.push(one)
  }
  return weeks
}
const peopleOf = (told: readonly Told[]): number => new Set(told.map((one) => one.by)).size
interface Found {
  readonly group: LikeGroup
  readonly members: readonly Told[]
  readonly weeks: readonly number[]
  readonly growth: number
}
const growing = (groups: readonly LikeGroup[], told: readonly Told[], now: Date): Found[] => {
  const byId = new Map(told.map((one) => [one.id, one]))
  return groups
    .map((group) => {
      const members = group.ids.map((id) => byId.get(id)!)
      const weeks = byWeek(members, now)
      // Growth is counted in people: one who writes every day is no crowd.
      const growth = growthOf(weeks.map(peopleOf))
      return { group, members, weeks: weeks.map((all) => all.length), growth, recent: peopleOf(weeks.slice(-2).flat()) }
    })
    .filter((one) => one.recent >= LEAST_RECENT && one.growth > 0)
    .sort((a, b) => b.growth - a.growth || b.members.length - a.members.length)
    .slice(0, KEPT)
}
const known = async (cx: Cx<null>, communityId: string) => {
  const rows = await cx.db
    .select()
    .from(hotSpots)
    .where(eq(hotSpots.communityId, communityId))
    .orderBy(hotSpots.id)
    .for('update')
  const held =
    rows.length === 0
      ? []
      : await cx.db
          .select()
          .from(hotSpotCases)
          .where(
            inArray(
              hotSpotCases.hotSpotId,
              rows.map((row) => row.id),
            ),
          )
  const byId = Map.groupBy(held, (one) => one.hotSpotId)
  return rows.map((row) => ({ row, ids: new Set(byId.get(row.id)?.map((one) => one.caseId)) }))
}
/** The same spot as before: at least half of the smaller of the two is shared. */
const sameAs = <K extends { readonly ids: ReadonlySet<string> }>(found: Found, before: readonly K[]): K | undefined =>
  before.find(({ ids }) => {
    const shared = found.group.ids.filter((id) => ids.has(id)).length
    return shared * 2 >= Math.min(ids.size, found.group.ids.length) && shared > 0
  })
const stateNow = (before: Spot | undefined, count: number): Pick<Spot, 'state' | 'reason'> => {
  if (before === undefined) return { state: 'new', reason: null }
  const grew = before.state === 'dismissed' && count >= (before.dismissedAtCount ?? count) * COMES_BACK
  return grew ? { state: 'new', reason: null } : { state: before.state, reason: before.reason }
}
const write = async (
  cx: Cx<null>,
  communityId: string,
  names: ReadonlyMap<string, string>,
  found: Found,
  before: Spot | undefined,
) => {
  const { group, members, weeks, growth } = found
  const home = Object.fromEntries(narrower.map((key) => [key, mostly(members, key)])) as Record<
    (typeof narrower)[number],
    string | null
  >
  const placeId = home.estateId ?? communityId
  const middle = members.find((one) => one.id === group.middle)!
  const values = {
    ...home,
    placeId,
    placeName: names.get(placeId) ?? '',
    title: shortPublicWords(middle.words, [], 40),
    shared: [...group.shared],
    caseCount: members.length,
    weeks: [...weeks],
    growth,
    closeness: group.closeness,
    firstAt: new Date(members[0]!.at),
    lastAt: new Date(members[members.length - 1]!.at),
    ...stateNow(before, members.length),
    foundAt: cx.now,
  }
  const id = before?.id ?? uuidv7()
  if (before === undefined)
    await cx.db.insert(hotSpots).values({
      id,
      districtId: cx.districtId,
      streetId: members[0]!.streetId,
      communityId,
      dismissedAtCount: null,
      rootCaseId: null,
      decidedBy: null,
      decidedAt: null,
      kinId: null,
      ...values,
    })
  else await cx.db.update(hotSpots).set(values).where(eq(hotSpots.id, id))
  await cx.db
    .insert(hotSpotCases)
    .values(members.map((one) => ({ hotSpotId: id, caseId: one.id })))
    .onConflictDoNothing()
}
const placeNames = async (cx: Cx<null>, communityId: string, told: readonly Told[]) => {
  const ids = [...new Set([communityId, ...told.flatMap((one) => one.estateId ?? [])])]
  const rows = await cx.db.select({ id: places.id, name: places.name }).from(places).where(inArray(places.id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}
/** The job `likeness.spotsOf`: one community. A group that no longer grows rests; one nobody ever looked at is forgotten in time. */
export const findSpotsOf = async (cx: Cx<null>, communityId: string): Promise<number> => {
  const told = await casesOf(cx, communityId)
  const groups = await inTurns(
    grouping(
      told.map(({ id, words, estateId }) => ({ id, words, place: estateId })),
      { leastSize: LEAST_SIZE },
    ),
  )
  const found = growing(groups, told, cx.now)
  const [before, names] = await Promise.all([known(cx, communityId), placeNames(cx, communityId, told)])
  const kept = new Set<string>()
  for (const one of found) {
    const match = sameAs(
      one,
      before.filter(({ row }) => !kept.has(row.id)),
    )
    if (match !== undefined) kept.add(match.row.id)
    await write(cx, communityId, names, one, match?.row)
  }
  const gone = before.filter(({ row }) => !kept.has(row.id))
  const forgotten = gone
    .filter(({ row }) => row.state === 'new' && row.foundAt.getTime() < cx.now.getTime() - FORGET_MS)
    .map(({ row }) => row.id)
  const resting = gone.map(({ row }) => row.id).filter((id) => !forgotten.includes(id))
  if (forgotten.length > 0) await cx.db.delete(hotSpots).where(inArray(hotSpots.id, forgotten))
  if (resting.length > 0) await cx.db.update(hotSpots).set({ growth: 0 }).where(inArray(hotSpots.id, resting))
  if (told.length > 0 || before.length > 0) await cx.later('likeness.across', {}, { once: cx.districtId })
  return found.length
}
/** Schedules the search in every community, or in those of `where`. */
export const findSpots = async (cx: Cx<Actor | null>, where: ReturnType<typeof sql> = sql`true`): Promise<number> => {
  const rows = await cx.db
    .select({ id: places.id })
    .from(places)
    .where(and(eq(places.districtId, cx.districtId), eq(places.kind, 'community'), places.active, where))
  for (const row of rows) await cx.later('likeness.spotsOf', { communityId: row.id })
  return rows.length
}
