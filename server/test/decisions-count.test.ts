// The law's worked examples through HTTP (civic-rules §1), and the published bundle counted again without the product.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { recount } from '../../recount/recount.ts'
import { writeZip } from '../src/modules/ballots/write-zip.ts'
import { inflateRawSync } from 'node:zlib'
import { decisionBench } from './support/decision-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const bench = decisionBench(app)
const { ok, step } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
type Home = { readonly area: number | null; readonly owner: number | 'developer' }
/** Homes in the order of their numbers; owners by number, each a person of their own. */
const makeTown = async (homes: readonly Home[]) => {
  const { estate, building, unit } = await bench.makeEstate()
  const people = new Map<number, string>()
  for (const { owner } of homes) if (owner !== 'developer' && !people.has(owner)) people.set(owner, uuidv7())
  const ids = [...people.values()]
  await sql("insert into persons (id, district_id, name) select unnest($1::uuid[]), $2, '业主'", [ids, district.id])
  const homeIds = homes.map(() => uuidv7())
  await sql(
    `insert into places (id, district_id, kind, parent_id, name, path, street_id, community_id, grid_id, estate_id, building_id, unit_id, area)
     select h.id, u.district_id, 'home', u.id, h.name, u.path || ' ' || h.name, u.street_id, u.community_id, u.grid_id, u.estate_id, u.building_id, u.unit_id, h.area
     from places u, unnest($2::uuid[], $3::text[], $4::int[]) h (id, name, area) where u.id = $1`,
    [unit, homeIds, homes.map((_, i) => String(1001 + i)), homes.map((home) => home.area)],
  )
  const owned = homes.flatMap(({ owner }, i) =>
    owner === 'developer' ? [] : [[homeIds[i]!, people.get(owner)!] as const],
  )
  await sql(
    `insert into home_people (id, district_id, home_id, person_id, relation, state) select gen_random_uuid(), $1, h.home, h.person, 'owner', 'confirmed' from unnest($2::uuid[], $3::uuid[]) h (home, person)`,
    [district.id, owned.map(([home]) => home), owned.map(([, person]) => person)],
  )
  return { estate, building, isDevelopers: homes.map((home) => home.owner === 'developer') }
}
/** Prepared, its developer's homes marked, and open; the keys of its owners in the order of their first home. */
const openFor = async (homes: readonly Home[], more: object = {}) => {
  const { estate, isDevelopers } = await makeTown(homes)
  const { id } = await bench.prepare(secretary, estate, more)
  await sql('update decision_parts set is_developers = true where decision_id = $1 and sort = any($2::int[])', [
    id,
    isDevelopers.flatMap((is, i) => (is ? [i + 1] : [])),
  ])
  const view = await bench.toOpen(secretary, id)
  const owners = await sql<{ key: string }>('select key from decision_owners where decision_id = $1 order by sort', [
    id,
  ])
  return { id, view, keys: owners.map((one) => one.key) }
}
type Opened = Awaited<ReturnType<typeof openFor>>
const marksOf = ({ view }: Opened, mark: string) =>
  view.items.map((item: { id: string }) => ({ itemId: item.id, mark }))
const assist = async (it: Opened, keys: readonly string[], mark: string) => {
  for (const key of keys)
    await ok(step(clerk, it.id, 'assisted', { key, marks: marksOf(it, mark), reason: '上门协助' }))
}
const count = async (it: Opened) => {
  const turnout = await ok(call(secretary.cookie, `GET /api/decisions/${it.id}/turnout`))
  await bench.toClosed(it.id)
  const { result } = await ok(step(clerk, it.id, 'count', { objectionDays: 0 }))
  assert.equal(turnout.owners.participating, result.items[0].owners.participating, 'the maintained sum is the recount')
  assert.equal(turnout.area.participating, result.items[0].area.participating, 'the maintained sum is the recount')
  return result.items[0]
}
const homes = (n: number, area: number | null, from = 1): Home[] =>
  Array.from({ length: n }, (_, i) => ({ area, owner: from + i }))
const bundleOf = async (id: string) => {
  const answer = await call(secretary.cookie, `GET /api/decisions/${id}/bundle.zip`)
  assert.equal(answer.status, 200)
  return answer.raw
}

describe('the worked examples', () => {
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
    const certified = await ok(step(secretary, it.id, 'certify'))
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
describe('the bundle', () => {
  test('has no names and no doors, and a changed one is found out', async () => {
    const it = await openFor(homes(3, 10_000))
    await assist(it, it.keys, 'for')
    await count(it)
    const bytes = await bundleOf(it.id)
    const files = unzip(bytes)
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
/** The texts of a bundle. */
const unzip = (bytes: Buffer): Map<string, string> => {
  const files = new Map<string, string>()
  let at = 0
  while (bytes.toString('latin1', at, at + 4) === 'PK\x03\x04') {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength)
    const start = at + 30 + nameLength
    files.set(name, inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'))
    at = start + packed
  }
  return files
}
