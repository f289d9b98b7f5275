// A town whose rules of procedure give silence a meaning: its owners, the vote opened, ballots delivered and counted.
import { decisionBench, type Voter } from './decision-bench.ts'
import type { TestApp } from './test-app.ts'

export const reads = { blankMark: 'abstain', doubleMark: 'abstain' }
export const procedure = { ...reads, citation: '议事规则第12条', silence: 'with-majority' }
export const silentTown = (app: TestApp, secretary: Voter, clerk: Voter) => {
  const { call, sql, district } = app
  const bench = decisionBench(app)
  const { ok, step } = bench
  /** Seven owners in building 1, two in building 2, of 100.00 m² each; the first may sign in. */
  const aTown = async () => {
    const at = await bench.makeEstate()
    const second = await app.addPlace('building', '2号楼', at.estate, district.grid1)
    const far = await app.addPlace('unit', '1单元', second)
    const homes: string[] = []
    for (let i = 1; i <= 7; i++) homes.push(await at.home(`10${i}`, 10_000))
    for (let i = 1; i <= 2; i++) homes.push(await app.addPlace('home', `20${i}`, far))
    await sql("update places set area = 10000, area_source = 'register' where id = any($1::uuid[])", [homes])
    const owners: Voter[] = []
    for (const [i, home] of homes.entries()) owners.push(await app.makeResident(`业主${i + 1}`, home))
    return { estate: at.estate, owners }
  }
  const keysOf = async (id: string) =>
    (await sql<{ key: string }>('select key from decision_owners where decision_id = $1 order by sort', [id])).map(
      (one) => one.key,
    )
  const aVote = async (more: object = { procedure }) => {
    const { estate, owners } = await aTown()
    const { id } = await bench.prepare(secretary, estate, more)
    const view = await bench.toOpen(secretary, id)
    return { id, view, owners, keys: await keysOf(id) }
  }
  const today = () => bench.day(0)
  const deliver = async (
    id: string,
    whom: object,
    more: object = {},
    who: Pick<Voter, 'id' | 'cookie' | 'phone'> = secretary,
  ) =>
    step(who, id, 'deliveries', { how: 'signature', on: today(), photos: [await bench.photo(who.id)], whom, ...more })
  const cast = async ({ id, view }: Awaited<ReturnType<typeof aVote>>, keys: readonly string[], mark: string) => {
    const marks = view.items.map((item: { id: string }) => ({ itemId: item.id, mark }))
    for (const key of keys) await ok(step(clerk, id, 'assisted', { key, marks, reason: '上门协助' }))
  }
  const count = async (id: string) => {
    await bench.toClosed(id)
    return ok(step(clerk, id, 'count'))
  }
  const bundleOf = async (id: string) => (await call(secretary.cookie, `GET /api/decisions/${id}/bundle.zip`)).raw
  return { bench, aTown, aVote, today, deliver, cast, count, bundleOf }
}
