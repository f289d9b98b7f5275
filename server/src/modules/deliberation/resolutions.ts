// Resolutions and action items as their readers see them: what each is today, and the lists.
import { and, asc, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { actionItemLife, type ResolutionStanding } from '../../../../contract/src/deliberation-life.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { mayTake } from '../../platform/lifecycle.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { personsByIds } from '../identity/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { placesByIds } from '../places/index.ts'
import { findItem, itemsOf, standingTo, stepsOf } from './items.ts'
import {
  livingIn,
  myItems,
  runs,
  visibleItems,
  visibleResolutions,
  type ItemRow,
  type ResolutionRow,
} from './policy.ts'
import { actionItems, meetings, people, resolutions, topics } from './tables.ts'

type Api = typeof deliberationApi
export type ResolutionView = OutOf<Api['GET /api/deliberation/resolutions/:id']>
export type ItemView = OutOf<Api['GET /api/deliberation/items']>['rows'][number]
export type ItemPage = OutOf<Api['GET /api/deliberation/items/:id']>
const openItem = new Set(['noOwner', 'open', 'done'])

export const viewItems = async (cx: Cx, rows: readonly ItemRow[]): Promise<ItemView[]> => {
  if (rows.length === 0) return []
  const today = shanghaiDay(cx.now)
  const owners = await organisationsByIds(
    cx.db,
    rows.map((row) => row.ownerId).filter((id) => id !== null),
  )
  const personIds = rows.map((row) => row.ownerPersonId).filter((id) => id !== null)
  const named = personIds.length === 0 ? [] : await cx.db.select().from(people).where(inArray(people.id, personIds))
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const decided = await cx.db
    .select({ id: resolutions.id, number: resolutions.number, title: resolutions.title })
    .from(resolutions)
    .where(
      inArray(
        resolutions.id,
        rows.map((row) => row.resolutionId),
      ),
    )
  const views: ItemView[] = []
  for (const row of rows) {
    const of = decided.find((one) => one.id === row.resolutionId)!
    const standing = await standingTo(cx, row)
    const person = named.find((one) => one.id === row.ownerPersonId)
    const isMine = standing.handler
    views.push({
      id: row.id,
      what: row.what,
      // A neighbour's name is for those who run it; others read that somebody of the meeting does it.
      owner:
        row.ownerId !== null
          ? (owners.get(row.ownerId)?.name ?? '')
          : person === undefined
            ? null
            : isMine
              ? person.name
              : person.seat,
      ownerId: row.ownerId,
      dueOn: row.dueOn,
      budgetFen: row.budgetFen,
      costFen: row.costFen,
      state: row.state,
      late: row.dueOn !== null && row.dueOn < (row.doneOn ?? (openItem.has(row.state) ? today : row.dueOn)),
      level: row.level,
      place: { id: row.placeId, name: places.get(row.placeId)?.path ?? '' },
      resolution: { id: of.id, number: String(of.number), title: of.title },
      createdAt: row.createdAt.toISOString(),
      may: mayTake(actionItemLife, row.state, standing),
    })
  }
  return views
}
const standingOf = (row: ResolutionRow, items: readonly ItemView[], today: string): ResolutionStanding => {
  const result = row.ownersResult ?? row.result
  if (result !== 'adopted') return result
  if (row.amendedBy !== null) return 'amended'
  if (items.some((item) => item.late && openItem.has(item.state))) return 'overdue'
  if (row.expiresOn !== null && row.expiresOn < today) return 'expired'
  if (items.some((item) => openItem.has(item.state))) return 'underWay'
  return items.length > 0 && items.every((item) => item.state === 'released') ? 'givenUp' : 'carriedOut'
}
const mayOf = (cx: Cx, row: ResolutionRow, standing: ResolutionStanding): ResolutionView['may'] =>
  !runs(cx.actor, row)
    ? []
    : standing === 'sent'
      ? ['sendTo']
      : standing === 'rejected' || standing === 'amended'
        ? []
        : ['addItem']
export const viewResolutions = async (cx: Cx, rows: readonly ResolutionRow[]): Promise<ResolutionView[]> => {
  if (rows.length === 0) return []
  const today = shanghaiDay(cx.now)
  const items = await viewItems(
    cx,
    await itemsOf(
      cx,
      rows.map((row) => row.id),
    ),
  )
  const places = await placesByIds(
    cx.db,
    rows.map((row) => row.placeId),
  )
  const held = await cx.db
    .select({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      inArray(
        meetings.id,
        rows.map((row) => row.meetingId),
      ),
    )
  return rows.map((row) => {
    const mine = items.filter((item) => item.resolution.id === row.id)
    const meeting = held.find((one) => one.id === row.meetingId)!
    const standing = standingOf(row, mine, today)
    return {
      id: row.id,
      number: String(row.number),
      title: row.title,
      words: row.words,
      matter: row.matter,
      way: row.way,
      votesFor: row.votesFor,
      votesAgainst: row.votesAgainst,
      votesAbstain: row.votesAbstain,
      result: row.result,
      decisionId: row.decisionId,
      standing,
      budgetFen: row.budgetFen,
      expiresOn: row.expiresOn,
      amendedBy: row.amendedBy,
      madeAt: row.madeAt.toISOString(),
      place: { id: row.placeId, name: places.get(row.placeId)?.path ?? '' },
      meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt.toISOString() },
      topicId: row.topicId,
      agendaId: row.agendaId,
      items: mine,
      planned: standing === 'sent' ? row.planned.map((item) => item.what) : [],
      may: mayOf(cx, row, standing),
    }
  })
}
const openItems = sql`exists (select 1 from action_items i where i.resolution_id = ${resolutions.id} and i.state in ('noOwner', 'open', 'done'))`
const overdueItems = (today: string) =>
  sql`exists (select 1 from action_items i where i.resolution_id = ${resolutions.id} and i.state in ('noOwner', 'open', 'done') and i.due_on < coalesce(i.done_on, ${today}::date))`
const onlyReleased = sql`(exists (select 1 from action_items i where i.resolution_id = ${resolutions.id})
  and not exists (select 1 from action_items i where i.resolution_id = ${resolutions.id} and i.state <> 'released'))`
/** The same words as `standingOf`, in SQL. */
const isStanding = (standing: ResolutionStanding, today: string): SQL => {
  const result = sql`coalesce(${resolutions.ownersResult}, ${resolutions.result})`
  const adopted = sql`${result} = 'adopted'`
  const inForce = sql`${adopted} and ${resolutions.amendedBy} is null`
  const expired = sql`coalesce(${resolutions.expiresOn} < ${today}::date, false)`
  switch (standing) {
    case 'rejected':
    case 'sent':
      return sql`${result} = ${standing}`
    case 'amended':
      return sql`${adopted} and ${resolutions.amendedBy} is not null`
    case 'overdue':
      return sql`${inForce} and ${overdueItems(today)}`
    case 'expired':
      return sql`${inForce} and not ${overdueItems(today)} and ${expired}`
    case 'carriedOut':
      return sql`${inForce} and not ${openItems} and not ${expired} and not ${onlyReleased}`
    case 'givenUp':
      return sql`${inForce} and not ${expired} and ${onlyReleased}`
    case 'underWay':
      return sql`${inForce} and not ${overdueItems(today)} and ${openItems} and not ${expired}`
  }
}
/** Of before, and no longer what it says, or never done. */
const staleStandings = ['amended', 'expired', 'overdue', 'givenUp'] as const
export const listResolutions = async (cx: Cx, query: ParsedQuery<Api['GET /api/deliberation/resolutions']>) => {
  const after = afterId(query.after)
  const today = shanghaiDay(cx.now)
  const found = await cx.db
    .select()
    .from(resolutions)
    .where(
      and(
        eq(resolutions.districtId, cx.districtId),
        visibleResolutions(cx, await livingIn(cx)),
        query.standing === undefined ? undefined : isStanding(query.standing, today),
        query.stale === true ? or(...staleStandings.map((one) => isStanding(one, today))) : undefined,
        query.placeId === undefined ? undefined : eq(resolutions.placeId, query.placeId),
        after === null ? undefined : lt(resolutions.id, after),
      ),
    )
    .orderBy(desc(resolutions.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.id])
  return { rows: await viewResolutions(cx, rows), total: null, next }
}
export const showResolution = async (cx: Cx, id: string): Promise<ResolutionView> => {
  const [row] = await cx.db
    .select()
    .from(resolutions)
    .where(
      and(
        eq(resolutions.id, id),
        eq(resolutions.districtId, cx.districtId),
        visibleResolutions(cx, await livingIn(cx)),
      ),
    )
  if (row === undefined) throw refuse('deliberation.resolution-not-found')
  return (await viewResolutions(cx, [row]))[0]!
}
const LAST_DAY = '9999-12-31'
export const listItems = async (cx: Cx, query: ParsedQuery<Api['GET /api/deliberation/items']>) => {
  const cursor = readCursor(query.after, 2)
  const today = shanghaiDay(cx.now)
  const due = sql`coalesce(${actionItems.dueOn}, ${LAST_DAY}::date)`
  const late = sql`(${actionItems.state} in ('noOwner', 'open', 'done') and coalesce(${actionItems.dueOn} < coalesce(${actionItems.doneOn}, ${today}::date), false))`
  const found = await cx.db
    .select()
    .from(actionItems)
    .where(
      and(
        eq(actionItems.districtId, cx.districtId),
        visibleItems(cx, await livingIn(cx)),
        query.state === undefined ? undefined : eq(actionItems.state, query.state),
        query.overdue === undefined ? undefined : query.overdue ? late : sql`not ${late}`,
        query.mine === true ? myItems(cx) : undefined,
        query.placeId === undefined ? undefined : eq(actionItems.placeId, query.placeId),
        cursor === null ? undefined : sql`(${due}, ${actionItems.id}) > (${cursor[0]}::date, ${cursor[1]}::uuid)`,
      ),
    )
    .orderBy(asc(due), asc(actionItems.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (row) => [row.dueOn ?? LAST_DAY, row.id])
  return { rows: await viewItems(cx, rows), total: null, next }
}
export const showItem = async (cx: Cx, id: string): Promise<ItemPage> => {
  const row = await findItem(cx, id)
  const [brief] = await viewItems(cx, [row])
  const [meeting] = await cx.db
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(eq(meetings.id, row.meetingId))
  const [of] = await cx.db
    .select({ caseId: topics.caseId })
    .from(resolutions)
    .innerJoin(topics, eq(topics.id, resolutions.topicId))
    .where(eq(resolutions.id, row.resolutionId))
  const steps = await stepsOf(cx, id)
  const known = await personsByIds(
    cx.db,
    steps.map((one) => one.actorId).filter((one) => one !== null),
  )
  const seesNames = runs(cx.actor, row) || (await standingTo(cx, row)).handler
  return {
    ...brief!,
    meeting: meeting!,
    caseId: seesNames ? (of?.caseId ?? null) : null,
    steps: steps.map((one) => ({
      step: one.step,
      words: one.words,
      costFen: one.costFen,
      photos: one.photos,
      by: seesNames && one.actorId !== null ? (known.get(one.actorId)?.name ?? null) : null,
      at: one.at.toISOString(),
    })),
  }
}
