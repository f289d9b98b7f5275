// Owners' decisions as lists: of an area for staff, of one's homes for residents; and the committees of an area.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import { ruleSetInForce } from '../../../../rules/src/rules-in-force.ts'
import {
  matters,
  thresholdOf,
  voteRuleSets,
  type Matter,
  type VoteRuleSet,
} from '../../../../rules/src/vote-rule-sets.ts'
import { visibleAt } from '../../platform/access.ts'
import type { Cx } from '../../platform/cx.ts'
import { newestFirst, olderThan } from '../../platform/newest-first.ts'
import { pageOf } from '../../platform/paging.ts'
import { regionOf } from '../places/index.ts'
import { atMyHomes, dayOf } from '../publicnotices/index.ts'
import { decisions } from './tables.ts'

type Page = OutOf<(typeof ballotsApi)['GET /api/decisions']>
type Query = ParsedQuery<(typeof ballotsApi)['GET /api/decisions']>
const placed = {
  districtId: decisions.districtId,
  streetId: decisions.streetId,
  communityId: decisions.communityId,
  gridId: decisions.gridId,
  microGridId: decisions.microGridId,
  estateId: decisions.estateId,
  buildingId: decisions.buildingId,
  unitId: decisions.unitId,
}
const page = async (
  cx: Cx,
  query: { after?: string | undefined; limit: number },
  where: SQL | undefined,
): Promise<Page> => {
  const rows = await cx.db
    .select({
      id: decisions.id,
      number: decisions.number,
      title: decisions.title,
      placeId: decisions.placeId,
      placeName: decisions.placeName,
      state: decisions.state,
      stateAt: decisions.stateAt,
      closesAt: decisions.closesAt,
      waits: sql<boolean>`${decisions.state} = 'open' and exists (select 1 from decision_owners o where o.decision_id = decisions.id and o.person_ids @> array[${cx.actor.personId}]::uuid[] and o.voted_at is null)`,
    })
    .from(decisions)
    .where(and(eq(decisions.districtId, cx.districtId), where, olderThan(decisions, query.after)))
    .orderBy(...newestFirst(decisions))
    .limit(query.limit + 1)
  const cut = pageOf(rows, query.limit, (last) => [last.id])
  return {
    rows: cut.rows.map(({ number, placeId, placeName, stateAt, closesAt, waits, ...row }) => ({
      ...row,
      number: String(number),
      place: { id: placeId, name: placeName },
      stateAt: stateAt.toISOString(),
      closesAt: closesAt?.toISOString() ?? null,
      waitsForMe: waits,
    })),
    total: null,
    next: cut.next,
  }
}
const live = sql`${decisions.state} in ('draft', 'rollPublished', 'rollFrozen', 'noticed', 'open', 'closed', 'provisional')`
export const listDecisions = (cx: Cx, query: Query): Promise<Page> =>
  page(
    cx,
    query,
    and(
      visibleAt(cx.actor, 'decision.see', placed),
      query.state === undefined ? undefined : eq(decisions.state, query.state),
      query.open === undefined ? undefined : query.open ? live : sql`not ${live}`,
    ),
  )
export const listMine = (cx: Cx, query: { after?: string | undefined; limit: number }): Promise<Page> =>
  page(
    cx,
    query,
    and(
      sql`${decisions.state} <> 'draft'`,
      sql`(${atMyHomes(cx, sql`${decisions.placeId}`)} or ${decisions.id} in (select m.decision_id from decision_mandates m where m.to_person = ${cx.actor.personId} and m.revoked_at is null) or ${decisions.id} in (select o.decision_id from decision_owners o where o.person_ids @> array[${cx.actor.personId}]::uuid[]))`,
    ),
  )
export const matterView = (rules: VoteRuleSet, code: Matter) => ({
  code,
  words: { zh: matters[code].zh, en: matters[code].en },
  article: matters[code].article,
  isSpecial: rules.specialMatters.includes(code),
  threshold: thresholdOf(rules, code),
})
/** The version for this district today; a decision keeps the one it was prepared under. */
export const rulesInForce = async (cx: Cx): Promise<VoteRuleSet> =>
  ruleSetInForce(voteRuleSets, await regionOf(cx.db, cx.districtId), dayOf(cx.now))
export const rulesNow = async (cx: Cx) => {
  const rules = await rulesInForce(cx)
  return {
    id: rules.id,
    from: rules.from,
    participation: rules.participation,
    noticeDays: rules.noticeDays,
    noticeCitation: rules.noticeCitation,
    matters: (Object.keys(matters) as Matter[]).map((code) => matterView(rules, code)),
  }
}
