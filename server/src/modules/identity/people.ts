// The register of people for staff: list and detail, phones masked; revealing one is written down.
import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { OutOf, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { identityApi } from '../../../../contract/src/identity.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { may } from '../../platform/access.ts'
import { afterId } from '../../platform/after-id.ts'
import { listSheet, SHEET_PAGE } from '../../platform/list-sheet.ts'
import type { Download } from '../../platform/module.ts'
import { pageOf } from '../../platform/paging.ts'
import { matches } from '../../platform/search.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { appointments, organisations, positions } from '../organisations/tables.ts'
import { homePeople, places } from '../places/tables.ts'
import { findPerson, visiblePeople } from './policy.ts'
import { persons } from './tables.ts'

type PeoplePage = OutOf<(typeof identityApi)['GET /api/identity/people']>
export type PersonView = PeoplePage['rows'][number]
type PersonRow = Pick<typeof persons.$inferSelect, 'id' | 'name' | 'phoneMasked' | 'login' | 'active'>

const appointmentsOf = (db: Tx, ids: string[]) =>
  db
    .select({
      personId: appointments.personId,
      id: appointments.id,
      position: positions.name,
      organisation: organisations.name,
      scope: places.name,
      from: appointments.fromOn,
      to: appointments.toOn,
    })
    .from(appointments)
    .innerJoin(positions, eq(positions.id, appointments.positionId))
    .innerJoin(organisations, eq(organisations.id, appointments.organisationId))
    .innerJoin(places, eq(places.id, appointments.scopeId))
    .where(inArray(appointments.personId, ids))
    .orderBy(asc(appointments.fromOn), asc(appointments.id))
const homesOf = (db: Tx, ids: string[]) =>
  db
    .select({ personId: homePeople.personId, id: places.id, name: places.path, relation: homePeople.relation })
    .from(homePeople)
    .innerJoin(places, eq(places.id, homePeople.homeId))
    .where(and(inArray(homePeople.personId, ids), eq(homePeople.state, 'confirmed')))
    .orderBy(asc(places.path))

/** Adds appointments and homes to people. */
const viewsOf = async (db: Tx, rows: readonly PersonRow[]): Promise<PersonView[]> => {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [held, homes] = [
    Map.groupBy(await appointmentsOf(db, ids), (one) => one.personId),
    Map.groupBy(await homesOf(db, ids), (one) => one.personId),
  ]
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phoneMasked,
    login: row.login,
    active: row.active,
    appointments: (held.get(row.id) ?? []).map(({ personId: _person, ...one }) => one),
    homes: (homes.get(row.id) ?? []).map(({ personId: _person, ...one }) => one),
  }))
}
/** By name or login, or by the whole phone number. */
const found = (sealing: Sealing, search: string): SQL => {
  const digits = search.replaceAll(/[\s-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return eq(persons.phoneHash, sealing.hash(digits, 'phone'))
  return or(
    matches(persons.search, persons.name, search),
    sql`lower(${persons.login}) = ${search.trim().toLowerCase()}`,
  )!
}
const columns = {
  id: persons.id,
  name: persons.name,
  phoneMasked: persons.phoneMasked,
  login: persons.login,
  active: persons.active,
  createdAt: persons.createdAt,
}

type PeopleFilters = ParsedQuery<(typeof identityApi)['GET /api/identity/people.xlsx']>
const peopleWanted = (cx: Cx, sealing: Sealing, query: PeopleFilters): SQL | undefined =>
  and(
    visiblePeople(cx.actor, 'person.see'),
    query.search === undefined || query.search.trim() === '' ? undefined : found(sealing, query.search),
    query.staffOnly === 'true'
      ? sql`exists (select 1 from ${appointments} where ${appointments.personId} = ${persons.id})`
      : undefined,
  )
const pageOfPeople = async (cx: Cx, wanted: SQL | undefined, after: string | undefined, limit: number) => {
  const cursor = afterId(after)
  const rows = await cx.db
    .select(columns)
    .from(persons)
    .where(
      and(
        wanted,
        cursor === null
          ? undefined
          : sql`(${persons.createdAt}, ${persons.id}) < (select last.created_at, last.id from persons last where last.id = ${cursor})`,
      ),
    )
    .orderBy(sql`${persons.createdAt} desc`, sql`${persons.id} desc`)
    .limit(limit + 1)
  const page = pageOf(rows, limit, (last) => [last.id])
  return { rows: await viewsOf(cx.db, page.rows), next: page.next }
}
/** The newest first. */
export const listPeople = async (
  cx: Cx,
  sealing: Sealing,
  query: ParsedQuery<(typeof identityApi)['GET /api/identity/people']>,
): Promise<PeoplePage> => {
  const wanted = peopleWanted(cx, sealing, query)
  const page = await pageOfPeople(cx, wanted, query.after, query.limit)
  const [{ total } = { total: 0 }] = await cx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(persons)
    .where(wanted)
  return { ...page, total }
}
/** The same list as a spreadsheet, masked as on screen. Journalled; what was searched for may be a phone number. */
export const exportPeople = async (cx: Cx, sealing: Sealing, query: PeopleFilters): Promise<Download> => {
  const wanted = peopleWanted(cx, sealing, query)
  await cx.journal({
    action: 'identity.export-people',
    sentence: '导出了人员表',
    thing: { kind: 'person', id: cx.actor.personId },
    after: { staffOnly: query.staffOnly === 'true', searched: query.search !== undefined },
  })
  return listSheet<PersonView>(cx, {
    name: ['人员', 'people'],
    columns: [
      ['姓名', 'Name', 14, (row) => row.name],
      ['电话', 'Phone', 16, (row) => row.phone],
      ['登录名', 'Login', 16, (row) => row.login],
      ['任职', 'Posts', 50, (row) => row.appointments.map((one) => `${one.organisation} ${one.position}`).join('、')],
      ['房屋', 'Homes', 40, (row) => row.homes.map((one) => one.name).join('、')],
      ['状态', 'State', 10, (row, zh) => (row.active ? (zh ? '在用' : 'in use') : zh ? '停用' : 'closed')],
    ],
    page: (after) => pageOfPeople(cx, wanted, after, SHEET_PAGE),
  })
}
type OnePerson = OutOf<(typeof identityApi)['GET /api/identity/people/:id']>
/** Whether there is a second step is said only to those who may change people. @throws identity.no-person */
export const onePerson = async (cx: Cx, id: string): Promise<OnePerson> => {
  const row = await findPerson(cx, id, 'person.see')
  const [view] = await viewsOf(cx.db, [row])
  const mayReset = row.totpSealed !== null && id !== cx.actor.personId && may(cx.actor, 'person.edit')
  return { ...view!, mayResetTotp: mayReset }
}
/** As the editor sees the person after a change, wherever the person stands. */
export const viewPerson = async (db: Tx, id: string): Promise<PersonView> =>
  (await viewsOf(db, await db.select(columns).from(persons).where(eq(persons.id, id))))[0]!

/** The whole number, once, with the reason in the journal. @throws identity.no-person */
export const revealPhone = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  reason: string,
): Promise<{ phone: string | null }> => {
  const person = await findPerson(cx, id, 'person.reveal')
  await cx.journal({
    action: 'identity.reveal',
    sentence: `查看了完整电话，原因：${reason}`,
    thing: { kind: 'person', id },
    after: { reason },
  })
  return { phone: person.phoneSealed === null ? null : sealing.open(person.phoneSealed) }
}
