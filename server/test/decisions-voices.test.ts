// Who may speak for whom: co-owners who differ, mandates by phone and in writing, papers spoiled and issued again; bad ballots.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decisionBench, type Voter } from './support/decision-bench.ts'
import { decisionTown, homes } from './support/decision-town.ts'
import { refusedWith } from './support/refused-with.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call, sql } = app
const { communityA1, organisations } = app.district
const bench = decisionBench(app)
const { ok, step } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const town = decisionTown(app, secretary, clerk)
const marksOf = (view: { items: { id: string }[] }, mark = 'for') => view.items.map(({ id }) => ({ itemId: id, mark }))
/** A couple owns 101, two others 102 and 103; the vote is open. */
const aVote = async (more: object = {}) => {
  const at = await bench.makeEstate()
  const homes = [await at.home('101', 10_000), await at.home('102', 10_000), await at.home('103', 10_000)]
  const wife = await app.makeResident('妻', homes[0])
  const husband = await app.makeResident('夫', homes[0])
  const other = await app.makeResident('丙', homes[1])
  const fourth = await app.makeResident('丁', homes[2])
  const { id } = await bench.prepare(secretary, at.estate, more)
  const view = await bench.toOpen(secretary, id)
  return { id, view, wife, husband, other, fourth, unit: at.unit }
}
const countOf = async (id: string) => {
  await bench.toClosed(id)
  return (await ok(step(clerk, id, 'count'))).result.items[0]
}
const inboxOf = async (who: Voter) =>
  (await ok(call(who.cookie, 'GET /api/notices/inbox'))).rows as {
    event: string
    thing: { kind: string; id: string }
  }[]

describe('co-owners of one part', () => {
  test('who differ are asked to name one, abstain until they do, and count as the one they named', async () => {
    const { id, view, wife, husband, other } = await aVote()
    await ok(bench.vote(wife, id, marksOf(view, 'for')))
    const seen = async (who: Voter) => (await ok(call(who.cookie, `GET /api/decisions/${id}`))).mine[0]
    assert.equal((await seen(wife)).differs, false)
    await ok(bench.vote(husband, id, marksOf(view, 'against')))
    const mine = await seen(wife)
    assert.deepEqual([mine.differs, mine.designated, mine.together.length], [true, null, 2])
    for (const who of [wife, husband])
      assert.ok(
        (await inboxOf(who)).some((one) => one.event === 'decision.designate' && one.thing.id === id),
        'both are asked, and the message opens the decision',
      )
    assert.ok(!(await inboxOf(other)).some((one) => one.event === 'decision.designate'), 'nobody else hears of it')
    const differing = await ok(call(clerk.cookie, `GET /api/decisions/${id}/differing`))
    assert.equal(differing.rows.length, 1)
    assert.ok(!JSON.stringify(differing).includes('against'), 'never how they voted')
    const name = (who: Voter, personId: string) => step(who, id, 'designations', { key: mine.key, personId })
    await refusedWith('decision.not-on-roll', name(other, wife.id))
    await refusedWith('decision.designee', name(wife, other.id))
    await ok(name(wife, wife.id))
    assert.equal((await seen(husband)).designated, null, 'one voice is not agreement')
    await ok(name(husband, husband.id))
    assert.equal((await seen(husband)).designated, null)
    const agreed = await ok(name(husband, wife.id))
    assert.deepEqual([agreed.mine[0].differs, agreed.mine[0].designated], [false, '妻'])
    await ok(bench.vote(husband, id, marksOf(view, 'abstain')))
    assert.equal((await seen(husband)).differs, false, 'whoever was named speaks for all')
    const { owners } = await countOf(id)
    assert.deepEqual(owners, { total: 3, participating: 1, for: 1, against: 0, abstain: 0 })
  })
  test('who name nobody abstain; a designation in writing is recorded with its sheet', async () => {
    const one = await aVote()
    await ok(bench.vote(one.wife, one.id, marksOf(one.view, 'for')))
    await ok(bench.vote(one.husband, one.id, marksOf(one.view, 'against')))
    assert.equal((await countOf(one.id)).owners.abstain, 1)
    const two = await aVote()
    await ok(bench.vote(two.wife, two.id, marksOf(two.view, 'for')))
    await ok(bench.vote(two.husband, two.id, marksOf(two.view, 'against')))
    const { rows } = await ok(call(clerk.cookie, `GET /api/decisions/${two.id}/differing`))
    const paper = (photos: string[]) =>
      step(clerk, two.id, 'designations-on-paper', {
        key: rows[0].key,
        personId: two.husband.id,
        reason: '两人签字',
        photos,
      })
    assert.equal((await paper([])).status, 400, 'without the sheet nothing is recorded')
    await ok(paper([await bench.photo(clerk.id)]))
    assert.equal((await ok(call(clerk.cookie, `GET /api/decisions/${two.id}/differing`))).rows.length, 0)
    assert.equal((await countOf(two.id)).owners.against, 1)
  })
})
describe('a paper of co-owners', () => {
  test('is the voice of the one who signed it: it replaces that one alone, and differs from the other', async () => {
    const { id, view, wife, husband, other } = await aVote()
    await ok(step(secretary, id, 'papers'))
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [id])
    const { rows } = await ok(call(clerk.cookie, `GET /api/decisions/${id}/papers`))
    const paper = rows.find((row: { people: object[] }) => row.people.length === 2)
    await ok(bench.vote(husband, id, marksOf(view, 'against')))
    const enter = (who: Voter, signerId: string) =>
      step(who, id, 'papers/entry', {
        code: paper.code,
        marks: marksOf(view, 'for'),
        signed: true,
        signerId,
        receivedAt: new Date().toISOString(),
      })
    await ok(enter(secretary, wife.id))
    assert.deepEqual(await ok(enter(clerk, husband.id)), { state: 'conflict' }, 'who signed is part of the entry')
    await ok(enter(secretary, wife.id))
    assert.deepEqual(await ok(enter(clerk, wife.id)), { state: 'entered' })
    assert.equal((await ok(call(wife.cookie, `GET /api/decisions/${id}`))).mine[0].differs, true)
    const { key } = (await ok(call(wife.cookie, `GET /api/decisions/${id}`))).mine[0]
    const say = (signerId: string) =>
      step(clerk, id, 'assisted', { key, marks: marksOf(view, 'for'), signerId, reason: '改了主意' })
    await refusedWith('decision.designee', say(other.id))
    await ok(say(husband.id))
    assert.equal((await ok(call(wife.cookie, `GET /api/decisions/${id}`))).mine[0].differs, false)
    assert.deepEqual((await countOf(id)).owners, { total: 3, participating: 1, for: 1, against: 0, abstain: 0 })
  })
})
describe('mandates', () => {
  test('in writing are recorded with a photo, within the cap, seen with their load, and taken back', async () => {
    const { id, view, other, fourth } = await aVote({ proxyCap: 1 })
    const missing = (await ok(call(secretary.cookie, `GET /api/decisions/${id}/missing`))).rows as {
      key: string
      names: string
    }[]
    const keyOf = (name: string) => missing.find((row) => row.names === name)!.key
    const record = async (key: string, phone: string) =>
      step(clerk, id, 'mandates-on-paper', { key, name: '代理人', phone, photos: [await bench.photo(clerk.id)] })
    await ok(record(keyOf('丙'), fourth.phone))
    await refusedWith('decision.mandate-exists', record(keyOf('丙'), '18600000077'))
    await refusedWith('decision.proxy-person', record(keyOf('丁'), fourth.phone))
    const couple = missing.find((row) => row.names.includes('妻'))!.key
    await refusedWith('decision.proxy-cap', record(couple, fourth.phone))
    const { rows } = await ok(call(clerk.cookie, `GET /api/decisions/${id}/mandates`))
    assert.deepEqual(
      rows.map(({ fromName, toName, held, onPaper, revokedAt }: Record<string, unknown>) => [
        fromName,
        toName,
        held,
        onPaper,
        revokedAt,
      ]),
      [['丙', '丁', 1, true, null]],
    )
    assert.ok((await inboxOf(fourth)).some((one) => one.event === 'decision.mandate'))
    const { mandateId } = (await ok(call(fourth.cookie, `GET /api/decisions/${id}`))).mine.find(
      (one: { mandateId: string | null }) => one.mandateId !== null,
    )
    await ok(bench.vote(fourth, id, marksOf(view, 'for'), { mandateId }))
    await ok(step(clerk, id, `mandates/${rows[0].id}/withdrawal`, { reason: '业主书面要求' }))
    await refusedWith('decision.mandate', step(clerk, id, `mandates/${rows[0].id}/withdrawal`, { reason: '再来一次' }))
    await refusedWith('decision.mandate', bench.vote(fourth, id, marksOf(view, 'against'), { mandateId }))
    await ok(bench.vote(other, id, marksOf(view, 'against')))
    const { owners } = await countOf(id)
    assert.deepEqual([owners.participating, owners.for, owners.against], [1, 0, 1], 'the owner has the last word')
    await refusedWith('decision.not-open', record(keyOf('丁'), '18600000078'))
  })
})
describe('papers', () => {
  test('spoiled are kept, another is issued, and issued = returned + unreturned + spoiled all the while', async () => {
    const { id, view } = await aVote()
    assert.equal((await ok(step(secretary, id, 'papers'))).issued, 3)
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [id])
    const papers = async (query = '') =>
      (await ok(call(clerk.cookie, `GET /api/decisions/${id}/papers${query}`))).rows as {
        code: string
        state: string
      }[]
    const [first] = await papers()
    await ok(step(clerk, id, 'papers/spoil', { code: first!.code, reason: '弄湿了' }))
    assert.equal((await ok(step(secretary, id, 'papers'))).issued, 1, 'only the owner of the spoiled one gets another')
    assert.equal((await ok(step(secretary, id, 'papers'))).issued, 0)
    const all = await papers()
    assert.equal(all.length, 4)
    const page = await ok(call(clerk.cookie, `GET /api/decisions/${id}/papers?limit=1`))
    const next = await ok(call(clerk.cookie, `GET /api/decisions/${id}/papers?limit=3&after=${page.next}`))
    assert.deepEqual(
      [page.rows[0].code, ...next.rows.map((row: { code: string }) => row.code)].toSorted(),
      all.map((one) => one.code).toSorted(),
    )
    const enter = (who: Voter, code: string, more: object = {}) =>
      step(who, id, 'papers/entry', {
        code,
        marks: marksOf(view, 'for'),
        signed: true,
        receivedAt: new Date(Date.now() - 60_000).toISOString(),
        ...more,
      })
    await refusedWith('decision.paper-state', enter(clerk, first!.code))
    const [fresh] = (await papers('?state=out')).filter((one) => one.code !== first!.code)
    await refusedWith(
      'decision.paper-time',
      enter(clerk, fresh!.code, { receivedAt: new Date(Date.now() + 3_600_000).toISOString() }),
    )
    const fault = { fault: 'no-papers' }
    assert.deepEqual(await ok(enter(clerk, fresh!.code, fault)), { state: 'once' })
    assert.deepEqual(await ok(enter(secretary, fresh!.code)), { state: 'conflict' }, 'the fault is part of the entry')
    await ok(enter(clerk, fresh!.code, fault))
    await bench.toClosed(id)
    await refusedWith('decision.papers-open', step(clerk, id, 'count'))
    assert.deepEqual(await ok(enter(secretary, fresh!.code, fault)), { state: 'entered' })
    const { papers: sums } = await ok(call(secretary.cookie, `GET /api/decisions/${id}/turnout`))
    assert.deepEqual(sums, { issued: 4, returned: 1, unreturned: 2, spoiled: 1, toSettle: 0 })
    const { result } = await ok(step(clerk, id, 'count'))
    assert.equal(result.items[0].owners.participating, 0)
    assert.deepEqual(result.items[0].left, [{ why: 'no-papers', count: 1 }])
  })
})
describe('blank and double marks', () => {
  /** One paper without a mark, one with two, one for. */
  const counted = async (more: object) => {
    const { id, view, keys } = await town.openFor(homes(4, 10_000), more)
    await ok(step(secretary, id, 'papers'))
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [id])
    const codes = await sql<{ code: string }>('select code from decision_papers where decision_id = $1 order by sort', [
      id,
    ])
    for (const [i, mark] of ['for', 'blank', 'double', 'for'].entries())
      for (const who of [clerk, secretary])
        await ok(
          step(who, id, 'papers/entry', {
            code: codes[i]!.code,
            marks: marksOf(view, mark),
            signed: true,
            receivedAt: new Date(Date.now() - 60_000).toISOString(),
          }),
        )
    assert.equal(keys.length, 4)
    return { id, owners: (await countOf(id)).owners }
  }
  test('abstain, unless the estate’s rules of procedure read them otherwise: then the certificate cites them', async () => {
    const { owners } = await counted({})
    assert.deepEqual([owners.participating, owners.abstain], [4, 2])
    const citation = '柳岸花园议事规则第21条'
    const other = await counted({ procedure: { citation, blankMark: 'invalid', doubleMark: 'invalid' } })
    assert.deepEqual([other.owners.participating, other.owners.abstain], [2, 0])
    const [row] = await sql<{ rules: Record<string, unknown> }>('select rules from decisions where id = $1', [other.id])
    assert.deepEqual([row!.rules['id'], row!.rules['readingCitation']], ['cn-2021+议事规则', citation])
  })
})
describe('the log of ballots', () => {
  test('is open to every owner, without names, choices or channels; a tampered receipt is refused', async () => {
    const { id, view, other, fourth } = await aVote()
    const { receipts } = await ok(bench.vote(other, id, marksOf(view)))
    await ok(bench.vote(fourth, id, marksOf(view, 'against')))
    const log = await ok(call(fourth.cookie, `GET /api/decisions/${id}/log`))
    assert.equal(log.total, 2)
    assert.deepEqual(Object.keys(log.rows[0]).toSorted(), ['day', 'hash', 'seq'])
    const { receipt } = receipts[0]
    assert.ok(log.rows[0].hash.startsWith(receipt.slice(2)), 'a receipt is found in it')
    assert.equal((await ok(call(fourth.cookie, `GET /api/decisions/${id}/log?from=2`))).rows.length, 1)
    const check = (text: string) => step(other, id, 'receipt', { receipt: text })
    assert.equal((await ok(check(receipt))).isLast, true)
    assert.equal((await ok(check(receipt.toUpperCase()))).isLast, true)
    const end = receipt.at(-1) === '0' ? '1' : '0'
    for (const wrong of [`${receipt.slice(0, -1)}${end}`, `2${receipt.slice(1)}`, `9${receipt}`, 'abc', `${receipt}0`])
      await refusedWith('decision.receipt', check(wrong))
    const stranger = await app.signIn((await app.makePerson('外人')).id)
    await refusedWith('decision.not-found', call(stranger, `GET /api/decisions/${id}/log`))
    await refusedWith('decision.not-found', call(stranger, `POST /api/decisions/${id}/receipt`, { body: { receipt } }))
  })
})
describe('a ballot', () => {
  test('with a code used twice, from outside, for another or after closing is refused; twice counts once', async () => {
    const { id, view, other, fourth, unit } = await aVote()
    const code = await bench.codeFor(other, id)
    await ok(step(other, id, 'ballot', { code, marks: marksOf(view, 'for') }))
    await refusedWith('identity.wrong-code', step(other, id, 'ballot', { code, marks: marksOf(view, 'against') }))
    await ok(bench.vote(other, id, marksOf(view, 'against')))
    const late = await app.makeResident('后来的', await app.addPlace('home', '201', unit))
    await refusedWith('decision.not-on-roll', call(late.cookie, `POST /api/decisions/${id}/voting-code`))
    const theirs = await bench.codeFor(fourth, id)
    await refusedWith(
      'decision.mandate',
      step(fourth, id, 'ballot', { code: theirs, marks: marksOf(view), mandateId: id }),
    )
    const twice = [...marksOf(view), ...marksOf(view)]
    await refusedWith('decision.items', step(fourth, id, 'ballot', { code: theirs, marks: twice }))
    await bench.toClosed(id)
    await refusedWith('decision.not-open', step(fourth, id, 'ballot', { code: theirs, marks: marksOf(view) }))
    await refusedWith('decision.not-open', call(fourth.cookie, `POST /api/decisions/${id}/voting-code`))
    const { rows } = await ok(call(secretary.cookie, `GET /api/decisions/${id}/missing`))
    await refusedWith(
      'decision.not-open',
      step(clerk, id, 'assisted', { key: rows[0].key, marks: marksOf(view), reason: '晚了' }),
    )
    const { result } = await ok(step(clerk, id, 'count'))
    assert.deepEqual(result.items[0].owners, { total: 3, participating: 1, for: 0, against: 1, abstain: 0 })
  })
})
