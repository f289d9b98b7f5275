// Door-knock lists: those of an area, those with doors of mine, and one list with its doors.
import { and, asc, desc, eq, exists, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { channelsApi } from '../../../../contract/src/channels.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { persons } from '../identity/tables.ts'
import { places } from '../places/tables.ts'
import { knockLists, knockVisits } from './tables.ts'

export type KnockBrief = OutOf<(typeof channelsApi)['GET /api/channels/knocks/mine']>[number]
export type KnockView = OutOf<(typeof channelsApi)['GET /api/channels/knocks/:id']>
export type VisitView = KnockView['visits'][number]
export type KnockList = typeof knockLists.$inferSelect

const listColumns = {
  list: knockLists,
  place: { id: places.id, kind: places.kind, name: places.name, path: places.path },
  counts: sql<KnockBrief['counts']>`(select json_build_object(
    'homes', count(*), 'done', count(*) filter (where v.state = 'done'), 'absent', count(*) filter (where v.state = 'absent'),
    'refused', count(*) filter (where v.state = 'refused'), 'notYet', count(*) filter (where v.state = 'notYet'),
    'revisit', count(*) filter (where v.revisit), 'cases', coalesce(sum(v.cases), 0)
  ) from knock_visits v where v.list_id = knock_lists.id)`,
} as const
export const listsWhere = async (cx: Cx, where: SQL | undefined, limit: number) =>
  cx.db
    .select(listColumns)
    .from(knockLists)
    .innerJoin(places, eq(places.id, knockLists.placeId))
    .where(and(eq(knockLists.districtId, cx.districtId), where))
    .orderBy(desc(knockLists.id))
    .limit(limit)
type Found = Awaited<ReturnType<typeof listsWhere>>[number]
const briefOf = ({ list, place, counts }: Found): KnockBrief => ({
  id: list.id,
  name: list.name,
  place,
  until: list.untilOn,
  createdAt: list.createdAt.toISOString(),
  closedAt: list.closedAt?.toISOString() ?? null,
  counts,
})
export const listKnocks = async (
  cx: Cx,
  query: ParsedQuery<(typeof channelsApi)['GET /api/channels/knocks']>,
): Promise<OutOf<(typeof channelsApi)['GET /api/channels/knocks']>> => {
  const after = afterId(query.after)
  const rows = await listsWhere(
    cx,
    and(
      visibleAt(cx.actor, 'channel.work', knockLists),
      query.open === true ? isNull(knockLists.closedAt) : undefined,
      after === null ? undefined : lt(knockLists.id, after),
    ),
    query.limit + 1,
  )
  const page = pageOf(rows, query.limit, (row) => [row.list.id])
  return { rows: page.rows.map(briefOf), total: null, next: page.next }
}
/** Open lists in which I have doors, or that lie in my area; at most fifty. */
export const listMyKnocks = async (cx: Cx): Promise<KnockBrief[]> => {
  const ofMine = exists(
    cx.db
      .select({ one: sql`1` })
      .from(knockVisits)
      .where(and(eq(knockVisits.listId, knockLists.id), eq(knockVisits.assignedTo, cx.actor.personId))),
  )
  const rows = await listsWhere(
    cx,
    and(isNull(knockLists.closedAt), or(ofMine, visibleAt(cx.actor, 'channel.work', knockLists))),
    50,
  )
  return rows.map(briefOf)
}
export const worksAt = (cx: Cx, list: KnockList): boolean => mayAt(cx.actor, 'channel.work', list)

const visitColumns = {
  visit: knockVisits,
  home: { id: places.id, kind: places.kind, name: places.name, path: places.path },
  assigned: { id: persons.id, name: persons.name },
} as const
export const visitsWhere = (cx: Cx, where: SQL | undefined) =>
  cx.db
    .select(visitColumns)
    .from(knockVisits)
    .innerJoin(places, eq(places.id, knockVisits.homeId))
    .leftJoin(persons, eq(persons.id, knockVisits.assignedTo))
    .where(where)
    .orderBy(asc(knockVisits.seq))
type FoundVisit = Awaited<ReturnType<typeof visitsWhere>>[number]
export const visitView = (cx: Cx, { visit, home, assigned }: FoundVisit): VisitView => ({
  id: visit.id,
  home,
  state: visit.state,
  revisit: visit.revisit,
  needs: visit.needs,
  tries: visit.tries,
  cases: visit.cases,
  assigned: assigned?.id === undefined || assigned.id === null ? null : assigned,
  mine: visit.assignedTo === cx.actor.personId,
  visitedAt: visit.visitedAt?.toISOString() ?? null,
})
/** A list the actor works with: all doors by area, else one's own. @throws knock.not-found */
export const showKnocks = async (cx: Cx, id: string): Promise<KnockView> => {
  const [found] = await listsWhere(cx, eq(knockLists.id, id), 1)
  if (found === undefined) throw refuse('knock.not-found')
  const all = worksAt(cx, found.list)
  const visits = await visitsWhere(
    cx,
    and(eq(knockVisits.listId, id), all ? undefined : eq(knockVisits.assignedTo, cx.actor.personId)),
  )
  if (!all && visits.length === 0) throw refuse('knock.not-found')
  const open = found.list.closedAt === null
  return {
    ...briefOf(found),
    visits: visits.map((visit) => visitView(cx, visit)),
    may: [...(open && all ? (['assign', 'close'] as const) : []), ...(open ? (['visit'] as const) : [])],
  }
}
/** The list, locked, for those of its area. @throws knock.not-found */
export const lockList = async (cx: Cx, id: string): Promise<KnockList> => {
  const [list] = await cx.db
    .select()
    .from(knockLists)
    .where(and(eq(knockLists.id, id), eq(knockLists.districtId, cx.districtId)))
    .for('update')
  if (list === undefined || !worksAt(cx, list)) throw refuse('knock.not-found')
  return list
}
