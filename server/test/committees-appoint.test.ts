// Members of a committee who were written down as a name are tied to the people they are and appointed (mission B10, B11).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { managementOfSeven } from './support/contract-examples-committees.ts'
import { committeeBench } from './support/committee-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call } = app
const { bench, secretary, clerk, street, far, refusedWith, step, view, nineOwners } = await committeeBench(app)
const { ok, day } = bench

interface Seen {
  readonly id: string
  readonly name: string
  readonly isAppointed: boolean | null
}
/** Recorded by the street as names only: two owners with an account, two names nobody bears. */
const recorded = async (more: object = {}) => {
  const at = await nineOwners()
  const member = (name: string, duty = 'member', isPartyMember = false) => ({
    name,
    side: 'owners',
    duty,
    isPartyMember,
  })
  const members = [
    member('业主1', 'chair', true),
    member('业主2'),
    member('查无此人'),
    member('业主9'),
    member('也没有'),
  ]
  const body = { placeId: at.estate, kind: 'ownersCommittee', ground: '备案7号', from: day(-30), to: day(900), members }
  const made = await ok(call(street.cookie, 'POST /api/committees/bodies', { body: { ...body, ...more } }))
  return { ...at, made, id: made.id as string }
}
const known = (who: { readonly cookie: string }, id: string) => call(who.cookie, `GET /api/committees/${id}/known`)
const idOf = (seen: { readonly people: readonly Seen[] }, name: string) =>
  seen.people.find((one) => one.name === name)!.id
const appointmentsOf = (personId: string, organisationId: string) =>
  app.sql<{ from_on: string; to_on: string }>(
    'select from_on::text, to_on::text from appointments where person_id = $1 and organisation_id = $2',
    [personId, organisationId],
  )

describe('members written down as names', () => {
  test('are tied to owners of the same name and appointed until the term ends; the others stay names', async () => {
    const { id, made, owners } = await recorded()
    assert.deepEqual(
      made.people.map((one: Seen) => one.isAppointed),
      [false, false, false, false, false],
    )
    const before = await ok(call(street.cookie, 'GET /api/committees/figures'))
    const { body: matches } = await known(clerk, id)
    const counts = matches.map((one: { name: string; people: readonly object[] }) => [one.name, one.people.length])
    // Owners of the same name at other estates are somebody else.
    assert.deepEqual(counts, [
      ['业主1', 1],
      ['业主2', 1],
      ['查无此人', 0],
      ['业主9', 1],
      ['也没有', 0],
    ])
    assert.equal(matches[0].people[0].id, owners[0]!.id)
    assert.match(matches[0].people[0].where, /101$/)
    const members = [
      { memberId: idOf(made, '业主1'), personId: owners[0]!.id },
      { memberId: idOf(made, '业主2'), personId: owners[1]!.id },
    ]
    const after = await ok(step(clerk, id, 'appointments', { members }))
    assert.deepEqual(
      after.people.map((one: Seen) => one.isAppointed),
      [true, true, false, false, false],
    )
    assert.deepEqual(await appointmentsOf(owners[0]!.id, after.organisation.id), [{ from_on: day(0), to_on: day(900) }])
    assert.deepEqual(await ok(call(street.cookie, 'GET /api/committees/figures')), before)
    assert.deepEqual([after.members, after.partyMembers], [5, 1])
    assert.equal((await known(clerk, id)).body.length, 3)
    await refusedWith('committee.appointed', step(clerk, id, 'appointments', { members: [members[0]] }))
  })
  test('their appointment ends when they leave and when the term ends early', async () => {
    const { id, made, owners } = await recorded()
    const tied = [0, 1].map((i) => ({ memberId: idOf(made, `业主${i + 1}`), personId: owners[i]!.id }))
    const { organisation } = await ok(step(clerk, id, 'appointments', { members: tied }))
    await ok(step(clerk, id, `members/${tied[0]!.memberId}/leave`, { on: day(10), reason: '搬走了' }))
    assert.equal((await appointmentsOf(owners[0]!.id, organisation.id))[0]!.to_on, day(10))
    await ok(step(street, id, 'end', { on: day(0), reason: '改选' }))
    assert.equal((await appointmentsOf(owners[1]!.id, organisation.id))[0]!.to_on, day(0))
    await refusedWith(
      'lifecycle.wrong-state',
      step(clerk, id, 'appointments', { members: [{ memberId: idOf(made, '业主9'), personId: owners[8]!.id }] }),
    )
  })
  test('are not tied to somebody of another name, a stranger to the estate, twice, or to oneself', async () => {
    const { id, made, owners } = await recorded()
    const memberId = idOf(made, '业主1')
    const tie = (personId: string, member = memberId) =>
      step(clerk, id, 'appointments', { members: [{ memberId: member, personId }] })
    await refusedWith('committee.not-known', tie(owners[4]!.id))
    await refusedWith('committee.not-known', tie((await app.makePerson('业主1')).id))
    await refusedWith('committee.not-known', tie(owners[0]!.id, idOf(made, '查无此人')))
    await refusedWith('committee.not-known', tie(crypto.randomUUID()))
    await refusedWith('committee.no-member', tie(owners[0]!.id, crypto.randomUUID()))
    await refusedWith('committee.own-seat', tie(clerk.id))
    const both = [memberId, idOf(made, '业主2')].map((one) => ({ memberId: one, personId: owners[0]!.id }))
    await refusedWith('committee.twice', step(clerk, id, 'appointments', { members: both }))
    await refusedWith('http.bad-input', step(clerk, id, 'appointments', { members: [] }))
    assert.deepEqual(await appointmentsOf(owners[0]!.id, made.organisation.id), [])
  })
  test('are tied by who runs committees there alone; residents do not see who is only a name', async () => {
    const { id, made, owners } = await recorded()
    const members = [{ memberId: idOf(made, '业主1'), personId: owners[0]!.id }]
    await refusedWith('access.out-of-scope', step(far, id, 'appointments', { members }))
    await refusedWith('committee.not-found', known(far, id))
    await refusedWith('access.not-allowed', step(owners[0]!, id, 'appointments', { members }))
    await refusedWith('access.not-allowed', known(owners[0]!, id))
    const seen = await view(owners[0]!, id)
    assert.deepEqual([seen.people[0].isAppointed, seen.people[0].may], [null, []])
    assert.equal((await view(clerk, id)).may.includes('tie'), true)
    assert.equal((await view(secretary, id)).may.includes('tie'), true)
  })
  test('of the community’s side are people in office of that name', async () => {
    const { estate } = await bench.makeEstate()
    const members = managementOfSeven.map((one) => (one.name === '社区书记' ? { ...one, name: '书记' } : one))
    const made = await ok(
      call(street.cookie, 'POST /api/committees/bodies', {
        body: {
          placeId: estate,
          kind: 'managementCommittee',
          ground: '没有选出业委会',
          from: day(0),
          to: day(700),
          members,
        },
      }),
    )
    const { body } = await known(clerk, made.id)
    const chair = body.find((one: { name: string }) => one.name === '书记')
    assert.deepEqual(
      chair.people.map((one: { id: string }) => one.id),
      [secretary.id],
    )
    const tie = { members: [{ memberId: chair.memberId, personId: secretary.id }] }
    await refusedWith('committee.own-seat', step(secretary, made.id, 'appointments', tie))
    await ok(step(clerk, made.id, 'appointments', tie))
    assert.equal((await appointmentsOf(secretary.id, made.organisation.id))[0]!.to_on, day(700))
  })
})
