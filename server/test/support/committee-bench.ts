// Committees for tests: nine owners of an estate, and the walk from the first name to a certified election.
import type { Cx } from '../../src/platform/cx.ts'
import { asWorker } from './as-worker.ts'
import { groupOfFive } from './contract-examples-committees.ts'
import { decisionBench, type Voter } from './decision-bench.ts'
import { refusedWith } from './refused-with.ts'
import type { TestApp } from './test-app.ts'

export const committeeBench = async (app: TestApp) => {
  const { district, call } = app
  const { organisations } = district
  const bench = decisionBench(app)
  const { ok, day } = bench
  const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
  const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
  const street = await app.makeStaff('街道', 'streetOfficer', organisations.streetA, district.streetA)
  const far = await app.makeStaff('外社区书记', 'communitySecretary', organisations.communityA2, district.communityA2)
  const inJob = (work: (cx: Cx<null>) => Promise<void>) => asWorker(app, work)
  const step = (who: Voter, id: string, name: string, body: object = {}) =>
    call(who.cookie, `POST /api/committees/${id}/${name}`, { body })
  const view = (who: Voter, id: string) => ok(call(who.cookie, `GET /api/committees/${id}`))
  const begin = (who: Voter, placeId: string, more: object = {}) =>
    call(who.cookie, 'POST /api/committees', {
      body: { placeId, group: groupOfFive, seats: 5, nominationsUntil: day(0), needsNoArrears: true, ...more },
    })
  /** An estate of nine owners of 100 m² each. */
  const nineOwners = async () => {
    const at = await bench.makeEstate()
    const owners: Voter[] = []
    for (let i = 1; i <= 9; i++) {
      const home = await at.home(`10${i}`, 10_000)
      owners.push(await app.makeResident(`业主${i}`, home))
    }
    return { ...at, owners }
  }
  const asked = ['fullCapacity', 'lawAbiding', 'hasTime', 'noArrears']
  const propose = (who: Voter, id: string, more: object = {}) =>
    step(who, id, 'candidates', { statement: '愿意为大家办事', isPartyMember: false, ...more })
  const review = (who: Voter, id: string, candidate: string, more: object = {}) =>
    step(who, id, `candidates/${candidate}/review`, { met: asked, isAccepted: true, ...more })
  /** Seven owners stand, three of them party members. */
  const toReviewing = async (estate: string, owners: readonly Voter[], more: object = {}) => {
    const { id } = await ok(begin(secretary, estate, more))
    for (const [i, owner] of owners.slice(0, 7).entries()) await ok(propose(owner, id, { isPartyMember: i < 3 }))
    return (await ok(step(clerk, id, 'closeNomination'))) as { id: string; candidates: { id: string; name: string }[] }
  }
  const toElecting = async (estate: string, owners: readonly Voter[], more: object = {}) => {
    const { id, candidates } = await toReviewing(estate, owners, more)
    for (const one of candidates) await ok(review(street, id, one.id))
    await ok(
      step(secretary, id, 'publishList', { postedOn: day(-30), days: 7, photos: [await bench.photo(secretary.id)] }),
    )
    return ok(step(secretary, id, 'elect', { partKinds: ['home'] }))
  }
  /** All nine vote: the first candidates, as many as seats, get the most consents, the next fewer, the others none. */
  const toCertified = async (decisionId: string, owners: readonly Voter[], seats = 5) => {
    const open = await bench.toOpen(secretary, decisionId)
    for (const [v, who] of owners.entries())
      await ok(
        bench.vote(
          who,
          decisionId,
          open.items.map(({ id }: { id: string }, i: number) => ({
            itemId: id,
            mark: i < seats || (i === seats && v < 6) ? 'for' : 'against',
          })),
        ),
      )
    await bench.toClosed(decisionId)
    await ok(bench.step(clerk, decisionId, 'count'))
    return bench.certify(secretary, decisionId)
  }

  return {
    bench,
    secretary,
    clerk,
    street,
    far,
    inJob,
    refusedWith,
    step,
    view,
    begin,
    nineOwners,
    asked,
    propose,
    review,
    toReviewing,
    toElecting,
    toCertified,
  }
}
