// The law's worked examples through HTTP (civic-rules §1).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { recount } from '../../recount/recount.ts'
import { decisionTown, homes, type Home } from './support/decision-town.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call, sql } = app
const { communityA1, organisations } = app.district
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, communityA1)
const { bench, makeTown, openFor, marksOf, assist, count, bundleOf } = decisionTown(app, secretary, clerk)
const { ok, step } = bench
/** `n` whole areas that come to `sum`. */
const spread = (n: number, sum: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.floor(sum / n) + (i < sum % n ? 1 : 0))
interface Group {
  readonly mark: 'for' | 'against' | 'abstain' | null
  readonly areas: readonly number[]
}
const group = (mark: Group['mark'], n: number, sum: number): Group => ({ mark, areas: spread(n, sum) })
/** Areas in 0.01 m²; numbers as civic-rules §1 has them. */
const simple: readonly (readonly [
  name: string,
  matter: string,
  groups: readonly Group[],
  axes: number[],
  passes: boolean,
])[] = [
  [
    'V1: exactly two thirds, one hundredth above half: passes',
    'propertyCompany',
    [group('for', 31, 300_001), group('against', 29, 299_999), group(null, 30, 300_000)],
    [600_000, 900_000, 60, 90, 300_001, 31],
    true,
  ],
  [
    'V3: exactly half agrees: fails',
    'propertyCompany',
    [group('for', 30, 300_000), group('against', 30, 300_000), group(null, 30, 300_000)],
    [600_000, 900_000, 60, 90, 300_000, 30],
    false,
  ],
  [
    'V5: special, exactly three quarters: passes',
    'commonParts',
    [group('for', 60, 600_000), group('against', 20, 200_000), group(null, 40, 400_000)],
    [800_000, 1_200_000, 80, 120, 600_000, 60],
    true,
  ],
  [
    'V5: special, one hundredth less: fails',
    'commonParts',
    [group('for', 60, 599_999), group('against', 20, 200_001), group(null, 40, 400_000)],
    [800_000, 1_200_000, 80, 120, 599_999, 60],
    false,
  ],
  [
    'V6: abstentions take part: passes',
    'propertyCompany',
    [group('for', 36, 360_000), group('against', 18, 180_000), group('abstain', 16, 160_000), group(null, 30, 300_000)],
    [700_000, 1_000_000, 70, 100, 360_000, 36],
    true,
  ],
  [
    'V7: a big shop has the area, not the owners: fails',
    'propertyCompany',
    [group('for', 1, 500_000), group('for', 14, 140_000), group('against', 19, 190_000), group(null, 16, 160_000)],
    [830_000, 990_000, 34, 50, 640_000, 15],
    false,
  ],
]
describe('the worked examples', () => {
  for (const [name, matter, groups, axes, passes] of simple)
    test(name, async () => {
      const all = groups.flatMap(({ mark, areas }) => areas.map((area) => ({ mark, area })))
      const it = await openFor(
        all.map(({ area }, owner) => ({ area, owner })),
        { items: [{ matter, title: '这一项' }] },
      )
      for (const mark of ['for', 'against', 'abstain'] as const)
        await assist(
          it,
          it.keys.filter((_, i) => all[i]!.mark === mark),
          mark,
        )
      const { area, owners, isPassed } = await count(it)
      assert.deepEqual([area.participating, area.total, owners.participating, owners.total, area.for, owners.for], axes)
      assert.equal(isPassed, passes)
    })
  test('V9: ten flats of one owner count once', async () => {
    const it = await openFor([
      ...Array.from({ length: 10 }, (): Home => ({ area: 9000, owner: 0 })),
      ...homes(50, 9000),
    ])
    assert.equal(it.keys.length, 51)
    await assist(it, it.keys.slice(0, 18), 'for')
    await assist(it, it.keys.slice(18, 34), 'against')
    const { area, owners, isPassed } = await count(it)
    assert.deepEqual([area.participating, area.total, owners.participating, owners.total], [387_000, 540_000, 34, 51])
    assert.deepEqual([area.for, owners.for, isPassed], [243_000, 18, true])
  })
  test('V10: the developer counts once; without it the quorum is out of reach and opening warns', async () => {
    const town: Home[] = [
      ...homes(120, 10_000),
      ...Array.from({ length: 80 }, (): Home => ({ area: 10_000, owner: 'developer' })),
    ]
    const { estate, isDevelopers } = await makeTown(town)
    const items = [
      { matter: 'propertyCompany', title: '选聘物业' },
      { matter: 'commonParts', title: '利用共有部分经营' },
    ]
    const { id } = await bench.prepare(secretary, estate, { items })
    await sql('update decision_parts set is_developers = true where decision_id = $1 and sort = any($2::int[])', [
      id,
      isDevelopers.flatMap((is, i) => (is ? [i + 1] : [])),
    ])
    await bench.toFrozen(secretary, id)
    await ok(step(secretary, id, 'postNotice', await bench.announcement(secretary)))
    assert.equal((await ok(call(secretary.cookie, `GET /api/decisions/${id}/reach`))).isReachable, false)
    assert.equal((await step(secretary, id, 'open')).body.code, 'decision.reach')
    const view = await ok(step(secretary, id, 'open', { knowsReach: true }))
    const owners = await sql<{ key: string }>(
      "select key from decision_owners where decision_id = $1 and key <> 'developer' order by sort",
      [id],
    )
    const it = { id, view, keys: owners.map((one) => one.key) }
    await assist(it, ['developer', ...it.keys.slice(0, 40)], 'for')
    await assist(it, it.keys.slice(40, 80), 'against')
    const ordinary = await count(it)
    assert.deepEqual([ordinary.owners.total, ordinary.owners.participating, ordinary.owners.for], [121, 81, 41])
    const { result } = await ok(call(secretary.cookie, `GET /api/decisions/${id}`))
    assert.deepEqual(
      result.items.map((item: { isPassed: boolean }) => item.isPassed),
      [true, false],
    )
  })
  test('V12: a missing area leaves the result open: it cannot be certified', async () => {
    const it = await openFor([...homes(89, 10_000), { area: null, owner: 90 }])
    await assist(it, it.keys.slice(0, 60), 'for')
    const item = await count(it)
    assert.equal(item.outcome, 'undetermined')
    assert.deepEqual(
      item.areaFlips.map((flip: { above: number }) => flip.above),
      [10_000],
    )
    await bench.objectionsOver(it.id)
    assert.equal((await step(secretary, it.id, 'certify')).body.code, 'decision.not-decided')
  })
  test('V13: blank and double papers abstain, unsigned ones do not take part; the flip is named', async () => {
    const it = await openFor(homes(100, 10_000))
    await ok(step(secretary, it.id, 'papers'))
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [it.id])
    const papers = await sql<{ code: string }>(
      'select code from decision_papers where decision_id = $1 order by sort',
      [it.id],
    )
    const receivedAt = new Date(Date.now() - 3_600_000).toISOString()
    const kinds = [
      ...Array<string>(36).fill('for'),
      ...Array<string>(24).fill('against'),
      ...Array<string>(4).fill('blank'),
      ...Array<string>(3).fill('double'),
      ...Array<string>(3).fill('unsigned'),
    ]
    for (const [i, kind] of kinds.entries())
      for (const who of [secretary, clerk])
        await ok(
          step(who, it.id, 'papers/entry', {
            code: papers[i]!.code,
            marks: marksOf(it, kind === 'unsigned' ? 'for' : kind),
            signed: kind !== 'unsigned',
            receivedAt,
          }),
        )
    const item = await count(it)
    assert.deepEqual([item.owners.participating, item.owners.for, item.isPassed], [67, 36, true])
    assert.deepEqual(
      item.flips.map((flip: { value: string }) => flip.value),
      ['blankMark', 'doubleMark'],
    )
    assert.deepEqual(item.left, [{ why: 'unsigned', count: 3 }])
    const certified = await bench.certify(secretary, it.id)
    assert.equal(certified.state, 'certified')
    const { faults, lines } = recount(await bundleOf(it.id))
    assert.deepEqual(faults, [])
    assert.ok(lines.at(-1)!.includes(certified.certificate.hash), 'the recount equals the certificate')
  })
  test('V16: channels are not added up: three owners voted twice, 32 take part', async () => {
    const it = await openFor(homes(48, 10_000))
    await ok(step(secretary, it.id, 'papers'))
    await sql("update decisions set opens_at = now() - interval '2 hours' where id = $1", [it.id])
    const papers = await sql<{ code: string }>(
      'select code from decision_papers where decision_id = $1 order by sort',
      [it.id],
    )
    await assist(it, it.keys.slice(0, 12), 'for')
    await assist(it, it.keys.slice(12, 20), 'against')
    for (let i = 17; i < 32; i++)
      for (const who of [secretary, clerk])
        await ok(
          step(who, it.id, 'papers/entry', {
            code: papers[i]!.code,
            marks: marksOf(it, i < 25 ? (i < 20 ? 'against' : 'for') : i < 27 ? 'for' : 'against'),
            signed: true,
            receivedAt: new Date(Date.now() - 1000).toISOString(),
          }),
        )
    const item = await count(it)
    assert.deepEqual([item.owners.participating, item.owners.for, item.isPassed], [32, 19, true])
    assert.equal(recount(await bundleOf(it.id)).faults.length, 0)
  })
})
