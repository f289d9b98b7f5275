// Plants what must stay where it belongs: a mediation, an internal note, a hidden reporter, a merged neighbour's words, a
// withheld case; each with a word of its own, and who may read it.
import assert from 'node:assert/strict'
import { defaultPositions } from '../../../contract/src/organisations-positions.ts'
import type { Caller } from './areas.ts'
import type { TestApp } from './test-app.ts'

export interface Reader {
  readonly name: string
  readonly cookie: string | null
  readonly caller: Caller
  /** Appointed where the cases lie, or above. */
  readonly inside: boolean
  readonly permissions: readonly string[]
  readonly organisation: string | null
  readonly personId: string | null
}
export interface Secret {
  readonly name: string
  readonly marker: string
  readonly mayRead: (reader: Reader) => boolean
}
type Signed = { readonly id: string; readonly cookie: string; readonly phone: string }

export const secretsStage = async (app: TestApp) => {
  const { district, call } = app
  const { organisations } = district
  const post = async (who: { cookie: string }, path: string, body: object) => {
    const answer = await call(who.cookie, `POST ${path}`, { body })
    assert.equal(answer.status, 200, `${path} ${answer.raw.toString()}`)
    return answer.body
  }
  const clerk = await app.makeStaff('经办', 'communityClerk', organisations.communityA1, district.communityA1)
  await app.appoint(clerk.id, 'communitySecretary', organisations.communityA1, district.communityA1)
  /** Not registered at a home: nobody knows them by another way. */
  const visitor = async (name: string): Promise<Signed> => {
    const person = await app.makePerson(name)
    return { ...person, cookie: await app.signIn(person.id) }
  }
  const report = async (who: Signed, words: string, hideName: boolean): Promise<string> =>
    (await post(who, '/api/cases', { placeId: district.unit1, words, hideName, categoryId: district.categories.light }))
      .id
  const dispatch = async (id: string) => {
    await post(clerk, `/api/cases/${id}/accept`, {})
    await post(clerk, `/api/cases/${id}/dispatch`, { organisationId: organisations.property1 })
  }
  const hidden = await visitor('隐姓埋名')
  const neighbour = await visitor('合并的邻居')
  const root = await report(hidden, '楼道灯不亮', true)
  await dispatch(root)
  await post(clerk, `/api/cases/${root}/notes`, { words: '内部话语：琥珀', audience: 'internal' })
  const merged = await report(neighbour, '一样的事：翡翠在手', true)
  await post(clerk, `/api/cases/${merged}/merge`, { intoId: root, reason: '同一件事' })
  const third = await visitor('第三位')
  const withheld = await report(third, '不宜公开：玛瑙碎了', false)
  await dispatch(withheld)
  const decided = await call(clerk.cookie, `PUT /api/board/cases/${withheld}`, {
    body: { openness: 'withheld', reason: '涉及家事' },
  })
  assert.equal(decided.status, 200, decided.raw.toString())
  const byPlace = (reader: Reader) => reader.inside && reader.permissions.includes('case.see')
  const handles = (reader: Reader) =>
    reader.inside && reader.organisation === organisations.property1 && reader.permissions.includes('case.handle')
  const is = (who: Signed) => (reader: Reader) => reader.personId === who.id
  const any =
    (...rules: ((reader: Reader) => boolean)[]) =>
    (reader: Reader) =>
      rules.some((rule) => rule(reader))
  const secrets: Secret[] = [
    { name: 'an internal note', marker: '琥珀', mayRead: any(byPlace, handles) },
    { name: 'the name a reporter hid', marker: '隐姓埋名', mayRead: any(byPlace, is(hidden)) },
    { name: 'the whole number of a reporter', marker: hidden.phone, mayRead: is(hidden) },
    { name: 'a merged neighbour’s words', marker: '翡翠', mayRead: any(byPlace, handles, is(neighbour)) },
    { name: 'the name of a merged neighbour', marker: '合并的邻居', mayRead: any(byPlace, is(neighbour)) },
    { name: 'a withheld case', marker: '玛瑙', mayRead: any(byPlace, handles, is(third)) },
  ]
  return { clerk, hidden, neighbour, ids: [root, merged, withheld], secrets, post }
}

/** Every default position where the cases lie and elsewhere, residents, and nobody. */
export const makeReaders = async (app: TestApp, reporters: readonly Signed[]): Promise<Reader[]> => {
  const { district } = app
  const { organisations } = district
  const inside: Readonly<Record<string, readonly [organisation: string, scope: string]>> = {
    administrator: [organisations.office, district.id],
    districtOfficer: [organisations.office, district.id],
    streetOfficer: [organisations.streetA, district.streetA],
    departmentOfficer: [organisations.department, district.id],
    enforcementOfficer: [organisations.department, district.streetA],
    gridLead: [organisations.communityA1, district.grid1],
    gridWorker: [organisations.communityA1, district.grid1],
    buildingLead: [organisations.communityA1, district.building1],
    unitLead: [organisations.communityA1, district.unit1],
    steward: [organisations.property1, district.estate1],
    propertyManager: [organisations.property1, district.estate1],
    propertyWorker: [organisations.property1, district.estate1],
  }
  const readers: Reader[] = []
  const staff = async (code: string, organisation: string, scope: string, isInside: boolean) => {
    const permissions = defaultPositions.find((one) => one.code === code)!.permissions
    const person = await app.makeStaff(code, code, organisation, scope)
    const serves = isInside ? [district.communityA1] : []
    readers.push({
      name: `${code} ${isInside ? 'inside' : 'outside'}`,
      cookie: person.cookie,
      caller: { personId: person.id, organisationId: organisation, serves, reports: false },
      inside: isInside,
      permissions,
      organisation,
      personId: person.id,
    })
  }
  for (const { code } of defaultPositions) {
    const [organisation, scope] = inside[code] ?? [organisations.communityA1, district.communityA1]
    await staff(code, organisation, scope, true)
  }
  for (const code of ['communityClerk', 'communitySecretary', 'gridLead', 'mediator'])
    await staff(code, organisations.communityA2, district.communityA2, false)
  for (const code of ['streetOfficer', 'enforcementOfficer', 'departmentOfficer'])
    await staff(code, organisations.streetB, district.streetB, false)
  for (const code of ['propertyManager', 'propertyWorker'])
    await staff(code, organisations.property2, district.estateA2, false)
  const plain = (name: string, person: { id: string; cookie: string } | null): Reader => ({
    name,
    cookie: person?.cookie ?? null,
    caller: { personId: person?.id ?? district.id, organisationId: null, serves: [], reports: person !== null },
    inside: false,
    permissions: [],
    organisation: null,
    personId: person?.id ?? null,
  })
  readers.push(plain('a neighbour', await app.makeResident('邻居', district.home1)))
  readers.push(plain('a resident elsewhere', await app.makeResident('远邻', district.homeA2)))
  for (const who of reporters) readers.push(plain('a reporter', who))
  readers.push(plain('nobody', null))
  return readers
}
