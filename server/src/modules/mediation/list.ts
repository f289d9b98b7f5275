// Lists and figures of mediations: to each the ones they are of; to others of the area numbers alone.
import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { openStates, type CaseState } from '../../../../contract/src/cases-life.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { openMediationStates, type MediationState } from '../../../../contract/src/mediation-life.ts'
import type { mediationApi } from '../../../../contract/src/mediation.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import { mayAt, visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { isReporter, readCase } from '../cases/index.ts'
import { personsByIds } from '../identity/index.ts'
import { holdersAt } from '../organisations/index.ts'
import { isInForceAsA } from '../organisations/tables.ts'
import { placeById, placesByIds } from '../places/index.ts'
import { mediationParties, mediations } from './tables.ts'

type Api = typeof mediationApi
type Row = OutOf<Api['GET /api/mediations']>['rows'][number]
const openList = sql.raw(openMediationStates.map((state) => `'${state}'`).join(', '))

/** Columns inside subqueries, always with their table: the query builder leaves it out at the top level of a selection. */
const the = {
  id: sql`${mediations.id}`,
  state: sql`${mediations.state}`,
  settlementId: sql`${mediations.settlementId}`,
}
/** A page of what `where` lets through, newest first; `waits` says when something waits for the reader. */
const listWhere = async (
  cx: Cx,
  query: { readonly after?: string | undefined; readonly limit: number },
  where: SQL,
  waits: SQL<boolean>,
) => {
  const cursor = readCursor(query.after, 1)
  const today = shanghaiDay(cx.now)
  const found = await cx.db
    .select({
      row: mediations,
      parties: sql<number>`(select count(*)::int from mediation_parties p where p.mediation_id = ${the.id})`,
      nextSessionAt: sql<
        string | null
      >`(select min(s.at) from mediation_sessions s where s.mediation_id = ${the.id} and s.held_at is null and s.at > ${cx.now.toISOString()}::timestamptz)`,
      late: sql<number>`(select count(*)::int from mediation_promises q where q.mediation_id = ${the.id} and q.state <> 'kept' and q.due_on < ${today}::date)`,
      waitsForMe: waits,
    })
    .from(mediations)
    .where(
      and(
        eq(mediations.districtId, cx.districtId),
        where,
        cursor === null ? undefined : sql`${mediations.id} < ${cursor[0]}::uuid`,
      ),
    )
    .orderBy(desc(mediations.id))
    .limit(query.limit + 1)
  const { rows, next } = pageOf(found, query.limit, (one) => [one.row.id])
  const places = await placesByIds(
    cx.db,
    rows.map((one) => one.row.placeId),
  )
  return {
    rows: rows.map(({ row, parties, nextSessionAt, late, waitsForMe }): Row => ({
      id: row.id,
      number: String(row.number),
      place: { id: row.placeId, name: places.get(row.placeId)?.path ?? '' },
      subject: row.subject,
      state: row.state,
      stateAt: row.stateAt.toISOString(),
      openedAt: row.openedAt.toISOString(),
      parties,
      nextSessionAt: nextSessionAt === null ? null : new Date(nextSessionAt).toISOString(),
      late,
      waitsForMe,
    })),
    total: null,
    next,
  }
}
export const listMediations = (
  cx: Cx,
  query: { readonly after?: string | undefined; readonly limit: number; readonly open?: boolean | undefined },
) => {
  const named = sql`exists (select 1 from mediation_mediators m where m.mediation_id = ${mediations.id} and m.person_id = ${cx.actor.personId})`
  const open =
    query.open === undefined
      ? sql`true`
      : query.open
        ? sql`${mediations.state} in (${openList})`
        : sql`${mediations.state} not in (${openList})`
  return listWhere(
    cx,
    query,
    and(visibleAt(cx.actor, 'mediation.handle', mediations), named, open)!,
    sql<boolean>`${the.state} in ('agreedToMediate', 'inSession')`,
  )
}
export const listMine = (cx: Cx, query: { readonly after?: string | undefined; readonly limit: number }) => {
  const me = sql`p.mediation_id = ${the.id} and p.person_id = ${cx.actor.personId}`
  return listWhere(
    cx,
    query,
    sql`exists (select 1 from ${mediationParties} p where ${me})`,
    sql<boolean>`exists (select 1 from ${mediationParties} p where ${me} and (
      (${the.state} = 'opened' and p.consent = 'asked')
      or (${the.state} = 'settlementDrafted' and not exists (select 1 from mediation_signatures g where g.settlement_id = ${the.settlementId} and g.party_id = p.id))
      or (${the.state} = 'signed' and exists (select 1 from mediation_promises q join mediation_clauses c on c.id = q.clause_id where q.mediation_id = ${the.id}
        and ((q.state = 'open' and c.from_id = p.id) or (q.state = 'saidKept' and c.from_id <> p.id and coalesce(c.to_id, p.id) = p.id))))))`,
  )
}
export const mediationFigures = async (cx: Cx): Promise<OutOf<Api['GET /api/mediations/figures']>> => {
  const mine = and(eq(mediations.districtId, cx.districtId), visibleAt(cx.actor, 'mediation.handle', mediations))!
  const states = await cx.db
    .select({ state: mediations.state, count: sql<number>`count(*)::int` })
    .from(mediations)
    .where(mine)
    .groupBy(mediations.state)
  const today = shanghaiDay(cx.now)
  const promises = await cx.db.execute<{ open: number; kept: number; late: number }>(sql`
    select count(*) filter (where q.state <> 'kept')::int as open, count(*) filter (where q.state = 'kept')::int as kept,
      count(*) filter (where q.state <> 'kept' and q.due_on < ${today}::date)::int as late
    from mediation_promises q join ${mediations} on ${mediations.id} = q.mediation_id where ${mine}`)
  return { states, promises: promises.rows[0]!, orphans: await orphansOf(cx, mine) }
}
const ORPHANS = 50
/** Open ones none of whose mediators may mediate there today. */
const orphansOf = async (cx: Cx, mine: SQL) => {
  const rows = await cx.db
    .select()
    .from(mediations)
    .where(
      and(
        mine,
        sql`${mediations.state} in (${openList})`,
        sql`not exists (select 1 from mediation_mediators m join appointments a on a.person_id = m.person_id join positions s on s.id = a.position_id
          where m.mediation_id = ${mediations.id} and s.permissions @> '{mediation.handle}'::text[]
            and ${isInForceAsA}
            and a.scope_id in (${mediations.districtId}, ${mediations.streetId}, ${mediations.communityId}, ${mediations.gridId}, ${mediations.estateId}))`,
      ),
    )
    .orderBy(mediations.openedAt)
    .limit(ORPHANS)
  return rows.map((row) => ({ id: row.id, number: String(row.number), openedAt: row.openedAt.toISOString() }))
}
/** @throws place.not-found, access.out-of-scope */
export const mediatorsAt = async (cx: Cx, placeId: string) => {
  const place = await placeById(cx.db, placeId)
  if (place === null || place.districtId !== cx.districtId) throw refuse('place.not-found')
  if (!mayAt(cx.actor, 'mediation.handle', place)) throw refuse('access.out-of-scope')
  const ids = await holdersAt(cx.db, cx.districtId, 'mediation.handle', place)
  const people = await personsByIds(cx.db, ids)
  return ids.map((id) => ({ id, name: people.get(id)?.name ?? '' }))
}
/** Its reporter reads nothing of it, unless a party. @throws case.not-found */
export const mediationOfCase = async (cx: Cx, caseId: string) => {
  const row = await readCase(cx, caseId)
  const [found] = await cx.db
    .select({ id: mediations.id })
    .from(mediations)
    .where(and(eq(mediations.caseId, caseId), inArray(mediations.state, [...openMediationStates] as MediationState[])))
  const isOver = !(openStates as readonly CaseState[]).includes(row.state)
  const mayOpen = found === undefined && !isOver && mayAt(cx.actor, 'mediation.handle', row)
  if (found === undefined) return { inMediation: false, mediationId: null, mayOpen }
  const isOf = await cx.db.execute<{ yes: boolean }>(sql`
    select exists (select 1 from mediation_parties p where p.mediation_id = ${found.id} and p.person_id = ${cx.actor.personId})
      or exists (select 1 from mediation_mediators m where m.mediation_id = ${found.id} and m.person_id = ${cx.actor.personId}) as yes`)
  const isMine = isOf.rows[0]!.yes
  return { inMediation: isMine || !isReporter(cx.actor, row), mediationId: isMine ? found.id : null, mayOpen }
}
