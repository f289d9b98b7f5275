// Public notices 公示 (issue 4, point 10): drafts, the clock, proof of posting, who reads, comments, what came of it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makePhoto } from './support/fund-makers.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { organisations, communityA1, communityA2, estate1 } = app.district
const secretary = await app.makeStaff('韩琳', 'communitySecretary', organisations.communityA1, communityA1)
const stranger = await app.makeStaff('外人', 'communitySecretary', organisations.communityA2, communityA2)
const owner = await app.makeResident('王大爷')
const outsider = await app.makeResident('外边住户', app.district.homeA2)

const day = (days = 0) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)
const post = (who: string | null, path: string, body?: unknown) =>
  app.call(who, `POST /api/publicnotices${path}`, body === undefined ? {} : { body })
const get = (who: string | null, path: string) => app.call(who, `GET /api/publicnotices${path}`)
const refused = (answer: { status: number; body: { code?: string } }, status: number, code: string) =>
  assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body))
const words = { title: '拟更换楼道灯', words: '楼道灯老化，拟更换声控灯。\n费用从公共收益支出。', days: 7 }
const posted = async (more: object = {}) => {
  const answer = await post(secretary.cookie, '', {
    ...words,
    placeId: estate1,
    postedOn: day(),
    postedWhere: '南门公告栏',
    photos: [await makePhoto(app, secretary.id)],
    ...more,
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const inboxOf = async (cookie: string) =>
  (await app.call(cookie, 'GET /api/notices/inbox')).body.rows as { title: string; thing: { id: string } | null }[]
/** As if it had been posted a month before. */
const letItEnd = (id: string) =>
  app.sql('update public_notices set posted_on = posted_on - 30, ends_on = current_date - 20 where id = $1', [id])

describe('before posting', () => {
  test('the clock shows its dates: day one is the day after, a last day off moves to the next working day', async () => {
    const { body } = await get(secretary.cookie, '/clock?postedOn=2026-09-24&days=7')
    // 2026-10-01 to 07 are the national holiday; 10-08 is a working day.
    assert.deepEqual(body, {
      postedOn: '2026-09-24',
      firstDay: '2026-09-25',
      endsOn: '2026-10-08',
      nextDay: '2026-10-09',
      moved: true,
    })
    refused(await get(secretary.cookie, '/clock?postedOn=2020-01-01&days=7'), 422, 'publicNotice.day')
    refused(await get(owner.cookie, '/clock?postedOn=2026-09-24&days=7'), 403, 'access.not-allowed')
  })
  test('a draft is printed first; the notice takes over its id and number, and the draft is gone', async () => {
    const draft = await post(secretary.cookie, '/drafts', { ...words, placeId: estate1, audience: 'homes' })
    assert.equal(draft.status, 200)
    const { id, number } = draft.body
    const changed = await app.call(secretary.cookie, `PUT /api/publicnotices/drafts/${id}`, {
      body: { ...words, title: '拟更换一号楼楼道灯', placeId: estate1, audience: 'homes' },
    })
    assert.deepEqual([changed.body.title, changed.body.number], ['拟更换一号楼楼道灯', number])
    const sheet = await get(secretary.cookie, `/drafts/${id}/sheet.pdf?postedOn=${day()}`)
    assert.equal(sheet.status, 200)
    assert.match(String(sheet.headers['content-type']), /pdf/)
    refused(await get(stranger.cookie, `/drafts/${id}/sheet.pdf?postedOn=${day()}`), 403, 'access.out-of-scope')
    refused(await get(owner.cookie, `/${id}`), 404, 'publicNotice.not-found')
    const notice = await posted({ draftId: id })
    assert.deepEqual([notice.id, notice.number], [id, number])
    assert.deepEqual((await get(secretary.cookie, '/drafts')).body.rows, [])
    refused(await app.call(secretary.cookie, `DELETE /api/publicnotices/drafts/${id}`), 404, 'publicNotice.not-found')
  })
  test('a draft is thrown away; one of another community is neither listed nor touched', async () => {
    const { body } = await post(secretary.cookie, '/drafts', { ...words, placeId: estate1, audience: 'public' })
    assert.deepEqual((await get(stranger.cookie, '/drafts')).body.rows, [])
    const path = `DELETE /api/publicnotices/drafts/${body.id}`
    refused(await app.call(stranger.cookie, path), 403, 'access.out-of-scope')
    assert.equal((await app.call(secretary.cookie, path)).status, 200)
    assert.deepEqual((await get(secretary.cookie, '/drafts')).body.rows, [])
  })
  test('without a photo, with a day to come, for a place of somebody else: refused', async () => {
    const photos = [await makePhoto(app, secretary.id)]
    const body = { ...words, placeId: estate1, postedOn: day(), postedWhere: '南门', photos }
    refused(await post(secretary.cookie, '', { ...body, photos: [] }), 422, 'publicNotice.proof')
    refused(await post(secretary.cookie, '', { ...body, postedOn: day(1) }), 422, 'publicNotice.day')
    refused(await post(secretary.cookie, '', { ...body, postedOn: day(-70) }), 422, 'publicNotice.day')
    refused(await post(stranger.cookie, '', body), 403, 'access.out-of-scope')
    refused(await post(secretary.cookie, '', { ...body, postedWhere: undefined }), 400, 'http.bad-input')
  })
})
describe('while it hangs', () => {
  test('who has a home there reads it and is told; a neighbour of another estate and the public do not', async () => {
    const { id } = await posted()
    const seen = await get(owner.cookie, `/${id}`)
    assert.equal(seen.body.postedWhere, '南门公告栏')
    assert.deepEqual(seen.body.may, ['comment'])
    assert.ok((await inboxOf(owner.cookie)).some((one) => one.title === '有新公示' && one.thing?.id === id))
    refused(await get(outsider.cookie, `/${id}`), 404, 'publicNotice.not-found')
    refused(await get(null, `/public/${id}`), 404, 'publicNotice.not-found')
    assert.ok((await get(owner.cookie, '?open=true')).body.rows.some((row: { id: string }) => row.id === id))
    assert.ok(!(await get(outsider.cookie, '')).body.rows.some((row: { id: string }) => row.id === id))
  })
  test('however many live there, each of them is told once', async () => {
    const ids = await app.sql<{ id: string }>(
      "insert into persons (id, district_id, name) select gen_random_uuid(), $1, '住户' from generate_series(1, 10001) returning id",
      [app.district.id],
    )
    await app.sql(
      `insert into home_people (id, district_id, home_id, person_id, relation, state)
       select gen_random_uuid(), $1, $2, person, 'occupant', 'confirmed' from unnest($3::uuid[]) person`,
      [app.district.id, app.district.home1, ids.map((one) => one.id)],
    )
    const { id } = await posted()
    const [told] = await app.sql<{ messages: number; people: number }>(
      'select count(*)::int messages, count(distinct person_id)::int people from messages where thing_id = $1 and person_id = any($2::uuid[])',
      [id, ids.map((one) => one.id)],
    )
    await app.sql("update home_people set state = 'refused' where person_id = any($1::uuid[])", [
      ids.map((one) => one.id),
    ])
    assert.deepEqual(told, { messages: 10_001, people: 10_001 })
  })
  test('one for everybody is read without signing in, without photos and comments', async () => {
    const { id } = await posted({ audience: 'public' })
    await post(owner.cookie, `/${id}/comments`, { words: '同意更换' })
    const seen = (await get(null, `/public/${id}`)).body
    assert.deepEqual([seen.title, seen.comments, seen.thread, seen.photos, seen.may], [words.title, 1, [], [], []])
    const listed = (await get(null, `/public?placeId=${estate1}`)).body.rows as { id: string; audience: string }[]
    assert.ok(listed.some((row) => row.id === id))
    assert.ok(listed.every((row) => row.audience === 'public'))
    assert.deepEqual((await get(null, `/public?placeId=${communityA2}`)).body.rows, [])
    assert.equal((await get(outsider.cookie, `/${id}`)).status, 200)
  })
  test('comments and answers: neighbours read both, names are for who posted it', async () => {
    const { id } = await posted()
    const after = await post(owner.cookie, `/${id}/comments`, { words: '几楼先换' })
    assert.deepEqual([after.body.comments, after.body.unanswered, after.body.thread[0].byName], [1, 1, null])
    assert.ok((await inboxOf(secretary.cookie)).some((one) => one.title === '公示有新意见'))
    const thread = (await get(secretary.cookie, `/${id}`)).body.thread
    assert.equal(thread[0].byName, '王大爷')
    refused(await post(owner.cookie, `/${id}/comments/${thread[0].id}`, { words: '一楼' }), 403, 'access.not-allowed')
    await post(secretary.cookie, `/${id}/comments/${thread[0].id}`, { words: '从一楼开始' })
    const seen = (await get(owner.cookie, `/${id}`)).body
    assert.deepEqual([seen.thread[0].answer, seen.unanswered], ['从一楼开始', 0])
    assert.ok((await inboxOf(owner.cookie)).some((one) => one.title === '您的意见有答复' && one.thing?.id === id))
  })
  test('taken down with a reason, it takes no comments any more', async () => {
    const { id } = await posted()
    refused(await post(secretary.cookie, `/${id}/outcome`, { words: '没有反对意见' }), 409, 'publicNotice.still-open')
    const down = await post(secretary.cookie, `/${id}/withdrawal`, { reason: '写错了金额' })
    assert.deepEqual([down.body.isOpen, down.body.withdrawnWords], [false, '写错了金额'])
    refused(await post(owner.cookie, `/${id}/comments`, { words: '为什么' }), 409, 'publicNotice.over')
    refused(await post(secretary.cookie, `/${id}/withdrawal`, { reason: '再撤' }), 409, 'publicNotice.over')
    refused(await post(secretary.cookie, `/${id}/outcome`, { words: '没有反对意见' }), 409, 'publicNotice.still-open')
  })
})
test('when it has ended it is in the archive, what came of it is written, and who commented is told', async () => {
  const { id } = await posted()
  await post(owner.cookie, `/${id}/comments`, { words: '请用暖光' })
  await letItEnd(id)
  refused(await post(owner.cookie, `/${id}/comments`, { words: '晚了吗' }), 409, 'publicNotice.over')
  const archive = (await get(owner.cookie, '?open=false')).body.rows as { id: string }[]
  assert.ok(archive.some((row) => row.id === id))
  assert.ok(!(await get(owner.cookie, '?open=true')).body.rows.some((row: { id: string }) => row.id === id))
  refused(await post(stranger.cookie, `/${id}/outcome`, { words: '按公示办' }), 404, 'publicNotice.not-found')
  const after = await post(secretary.cookie, `/${id}/outcome`, { words: '收到一条意见，改用暖光。' })
  assert.deepEqual([after.status, after.body.outcome], [200, '收到一条意见，改用暖光。'])
  assert.equal((await get(owner.cookie, `/${id}`)).body.outcome, '收到一条意见，改用暖光。')
  assert.ok((await inboxOf(owner.cookie)).some((one) => one.title === '公示有结果了' && one.thing?.id === id))
})
