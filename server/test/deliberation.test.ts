// Deciding together: a council of the 10th from topics to an accepted result, a doorstep meeting, petitions, who sees what.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { at, deliberationStage } from './support/deliberation-stage.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations } = district
const { secretary, resident, stranger, get, done, code, propose, call, open } = await deliberationStage(app)
const gridWorker = await app.makeStaff('李网格', 'gridWorker', organisations.communityA1, district.grid1)
const manager = await app.makeStaff('钱经理', 'propertyManager', organisations.property1, district.estate1)
const elsewhere = await app.makeStaff('外社区', 'communityClerk', organisations.communityB1, district.communityB1)
const neighbour = await app.makeResident('张大妈')
const day = (n: number) => at(n).slice(0, 10)

describe('a council from topics to a supervised result', () => {
  let meeting: Awaited<ReturnType<typeof call>>
  let itemId = ''
  test('the notice freezes the agenda and is on record for everybody asked', async () => {
    const topic = await propose(resident.cookie)
    await done(secretary.cookie, `topics/${topic.id}/selection`, { scheme: 'five-party' })
    assert.equal(
      await code(secretary.cookie, 'meetings', {
        scheme: 'five-party',
        placeId: district.estate1,
        title: '太急了',
        startsAt: at(1),
        where: '驿站',
        items: ['装灯'],
      }),
      'deliberation.too-soon',
    )
    meeting = await call({ topicIds: [topic.id], items: ['听取物业汇报'] })
    assert.deepEqual(
      meeting.agendaItems.map((one: { title: string }) => one.title),
      ['楼道装声控灯', '听取物业汇报'],
    )
    assert.ok(meeting.people.every((one: { toldAt: string | null }) => one.toldAt !== null))
    assert.ok(meeting.people.some((one: { personId: string }) => one.personId === manager.id))
    const inbox = await app.call(manager.cookie, 'GET /api/notices/inbox')
    assert.match(JSON.stringify(inbox.body), /十月党群议事日/)
    assert.equal((await done(manager.cookie, `meetings/${meeting.id}/answer`, { answer: 'comes' })).seen, 1)
  })
  test('its calendar file folds at 75 octets', async () => {
    const { body, status } = await get(secretary.cookie, `meetings/${meeting.id}/calendar.ics`)
    assert.equal(status, 200)
    assert.match(body, /BEGIN:VEVENT/)
    for (const line of body.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75)
  })
  test('nothing is decided without a quorum; a wrong code does not check in', async () => {
    await open(meeting.id)
    const decision = {
      agendaId: meeting.agendaItems[0].id,
      title: '装灯',
      words: '每层一盏',
      way: 'hands',
      votesFor: 1,
    }
    assert.equal(await code(secretary.cookie, `meetings/${meeting.id}/decisions`, decision), 'deliberation.quorum')
    assert.equal(await code(manager.cookie, `meetings/${meeting.id}/check-in`, { code: '000000' }), 'deliberation.code')
    await done(manager.cookie, `meetings/${meeting.id}/check-in`, { code: meeting.checkInCode })
    const { people } = (await get(secretary.cookie, `meetings/${meeting.id}`)).body
    await done(secretary.cookie, `meetings/${meeting.id}/attendance`, {
      present: people.map((one: { id: string }) => one.id),
      guests: ['记录员'],
    })
    const tooMany = { ...decision, votesFor: 999 }
    assert.equal(await code(secretary.cookie, `meetings/${meeting.id}/decisions`, tooMany), 'deliberation.votes')
  })
  test('a decision gives an item to a body by a day, and one openly to nobody', async () => {
    const made = await done(secretary.cookie, `meetings/${meeting.id}/decisions`, {
      agendaId: meeting.agendaItems[0].id,
      title: '装声控灯',
      words: '每层装一盏声控灯，从公共收益出',
      way: 'hands',
      votesFor: 2,
      matter: 'commonSpending',
      budgetFen: 300_000,
      items: [
        { what: '买灯并装好', ownerId: organisations.property1, dueOn: day(10), budgetFen: 300_000 },
        { what: '请居民监督' },
      ],
    })
    assert.equal(made.decided[0].result, 'adopted')
    assert.deepEqual(
      made.decided[0].items.map((one: { state: string }) => one.state),
      ['open', 'noOwner'],
    )
    itemId = made.decided[0].items[0].id
    assert.equal(await code(secretary.cookie, `meetings/${meeting.id}/close`), 'deliberation.agenda-open')
    await done(secretary.cookie, `meetings/${meeting.id}/agenda/${meeting.agendaItems[1].id}`, {
      outcome: 'later',
      words: '下次听',
    })
    await done(secretary.cookie, `meetings/${meeting.id}/close`)
  })
  test('minutes: corrected by those present, signed, published, and immutable', async () => {
    const path = `meetings/${meeting.id}`
    assert.equal(await code(secretary.cookie, `${path}/circulate`), 'lifecycle.needs')
    await done(secretary.cookie, `${path}/minutes`, { summary: '大家同意每层装一盏灯。' })
    await done(secretary.cookie, `${path}/circulate`)
    assert.equal(await code(resident.cookie, `${path}/corrections`, { words: '我没到会' }), 'deliberation.not-present')
    await done(manager.cookie, `${path}/corrections`, { words: '应写明六层' })
    assert.equal(await code(secretary.cookie, `${path}/sign`), 'deliberation.corrections-open')
    const { corrections } = (await get(secretary.cookie, path)).body
    await done(secretary.cookie, `${path}/corrections/${corrections[0].id}`, { accepted: true, answer: '改好了' })
    await done(secretary.cookie, `${path}/redraft`)
    await done(secretary.cookie, `${path}/minutes`, { summary: '大家同意六层每层装一盏灯。' })
    const { hash } = await done(secretary.cookie, `${path}/circulate`)
    assert.equal(
      await code(manager.cookie, `${path}/acknowledgement`, { hash: 'a'.repeat(64) }),
      'deliberation.other-text',
    )
    await done(manager.cookie, `${path}/acknowledgement`, { hash })
    await done(secretary.cookie, `${path}/sign`)
    const published = await done(secretary.cookie, `${path}/publish`)
    assert.equal(published.intact, true)
    assert.equal(published.signatures, 1)
    await assert.rejects(
      app.sql("update deliberation_meetings set summary = '别的' where id = $1", [meeting.id]),
      /cannot be changed/,
    )
    assert.equal((await get(resident.cookie, `${path}/minutes.docx`)).raw.subarray(0, 2).toString(), 'PK')
  })
  test('the hash still holds after somebody of the meeting has their name erased', async () => {
    await app.sql("update deliberation_people set name = '已注销用户', salt = '' where meeting_id = $1", [meeting.id])
    assert.equal((await get(secretary.cookie, `meetings/${meeting.id}`)).body.intact, true)
  })
  test('residents of the place read the outcome without names; others find nothing', async () => {
    const { body } = await get(resident.cookie, `meetings/${meeting.id}`)
    assert.deepEqual(body.people, [])
    assert.equal(body.decided.length, 1)
    for (const who of [stranger.cookie, elsewhere.cookie])
      assert.equal((await get(who, `meetings/${meeting.id}`)).body.code, 'deliberation.meeting-not-found')
  })
  test('the item is done with its cost, sent back once, and accepted', async () => {
    assert.equal(await code(neighbour.cookie, `items/${itemId}/finish`, { words: '办好了' }), 'access.not-allowed')
    await done(manager.cookie, `items/${itemId}/progress`, { words: '灯已买好', costFen: 120_000 })
    await done(manager.cookie, `items/${itemId}/finish`, { words: '装好了', costFen: 280_000 })
    await done(secretary.cookie, `items/${itemId}/acceptance`, { accepted: false, words: '三楼不亮' })
    await done(manager.cookie, `items/${itemId}/finish`, { words: '三楼修好了' })
    const item = await done(secretary.cookie, `items/${itemId}/acceptance`, { accepted: true, words: '都亮了' })
    assert.deepEqual([item.state, item.costFen], ['accepted', 280_000])
    assert.ok(
      (await get(resident.cookie, 'keeping?year=' + day(10).slice(0, 4))).body.some(
        (one: { kept: number }) => one.kept === 1,
      ),
    )
  })
})
describe('petitions', () => {
  test('nothing is dropped without a reason the proposer reads; enough names force a topic', async () => {
    const plain = await propose(resident.cookie)
    await done(secretary.cookie, `topics/${plain.id}/drop`, { reason: '已经在办' })
    assert.equal((await get(resident.cookie, `topics/${plain.id}`)).body.reason, '已经在办')
    const asked = await propose(resident.cookie, 'petition')
    assert.equal(await code(resident.cookie, `topics/${asked.id}/name`), 'deliberation.signed-already')
    assert.equal(await code(stranger.cookie, `topics/${asked.id}/name`), 'deliberation.topic-not-found')
    assert.equal((await done(neighbour.cookie, `topics/${asked.id}/name`)).names, 2)
    assert.equal(
      await code(secretary.cookie, `topics/${asked.id}/selection`, { scheme: 'five-party' }),
      'deliberation.too-few-names',
    )
    await app.sql('update topics set names = 10 where id = $1', [asked.id])
    assert.equal(
      await code(secretary.cookie, `topics/${asked.id}/drop`, { reason: '不想议' }),
      'deliberation.must-take',
    )
    await done(secretary.cookie, `topics/${asked.id}/selection`, { scheme: 'five-party' })
  })
  test('a resident proposes only for where they live', async () => {
    const body = { placeId: district.estateA2, title: '别的小区', words: '不是我住的地方', source: 'proposal' }
    assert.equal(await code(resident.cookie, 'topics', body), 'deliberation.not-here')
  })
})
describe('a doorstep meeting', () => {
  const record = {
    placeId: district.building1,
    title: '屋顶漏水怎么修',
    heldAt: at(0),
    where: '1号楼楼前',
    present: 9,
    names: ['王厚德'],
    said: '顶楼一下雨就漏，大家愿意一起修。',
    agreed: [{ what: '请两家单位报价', who: 0, dueOn: day(7) }, { what: '先盖油布' }],
    matter: 'costSharing',
  }
  test('its outcome goes back to the case that was handed over', async () => {
    const reported = await app.call(resident.cookie, 'POST /api/cases', {
      body: { placeId: district.home1, words: '屋顶漏水' },
    })
    assert.equal(reported.status, 200, reported.raw.toString())
    const caseId = reported.body.id
    await app.call(secretary.cookie, `POST /api/cases/${caseId}/accept`, { body: {} })
    const handed = await app.call(secretary.cookie, `POST /api/cases/${caseId}/deliberation`, {
      body: { reason: '要大家商量', bodyId: organisations.communityA1 },
    })
    assert.equal(handed.status, 200, handed.raw.toString())
    const early = await app.call(secretary.cookie, `POST /api/cases/${caseId}/deliberation/return`, {
      body: { outcome: '同意' },
    })
    assert.equal(early.body.code, 'deliberation.must')
    assert.match(early.body.remedy, /召开会议/)
    const made = await done(gridWorker.cookie, 'doorstep', { ...record, caseId })
    assert.equal(made.state, 'published')
    assert.equal(made.intact, true)
    assert.equal(made.decided[0].items[1].owner, null)
    const plan = await app.call(secretary.cookie, `GET /api/cases/${caseId}/plan`)
    assert.equal(plan.body.handOver.state, 'returned')
    assert.match(plan.body.handOver.outcome, /屋顶漏水怎么修/)
  })
  test('talked over without an agreement, the topics go back to the list with what was said', async () => {
    const [first, second] = [await propose(resident.cookie), await propose(resident.cookie)]
    const called = await done(secretary.cookie, 'meetings', {
      scheme: 'doorstep',
      placeId: district.estate1,
      title: '楼前说两件事',
      startsAt: at(0),
      where: '楼前',
      topicIds: [first.id, second.id],
    })
    const { agreed: _agreed, matter: _matter, ...talk } = record
    const at1 = { ...talk, placeId: district.estate1, meetingId: called.id }
    const held = await done(secretary.cookie, 'doorstep', { ...at1, topicId: first.id })
    assert.deepEqual(held.decided, [])
    for (const { id } of [first, second]) {
      const topic = (await get(resident.cookie, `topics/${id}`)).body
      assert.equal(topic.state, 'selected')
      assert.match(topic.steps.at(-1).words, /顶楼一下雨就漏/)
    }
  })
  test('of two topics called for, the one not reached goes back', async () => {
    const [first, second] = [await propose(resident.cookie), await propose(resident.cookie)]
    const called = await done(secretary.cookie, 'meetings', {
      scheme: 'doorstep',
      placeId: district.estate1,
      title: '楼前说两件事',
      startsAt: at(0),
      where: '楼前',
      topicIds: [first.id, second.id],
    })
    const body = { ...record, matter: undefined, placeId: district.estate1, meetingId: called.id, topicId: second.id }
    const held = await done(secretary.cookie, 'doorstep', body)
    assert.deepEqual(
      held.agendaItems.map((one: { outcome: string }) => one.outcome),
      ['later', 'resolved'],
    )
    assert.equal((await get(resident.cookie, `topics/${first.id}`)).body.state, 'selected')
    assert.equal((await get(resident.cookie, `topics/${second.id}`)).body.state, 'resolved')
  })
  test('somebody without the office, or of another community, records none', async () => {
    assert.equal(await code(resident.cookie, 'doorstep', record), 'access.not-allowed')
    assert.equal(await code(elsewhere.cookie, 'doorstep', record), 'access.out-of-scope')
    assert.equal(await code(gridWorker.cookie, 'doorstep', { ...record, votesFor: 20 }), 'deliberation.votes')
  })
})
