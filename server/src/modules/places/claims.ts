// A resident claims a home; the community confirms or refuses.
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { placesApi } from '../../../../contract/src/places.ts'
import type { Cx } from '../../platform/cx.ts'
import { listSheet, localTime, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { refuse } from '../../platform/refuse.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { persons } from '../identity/tables.ts'
import { afterId } from '../../platform/after-id.ts'
import { checkIsHome, lockHomePerson, relationWords, type Relation } from './home-people.ts'
import type { PlacesNeighbours } from './neighbours.ts'
import { findPlace, visiblePlaces } from './policy.ts'
import { homePeople, places } from './tables.ts'

type ClaimsPage = OutOf<(typeof placesApi)['GET /api/places/home-claims']>
/** More waiting claims than this are no longer a person's own homes. */
const WAITING_AT_MOST = 10

/** @throws identity.consent-needed, place.not-found, home.not-a-home, home.claim-exists, http.too-many */
export const claimHome = async (cx: Cx, input: { homeId: string; relation: Relation }): Promise<{ id: string }> => {
  if (!cx.actor.consented) throw refuse('identity.consent-needed')
  const home = await findPlace(cx, input.homeId)
  checkIsHome(home)
  const [waiting] = await cx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(homePeople)
    .where(and(eq(homePeople.personId, cx.actor.personId), eq(homePeople.state, 'claimed')))
  if ((waiting?.count ?? 0) >= WAITING_AT_MOST) throw refuse('http.too-many', { because: 'too many waiting claims' })
  const id = uuidv7()
  const row = {
    id,
    districtId: cx.districtId,
    homeId: home.id,
    personId: cx.actor.personId,
    relation: input.relation,
    state: 'claimed' as const,
    since: cx.now,
  }
  await orDuplicate(Promise.resolve(cx.db.insert(homePeople).values(row)), 'home_people_once', 'home.claim-exists')
  await cx.journal({
    action: 'home.claim',
    sentence: '认领了房屋',
    thing: { kind: 'place', id: home.id },
    after: { home: home.path, personId: cx.actor.personId, relation: input.relation, state: 'claimed' },
  })
  return { id }
}
const waitingClaims = (cx: Cx) =>
  and(
    eq(homePeople.state, 'claimed'),
    eq(homePeople.districtId, cx.districtId),
    visiblePlaces(cx.actor, 'home.confirm'),
  )
const pageOfClaims = async (cx: Cx, query: { readonly after?: string | undefined; readonly limit: number }) => {
  const after = afterId(query.after)
  const rows = await cx.db
    .select({
      id: homePeople.id,
      home: { id: places.id, kind: places.kind, name: places.name, path: places.path },
      person: { id: persons.id, name: persons.name },
      phone: persons.phoneMasked,
      relation: homePeople.relation,
      since: homePeople.since,
    })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .innerJoin(persons, eq(persons.id, homePeople.personId))
    .where(
      and(
        waitingClaims(cx),
        after === null
          ? undefined
          : sql`(${homePeople.since}, ${homePeople.id}) > (select c.since, c.id from home_people c where c.id = ${after})`,
      ),
    )
    .orderBy(asc(homePeople.since), asc(homePeople.id))
    .limit(query.limit + 1)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: page.rows.map(({ since, ...row }) => ({ ...row, at: since.toISOString() })), next: page.next }
}
/** Claims that wait inside the actor's area, the longest waiting first. */
export const listClaims = async (
  cx: Cx,
  query: ParsedQuery<(typeof placesApi)['GET /api/places/home-claims']>,
): Promise<ClaimsPage> => {
  const page = await pageOfClaims(cx, query)
  const [count] = await cx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(waitingClaims(cx))
  return { ...page, total: count?.total ?? 0 }
}
/** The same as a spreadsheet. Journalled. */
export const exportClaims = async (cx: Cx): Promise<Download> => {
  await cx.journal({
    action: 'home.export-claims',
    sentence: '导出了待确认的房屋认领',
    thing: { kind: 'person', id: cx.actor.personId },
  })
  return listSheet<ClaimsPage['rows'][number]>(cx, {
    name: ['房屋认领', 'home claims'],
    columns: [
      ['房屋', 'Home', 36, (row) => row.home.path],
      ['姓名', 'Name', 14, (row) => row.person.name],
      ['电话', 'Phone', 16, (row) => row.phone],
      ['身份', 'As', 10, (row, zh) => relationWords[row.relation][zh ? 0 : 1]],
      ['认领时间', 'Claimed', 20, (row) => localTime(row.at)],
    ],
    page: (after) => pageOfClaims(cx, { after, limit: SHEET_PAGE }),
  })
}
/**
 * Confirms, or refuses with a reason; the person is told. Nobody decides on a claim of their own.
 * @throws home.no-claim, access.out-of-scope, access.not-allowed, lifecycle.wrong-state
 */
export const decideClaim = async (
  cx: Cx,
  tell: PlacesNeighbours['tell'],
  id: string,
  reason: string | null,
): Promise<{ done: true }> => {
  const { row, home } = await lockHomePerson(cx, id)
  if (row.personId === cx.actor.personId) throw refuse('access.not-allowed', { because: 'own claim' })
  if (row.state !== 'claimed') throw refuse('lifecycle.wrong-state')
  const state = reason === null ? ('confirmed' as const) : ('refused' as const)
  await cx.db
    .update(homePeople)
    .set({ state, reason, decidedBy: cx.actor.personId, decidedAt: cx.now })
    .where(eq(homePeople.id, id))
  await cx.journal({
    action: reason === null ? 'home.confirm' : 'home.refuse',
    sentence: reason === null ? '确认了房屋认领' : '没有通过房屋认领',
    thing: { kind: 'place', id: home.id },
    before: { home: home.path, personId: row.personId, relation: row.relation, state: 'claimed' },
    after: { state, reason },
  })
  await tell(cx, {
    event: `home.${state}`,
    audience: 'person',
    personIds: [row.personId],
    thing: { kind: 'home', id: home.id },
    fields: { home: home.path, ...(reason === null ? {} : { reason }) },
  })
  return { done: true }
}
