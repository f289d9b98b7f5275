// A town of owners for tests of decisions: homes with areas and owners, the vote opened, ballots written down with help.
import assert from 'node:assert/strict'
import { uuidv7 } from 'uuidv7'
import { decisionBench, type Voter } from './decision-bench.ts'
import type { TestApp } from './test-app.ts'

export interface Home {
  readonly area: number | null
  readonly owner: number | 'developer'
}
/** `n` homes of one area, each with an owner of its own. */
export const homes = (n: number, area: number | null, from = 1): Home[] =>
  Array.from({ length: n }, (_, i) => ({ area, owner: from + i }))
export const decisionTown = (app: TestApp, secretary: Voter, clerk: Voter) => {
  const { district, call, sql } = app
  const bench = decisionBench(app)
  const { ok, step } = bench
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
  const marksOf = ({ view }: Awaited<ReturnType<typeof openFor>>, mark: string) =>
    view.items.map((item: { id: string }) => ({ itemId: item.id, mark }))
  const assist = async (it: Awaited<ReturnType<typeof openFor>>, keys: readonly string[], mark: string) => {
    for (const key of keys)
      await ok(step(clerk, it.id, 'assisted', { key, marks: marksOf(it, mark), reason: '上门协助' }))
  }
  const count = async (it: Awaited<ReturnType<typeof openFor>>) => {
    const turnout = await ok(call(secretary.cookie, `GET /api/decisions/${it.id}/turnout`))
    await bench.toClosed(it.id)
    const { result } = await ok(step(clerk, it.id, 'count'))
    assert.equal(
      turnout.owners.participating,
      result.items[0].owners.participating,
      'the maintained sum is the recount',
    )
    assert.equal(turnout.area.participating, result.items[0].area.participating, 'the maintained sum is the recount')
    return result.items[0]
  }
  const bundleOf = async (id: string) => {
    const answer = await call(secretary.cookie, `GET /api/decisions/${id}/bundle.zip`)
    assert.equal(answer.status, 200)
    return answer.raw
  }
  return { bench, makeTown, openFor, marksOf, assist, count, bundleOf }
}
