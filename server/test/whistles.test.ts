// The blocked fire lane that needs three departments: calling, answering, refusing, closing; who may, and who may not.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PartState } from '../../contract/src/whistles-life.ts'
import { addPlace } from './support/small-district.ts'
import { testApp } from './support/test-app.ts'
import { whistleBench } from './support/whistle-bench.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const department = async (name: string) => {
  const [row] = await app.sql<{ id: string }>(
    "insert into organisations (id, district_id, kind, name, short_name, place_id) values (gen_random_uuid(), $1, 'department', $2, $2, $1) returning id",
    [district.id, name],
  )
  return row!.id
}
const fire = await department('消防救援大队')
const police = await department('公安分局')
const resident = await app.makeResident('王桂兰')
const clerk = await app.makeStaff('陈晓禾', 'communityClerk', organisations.communityA1, district.communityA1)
const otherClerk = await app.makeStaff('丁书雅', 'communityClerk', organisations.communityA2, district.communityA2)
const streetOfficer = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
const otherStreet = await app.makeStaff('白西城', 'streetOfficer', organisations.streetB, district.streetB)
const firefighter = await app.makeStaff('罗克坚', 'departmentOfficer', fire, district.id)
const policeman = await app.makeStaff('高山', 'departmentOfficer', police, district.id)
const enforcer = await app.makeStaff('徐正言', 'enforcementOfficer', organisations.department, district.streetA)
const worker = await app.makeStaff('吴大勇', 'propertyWorker', organisations.property1, district.estate1)

const { upload, doorCode } = await whistleBench(app, clerk.id)
/** A case in the hands of the property company. */
const newCase = async (): Promise<string> => {
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '消防通道被私家车和杂物堵住', kind: 'small' },
  })
  const id = made.body.id as string
  await app.call(clerk.cookie, `POST /api/cases/${id}/dispatch`, { body: { organisationId: organisations.property1 } })
  await app.call(worker.cookie, `POST /api/cases/${id}/takeUp`, { body: {} })
  return id
}
interface Part {
  readonly id: string
  readonly organisation: { readonly id: string }
  readonly isLead: boolean
  readonly state: PartState
}
const call = (caseId: string, units: readonly string[], more: object = {}, who = clerk.cookie) =>
  app.call(who, 'POST /api/whistles', {
    body: {
      caseId,
      why: '消防通道被堵，一家办不了',
      units: units.map((organisationId) => ({ organisationId, asked: '到现场清理通道' })),
      leadId: units[0],
      ...more,
    },
  })
const partOf = (parts: readonly Part[], organisation: string) =>
  parts.find((part) => part.organisation.id === organisation)!
const called = async (units: readonly string[] = [fire]) => {
  const caseId = await newCase()
  const answer = await call(caseId, units)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return { caseId, parts: answer.body as Part[], part: partOf(answer.body, units[0]!) }
}
const step = (who: string, id: string, name: string, body: object = {}) =>
  app.call(who, `POST /api/whistles/parts/${id}/${name}`, { body })
const must = async (answer: Promise<Awaited<ReturnType<typeof step>>>) => {
  const { status, body } = await answer
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const refused = async (answer: Promise<Awaited<ReturnType<typeof step>>>, status: number, code: string) => {
  const { status: was, body } = await answer
  assert.deepEqual([was, body.code], [status, code], JSON.stringify(body))
}
const toAnswered = async (id: string, who: string) => {
  await must(step(who, id, 'arrive', { people: '罗克坚、高山', doorCode: await doorCode(district.unit1) }))
  return must(step(who, id, 'answer', { words: '通道已清理', photos: [await upload(who)] }))
}

describe('calling', () => {
  test('three units are called with one lead; each has two clocks; the case is held by each', async () => {
    const { caseId, parts } = await called([fire, police, organisations.department])
    assert.deepEqual(
      parts.map((part) => [part.organisation.id, part.isLead]),
      [
        [fire, true],
        [police, false],
        [organisations.department, false],
      ],
    )
    const view = await app.call(clerk.cookie, `GET /api/cases/${caseId}`)
    assert.equal(view.body.holds.length, 3)
    const clocks = await app.sql(
      'select kind from whistle_clocks c join whistle_parts p on p.id = c.part_id where p.case_id = $1',
      [caseId],
    )
    assert.equal(clocks.length, 6)
  })
  test('only who calls at the place of the case may call, and only units that can answer there', async () => {
    const caseId = await newCase()
    await refused(call(caseId, [fire], {}, otherClerk.cookie), 404, 'case.not-found')
    await refused(call(caseId, [fire], {}, worker.cookie), 403, 'access.not-allowed')
    await refused(call(caseId, [organisations.property2]), 422, 'whistle.cannot-answer')
    await refused(call(caseId, [fire, police], { leadId: organisations.department }), 422, 'whistle.one-lead')
    await refused(call(caseId, [fire, police], { leadId: undefined }), 422, 'whistle.one-lead')
  })
  test('a unit is called once until it is done; more may be added, and the lead changed to exactly one', async () => {
    const { caseId, parts } = await called([fire])
    await refused(call(caseId, [fire]), 409, 'whistle.called-already')
    const more = await must(call(caseId, [police], { leadId: undefined }))
    assert.deepEqual([more.length, more.filter((part: Part) => part.isLead).length], [2, 1])
    await must(step(clerk.cookie, partOf(more, police).id, 'lead'))
    const [leads] = await app.sql(
      'select count(*)::int as n, min(organisation_id::text) as id from whistle_parts where case_id = $1 and is_lead',
      [caseId],
    )
    assert.deepEqual(leads, { n: 1, id: police })
    assert.equal(parts.length, 1)
  })
  test('a case that is over calls nobody', async () => {
    const caseId = await newCase()
    await app.sql("update cases set state = 'withdrawn' where id = $1", [caseId])
    await refused(call(caseId, [fire]), 409, 'whistle.case-over')
  })
})

describe('answering', () => {
  test('the unit that is called reads what is asked although it may not open the case; others read nothing', async () => {
    const { caseId, part } = await called([fire])
    const view = await must(app.call(firefighter.cookie, `GET /api/whistles/parts/${part.id}`))
    assert.deepEqual([view.opens, view.asked, view.may], [false, '到现场清理通道', ['reportIn', 'arrive', 'refuse']])
    assert.equal((await app.call(firefighter.cookie, `GET /api/cases/${caseId}`)).status, 404)
    for (const stranger of [policeman, otherClerk, otherStreet, resident])
      await refused(app.call(stranger.cookie, `GET /api/whistles/parts/${part.id}`), 404, 'whistle.not-found')
  })
  test('reports in, comes by the door code of the place, hands over, is accepted and rated', async () => {
    const { caseId, part } = await called([fire])
    await must(step(firefighter.cookie, part.id, 'reportIn', { people: '罗克坚等两人' }))
    const arrived = await must(
      step(firefighter.cookie, part.id, 'arrive', {
        doorCode: `https://linli.example/s/${await doorCode(district.unit2)}`,
      }),
    )
    assert.equal(arrived.state, 'arrived')
    assert.match(arrived.history[0].proof, /门牌码/)
    await must(
      step(firefighter.cookie, part.id, 'answer', { words: '通道已清理', photos: [await upload(firefighter.cookie)] }),
    )
    await must(step(clerk.cookie, part.id, 'sendBack', { reason: '北口还有一辆车' }))
    await must(
      step(firefighter.cookie, part.id, 'answer', { words: '北口已拖走', photos: [await upload(firefighter.cookie)] }),
    )
    await must(step(clerk.cookie, part.id, 'accept'))
    const rated = await must(step(clerk.cookie, part.id, 'rate', { rating: 5 }))
    assert.deepEqual([rated.state, rated.ratings.community], ['rated', 5])
    const view = await app.call(resident.cookie, `GET /api/cases/${caseId}`)
    const public_ = view.body.timeline.map((entry: { step: string }) => entry.step)
    assert.ok(public_.includes('whistle.arrive') && public_.includes('whistle.answer'))
    assert.ok(!public_.includes('whistle.sendBack'), 'what is between staff stays there')
  })
  test('a door code of another place, a forged one, or no proof at all is no arrival; a photo is', async () => {
    const { part } = await called([fire])
    const people = '罗克坚'
    await refused(
      step(firefighter.cookie, part.id, 'arrive', { people, doorCode: await doorCode(district.unitA2) }),
      422,
      'whistle.wrong-door',
    )
    assert.equal(
      (await step(firefighter.cookie, part.id, 'arrive', { people, doorCode: 'ABCDEFGH' })).status >= 400,
      true,
    )
    await refused(step(firefighter.cookie, part.id, 'arrive', { people }), 422, 'lifecycle.needs')
    await refused(
      step(firefighter.cookie, part.id, 'arrive', { photos: [await upload(firefighter.cookie)] }),
      422,
      'lifecycle.needs',
    )
    await must(step(firefighter.cookie, part.id, 'arrive', { people, photos: [await upload(firefighter.cookie)] }))
  })
  test('another place of the same estate proves it, one of a neighbouring estate does not', async () => {
    const { part } = await called([fire])
    const building = await addPlace(app.sql, 'building', '9号楼', district.estate2)
    await refused(
      step(firefighter.cookie, part.id, 'arrive', { people: '甲乙', doorCode: await doorCode(building) }),
      422,
      'whistle.wrong-door',
    )
    await must(
      step(firefighter.cookie, part.id, 'arrive', { people: '甲乙', doorCode: await doorCode(district.building2) }),
    )
  })
  test('nobody of another unit, nor the community, answers for it; the unit accepts nothing itself', async () => {
    const { part } = await called([fire])
    await refused(step(policeman.cookie, part.id, 'reportIn', { people: '高山' }), 404, 'whistle.not-found')
    await refused(step(clerk.cookie, part.id, 'reportIn', { people: '陈晓禾' }), 403, 'access.not-allowed')
    await toAnswered(part.id, firefighter.cookie)
    await refused(step(firefighter.cookie, part.id, 'accept'), 403, 'access.not-allowed')
    await refused(step(otherClerk.cookie, part.id, 'accept'), 404, 'whistle.not-found')
  })
})

describe('refusing', () => {
  test('needs a reason, and is decided by the next level up, never by the caller or another street', async () => {
    const { part } = await called([police])
    assert.equal((await step(policeman.cookie, part.id, 'refuse', { reason: '' })).status, 400)
    await must(step(policeman.cookie, part.id, 'refuse', { reason: '不在职责范围' }))
    await refused(step(clerk.cookie, part.id, 'grant', { reason: '同意' }), 403, 'access.not-allowed')
    await refused(step(clerk.cookie, part.id, 'release', { reason: '算了' }), 409, 'lifecycle.wrong-state')
    await refused(step(otherStreet.cookie, part.id, 'grant', { reason: '同意' }), 404, 'whistle.not-found')
    const list = await must(app.call(streetOfficer.cookie, 'GET /api/whistles/parts?view=refusals'))
    assert.ok(list.rows.some((row: Part) => row.id === part.id))
    await must(step(streetOfficer.cookie, part.id, 'uphold', { reason: '占道属交警职责' }))
    await refused(step(policeman.cookie, part.id, 'refuse', { reason: '还是不去' }), 409, 'lifecycle.wrong-state')
    await must(step(policeman.cookie, part.id, 'reportIn', { people: '高山' }))
  })
  test('where the street itself called, the street does not decide', async () => {
    const caseId = await newCase()
    const parts = await must(call(caseId, [police], {}, streetOfficer.cookie))
    const part = partOf(parts, police)
    await must(step(policeman.cookie, part.id, 'refuse', { reason: '不在职责范围' }))
    const colleague = await app.makeStaff('街道同事', 'streetOfficer', organisations.streetA, district.streetA)
    await refused(step(colleague.cookie, part.id, 'grant', { reason: '同意' }), 403, 'whistle.not-decider')
    const officer = await app.makeStaff('郑怀民', 'districtOfficer', organisations.office, district.id)
    const done = await must(step(officer.cookie, part.id, 'grant', { reason: '属城管职责' }))
    assert.equal(done.state, 'released')
  })
  test('no time runs while others decide', async () => {
    const { part } = await called([police])
    await must(step(policeman.cookie, part.id, 'refuse', { reason: '不在职责范围' }))
    const stood = await app.sql('select paused_at, due_at from whistle_clocks where part_id = $1', [part.id])
    assert.ok(stood.every((clock) => clock.paused_at !== null && clock.due_at === null))
    await must(step(streetOfficer.cookie, part.id, 'uphold', { reason: '须到场' }))
    const runs = await app.sql('select paused_at, due_at from whistle_clocks where part_id = $1', [part.id])
    assert.ok(runs.every((clock) => clock.paused_at === null && clock.due_at !== null))
  })
  test('a lead that is released hands on to the next unit', async () => {
    const { caseId, part } = await called([fire, police])
    await must(step(clerk.cookie, part.id, 'release', { reason: '不需要消防' }))
    const [lead] = await app.sql('select organisation_id as id from whistle_parts where case_id = $1 and is_lead', [
      caseId,
    ])
    assert.equal(lead!.id, police)
  })
})

describe('closing', () => {
  test('a case is held until every part is accepted or released, then it closes', async () => {
    const { caseId, part, parts } = await called([fire, police])
    await app.call(worker.cookie, `POST /api/cases/${caseId}/requestClosure`, {
      body: { words: '已清理', photos: [await upload(worker.cookie)] },
    })
    const close = () => app.call(clerk.cookie, `POST /api/cases/${caseId}/close`, { body: { words: '现场看过' } })
    const held = await close()
    assert.deepEqual([held.status, held.body.code, held.body.fields.length], [409, 'case.held', 2])
    assert.match(held.body.fields[0].message, /消防救援大队/)
    await toAnswered(part.id, firefighter.cookie)
    await must(step(clerk.cookie, part.id, 'accept'))
    assert.equal((await close()).body.fields.length, 1)
    await must(step(clerk.cookie, partOf(parts, police).id, 'release', { reason: '车已开走' }))
    assert.equal((await close()).status, 200)
  })
  test('the reporter sees the names of the units and rates each once its result is accepted', async () => {
    const { caseId, part } = await called([fire])
    const units = await must(app.call(resident.cookie, `GET /api/whistles/of-case/${caseId}/units`))
    assert.deepEqual(
      units.map((unit: { name: string; mayRate: boolean }) => [unit.name, unit.mayRate]),
      [['消防救援大队', false]],
    )
    await refused(step(resident.cookie, part.id, 'reporter-rating', { rating: 4 }), 409, 'whistle.rating-closed')
    await toAnswered(part.id, firefighter.cookie)
    await must(step(clerk.cookie, part.id, 'accept'))
    await must(step(resident.cookie, part.id, 'reporter-rating', { rating: 4 }))
    await refused(step(clerk.cookie, part.id, 'reporter-rating', { rating: 1 }), 403, 'case.not-reporter')
    const stranger = await app.makeResident('路人', district.homeA2)
    await refused(step(stranger.cookie, part.id, 'reporter-rating', { rating: 1 }), 404, 'whistle.not-found')
    const figures = await must(app.call(clerk.cookie, 'GET /api/whistles/figures'))
    const row = figures.rows.find((one: { organisation: { id: string } }) => one.organisation.id === fire)
    assert.ok(row.called > 0 && row.rated > 0 && row.average >= 1)
  })
  test('the unit’s people see the photos of the case they are called to, and of no other', async () => {
    const photo = await upload(resident.cookie)
    const made = await app.call(resident.cookie, 'POST /api/cases', {
      body: { placeId: district.unit1, words: '通道又堵了', kind: 'small', photos: [photo] },
    })
    assert.equal((await app.call(firefighter.cookie, `GET /api/files/${photo}`)).status, 404)
    await must(call(made.body.id, [fire]))
    assert.equal((await app.call(firefighter.cookie, `GET /api/files/${photo}`)).status, 200)
    assert.equal((await app.call(policeman.cookie, `GET /api/files/${photo}`)).status, 404)
    assert.equal((await app.call(enforcer.cookie, `GET /api/files/${photo}`)).status, 404)
  })
})
