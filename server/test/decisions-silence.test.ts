// Silence that counts where the rules of procedure say so: adopted with its article, and proof of delivery owner by owner.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { refusedWith } from './support/refused-with.ts'
import { procedure, reads, silentTown } from './support/silent-town.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { communityA1, organisations } = app.district
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const { call, sql, district } = app
const { bench, aTown, aVote, today, deliver, count } = silentTown(app, secretary, clerk)
const { ok, step } = bench
const list = async (id: string, query = '') =>
  (await ok(call(secretary.cookie, `GET /api/decisions/${id}/deliveries${query}`))).rows as {
    key: string
    delivery: { id: string; how: string; byName: string | null } | null
  }[]
const journalled = async (id: string, action: string) =>
  (
    await sql<{ n: number }>('select count(*)::int n from journal where thing_id = $1 and action = $2', [id, action])
  )[0]!.n
describe('adopting it', () => {
  test('needs the article of the rules of procedure, and not the city’s own system', async () => {
    const { estate } = await aTown()
    const prepare = (more: object) =>
      call(secretary.cookie, 'POST /api/decisions', {
        body: {
          placeId: estate,
          partKinds: ['home'],
          title: '选聘物业',
          words: '原合同到期',
          items: [{ matter: 'propertyCompany', title: '选聘安居物业' }],
          ...more,
        },
      })
    await refusedWith('decision.silence-article', prepare({ procedure: { ...procedure, citation: '议事规则' } }))
    await refusedWith('http.bad-input', prepare({ procedure: { ...procedure, citation: undefined } }))
    await refusedWith('decision.silence-city', prepare({ procedure, citySystem: true }))
    const { rules } = await ok(prepare({ procedure }))
    assert.deepEqual(rules.silence, { citation: '议事规则第12条', ground: '业主大会和业主委员会指导规则第26条' })
    for (const more of [{}, { procedure: { ...reads, citation: '议事规则' } }])
      assert.equal((await ok(prepare(more))).rules.silence, null, 'off by default')
  })
  test('is said in the notice; where it is not adopted nothing is delivered and nobody asked', async () => {
    const it = await aVote()
    const said = await sql<{ words: string }>(
      'select words from public_notices where id = (select notice_id from decisions where id = $1)',
      [it.id],
    )
    assert.ok(said[0]!.words.includes('议事规则第12条'))
    const plain = await aVote({})
    assert.ok(!plain.view.may.includes('deliver'))
    const seen = await ok(call(plain.owners[0]!.cookie, `GET /api/decisions/${plain.id}`))
    assert.ok(!seen.may.includes('acknowledge'))
    await refusedWith('decision.silence-off', deliver(plain.id, { keys: [plain.keys[0]] }))
    await refusedWith('decision.silence-off', step(plain.owners[0]!, plain.id, 'received'))
    const result = (await count(plain.id)).result.items[0]
    assert.equal(result.silence, undefined)
  })
})
describe('proof of delivery', () => {
  test('is recorded once per owner of the roll, with a photo, by the convener’s side there', async () => {
    const { id, keys, owners } = await aVote()
    await refusedWith('http.bad-input', deliver(id, { keys: [keys[0]] }, { photos: [] }))
    await refusedWith('http.bad-input', deliver(id, { keys: [keys[0]] }, { how: 'app' }))
    await refusedWith('decision.owner-unknown', deliver(id, { keys: [keys[0], 'stranger'] }))
    await refusedWith('decision.delivery-day', deliver(id, { keys: [keys[0]] }, { on: bench.day(1) }))
    await refusedWith('decision.delivery-day', deliver(id, { keys: [keys[0]] }, { on: bench.day(-41) }))
    await refusedWith(
      'case.photo-not-yours',
      deliver(id, { keys: [keys[0]] }, { photos: [await bench.photo(clerk.id)] }),
    )
    const outsider = await app.makeStaff('外社区', 'communitySecretary', organisations.streetA, district.streetB)
    await refusedWith('access.out-of-scope', deliver(id, { keys: [keys[0]] }, {}, outsider))
    assert.equal((await call(owners[0]!.cookie, `GET /api/decisions/${id}/deliveries`)).status, 403)
    assert.equal((await deliver(id, { keys: [keys[0]] }, {}, owners[0]!)).status, 403)
    assert.ok(
      (await list(id)).every((row) => row.delivery === null),
      'a refused list leaves nothing behind',
    )
    assert.deepEqual(await ok(deliver(id, { keys: [keys[0], keys[1]] }, { how: 'registered' })), { recorded: 2 })
    await refusedWith('decision.delivered-already', deliver(id, { keys: [keys[2], keys[1]] }))
    const proven = await list(id, '?proven=true')
    assert.deepEqual(
      proven.map((row) => [row.key, row.delivery?.how, row.delivery?.byName]),
      [
        [keys[0], 'registered', '书记'],
        [keys[1], 'registered', '书记'],
      ],
    )
    assert.equal(await journalled(id, 'decision.deliver'), 1)
  })
  test('comes for a whole building with one list, but for those who did not sign', async () => {
    const { id, keys } = await aVote()
    await ok(deliver(id, { keys: [keys[0]] }))
    await refusedWith('decision.owner-unknown', deliver(id, { building: '9号楼' }))
    await refusedWith('decision.owner-unknown', deliver(id, { building: '1号楼', except: [keys[8]] }))
    assert.deepEqual(await ok(deliver(id, { building: '1号楼', except: [keys[6]] })), { recorded: 5 })
    const progress = await ok(call(secretary.cookie, `GET /api/decisions/${id}/deliveries/progress`))
    assert.deepEqual(progress, {
      owners: 9,
      proven: 6,
      buildings: [
        { building: '1号楼', owners: 7, proven: 6 },
        { building: '2号楼', owners: 2, proven: 0 },
      ],
    })
    assert.deepEqual(
      (await list(id, '?proven=false&building=1号楼')).map((row) => row.key),
      [keys[6]],
    )
    await ok(deliver(id, { building: '1号楼' }))
    await refusedWith('decision.delivered-already', deliver(id, { building: '1号楼' }))
    const seen = await sql<{ n: number }>(
      'select count(distinct photos)::int n from decision_deliveries where decision_id = $1',
      [id],
    )
    assert.equal(seen[0]!.n, 3, 'one list, one photo')
  })
  test('is the owner’s own word too, once, and nobody else’s', async () => {
    const { id, owners, keys } = await aVote()
    const [owner] = owners
    const before = await ok(call(owner!.cookie, `GET /api/decisions/${id}`))
    assert.ok(before.may.includes('acknowledge'))
    assert.equal(before.mine[0].deliveredOn, null, 'reading the page records nothing')
    await refusedWith('decision.not-on-roll', step(secretary, id, 'received'))
    const after = await ok(step(owner!, id, 'received'))
    assert.equal(after.mine[0].deliveredOn, today())
    assert.ok(!after.may.includes('acknowledge'))
    await refusedWith('decision.delivered-already', step(owner!, id, 'received'))
    await refusedWith('decision.delivered-already', deliver(id, { keys: [keys[0]] }))
    assert.deepEqual(
      (await list(id, '?proven=true')).map((row) => [row.key, row.delivery?.how]),
      [[keys[0], 'app']],
    )
    assert.equal(await journalled(id, 'decision.acknowledge'), 1)
  })
  test('is taken back with a reason while the vote is open, and may be given anew; after closing nothing moves', async () => {
    const { id, keys, owners } = await aVote()
    await ok(deliver(id, { keys: [keys[0], keys[1]] }))
    const [first, second] = (await list(id, '?proven=true')).map((row) => row.delivery!.id)
    const back = (thingId: string, body: object = { reason: '签收人不是业主' }) =>
      step(secretary, id, `deliveries/${thingId}`, body)
    await refusedWith('http.bad-input', back(first!, {}))
    await ok(back(first!))
    await refusedWith('decision.delivery-gone', back(first!))
    assert.deepEqual(
      (await list(id, '?proven=true')).map((row) => row.key),
      [keys[1]],
    )
    await ok(deliver(id, { keys: [keys[0]] }))
    assert.equal(await journalled(id, 'decision.undeliver'), 1)
    await bench.toClosed(id)
    await refusedWith('decision.not-open', back(second!))
    await refusedWith('decision.not-open', deliver(id, { keys: [keys[2]] }))
    await refusedWith('decision.not-open', step(owners[3]!, id, 'received'))
    const seen = await ok(call(secretary.cookie, `GET /api/decisions/${id}`))
    assert.ok(!seen.may.includes('deliver'))
  })
  test('begins with the notice, not before', async () => {
    const { estate, owners } = await aTown()
    const { id } = await bench.prepare(secretary, estate, { procedure })
    await refusedWith('decision.not-open', deliver(id, { building: '1号楼' }))
    await bench.toFrozen(secretary, id)
    await refusedWith('decision.not-open', step(owners[0]!, id, 'received'))
    await ok(step(secretary, id, 'postNotice', await bench.announcement(secretary)))
    await ok(step(owners[0]!, id, 'received'))
    assert.equal((await ok(deliver(id, { building: '1号楼' }))).recorded, 6)
  })
})
