// Committees of estates (mission B10, B11): elected from the first name to the term, the reserve, a by-election; a management committee.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { watchTerms } from '../src/modules/committees/watch.ts'
import { managementOfSeven } from './support/contract-examples-committees.ts'
import { committeeBench } from './support/committee-bench.ts'
import type { Voter } from './support/decision-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call, sql } = app

const at = await committeeBench(app)
const { bench, secretary, clerk, street, far, refusedWith, step, view, begin, nineOwners, propose, review } = at
const { toElecting, toCertified, inJob } = at
const { ok, day } = bench

describe('a committee is elected', () => {
  test('from the preparation group to a term with appointments; the reserve moves up, then a by-election', async () => {
    const { estate, owners } = await nineOwners()
    const before = await ok(call(secretary.cookie, 'GET /api/committees/figures'))
    const electing = await toElecting(estate, owners)
    const { id, decisionId } = electing
    assert.equal(electing.state, 'electing')
    await refusedWith('committee.not-certified', step(secretary, id, 'seat', { from: day(0), to: day(1000) }))
    await refusedWith('committee.still-electing', step(secretary, id, 'notElected', { nominationsUntil: day(5) }))
    await toCertified(decisionId, owners)
    const { candidates } = await view(secretary, id)
    const [first, second] = candidates as { id: string; name: string }[]
    await refusedWith('committee.term', step(secretary, id, 'seat', { from: day(0), to: day(2000) }))
    await refusedWith('committee.term', step(secretary, id, 'seat', { from: day(-3), to: day(1000) }))
    await refusedWith(
      'committee.no-candidate',
      step(secretary, id, 'seat', { from: day(0), to: day(1000), chairId: candidates[6].id }),
    )
    const seated = await ok(
      step(secretary, id, 'seat', { from: day(0), to: day(1000), chairId: first!.id, viceChairIds: [second!.id] }),
    )
    assert.deepEqual([seated.state, seated.members, seated.partyMembers, seated.reserves], ['seated', 5, 3, 1])
    assert.deepEqual(
      seated.candidates.map((one: { result: string }) => one.result),
      ['elected', 'elected', 'elected', 'elected', 'elected', 'reserve', 'notElected'],
    )
    const appointed = await sql(
      'select a.from_on::text, a.to_on::text, o.kind from appointments a join organisations o on o.id = a.organisation_id where a.person_id = $1',
      [owners[0]!.id],
    )
    assert.deepEqual(appointed, [{ from_on: day(0), to_on: day(1000), kind: 'ownersCommittee' }])
    const after = await ok(call(secretary.cookie, 'GET /api/committees/figures'))
    assert.deepEqual([after.ownersCommittees - before.ownersCommittees, after.members - before.members], [1, 5])
    // One leaves: the reserve moves up; another leaves: a by-election is needed.
    const owner = { ...owners[4]!, cookie: await app.signIn(owners[4]!.id) }
    const own = (await view(owner, id)).people.find((one: { may: string[] }) => one.may.includes('leave'))
    assert.equal(own.name, '业主5')
    await refusedWith('committee.day', step(owner, id, `members/${own.id}/leave`, { on: day(-1), reason: '搬家' }))
    const stranger = seated.people[0].id
    await refusedWith(
      'access.out-of-scope',
      step(owner, id, `members/${stranger}/leave`, { on: day(0), reason: '不行' }),
    )
    await ok(step(owner, id, `members/${own.id}/leave`, { on: day(0), reason: '搬家' }))
    const vacant = await view(secretary, id)
    assert.ok(vacant.may.includes('moveUp'))
    const moved = await ok(step(clerk, id, 'moveUp', { from: day(1) }))
    assert.equal(moved.vacant, 0)
    assert.equal(moved.people.at(-1).name, '业主6')
    await refusedWith('committee.no-vacancy', step(clerk, id, 'moveUp', { from: day(1) }))
    await ok(step(clerk, id, `members/${moved.people[1].id}/leave`, { on: day(0), reason: '身体原因' }))
    await refusedWith('committee.no-reserve', step(clerk, id, 'moveUp', { from: day(1) }))
    assert.ok((await view(secretary, id)).may.includes('byElection'))
    await refusedWith('committee.no-vacancy', begin(secretary, estate, { seats: 3, fillsId: id }))
    const filling = await ok(begin(secretary, estate, { seats: 1, fillsId: id }))
    for (const who of owners.slice(6, 8)) await ok(propose(who, filling.id))
    const { candidates: two } = await ok(step(clerk, filling.id, 'closeNomination'))
    for (const one of two) await ok(review(street, filling.id, one.id))
    const photos = [await bench.photo(secretary.id)]
    await ok(step(secretary, filling.id, 'publishList', { postedOn: day(-30), days: 7, photos }))
    const vote = await ok(step(secretary, filling.id, 'elect', { partKinds: ['home'] }))
    const again = await Promise.all(owners.map(async (one) => ({ ...one, cookie: await app.signIn(one.id) })))
    await toCertified(vote.decisionId, again, 1)
    await refusedWith('lifecycle.wrong-state', step(secretary, filling.id, 'seat', { from: day(0), to: day(900) }))
    const filled = await ok(step(secretary, filling.id, 'fill', { from: day(1) }))
    assert.equal(filled.state, 'ended')
    const whole = await view(secretary, id)
    assert.deepEqual([whole.vacant, whole.people.at(-1).name, whole.people.at(-1).to], [0, '业主7', day(1000)])
  })

  test('not with too few who reach the threshold: candidates are proposed again', async () => {
    const { estate, owners } = await nineOwners()
    const { id, decisionId } = await toElecting(estate, owners)
    const open = await bench.toOpen(secretary, decisionId)
    for (const who of owners)
      await ok(
        bench.vote(
          who,
          decisionId,
          open.items.map((item: { id: string }, i: number) => ({ itemId: item.id, mark: i < 4 ? 'for' : 'against' })),
        ),
      )
    await bench.toClosed(decisionId)
    await ok(bench.step(clerk, decisionId, 'count'))
    await bench.certify(secretary, decisionId)
    await refusedWith('committee.too-few-elected', step(secretary, id, 'seat', { from: day(0), to: day(1000) }))
    const again = await ok(step(secretary, id, 'notElected', { nominationsUntil: day(3) }))
    assert.deepEqual([again.state, again.decisionId, again.may.includes('proposeAny')], ['preparing', null, true])
  })
})

describe('a management committee', () => {
  const setUp = (who: Voter, placeId: string, more: object = {}) =>
    call(who.cookie, 'POST /api/committees/bodies', {
      body: {
        placeId,
        kind: 'managementCommittee',
        ground: '没有选出业委会',
        from: day(0),
        to: day(700),
        members: managementOfSeven,
        ...more,
      },
    })
  test('is refused without its prescribed composition or with too long a term, and gives way to an owners’ committee', async () => {
    const { estate } = await bench.makeEstate()
    const withoutOwners = managementOfSeven.map((one) => (one.side === 'owners' ? { ...one, side: 'social' } : one))
    const found = await refusedWith('committee.composition', setUp(street, estate, { members: withoutOwners }))
    assert.match(JSON.stringify(found.fields), /业主代表不少于一半，现在0人.*第53条/)
    const six = managementOfSeven.slice(0, 6)
    const small = await refusedWith('committee.composition', setUp(street, estate, { members: six }))
    assert.match(JSON.stringify(small.fields), /要7到31人，现在6人.*单数/)
    await refusedWith('committee.term', setUp(street, estate, { to: day(1200) }))
    await refusedWith('access.not-allowed', setUp(clerk, estate))
    await refusedWith('access.out-of-scope', setUp(far, estate))
    const neighbour = await app.makePerson('不是业主')
    const members = managementOfSeven.map((one) => (one.name === '业主甲' ? { ...one, personId: neighbour.id } : one))
    await refusedWith('committee.not-owner', setUp(street, estate, { members }))
    const standing = await ok(setUp(street, estate))
    assert.deepEqual([standing.state, standing.members, standing.partyMembers], ['seated', 7, 3])
    await refusedWith('committee.seated', setUp(street, estate))
    // Its duty: the owners' committee is being prepared.
    assert.equal(standing.successorId, null)
    const formation = await ok(begin(secretary, estate))
    assert.equal((await view(street, standing.id)).successorId, formation.id)
    const recorded = await ok(
      setUp(secretary, estate, {
        kind: 'ownersCommittee',
        ground: '备案号2026-7',
        from: day(-100),
        to: day(1000),
        members: managementOfSeven.map((one) => ({ ...one, side: 'owners' })),
      }),
    )
    assert.equal(recorded.kind, 'ownersCommittee')
    assert.equal((await view(street, standing.id)).state, 'ended')
    await refusedWith('committee.seated', setUp(street, estate))
  })

  test('ends when its term runs out, after a warning three months before', async () => {
    const { estate } = await bench.makeEstate()
    const { id } = await ok(setUp(street, estate, { to: day(80) }))
    const row = async () => {
      const { rows } = await ok(call(street.cookie, 'GET /api/committees?endingSoon=true&limit=200'))
      return rows.some((one: { id: string }) => one.id === id)
    }
    assert.equal(await row(), true)
    const watch = () => inJob(watchTerms)
    await watch()
    await watch()
    const told = await sql('select count(*)::int n from messages where thing_id = $1 and person_id = $2', [
      id,
      secretary.id,
    ])
    assert.deepEqual(told, [{ n: 1 }])
    await sql("update committees set term_from = '2020-01-01', term_to = current_date - 2 where id = $1", [id])
    await watch()
    assert.equal((await view(street, id)).state, 'ended')
    const estates = await ok(call(street.cookie, 'GET /api/committees/estates?standing=none&limit=200'))
    assert.ok(estates.rows.some((one: { id: string }) => one.id === estate))
  })
})

test('every figure is the number of rows of its list, for the area of whoever reads it', async () => {
  const { estate } = await bench.makeEstate()
  await ok(
    call(secretary.cookie, `POST /api/committees/estates/${estate}/exemption`, {
      body: { isExempt: true, reason: '还没有交付一半' },
    }),
  )
  const all = async (who: Voter, path: string) => {
    let [after, n] = ['', 0]
    do {
      const page = await ok(call(who.cookie, `GET ${path}${path.includes('?') ? '&' : '?'}limit=5${after}`))
      n += page.rows.length
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`
    } while (after !== '')
    return n
  }
  for (const who of [secretary, street, far]) {
    const figures = await ok(call(who.cookie, 'GET /api/committees/figures'))
    const estates = (standing: string) => all(who, `/api/committees/estates?standing=${standing}`)
    assert.equal(figures.estates, await all(who, '/api/committees/estates'))
    assert.equal(figures.shouldHave, await all(who, '/api/committees/estates?shouldHave=true'))
    assert.equal(figures.exempt, await estates('exempt'))
    assert.equal(figures.ownersCommittees, await estates('ownersCommittee'))
    assert.equal(figures.managementCommittees, await estates('managementCommittee'))
    assert.equal(figures.without, await estates('none'))
    assert.equal(figures.members, await all(who, '/api/committees/members'))
    assert.equal(figures.partyMembers, await all(who, '/api/committees/members?party=true'))
    assert.equal(figures.forming, await all(who, '/api/committees?forming=true'))
    assert.equal(figures.endingSoon, await all(who, '/api/committees?endingSoon=true'))
    const formed = figures.ownersCommittees + figures.managementCommittees
    assert.equal(figures.ratePermille, figures.shouldHave === 0 ? 0 : Math.floor((formed * 1000) / figures.shouldHave))
  }
  await refusedWith(
    'access.out-of-scope',
    call(far.cookie, `POST /api/committees/estates/${estate}/exemption`, {
      body: { isExempt: false, reason: '不该能改' },
    }),
  )
})
