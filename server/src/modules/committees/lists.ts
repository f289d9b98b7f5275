// Committees as lists and figures: each figure is the number of rows of the list behind it.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { committeesApi } from '../../../../contract/src/committees.ts'
import type { EstateStanding } from '../../../../contract/src/committees-life.ts'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import { committeeRuleSets, permille, type CommitteeRules } from '../../../../rules/src/committee-rules.ts'
import { ruleSetInForce } from '../../../../rules/src/rules-in-force.ts'
import { scopesOf, visibleAt } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import type { Cx } from '../../platform/cx.ts'
import { newestFirst, olderThan } from '../../platform/newest-first.ts'
import { pageOf } from '../../platform/paging.ts'
import { regionOf } from '../places/index.ts'
import { atMyHomes, dayOf } from '../publicnotices/index.ts'
import type { CommitteeRow } from './policy.ts'
import { rowView } from './view.ts'
import { committeeMembers, committees } from './tables.ts'

type Api = typeof committeesApi
type Out<K extends keyof Api> = OutOf<Api[K]>
type Query<K extends keyof Api> = ParsedQuery<Api[K]>
const placed = {
  districtId: committees.districtId,
  streetId: committees.streetId,
  communityId: committees.communityId,
  gridId: committees.gridId,
  microGridId: committees.microGridId,
  estateId: committees.estateId,
  buildingId: committees.buildingId,
  unitId: committees.unitId,
}
const formingStates = ['preparing', 'reviewing', 'published', 'electing'] as const
/** SQL: of a committee named `c`. */
const endsSoonSql = (today: string): SQL =>
  sql`(c.state = 'seated' and (c.term_to - make_interval(months => (c.rules->>'warnMonths')::int))::date <= ${today}::date)`
/** SQL: every estate of the area with how it stands, and the committee that sits or is being formed there. */
const estatesOf = (cx: Cx): SQL => sql`
  select p.id, p.name, p.path, p.path_order,
    coalesce(b.kind, case when x.place_id is not null then 'exempt' else 'none' end) standing,
    x.words exempt_words, c.id committee_id, c.term_to::text term_to,
    coalesce(${endsSoonSql(dayOf(cx.now))}, false) ends_soon, f.id formation_id
  from places p
  left join lateral (select o.kind from organisations o where o.place_id = p.id and o.active
    and o.kind in ('ownersCommittee', 'managementCommittee') order by o.kind desc limit 1) b on true
  left join committee_exemptions x on x.place_id = p.id
  left join committees c on c.place_id = p.id and c.state = 'seated'
  left join committees f on f.place_id = p.id and f.fills_id is null and f.state in ('preparing', 'reviewing', 'published', 'electing')
  where p.kind = 'estate' and p.active and p.district_id = ${cx.districtId}
    and array[p.district_id, p.street_id, p.community_id, p.id] && ${sql.param(scopesOf(cx.actor, 'committee.see'))}::uuid[]`
interface EstateRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly standing: EstateStanding
  readonly exempt_words: string | null
  readonly committee_id: string | null
  readonly term_to: string | null
  readonly ends_soon: boolean
  readonly formation_id: string | null
}
export const listEstates = async (
  cx: Cx,
  query: Query<'GET /api/committees/estates'>,
): Promise<Out<'GET /api/committees/estates'>> => {
  const after = afterId(query.after)
  const { rows } = await cx.db.execute<EstateRow>(sql`
    select * from (${estatesOf(cx)}) e
    where true ${query.standing === undefined ? sql`` : sql`and e.standing = ${query.standing}`}
      ${query.shouldHave === undefined ? sql`` : query.shouldHave ? sql`and e.standing <> 'exempt'` : sql`and e.standing = 'exempt'`}
      ${after === null ? sql`` : sql`and (e.path_order, e.id) > (select q.path_order, q.id from places q where q.id = ${after})`}
    order by e.path_order, e.id limit ${query.limit + 1}`)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return {
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.path,
      standing: row.standing,
      committee:
        row.committee_id === null ? null : { id: row.committee_id, termTo: row.term_to, endsSoon: row.ends_soon },
      formationId: row.formation_id,
      exemptWords: row.standing === 'exempt' ? row.exempt_words : null,
    })),
    total: null,
    next: page.next,
  }
}
export const figuresOf = async (cx: Cx): Promise<Out<'GET /api/committees/figures'>> => {
  const today = dayOf(cx.now)
  const { rows } = await cx.db.execute<Record<string, number>>(sql`
    select count(*)::int estates,
      (count(*) filter (where standing = 'exempt'))::int exempt,
      (count(*) filter (where standing = 'ownersCommittee'))::int owners,
      (count(*) filter (where standing = 'managementCommittee'))::int management,
      (count(*) filter (where standing = 'none'))::int lacking,
      (count(*) filter (where ends_soon))::int ending
    from (${estatesOf(cx)}) e`)
  const found = rows[0]!
  const { rows: sitting } = await cx.db.execute<{ members: number; party: number; forming: number }>(sql`
    select count(*)::int members, (count(*) filter (where m.is_party_member))::int party,
      (select count(*)::int from committees f where f.district_id = ${cx.districtId} and f.state in ('preparing', 'reviewing', 'published', 'electing')
        and array[f.district_id, f.street_id, f.community_id, f.place_id] && ${sql.param(scopesOf(cx.actor, 'committee.see'))}::uuid[]) forming
    ${membersFrom(cx, today)}`)
  const { members, party, forming } = sitting[0]!
  const shouldHave = found['estates']! - found['exempt']!
  return {
    estates: found['estates']!,
    exempt: found['exempt']!,
    shouldHave,
    ownersCommittees: found['owners']!,
    managementCommittees: found['management']!,
    without: found['lacking']!,
    ratePermille: permille(found['owners']! + found['management']!, shouldHave),
    forming,
    members,
    partyMembers: party,
    partyPermille: permille(party, members),
    endingSoon: found['ending']!,
  }
}
/** SQL: those who sit today in the area. */
const membersFrom = (cx: Cx, today: string): SQL => sql`
  from committee_members m join committees c on c.id = m.committee_id
  where c.state = 'seated' and c.district_id = ${cx.districtId} and m.from_on <= ${today}::date and m.to_on >= ${today}::date
    and array[c.district_id, c.street_id, c.community_id, c.place_id] && ${sql.param(scopesOf(cx.actor, 'committee.see'))}::uuid[]`
interface SittingRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly place_id: string
  readonly place_name: string
  readonly kind: CommitteeRow['kind']
  readonly duty: 'chair' | 'viceChair' | 'member'
  readonly is_party_member: boolean
  readonly from_on: string
  readonly to_on: string
}
export const listMembers = async (
  cx: Cx,
  query: Query<'GET /api/committees/members'>,
): Promise<Out<'GET /api/committees/members'>> => {
  const after = afterId(query.after)
  const { rows } = await cx.db.execute<SittingRow>(sql`
    select m.id, m.name, c.place_id, c.place_name, c.kind, m.duty, m.is_party_member, m.from_on::text from_on, m.to_on::text to_on
    ${membersFrom(cx, dayOf(cx.now))}
      ${query.party === undefined ? sql`` : sql`and m.is_party_member = ${query.party}`}
      ${after === null ? sql`` : sql`and (c.place_name, c.id, m.sort, m.id) > (select d.place_name, d.id, n.sort, n.id from committee_members n join committees d on d.id = n.committee_id where n.id = ${after})`}
    order by c.place_name, c.id, m.sort, m.id limit ${query.limit + 1}`)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return {
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      place: { id: row.place_id, name: row.place_name },
      kind: row.kind,
      duty: row.duty,
      isPartyMember: row.is_party_member,
      from: row.from_on,
      to: row.to_on,
    })),
    total: null,
    next: page.next,
  }
}
const withCounts = async (cx: Cx, rows: readonly CommitteeRow[]) => {
  const today = dayOf(cx.now)
  const counted =
    rows.length === 0
      ? []
      : await cx.db
          .select({
            id: committeeMembers.committeeId,
            members: sql<number>`count(*)::int`,
            party: sql<number>`(count(*) filter (where ${committeeMembers.isPartyMember}))::int`,
          })
          .from(committeeMembers)
          .where(
            and(
              inArray(
                committeeMembers.committeeId,
                rows.map((row) => row.id),
              ),
              sql`${committeeMembers.fromOn} <= ${today}::date and ${committeeMembers.toOn} >= ${today}::date`,
            ),
          )
          .groupBy(committeeMembers.committeeId)
  return rows.map((row) => {
    const found = counted.find((one) => one.id === row.id)
    return rowView(row, { members: found?.members ?? 0, partyMembers: found?.party ?? 0 }, today)
  })
}
export const listCommittees = async (
  cx: Cx,
  query: Query<'GET /api/committees'>,
): Promise<Out<'GET /api/committees'>> => {
  const soon = sql`(${committees.state} = 'seated' and (${committees.termTo} - make_interval(months => (${committees.rules}->>'warnMonths')::int))::date <= ${dayOf(cx.now)}::date)`
  const isForming = inArray(committees.state, [...formingStates])
  const rows = await cx.db
    .select()
    .from(committees)
    .where(
      and(
        eq(committees.districtId, cx.districtId),
        visibleAt(cx.actor, 'committee.see', placed),
        query.kind === undefined ? undefined : eq(committees.kind, query.kind),
        query.state === undefined ? undefined : eq(committees.state, query.state),
        query.endingSoon === undefined ? undefined : query.endingSoon ? soon : sql`not ${soon}`,
        query.forming === undefined ? undefined : query.forming ? isForming : sql`not ${isForming}`,
        olderThan(committees, query.after),
      ),
    )
    .orderBy(...newestFirst(committees))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: await withCounts(cx, page.rows), total: null, next: page.next }
}
export const listMine = async (cx: Cx): Promise<Out<'GET /api/committees/mine'>> =>
  withCounts(
    cx,
    await cx.db
      .select()
      .from(committees)
      .where(and(eq(committees.districtId, cx.districtId), atMyHomes(cx, sql`${committees.placeId}`)))
      .orderBy(sql`${committees.state} in ('ended', 'dropped'), ${committees.createdAt} desc`)
      .limit(50),
  )
/** The version for this district today; a committee keeps the one it began under. */
export const committeeRulesInForce = async (cx: Cx): Promise<CommitteeRules> =>
  ruleSetInForce(committeeRuleSets, await regionOf(cx.db, cx.districtId), dayOf(cx.now))
