// The published bundle: without names, counted again without the product, found out when changed; and an election.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { recount } from '../../recount/recount.ts'
import { writeZip } from '../src/modules/ballots/write-zip.ts'
import { decisionTown, homes } from './support/decision-town.ts'
import { testApp } from './support/test-app.ts'
import { unzip } from './support/unzip.ts'

const app = await testApp()
const { call } = app
const { communityA1, organisations } = app.district
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const { bench, makeTown, openFor, assist, count, bundleOf } = decisionTown(app, secretary, clerk)
const { ok, step } = bench
describe('the bundle', () => {
  test('has no names and no doors, and a changed one is found out', async () => {
    const it = await openFor(homes(3, 10_000))
    await assist(it, it.keys, 'for')
    await count(it)
    const bytes = await bundleOf(it.id)
    const files = textsOf(bytes)
    assert.ok(!files.get('roll.json')!.includes('1001') || !files.get('roll.json')!.includes('单元'))
    assert.ok(!files.get('ballots.json')!.includes('业主'))
    const tampered = (name: string, change: (text: string) => string) =>
      recount(writeZip([...files].map(([file, text]) => ({ name: file, text: file === name ? change(text) : text }))))
        .faults
    assert.deepEqual(
      tampered('README.txt', (text) => text),
      [],
    )
    const swap = String.raw`\"for\"`
    assert.ok(tampered('ballots.json', (text) => text.replace(swap, String.raw`\"against\"`))[0]?.includes('被改过'))
    assert.ok(tampered('roll.json', (text) => text.replace('10000', '90000'))[0]?.includes('指纹'))
    assert.ok(
      tampered('ballots.json', (text) => JSON.stringify((JSON.parse(text) as unknown[]).slice(0, 2))).length > 0,
    )
    assert.ok(tampered('decision.json', (text) => text.replace('"isPassed": true', '"isPassed": false')).length > 0)
  })
})
describe('an election', () => {
  test('seats by its votes, with reserves; even seats and too few candidates are refused', async () => {
    const { estate } = await makeTown(homes(12, 10_000))
    const stand = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        matter: 'committee',
        title: `选举候选人${i + 1}`,
        candidate: { name: `候选人${i + 1}`, isPartyMember: i < 4 },
      }))
    const prepare = (seats: number, candidates: number) =>
      call(secretary.cookie, 'POST /api/decisions', {
        body: {
          placeId: estate,
          partKinds: ['home'],
          title: '选举',
          words: '选举业主委员会',
          items: stand(candidates),
          seats,
        },
      })
    assert.equal((await prepare(6, 8)).body.code, 'decision.election')
    assert.equal((await prepare(7, 7)).body.code, 'decision.election')
    const it = await openFor(homes(12, 10_000), { items: stand(7), seats: 5 })
    for (const [n, key] of it.keys.entries())
      await ok(
        step(clerk, it.id, 'assisted', {
          key,
          // Candidate i has 12 − i votes for: all different, so nothing is tied.
          marks: it.view.items.map((item: { id: string }, i: number) => ({
            itemId: item.id,
            mark: n < 12 - i ? 'for' : 'against',
          })),
          reason: '会场协助',
        }),
      )
    await count(it)
    const { result } = await ok(call(secretary.cookie, `GET /api/decisions/${it.id}`))
    assert.deepEqual(
      result.items.map((item: { seat: string }) => item.seat),
      ['elected', 'elected', 'elected', 'elected', 'elected', 'reserve', 'notElected'],
    )
    assert.deepEqual(recount(await bundleOf(it.id)).faults, [])
  })
})
describe('npm run recount', () => {
  test('says that a downloaded bundle agrees with its certificate, and ends with 1 for a changed one', async () => {
    const it = await openFor(homes(3, 10_000))
    await assist(it, it.keys, 'for')
    await count(it)
    const certified = await bench.certify(secretary, it.id)
    const bytes = await bundleOf(it.id)
    const folder = mkdtempSync(join(tmpdir(), 'linli-recount-'))
    const run = (name: string, content: Buffer) => {
      writeFileSync(join(folder, name), content)
      return promisify(execFile)(process.execPath, ['recount/recount.ts', join(folder, name)], {
        cwd: join(import.meta.dirname, '../..'),
      }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (failed: { code: number; stdout: string }) => ({ code: failed.code, stdout: failed.stdout }),
      )
    }
    try {
      const fine = await run('bundle.zip', bytes)
      assert.equal(fine.code, 0)
      assert.ok(fine.stdout.includes(certified.certificate.hash))
      assert.ok(fine.stdout.includes('全部一致'))
      const [item] = certified.result.items
      assert.ok(
        fine.stdout.includes(`参加 ${item.owners.participating}/${item.owners.total} 位`),
        'the figures are those of the certificate',
      )
      const forged = writeZip(
        [...textsOf(bytes)].map(([name, text]) => ({
          name,
          text: name === 'certificate.json' ? text.replace('"for":3', '"for":2') : text,
        })),
      )
      const bad = await run('forged.zip', forged)
      assert.equal(bad.code, 1)
      assert.ok(bad.stdout.includes('有不一致'))
      assert.equal((await run('torn.zip', bytes.subarray(0, 200))).code, 1)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
/** The texts of a bundle. */
const textsOf = (bytes: Buffer): Map<string, string> =>
  new Map([...unzip(bytes)].map(([name, body]) => [name, body.toString('utf8')]))
