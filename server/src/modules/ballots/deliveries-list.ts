// Whom the ballot has provably reached, for the convener: by building, and door by door with the proof.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { developerKey } from '../../../../rules/src/owners-roll.ts'
import type { Cx } from '../../platform/cx.ts'
import { pageOf, readCursor } from '../../platform/paging.ts'
import { personsByIds } from '../identity/index.ts'
import { doorsIn } from './doors.ts'
import { findAs } from './policy.ts'
import { decisionDeliveries, decisionOwners } from './tables.ts'

type Progress = OutOf<(typeof ballotsApi)['GET /api/decisions/:id/deliveries/progress']>
type Page = OutOf<(typeof ballotsApi)['GET /api/decisions/:id/deliveries']>
/** An owner with parts in several buildings stands in each of them, but once in the whole. */
export const deliveryProgress = async (cx: Cx, id: string): Promise<Progress> => {
  await findAs(cx, id, 'decision.convene')
  const proven = sql`exists (select 1 from decision_deliveries d where d.decision_id = ${id} and d.owner_key = o.key and d.taken_back_at is null)`
  const { rows: whole } = await cx.db.execute<{ owners: number; proven: number }>(
    sql`select count(*)::int owners, count(*) filter (where ${proven})::int proven from decision_owners o where o.decision_id = ${id}`,
  )
  const { rows: buildings } = await cx.db.execute<{ building: string; owners: number; proven: number }>(
    sql`select building, count(*)::int owners, count(*) filter (where is_proven)::int proven
      from (select p.building, o.key, ${proven} is_proven, min(p.sort) sort
        from decision_parts p join decision_owners o on o.decision_id = p.decision_id and o.key = p.owner_key
        where p.decision_id = ${id} group by p.building, o.key) doors
      group by building order by min(sort) limit 500`,
  )
  return { ...whole[0]!, buildings }
}
type Query = ParsedQuery<(typeof ballotsApi)['GET /api/decisions/:id/deliveries']>
const receiversOf = (cx: Cx, id: string, query: Query) => {
  const cursor = readCursor(query.after, 1)
  const stands = sql`${decisionDeliveries.id} is not null`
  return cx.db
    .select({ owner: decisionOwners, delivery: decisionDeliveries, doors: doorsIn(id, sql`decision_owners.key`, 5) })
    .from(decisionOwners)
    .leftJoin(
      decisionDeliveries,
      and(
        eq(decisionDeliveries.decisionId, decisionOwners.decisionId),
        eq(decisionDeliveries.ownerKey, decisionOwners.key),
        isNull(decisionDeliveries.takenBackAt),
      ),
    )
    .where(
      and(
        eq(decisionOwners.decisionId, id),
        query.proven === undefined ? undefined : query.proven ? stands : sql`not ${stands}`,
        query.building === undefined
          ? undefined
          : sql`exists (select 1 from decision_parts p where p.decision_id = ${id} and p.owner_key = decision_owners.key and p.building = ${query.building})`,
        cursor === null ? undefined : sql`${decisionOwners.sort} > ${Number(cursor[0])}`,
      ),
    )
    .orderBy(asc(decisionOwners.sort))
    .limit(query.limit + 1)
}
/** Never whether somebody voted. */
export const listDeliveries = async (cx: Cx, id: string, query: Query): Promise<Page> => {
  await findAs(cx, id, 'decision.convene')
  const page = pageOf(await receiversOf(cx, id, query), query.limit, (last) => [last.owner.sort])
  const people = await personsByIds(
    cx.db,
    page.rows.flatMap(({ owner, delivery }) => [
      ...owner.personIds,
      ...(delivery?.recordedBy ? [delivery.recordedBy] : []),
    ]),
  )
  const nameOf = (personId: string) => people.get(personId)?.name ?? ''
  return {
    rows: page.rows.map(({ owner, delivery, doors }) => ({
      key: owner.key,
      doors: doors ?? '',
      names: owner.key === developerKey ? '开发商' : owner.personIds.map(nameOf).join('、'),
      delivery:
        delivery === null
          ? null
          : {
              id: delivery.id,
              how: delivery.how,
              on: delivery.deliveredOn,
              at: delivery.at.toISOString(),
              byName: delivery.recordedBy === null ? null : nameOf(delivery.recordedBy),
              photos: delivery.photos,
            },
    })),
    total: null,
    next: page.next,
  }
}
