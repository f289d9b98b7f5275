// The count where silence has a meaning: both tallies, and the same again from the published bundle, or its faults.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recount } from '../../recount/recount.ts'
import { writeZip } from '../src/modules/ballots/write-zip.ts'
import { procedure, silentTown } from './support/silent-town.ts'
import { testApp } from './support/test-app.ts'
import { unzip } from './support/unzip.ts'

const app = await testApp()
const { communityA1, organisations } = app.district
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const { call, sql } = app
const { bench, aVote, deliver, cast, count, bundleOf } = silentTown(app, secretary, clerk)
const { ok, step } = bench
describe('the count', () => {
  /** 3 for, 2 against of nine; two of the silent with proof, two without. */
  const counted = async (more: object = { procedure }) => {
    const it = await aVote(more)
    await cast(it, it.keys.slice(0, 3), 'for')
    await cast(it, it.keys.slice(3, 5), 'against')
    await ok(deliver(it.id, { keys: [it.keys[5]] }))
    await ok(step(it.owners[6]!, it.id, 'received'))
    await ok(deliver(it.id, { keys: [it.keys[0]] }))
    return { ...it, view: await count(it.id) }
  }
  test('shows both tallies; the official one follows the rules of procedure, and the certificate names the flip', async () => {
    const { id, view, owners } = await counted()
    const [item] = view.result.items
    assert.deepEqual([item.owners.participating, item.owners.for, item.area.for, item.isPassed], [7, 5, 50_000, true])
    assert.deepEqual([item.silence.as, item.silence.owners, item.silence.area], ['for', 2, 20_000])
    const { without } = item.silence
    assert.deepEqual([without.owners.participating, without.owners.for, without.isPassed], [5, 3, false])
    assert.deepEqual(item.flips, [{ value: 'silence', as: 'no-vote', outcome: 'fails' }])
    const announced = await sql<{ words: string }>(
      "select words from public_notices where thing_id = $1 and title like '表决结果%'",
      [id],
    )
    assert.match(announced[0]!.words, /计入沉默的业主：参加 7 位，同意 5 位，通过/)
    assert.match(announced[0]!.words, /只算投了票的：参加 5 位，同意 3 位，没有通过/)
    const certified = await bench.certify(secretary, id)
    assert.equal(certified.state, 'certified')
    const pdf = await call(owners[8]!.cookie, `GET /api/decisions/${id}/certificate.pdf`)
    assert.equal(pdf.status, 200)
    const { faults, lines } = recount(await bundleOf(id))
    assert.deepEqual(faults, [])
    assert.ok(lines.some((line) => line.includes('沉默 2 位') && line.includes('fails')))
  })
  test('is found out when the published deliveries were changed, before and after the certificate', async () => {
    const { id, keys } = await counted()
    const tampered = (bytes: Buffer, changes: Readonly<Record<string, (text: string) => string>>) =>
      recount(
        writeZip(
          [...unzip(bytes)].map(([name, body]) => {
            const text = body.toString('utf8')
            return { name, text: changes[name]?.(text) ?? text }
          }),
        ),
      ).faults
    const drop = (text: string) => {
      const file = JSON.parse(text) as { deliveries: { owner: string }[] }
      return JSON.stringify({ ...file, deliveries: file.deliveries.filter((one) => one.owner !== keys[5]) })
    }
    const swap = (text: string) => text.replaceAll(keys[0]!, keys[7]!)
    const provisional = await bundleOf(id)
    const text = unzip(provisional).get('deliveries.json')!.toString('utf8')
    assert.equal((JSON.parse(text) as { deliveries: unknown[] }).deliveries.length, 3)
    assert.ok(!text.includes('业主') && !text.includes('单元'), 'keys and hashes only')
    assert.deepEqual(tampered(provisional, {}), [])
    assert.equal(tampered(provisional, { 'deliveries.json': drop }).length, 2, 'neither its hash nor the result')
    assert.equal(tampered(provisional, { 'deliveries.json': swap }).length, 2, 'one more silent owner')
    const away = (list: string) => list.replace(keys[5]!, 'stranger')
    assert.ok(tampered(provisional, { 'deliveries.json': away }).some((fault) => fault.includes('名册以外')))
    const proofless = (list: string) => list.replaceAll(/"proofs":\["[^\]]*\]/g, '"proofs":[]')
    assert.ok(tampered(provisional, { 'deliveries.json': proofless }).some((fault) => fault.includes('没有凭证')))
    const off = (decision: string) => decision.replace('"with-majority"', '"no-vote"')
    assert.ok(tampered(provisional, { 'decision.json': off }).length > 0)
    await bench.certify(secretary, id)
    const other = (notices: string) =>
      notices.replace(/"deliveriesHash": "[0-9a-f]{64}"/, `"deliveriesHash": "${'0'.repeat(64)}"`)
    assert.ok(
      tampered(await bundleOf(id), { 'notices.json': other }).some((fault) => fault.includes('证书里的送达名单')),
    )
  })
  test('leaves out who sent a paper back that was spoiled, until they get another one', async () => {
    const it = await aVote()
    await cast(it, it.keys.slice(0, 5), 'for')
    await ok(deliver(it.id, { keys: it.keys.slice(5) }))
    await ok(step(secretary, it.id, 'papers'))
    const papers = await sql<{ code: string; owner_key: string }>(
      'select code, owner_key from decision_papers where decision_id = $1',
      [it.id],
    )
    for (const key of it.keys.slice(5, 7))
      await ok(
        step(clerk, it.id, 'papers/spoil', {
          code: papers.find((one) => one.owner_key === key)!.code,
          reason: '撕坏了',
        }),
      )
    await ok(step(secretary, it.id, 'papers'))
    const again = await sql<{ code: string }>(
      "select code from decision_papers where decision_id = $1 and owner_key = $2 and state = 'out'",
      [it.id, it.keys[5]],
    )
    await ok(step(clerk, it.id, 'papers/spoil', { code: again[0]!.code, reason: '又撕坏了' }))
    const { result } = await count(it.id)
    assert.equal(result.items[0].silence.owners, 3)
    assert.deepEqual(recount(await bundleOf(it.id)).faults, [])
  })
  test('elects nobody by silence: the silent make the quorum and abstain', async () => {
    const candidates = Array.from({ length: 6 }, (_, i) => ({
      matter: 'committee',
      title: `候选人${i + 1}`,
      candidate: { name: `候选人${i + 1}`, isPartyMember: false },
    }))
    const { view, id } = await counted({ procedure, items: candidates, seats: 5 })
    for (const item of view.result.items) {
      assert.deepEqual([item.silence.as, item.owners.for, item.owners.abstain], ['abstain', 3, 2])
      assert.deepEqual(
        [item.quorum, item.isPassed],
        [{ area: true, owners: true }, false],
        '3 of 7 are not more than half',
      )
    }
    assert.ok(view.result.items.every((item: { seat: string }) => item.seat === 'notElected'))
    assert.deepEqual(recount(await bundleOf(id)).faults, [])
  })
})
