// One case from report to a confirmed rating, by the people it passes through (mission A1, A6, A7, A11).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const resident = await app.makeResident('王桂兰')
const neighbour = await app.makeResident('李建国', district.home2)
const clerk = await app.makeStaff('赵敏', 'communityClerk', district.organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff(
  '韩书记',
  'communitySecretary',
  district.organisations.communityA1,
  district.communityA1,
)
const otherClerk = await app.makeStaff(
  '钱社工',
  'communityClerk',
  district.organisations.communityA2,
  district.communityA2,
)
const worker = await app.makeStaff('孙师傅', 'propertyWorker', district.organisations.property1, district.estate1)
const rival = await app.makeStaff('别家物业', 'propertyManager', district.organisations.property2, district.estateA2)

const report = async (body: object = {}, who = resident.cookie) => {
  const answer = await app.call(who, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '楼道路灯不亮了，晚上看不见', ...body },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const step = (who: string, id: string, name: string, body: object = {}) =>
  app.call(who, `POST /api/cases/${id}/${name}`, { body })
const photo = async (who: string) => {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#1e7f4f' } })
    .jpeg()
    .toBuffer()
  const boundary = 'x-linli-test'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nphoto\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    jpeg,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await app.call(who, 'POST /api/files', {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.id as string
}
const ok = (answer: { status: number; body: unknown }) => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as Awaited<ReturnType<typeof report>>
}

test('a report suggests kind and category from the words, proposes the estate’s property company and starts both clocks', async () => {
  const view = await report()
  assert.equal(view.state, 'submitted')
  assert.equal(view.kind, 'small')
  assert.equal(view.category.name, '路灯照明')
  assert.equal(view.place.path, '幸福里小区 1号楼 1单元')
  assert.deepEqual(view.clocks.map((clock: { kind: string }) => clock.kind).sort(), ['resolve', 'respond'])
  const forClerk = ok(await app.call(clerk.cookie, `GET /api/cases/${view.id}`))
  assert.equal(forClerk.proposal.organisation.id, district.organisations.property1)
})
test('the whole loop: accepted and dispatched, taken up, done with a photo, verified by another, confirmed with five stars', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  ok(await step(worker.cookie, view.id, 'takeUp'))
  ok(await step(worker.cookie, view.id, 'start'))
  const bare = await step(worker.cookie, view.id, 'requestClosure', { words: '换好了灯泡', photos: [] })
  assert.equal(bare.status, 400)
  ok(
    await step(worker.cookie, view.id, 'requestClosure', { words: '换好了灯泡', photos: [await photo(worker.cookie)] }),
  )
  const closed = ok(await step(secretary.cookie, view.id, 'close', { words: '现场看过，灯亮了' }))
  assert.equal(closed.state, 'closed')
  const confirmed = ok(await step(resident.cookie, view.id, 'confirm', { rating: 5, ratingReasons: ['fast'] }))
  assert.equal(confirmed.state, 'confirmed')
  assert.equal(confirmed.rating, 5)
  assert.deepEqual(confirmed.timeline.map((entry: { step: string }) => entry.step).toReversed(), [
    'report',
    'accept',
    'dispatch',
    'takeUp',
    'start',
    'requestClosure',
    'close',
    'confirm',
  ])
  const clocks = await app.sql('select kind, stopped_at, missed_at from case_clocks where case_id = $1', [view.id])
  assert.ok(clocks.every((clock) => clock.stopped_at !== null && clock.missed_at === null))
})
test('the doer cannot verify their own work, even with the permission', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.communityA1 }))
  ok(await step(clerk.cookie, view.id, 'takeUp'))
  const requested = ok(
    await step(clerk.cookie, view.id, 'requestClosure', { words: '办好了', photos: [await photo(clerk.cookie)] }),
  )
  assert.ok(!requested.may.includes('close'))
  const refused = await step(clerk.cookie, view.id, 'close', { words: '自己看过' })
  assert.equal(refused.body.code, 'case.doer-cannot-close')
  assert.equal(ok(await step(secretary.cookie, view.id, 'close', { words: '看过了' })).state, 'closed')
})
test('a neighbour, another community and a competitor see nothing of it', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  for (const stranger of [neighbour, otherClerk, rival]) {
    const answer = await app.call(stranger.cookie, `GET /api/cases/${view.id}`)
    assert.equal(answer.status, 404)
    const list = ok(await app.call(stranger.cookie, 'GET /api/cases?count=true'))
    assert.ok(list.rows.every((row: { id: string }) => row.id !== view.id))
    assert.equal((await step(stranger.cookie, view.id, 'takeUp')).status === 200, false)
  }
})
test('a hidden name is unknown to the handler and known to the community', async () => {
  const view = await report({ hideName: true })
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  const forWorker = ok(await app.call(worker.cookie, `GET /api/cases/${view.id}`))
  assert.ok(!JSON.stringify(forWorker).includes('王桂兰'))
  assert.ok(!JSON.stringify(forWorker).includes(resident.id))
  assert.equal(forWorker.reporter.phone, null)
  assert.equal(ok(await app.call(clerk.cookie, `GET /api/cases/${view.id}`)).reporter.name, '王桂兰')
})
test('a case goes only to a body that serves its place', async () => {
  const view = await report()
  const refused = await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property2 })
  assert.equal(refused.body.code, 'case.cannot-handle')
  assert.equal(ok(await app.call(clerk.cookie, `GET /api/cases/${view.id}`)).state, 'submitted', 'nothing half-written')
})
test('two stars go to a person who decides on reopening; reopened, it gets a new clock and a new handler', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  ok(await step(worker.cookie, view.id, 'takeUp'))
  ok(await step(worker.cookie, view.id, 'requestClosure', { words: '修了', photos: [await photo(worker.cookie)] }))
  ok(await step(clerk.cookie, view.id, 'close', { words: '看过' }))
  const asked = ok(
    await step(resident.cookie, view.id, 'confirm', { rating: 2, ratingReasons: ['unsolved'], words: '还是不亮' }),
  )
  assert.equal(asked.state, 'reopenAsked')
  const reopened = ok(await step(secretary.cookie, view.id, 'reopen', { words: '请物业再去一次' }))
  assert.equal(reopened.state, 'reopened')
  assert.equal(
    reopened.clocks.filter(
      (clock: { kind: string; stoppedAt: string | null }) => clock.kind === 'resolve' && clock.stoppedAt === null,
    ).length,
    1,
  )
  assert.equal(
    ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 })).state,
    'dispatched',
  )
})
test('after seven days it is too late to reopen, and silence confirms', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  ok(await step(worker.cookie, view.id, 'takeUp'))
  ok(await step(worker.cookie, view.id, 'requestClosure', { words: '修了', photos: [await photo(worker.cookie)] }))
  ok(await step(clerk.cookie, view.id, 'close', { words: '看过' }))
  await app.sql("update cases set closed_at = now() - interval '8 days' where id = $1", [view.id])
  assert.equal(
    (await step(resident.cookie, view.id, 'askReopening', { reason: '又坏了' })).body.code,
    'case.reopen-window',
  )
  assert.equal(ok(await app.call(resident.cookie, `GET /api/cases/${view.id}`)).may.includes('askReopening'), false)
})
test('suspension keeps within its cap and does not lose elapsed time', async () => {
  const view = await report()
  ok(await step(clerk.cookie, view.id, 'dispatch', { organisationId: district.organisations.property1 }))
  ok(await step(worker.cookie, view.id, 'takeUp'))
  const far = new Date(Date.now() + 31 * 86_400_000).toISOString()
  assert.equal(
    (await step(worker.cookie, view.id, 'suspend', { reason: '等配件', until: far })).body.code,
    'case.suspend-limit',
  )
  const soon = new Date(Date.now() + 86_400_000).toISOString()
  const suspended = ok(await step(worker.cookie, view.id, 'suspend', { reason: '等配件', until: soon }))
  assert.equal(suspended.dueAt, null)
  const resumed = ok(await step(worker.cookie, view.id, 'resume'))
  assert.notEqual(resumed.dueAt, null)
})
test('the same idempotency key files one case and gives the same answer', async () => {
  const key = 'the-same-key-twice'
  const send = (words: string) =>
    app.call(resident.cookie, 'POST /api/cases', {
      body: { placeId: district.unit1, words },
      headers: { 'idempotency-key': key },
    })
  const [first, second] = await Promise.all([send('垃圾桶满了'), send('垃圾桶满了')])
  assert.equal(first.status, 200)
  assert.deepEqual(second.body, first.body)
  assert.equal((await app.sql("select count(*)::int as n from cases where words = '垃圾桶满了'"))[0]!.n, 1)
  assert.equal((await send('另一句话')).body.code, 'http.key-reused')
})
test('staff file for somebody only with consent, and the person can then follow it', async () => {
  const body = {
    placeId: district.unit1,
    words: '老人反映楼道堆物',
    channel: 'doorKnock',
    onBehalfOf: { name: '周奶奶', phone: '13712345678', consent: false },
  }
  assert.equal((await app.call(clerk.cookie, 'POST /api/cases/filed', { body })).body.code, 'case.consent-needed')
  const filed = ok(
    await app.call(clerk.cookie, 'POST /api/cases/filed', {
      body: { ...body, onBehalfOf: { ...body.onBehalfOf, consent: true } },
    }),
  )
  assert.equal(filed.channel, 'doorKnock')
  assert.equal(filed.reporter.phone, '137****5678')
  assert.equal(
    (await app.call(otherClerk.cookie, 'POST /api/cases/filed', { body: { ...body, onBehalfOf: undefined } })).body
      .code,
    'access.out-of-scope',
  )
})
test('two-character Chinese words are found, in the queue of those who may see them', async () => {
  await report({ words: '三楼窗户玻璃碎了' })
  assert.equal(
    ok(await app.call(clerk.cookie, `GET /api/cases?search=${encodeURIComponent('玻璃')}&count=true`)).total,
    1,
  )
  assert.equal(
    ok(await app.call(otherClerk.cookie, `GET /api/cases?search=${encodeURIComponent('玻璃')}&count=true`)).total,
    0,
  )
})
test('bulk dispatch sends each as proposed and says why one could not go', async () => {
  const [a, b] = [await report({ words: '批量一' }), await report({ words: '批量二' })]
  ok(await step(resident.cookie, b.id, 'withdraw'))
  const { results } = ok(await app.call(clerk.cookie, 'POST /api/cases/bulk-dispatch', { body: { ids: [a.id, b.id] } }))
  assert.deepEqual(
    results.map((result: { id: string; dispatched: boolean }) => [result.id, result.dispatched]),
    [
      [a.id, true],
      [b.id, false],
    ],
  )
  assert.match(results[1].refusal, /状态/)
})
test('a revealed phone is journalled with its reason', async () => {
  const view = await report()
  const revealed = ok(
    await app.call(clerk.cookie, `POST /api/cases/${view.id}/reveal`, { body: { reason: '电话回访' } }),
  )
  assert.equal(revealed.phone, resident.phone)
  const [entry] = await app.sql("select canonical from journal where thing_id = $1 and action = 'case.reveal'", [
    view.id,
  ])
  assert.match(entry!.canonical, /电话回访/)
  assert.ok(!entry!.canonical.includes(resident.phone))
})
test('a rule that dispatches by itself sends an easy matter straight to the property company, and a clerk to nobody', async () => {
  const admin = await app.makeStaff('沈静远', 'administrator', district.organisations.office, district.id)
  const rule = await app.call(admin.cookie, 'POST /api/cases/rules', {
    body: { name: '小事直达物业', order: 0, kind: 'small', target: { to: 'estateProperty' }, automatic: true },
  })
  assert.equal(rule.status, 200, JSON.stringify(rule.body))
  const who = await app.makeResident('马大姐')
  const easy = await app.call(who.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '楼道灯不亮了', kind: 'small' },
  })
  assert.equal(easy.body.state, 'dispatched')
  assert.equal(easy.body.handler.id, district.organisations.property1)
  assert.ok(easy.body.timeline.some((entry: { step: string }) => entry.step === 'dispatchByRule'))
  const hard = await app.call(who.cookie, 'POST /api/cases', {
    body: { placeId: district.unit1, words: '要装电梯', kind: 'hard' },
  })
  assert.equal(hard.body.state, 'submitted')
  await app.call(admin.cookie, `DELETE /api/cases/rules/${rule.body.id}`, {})
})
