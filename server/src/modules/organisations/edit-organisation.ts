// Adds and changes organisations, with the places they serve.
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ParsedBody } from '../../../../contract/src/endpoint.ts'
import type { organisationsApi } from '../../../../contract/src/organisations.ts'
import { openStates } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { searchVector } from '../../platform/search.ts'
import { orDuplicate } from '../../platform/unique.ts'
import { organisationById, type OrganisationRow } from './find-organisation.ts'
import { showOrganisation, viewOrganisations, type OrganisationView } from './list-organisations.ts'
import { findPlaceWithin, findVisibleOrganisation, mayEdit, servedIds } from './policy.ts'
import { appointments, organisationPlaces, organisations, today } from './tables.ts'

type New = ParsedBody<(typeof organisationsApi)['POST /api/organisations']>
type Change = ParsedBody<(typeof organisationsApi)['PATCH /api/organisations/:id']>

const checkParent = async (cx: Cx, id: string, parentId: string | null | undefined): Promise<void> => {
  for (let next = parentId ?? null, steps = 0; next !== null; steps++) {
    const parent: OrganisationRow | null = await organisationById(cx.db, next)
    if (parent === null || parent.districtId !== cx.districtId) throw refuse('organisation.not-found')
    if (parent.id === id || steps > 20)
      throw refuse('http.bad-input', { fields: [{ path: 'parentId', message: '不能以自己或下级为上级' }] })
    next = parent.parentId
  }
}
/** Replaces the served places; every place added or removed must lie in the actor's area. */
const setServed = async (cx: Cx, organisationId: string, wanted: readonly string[]): Promise<void> => {
  const before = await servedIds(cx, organisationId)
  const added = [...new Set(wanted)].filter((id) => !before.includes(id))
  const removed = before.filter((id) => !wanted.includes(id))
  for (const id of [...added, ...removed]) await findPlaceWithin(cx, 'organisation.edit', id)
  if (removed.length > 0) {
    await cx.db
      .delete(organisationPlaces)
      .where(and(eq(organisationPlaces.organisationId, organisationId), inArray(organisationPlaces.placeId, removed)))
  }
  if (added.length > 0)
    await cx.db.insert(organisationPlaces).values(added.map((placeId) => ({ organisationId, placeId })))
}
const journalled = (view: OrganisationView) => ({
  kind: view.kind,
  name: view.name,
  shortName: view.shortName,
  phone: view.phone,
  placeId: view.place?.id ?? null,
  parentId: view.parent?.id ?? null,
  serves: view.serves.map((place) => place.id),
  active: view.active,
})
const viewOne = async (cx: Cx, id: string): Promise<OrganisationView> => {
  const row = await organisationById(cx.db, id)
  return (await viewOrganisations(cx, row === null ? [] : [row]))[0]!
}
/** @throws place.not-found, access.out-of-scope, organisation.not-found, organisation.duplicate */
export const addOrganisation = async (cx: Cx, input: New): Promise<OrganisationView> => {
  await findPlaceWithin(cx, 'organisation.edit', input.placeId ?? cx.districtId)
  const id = uuidv7()
  await checkParent(cx, id, input.parentId)
  const shortName = input.shortName ?? input.name.slice(0, 20)
  const row = {
    id,
    districtId: cx.districtId,
    kind: input.kind,
    name: input.name,
    shortName,
    phone: input.phone ?? null,
    placeId: input.placeId ?? null,
    parentId: input.parentId ?? null,
    search: searchVector(input.name, shortName),
  }
  await orDuplicate(
    Promise.resolve(cx.db.insert(organisations).values(row)),
    'organisations_name',
    'organisation.duplicate',
  )
  await setServed(cx, id, input.servesPlaceIds ?? [])
  const view = await viewOne(cx, id)
  await cx.journal({
    action: 'organisation.add',
    sentence: '新增了组织',
    thing: { kind: 'organisation', id },
    after: journalled(view),
  })
  return view
}
const openList = sql.raw(openStates.map((state) => `'${state}'`).join(', '))
const checkUnused = async (cx: Cx, id: string): Promise<void> => {
  const { rows } = await cx.db.execute<{ used: boolean }>(sql`
    select exists (select 1 from ${appointments} where ${appointments.organisationId} = ${id} and (${appointments.toOn} is null or ${appointments.toOn} >= ${today}))
      or exists (select 1 from cases where handler_id = ${id} and state in (${openList})) as used`)
  if (rows[0]?.used) throw refuse('organisation.in-use')
}
/** @throws organisation.not-found, access.out-of-scope, organisation.duplicate, organisation.in-use */
export const changeOrganisation = async (cx: Cx, id: string, change: Change): Promise<OrganisationView> => {
  const row = await findVisibleOrganisation(cx, id)
  if (!(await mayEdit(cx, row))) throw refuse('access.out-of-scope')
  await cx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update')
  if (change.placeId !== undefined && change.placeId !== row.placeId) {
    await findPlaceWithin(cx, 'organisation.edit', change.placeId ?? cx.districtId)
  }
  await checkParent(cx, id, change.parentId)
  if (change.active === false && row.active) await checkUnused(cx, id)
  const before = await showOrganisation(cx, id)
  const name = change.name ?? row.name
  const shortName = change.shortName ?? row.shortName
  const facts = {
    name,
    shortName,
    search: searchVector(name, shortName),
    ...(change.phone === undefined ? {} : { phone: change.phone }),
    ...(change.placeId === undefined ? {} : { placeId: change.placeId }),
    ...(change.parentId === undefined ? {} : { parentId: change.parentId }),
    ...(change.active === undefined ? {} : { active: change.active }),
  }
  const write = cx.db.update(organisations).set(facts).where(eq(organisations.id, id))
  await orDuplicate(Promise.resolve(write), 'organisations_name', 'organisation.duplicate')
  if (change.servesPlaceIds !== undefined) await setServed(cx, id, change.servesPlaceIds)
  const view = await viewOne(cx, id)
  await cx.journal({
    action: 'organisation.change',
    sentence: '修改了组织',
    thing: { kind: 'organisation', id },
    before: journalled(before),
    after: journalled(view),
  })
  return view
}
