// What follows decisions: late and ownerless items climb on working days, the owners' result comes back, the calendar brings topics.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addWorkingDays } from '../../rules/src/working-time.ts'
import { ownersDecided } from '../src/modules/deliberation/index.ts'
import { remind } from '../src/modules/deliberation/remind.ts'
import { loadCalendar } from '../src/platform/calendar/working-calendar.ts'
import type { Cx } from '../src/platform/cx.ts'
import { asWorker } from './support/as-worker.ts'
import { deliberationRows } from './support/deliberation-rows.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const { organisations } = district
const rows = deliberationRows(app)
const secretary = await app.makeStaff('周书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const street = await app.makeStaff('何立群', 'streetOfficer', organisations.streetA, district.streetA)
const office = await app.makeStaff('郑怀民', 'districtOfficer', organisations.office, district.id)
const manager = await app.makeStaff('钱经理', 'propertyManager', organisations.property1, district.estate1)
const resident = await app.makeResident('林小满')
const atMoment = <T>(now: Date, run: (cx: Cx<null>) => Promise<T>): Promise<T> => asWorker(app, run, { now })
const calendar = await atMoment(new Date(), (cx) => loadCalendar(cx.db, district.id))
/** Nine o'clock in Shanghai on a day. */
const morning = (day: string) => new Date(`${day}T01:00:00Z`)
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
/** A working day, so many after another. */
const workday = (n: number, from: string) => dayOf(addWorkingDays(calendar, morning(from), n))
const inboxOf = async (who: string): Promise<string> =>
  JSON.stringify((await app.call(who, 'GET /api/notices/inbox')).body)
const levelOf = async (id: string): Promise<unknown> =>
  (await app.sql('select level from action_items where id = $1', [id]))[0]!['level']
const item = (what: string, more: Record<string, unknown>) =>
  rows.item('open', organisations.property1, manager.id, { what, ...more })
const run = (day: string) => atMoment(morning(day), remind)

describe('overdue items climb like cases', () => {
  test('community on the first working morning after, street and district after the days of the scheme', async () => {
    // A Wednesday, with ordinary weeks after it.
    const due = '2026-08-05'
    const id = await item('装声控灯', { due_on: due })
    await run(due)
    assert.equal(await levelOf(id), 'body')
    await run('2026-08-06')
    assert.equal(await levelOf(id), 'community')
    assert.match(await inboxOf(secretary.cookie), /督办事项过期：装声控灯/)
    await run('2026-08-06')
    await run('2026-08-12')
    assert.equal(await levelOf(id), 'community')
    await run('2026-08-13')
    assert.equal(await levelOf(id), 'street')
    assert.match(await inboxOf(street.cookie), /督办事项过期：装声控灯/)
    await run('2026-08-20')
    assert.equal(await levelOf(id), 'district')
    assert.match(await inboxOf(office.cookie), /督办事项过期：装声控灯/)
    await run('2026-09-20')
    const steps = await app.sql("select words from action_steps where item_id = $1 and step = 'levelUp'", [id])
    assert.deepEqual(
      steps.map((one) => one['words']),
      ['community', 'street', 'district'],
    )
  })
  test('nobody is told on a Saturday or a holiday', async () => {
    const id = await item('修门禁', { due_on: '2026-09-29' })
    for (const day of ['2026-10-01', '2026-10-03']) {
      await run(day)
      assert.equal(await levelOf(id), 'body', day)
    }
    await run('2026-10-08')
    assert.equal(await levelOf(id), 'community')
  })
  test('what was done in time and waits for acceptance does not climb; what was done late does', async () => {
    const inTime = await item('按时装好', { due_on: '2026-08-05', done_on: '2026-08-04', state: 'done' })
    const late = await item('晚了装好', { due_on: '2026-08-05', done_on: '2026-08-09', state: 'done' })
    await run('2026-08-12')
    assert.equal(await levelOf(inTime), 'body')
    assert.equal(await levelOf(late), 'community')
    const listed = (await app.call(secretary.cookie, 'GET /api/deliberation/items?overdue=true&limit=100')).body
    const what = listed.rows.map((one: { what: string }) => one.what)
    assert.ok(what.includes('晚了装好'))
    assert.ok(!what.includes('按时装好'))
  })
  test('what nobody has taken climbs too, after the days of the scheme', async () => {
    const id = await rows.item('noOwner', null, manager.id, { what: '请居民监督', created_at: morning('2026-08-05') })
    await run('2026-08-11')
    assert.equal(await levelOf(id), 'body')
    await run('2026-08-12')
    assert.equal(await levelOf(id), 'community')
    assert.match(await inboxOf(secretary.cookie), /还没有人负责：请居民监督/)
  })
  test('a promise called kept elsewhere waits for acceptance here', async () => {
    const promiseId = await rows.insert('promises', {
      district_id: district.id,
      street_id: district.streetA,
      community_id: district.communityA1,
      estate_id: district.estate1,
      thing_kind: 'other',
      thing_id: district.estate1,
      photos: '{}',
      what: '补种绿篱',
      owner_id: organisations.property1,
      due_on: '2099-01-01',
      state: 'kept',
      made_at: new Date(),
    })
    const id = await item('补种绿篱', { promise_id: promiseId })
    await run('2026-08-12')
    const [row] = await app.sql('select state, done_on::text from action_items where id = $1', [id])
    assert.deepEqual(row, { state: 'done', done_on: '2026-08-12' })
  })
})
describe('topics do not lie about', () => {
  test('those who select are told once of a proposal nobody has answered', async () => {
    await rows.topic('proposed', resident.id, { title: '没人理的提议', state_at: morning('2026-08-03') })
    const told = async () => (await inboxOf(secretary.cookie)).split('有议题等着答复：没人理的提议').length - 1
    await run('2026-08-17')
    assert.equal(await told(), 0)
    await run(workday(12, '2026-08-03'))
    assert.equal(await told(), 1)
    await run('2026-08-25')
    assert.equal(await told(), 1)
  })
  test('the calendar brings its topic once a year to where the body meets', async () => {
    const { id } = await rows.meeting('published', manager.id)
    const where = { month: '2026-12', title: '公共收益怎么用' }
    const found = async () =>
      app.sql("select state, scheme_code from topics where source = 'calendar' and title = $1 and place_id = $2", [
        where.title,
        district.estate1,
      ])
    // The tenth, seven days ahead: three of notice and four to prepare.
    await run('2026-12-03')
    assert.deepEqual(await found(), [{ state: 'selected', scheme_code: 'five-party' }])
    await run('2026-12-03')
    assert.equal((await found()).length, 1)
    assert.ok(id)
  })
})
describe('what was sent to the owners comes back', () => {
  const decision = async (title: string) => {
    const [made] = await app.sql<{ id: string }>(
      `insert into decisions (id, district_id, street_id, community_id, estate_id, place_id, place_name, part_kinds, title, words, convener, city_system, proxy_cap, state, state_at, rules, salt, created_at)
       select gen_random_uuid(), p.district_id, p.street_id, p.community_id, p.id, p.id, p.path, '{home}', $1, '说明', '居委会', false, 3, 'open', now(), '{}', 'salt', now() from places p where p.id = $2 returning id`,
      [title, district.estate1],
    )
    return made!.id
  }
  const planned = JSON.stringify([
    { what: '签合同', ownerId: organisations.property1, dueOn: '2099-05-01' },
    { what: '日期已过的事', ownerId: organisations.property1, dueOn: '2026-01-01' },
  ])
  const itemsOf = (id: string) =>
    app.sql('select what, state, due_on::text, is_later from action_items where resolution_id = $1 order by sort', [id])
  const sent = async (title: string) => {
    const topicId = await rows.topic('resolved', resident.id, { title })
    const id = await rows.resolution(manager.id, 'sent', { planned, topic_id: topicId, title })
    const decisionId = await decision(title)
    const path = `POST /api/deliberation/resolutions/${id}/decision`
    const answer = await app.call(secretary.cookie, path, { body: { decisionId } })
    assert.equal(answer.status, 200, answer.raw.toString())
    assert.deepEqual(answer.body.planned, ['签合同', '日期已过的事'])
    return { id, decisionId, topicId }
  }
  test('passed: the planned work is given out, and a day that went by is open again', async () => {
    const { id, decisionId, topicId } = await sent('换物业')
    await atMoment(new Date(), (cx) => ownersDecided(cx, { decisionId, adopted: true, words: '业主共同决定通过' }))
    assert.deepEqual(await itemsOf(id), [
      { what: '签合同', state: 'open', due_on: '2099-05-01', is_later: true },
      { what: '日期已过的事', state: 'noOwner', due_on: null, is_later: true },
    ])
    const read = (await app.call(secretary.cookie, `GET /api/deliberation/resolutions/${id}`)).body
    assert.deepEqual([read.standing, read.planned], ['underWay', []])
    const topic = (await app.call(secretary.cookie, `GET /api/deliberation/topics/${topicId}`)).body
    assert.equal(topic.steps.at(-1).words, '业主共同决定通过')
    // A second call changes nothing.
    await atMoment(new Date(), (cx) => ownersDecided(cx, { decisionId, adopted: false, words: '又来一次' }))
    assert.equal((await itemsOf(id)).length, 2)
  })
  test('not passed: nothing is given out, and it says so', async () => {
    const { id, decisionId } = await sent('加装电梯')
    await atMoment(new Date(), (cx) => ownersDecided(cx, { decisionId, adopted: false, words: '没有通过' }))
    assert.deepEqual(await itemsOf(id), [])
    const read = (await app.call(secretary.cookie, `GET /api/deliberation/resolutions/${id}`)).body
    assert.equal(read.standing, 'rejected')
  })
  test('only what waits for the owners is sent to them', async () => {
    const id = await rows.resolution(manager.id)
    const body = { decisionId: await decision('别的') }
    const answer = await app.call(secretary.cookie, `POST /api/deliberation/resolutions/${id}/decision`, { body })
    assert.equal(answer.body.code, 'deliberation.not-sent')
    const waiting = await rows.resolution(manager.id, 'sent')
    const nowhere = { decisionId: '00000000-0000-7000-8000-000000000000' }
    const refused = await app.call(secretary.cookie, `POST /api/deliberation/resolutions/${waiting}/decision`, {
      body: nowhere,
    })
    assert.equal(refused.body.code, 'decision.not-found')
  })
})
describe('resolutions of before', () => {
  test('what is amended, expired, late or given up is listed; the rest is not', async () => {
    const of = async (title: string, more: Record<string, unknown> = {}) =>
      rows.resolution(manager.id, 'adopted', { title, ...more })
    const withItem = async (title: string, state: string, dueOn: string) => {
      const resolutionId = await of(title)
      const [row] = await app.sql<{ meeting_id: string }>('select meeting_id from resolutions where id = $1', [
        resolutionId,
      ])
      await rows.insert('action_items', {
        ...rows.placed,
        resolution_id: resolutionId,
        meeting_id: row!.meeting_id,
        scheme_code: 'five-party',
        sort: 0,
        what: '办事',
        due_on: dueOn,
        state,
        state_at: new Date(),
        created_at: new Date(),
      })
    }
    const newer = await of('新决议')
    await of('改掉的', { amended_by: newer })
    await of('到期的', { expires_on: '2020-01-01' })
    await withItem('过期没办的', 'open', '2020-01-01')
    await withItem('不办了的', 'released', '2099-01-01')
    await withItem('办好的', 'accepted', '2020-01-01')
    const list = (await app.call(secretary.cookie, 'GET /api/deliberation/resolutions?stale=true&limit=100')).body
    const mine = ['新决议', '改掉的', '到期的', '过期没办的', '不办了的', '办好的']
    const shown = list.rows
      .filter((one: { title: string }) => mine.includes(one.title))
      .map((one: { title: string; standing: string }) => `${one.title} ${one.standing}`)
    assert.deepEqual(shown.sort(), ['不办了的 givenUp', '到期的 expired', '改掉的 amended', '过期没办的 overdue'])
    // Each row says the same in the list of its own standing.
    for (const standing of ['amended', 'expired', 'overdue', 'givenUp', 'carriedOut', 'underWay']) {
      const { rows: alike } = (
        await app.call(secretary.cookie, `GET /api/deliberation/resolutions?standing=${standing}&limit=100`)
      ).body
      assert.ok(
        alike.every((one: { standing: string }) => one.standing === standing),
        standing,
      )
    }
  })
})
