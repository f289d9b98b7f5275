// Preparing a committee (mission B10): group, candidates and their review, the list; every state and step, who may and who may not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  committeeStates,
  committeeSteps,
  type CommitteeState,
  type CommitteeStep,
} from '../../contract/src/committees-life.ts'
import { groupOfFive } from './support/contract-examples-committees.ts'
import { committeeBench } from './support/committee-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const at = await committeeBench(app)
const { bench, secretary, clerk, street, far, refusedWith, step, view, begin, nineOwners, asked, propose, review } = at
const { toReviewing } = at
const { ok, day } = bench

describe('the preparation', () => {
  test('needs a group of the prescribed composition, an odd number of seats, and one formation at a time', async () => {
    const { estate } = await bench.makeEstate()
    const found = await refusedWith(
      'committee.composition',
      begin(secretary, estate, { group: groupOfFive.slice(0, 4) }),
    )
    assert.ok(found.fields.some((one: { message: string }) => one.message.includes('指导规则第10条')))
    await refusedWith('committee.seats', begin(secretary, estate, { seats: 6 }))
    await refusedWith('committee.seats', begin(secretary, estate, { seats: 3 }))
    await refusedWith('committee.day', begin(secretary, estate, { nominationsUntil: day(-1) }))
    await refusedWith('committee.place', begin(secretary, district.building1))
    await refusedWith('access.out-of-scope', begin(far, estate))
    assert.equal((await begin(secretary, estate, { seats: 0 })).body.code, 'http.bad-input')
    const { id } = await ok(begin(secretary, estate))
    await refusedWith('committee.forming', begin(clerk, estate))
    await ok(step(clerk, id, 'drop', { reason: '报名的人不够' }))
    await ok(begin(clerk, estate))
  })

  test('keeps the rules of its place and day: a district in Beijing has those of Beijing', async () => {
    const rulesOf = async (id: string) => (await sql('select rules from committees where id = $1', [id]))[0]!['rules']
    const national = await ok(begin(secretary, (await bench.makeEstate()).estate))
    await sql("update places set code = '110105' where id = $1", [district.id])
    const beijing = await ok(begin(secretary, (await bench.makeEstate()).estate))
    const { body } = await call(secretary.cookie, 'GET /api/committees/rules')
    await sql('update places set code = null where id = $1', [district.id])
    assert.deepEqual([(await rulesOf(national.id)).id, (await rulesOf(beijing.id)).id], ['cn-2009', 'cn-11-2020'])
    assert.equal(body.managementCommittee[0].citation, '北京市物业管理条例第53条')
    type Value = { words: { zh: string; en: string }; citation: string }
    const found = (values: Value[], words: string) => values.find((one) => one.words.zh === words)?.citation
    const { rules } = await view(clerk, national.id)
    assert.equal(found(rules, '筹备组5到15人，人数为单数'), '业主大会和业主委员会指导规则第10条')
    assert.equal(found(rules, '筹备组里业主代表不少于一半'), '业主大会和业主委员会指导规则第10条')
    assert.equal(found(rules, '业委会5到11人，人数为单数'), '业主大会和业主委员会指导规则第31条')
    assert.equal(found(rules, '每届不超过5年'), '业主大会和业主委员会指导规则第32条')
    assert.deepEqual(rules, body.ownersCommittee)
    assert.equal(found(body.managementCommittee, '要有社区、业主、物业企业的人'), '北京市物业管理条例第53条')
    assert.deepEqual(
      [...rules, ...body.managementCommittee].filter((one: Value) => !one.citation || !one.words.en),
      [],
      'each value names what it rests on',
    )
  })
  test('takes candidates from owners alone, each once, until its day', async () => {
    const { estate, owners } = await nineOwners()
    const neighbour = await app.makeResident('外人')
    const { id } = await ok(begin(secretary, estate, { nominationsUntil: day(2) }))
    await refusedWith('committee.not-found', propose(neighbour, id))
    await ok(propose(owners[0]!, id))
    await refusedWith('committee.candidate-twice', propose(owners[0]!, id))
    await ok(propose(owners[0]!, id, { phone: owners[1]!.phone }))
    await refusedWith('committee.no-owner-with-phone', propose(owners[0]!, id, { phone: neighbour.phone }))
    await refusedWith('access.out-of-scope', propose(owners[0]!, id, { personId: owners[2]!.id }))
    await ok(propose(clerk, id, { personId: owners[2]!.id }))
    await refusedWith('committee.nominations-running', step(clerk, id, 'closeNomination'))
    const seen = await view(owners[1]!, id)
    const mine = seen.candidates.find((one: { mine: boolean }) => one.mine)
    assert.deepEqual([mine.proposedBy, mine.may], ['owners', ['withdraw']])
    await refusedWith('committee.no-candidate', step(owners[2]!, id, `candidates/${mine.id}/withdrawal`))
    await ok(step(owners[1]!, id, `candidates/${mine.id}/withdrawal`))
    await ok(propose(owners[1]!, id))
    await sql('update committees set nominations_until = current_date - 2 where id = $1', [id])
    await refusedWith('committee.nominations-over', propose(owners[3]!, id))
  })

  test('reviews each candidate: what is not met refuses, a refusal has its reason, nobody reviews themselves', async () => {
    const { estate, owners } = await nineOwners()
    const { id, candidates } = await toReviewing(estate, owners)
    const [one, two] = candidates
    const found = await refusedWith('committee.requirements', review(street, id, one!.id, { met: asked.slice(0, 3) }))
    assert.match(found.fields[0].message, /没有欠交.*管理规约/)
    await refusedWith('committee.reason', review(street, id, one!.id, { isAccepted: false }))
    await refusedWith('access.not-allowed', review(clerk, id, one!.id))
    await refusedWith('access.out-of-scope', review(far, id, one!.id))
    await sql("update home_people set state = 'ended' where person_id = $1", [owners[1]!.id])
    const gone = await refusedWith('committee.requirements', review(street, id, two!.id))
    assert.match(gone.fields[0].message, /是本小区业主/)
    await ok(review(street, id, two!.id, { isAccepted: false, words: '房屋已经卖出' }))
    const own = { id: street.id, cookie: street.cookie, phone: street.phone }
    await sql('update committee_candidates set person_id = $2 where id = $1', [one!.id, own.id])
    await refusedWith('committee.own-review', review(street, id, one!.id))
    // Residents read who was not accepted, not why.
    const seen = await view(owners[3]!, id)
    const refused = seen.candidates.find((each: { id: string }) => each.id === two!.id)
    assert.deepEqual([refused.state, refused.reviewWords], ['refused', null])
  })

  test('publishes a full list for its days, hears objections, and only then elects', async () => {
    const { estate, owners } = await nineOwners()
    const { id, candidates } = await toReviewing(estate, owners)
    const photos = [await bench.photo(secretary.id)]
    const list = { postedOn: day(0), days: 7, photos }
    await refusedWith('committee.unreviewed', step(secretary, id, 'publishList', list))
    for (const one of candidates.slice(2)) await ok(review(street, id, one.id))
    for (const one of candidates.slice(0, 2))
      await ok(review(street, id, one.id, { isAccepted: false, words: '欠物业费' }))
    await refusedWith('committee.too-few-candidates', step(secretary, id, 'publishList', list))
    await ok(review(street, id, candidates[0]!.id))
    await refusedWith('committee.list-days', step(secretary, id, 'publishList', { ...list, days: 5 }))
    await refusedWith('lifecycle.needs', step(secretary, id, 'publishList', { ...list, photos: [] }))
    await ok(step(secretary, id, 'publishList', list))
    await refusedWith('committee.window', step(secretary, id, 'elect', { partKinds: ['home'] }))
    const objected = await ok(step(owners[8]!, id, 'objections', { words: '三号候选人欠费' }))
    assert.equal(objected.objections[0].mine, true)
    await sql('update committees set list_until = current_date - 2 where id = $1', [id])
    await refusedWith('committee.window-over', step(owners[8]!, id, 'objections', { words: '太晚了' }))
    await refusedWith('committee.objections-open', step(secretary, id, 'elect', { partKinds: ['home'] }))
    const { objections } = await view(secretary, id)
    await ok(step(secretary, id, `objections/${objections[0].id}`, { words: '已核对，没有欠费' }))
    // The street reviews, it does not convene the owners' vote.
    assert.ok(!(await view(street, id)).may.includes('elect'))
    const electing = await ok(step(secretary, id, 'elect', { partKinds: ['home'] }))
    const decision = await ok(call(secretary.cookie, `GET /api/decisions/${electing.decisionId}`))
    assert.deepEqual([decision.seats, decision.items.length], [5, 6])
    assert.equal(decision.items[0].matter.article, '民法典第278条第1款第3项')
  })

  test('every step from every other state is refused', async () => {
    const { estate, owners } = await nineOwners()
    const { id } = await ok(begin(secretary, estate))
    const body: Record<string, object> = {
      reopen: { nominationsUntil: day(3), reason: '候选人不够' },
      publishList: { postedOn: day(0), days: 7, photos: [await bench.photo(secretary.id)] },
      elect: { partKinds: ['home'] },
      notElected: { nominationsUntil: day(3) },
      seat: { from: day(0), to: day(100) },
      fill: { from: day(0) },
      end: { on: day(0), reason: '更换' },
      drop: { reason: '报名不够' },
    }
    const walked = (Object.keys(committeeSteps) as CommitteeStep[]).filter(
      (name) => name !== 'lapse' && name !== 'giveWay',
    )
    for (const state of Object.keys(committeeStates) as CommitteeState[]) {
      await sql(
        "update committees set state = $2, organisation_id = $3, term_from = '2026-01-01', term_to = '2029-01-01' where id = $1",
        [id, state, organisations.communityA1],
      )
      for (const name of walked.filter((one) => !committeeSteps[one].from.includes(state))) {
        await refusedWith('lifecycle.wrong-state', step(secretary, id, name, body[name] ?? {}))
        await refusedWith('access.out-of-scope', step(far, id, name, body[name] ?? {}))
        assert.equal((await step(owners[0]!, id, name, body[name] ?? {})).body.code, 'access.not-allowed')
      }
    }
    await sql("update committees set state = 'dropped', organisation_id = null where id = $1", [id])
  })
})
