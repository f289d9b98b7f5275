// Reports: every figure of a week or month is the number of rows in the list it leads to, in every area, whatever state things are in.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { caseStates, type CaseState } from '../../contract/src/cases-states.ts'
import { rateFigures, type RateFigure } from '../../contract/src/rates-kinds.ts'
import { type Area, type Caller, districtArea, makeArea } from './support/areas.ts'
import { aHotSpot } from './support/contract-examples-likeness.ts'
import { makePart } from './support/contract-examples-whistles.ts'
import { examples } from './support/contract-examples.ts'
import { app, count, day, district, dueBefore, get, moves, officer, report } from './support/rate-town.ts'

const inside = await districtArea(app)
const outside = await makeArea(app, district.id, district.streetB, district.categories.light)
const yesterday = day(-1)
const states = Object.keys(caseStates) as CaseState[]
const nobody = (area: Area): Caller => ({
  personId: officer.id,
  organisationId: null,
  serves: [area.community],
  reports: false,
})
/** Gives the rows of a table values in turn: `$n` is the number of the row. */
const inTurn = (table: string, set: string) =>
  app.sql(
    `with t as (select id as row_id, row_number() over (order by id)::int as n from ${table}) update ${table} set ${set} from t where id = t.row_id`,
  )
const pick = (...values: readonly string[]) =>
  `(array[${values.map((one) => `'${one}'`).join(', ')}])[1 + n % ${values.length}]`
const someDay = `(${pick(day(0), yesterday, yesterday, day(-40))})::date`
const someMoment = `${someDay} + time '04:00'`

before(async () => {
  for (const area of [inside, outside]) {
    const caller = nobody(area)
    for (const state of states) for (const _ of [1, 2]) await area.aCase(state, caller, area.property)
    for (let n = 0; n < 8; n++) {
      await makePart(area, caller, n % 2 === 0 ? 'called' : 'answered')
      await examples['GET /api/patrols/visits'].input(area, caller)
      await examples['GET /api/promises'].input(area, caller)
    }
    await aHotSpot(area, caller)
  }
  // Lives of some cases, so that the rates have something to count.
  for (const [steps, days] of [
    [['dispatch', 'takeUp', 'close', 'confirm'], 1],
    [['dispatch', 'takeUp', 'close', 'dispute'], 1],
    [['dispatch', 'takeUp', 'close', 'silence'], 1],
    [['dispatch', 'takeUp'], 1],
    [['dispatch', 'takeUp', 'exclude'], 1],
    [['reject'], 1],
    [['withdraw'], 1],
    [['dispatch', 'takeUp', 'close', 'confirm'], 9],
  ] as const) {
    const id = await report()
    for (const step of steps) await moves[step]!(id, 2)
    await dueBefore(id, days)
  }
  await inTurn(
    'cases',
    `created_at = ${someMoment}, due_at = case when n % 3 = 0 then date_trunc('second', now()) - interval '1 day' else due_at end`,
  )
  await inTurn('whistle_parts', `called_at = ${someMoment}, late_arrival = n % 3 = 0, late_result = n % 4 = 0`)
  await inTurn(
    'patrol_visits',
    `day = ${someDay}, findings = n % 3, state = ${pick('planned', 'done', 'missed', 'cancelled', 'underway')}`,
  )
  await inTurn(
    'promises',
    `due_on = ${someDay}, state = ${pick('open', 'kept', 'released')}, ended_at = case when n % 3 = 0 then null else (${pick(day(0), day(-60))})::timestamptz end`,
  )
  await count()
})
/** Every row of a list, however many pages it has. */
const rowsOf = async (path: string, query: Record<string, string>): Promise<Record<string, never>[]> => {
  const rows: Record<string, never>[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { rows: Record<string, never>[]; next: string | null } = await get(officer, path, {
      ...query,
      limit: '7',
      ...(after === '' ? {} : { after }),
    })
    rows.push(...page.rows)
    assert.ok(rows.length < 1000, `${path} has no end`)
    after = page.next
  }
  return rows
}
type Sums = Partial<Record<RateFigure, number>>
const areas: readonly (readonly [name: string, id: string])[] = [
  ['the district', district.id],
  ['a street', district.streetA],
  ['a community', district.communityA1],
  ['a community elsewhere', outside.community],
]
for (const kind of ['week', 'month'] as const)
  for (const [name, scopeId] of areas) {
    const read = () => get(officer, 'reports', { kind, day: yesterday, scopeId })
    test(`${name}, a ${kind}: cases, whistles, patrols and promises are as many as their lists hold`, async () => {
      const made = await read()
      const within = { from: made.from, to: made.to, placeId: scopeId }
      const n = async (path: string, query: Record<string, string>) => (await rowsOf(path, query)).length
      const cases = (query: Record<string, string>) => n('cases', { sort: 'newest', ...query })
      assert.ok(made.received > 0 && made.closed > 0 && made.overdue.count > 0 && made.closed < made.received)
      assert.equal(made.received, await cases(within))
      assert.equal(made.closed, await cases({ ...within, state: 'closed,confirmed' }))
      const overdue = await rowsOf('cases', { figure: 'overdue', placeId: scopeId })
      assert.equal(made.overdue.count, overdue.length)
      assert.deepEqual(
        made.overdue.rows.map((row: { number: string }) => row.number).toSorted(),
        overdue
          .slice(0, 10)
          .map((row) => row['number'])
          .toSorted(),
      )
      const parts = { view: 'all', ...within }
      assert.ok(made.whistles.late > 0)
      assert.deepEqual(made.whistles, {
        called: await n('whistles/parts', parts),
        late: await n('whistles/parts', { ...parts, late: 'true' }),
      })
      const visits = (await rowsOf('patrols/visits', within)).filter((row) => row['state'] !== 'cancelled')
      assert.ok(made.patrols.done > 0 && made.patrols.missed > 0)
      assert.deepEqual(made.patrols, {
        planned: visits.length,
        done: await n('patrols/visits', { ...within, state: 'done' }),
        missed: await n('patrols/visits', { ...within, state: 'missed' }),
        findings: visits.reduce((sum, row) => sum + Number(row['findings']), 0),
      })
      const late = await rowsOf('promises', { ...within, late: 'true' })
      assert.ok(made.promises.kept > 0 && made.promises.late > 0)
      assert.deepEqual(made.promises, {
        due: await n('promises', within),
        kept: await n('promises', { ...within, state: 'kept', late: 'false' }),
        late: late.filter((row) => row['state'] !== ('released' as never)).length,
        open: await n('promises', { ...within, state: 'open' }),
      })
      const spots = new Map(
        (await rowsOf('likeness/spots', { placeId: scopeId })).map((row) => [row['id'], row['caseCount']]),
      )
      assert.ok(made.hotSpots.length > 0 || scopeId === outside.community)
      for (const spot of made.hotSpots) assert.equal(spot.cases, spots.get(spot.id as never))
    })
    test(`${name}, a ${kind}: every rate by category, body and place is as many cases as its list holds`, async () => {
      const made = await read()
      const period = { from: made.from, to: made.to }
      const agree = async (sums: Sums, query: Record<string, string>, about: string) => {
        for (const figure of Object.keys(rateFigures) as RateFigure[]) {
          const told = sums[figure]
          if (told === undefined) continue
          assert.equal(told, (await rowsOf('rates/cases', { scopeId, ...query, figure })).length, `${about}: ${figure}`)
        }
      }
      if (scopeId !== outside.community) assert.ok(made.total.resolveDue > 2 && made.total.rated > 0)
      await agree(made.total, period, 'all')
      for (const row of made.trend) await agree(row, { from: row.from, to: row.to }, `week or month of ${row.from}`)
      for (const row of made.categories) await agree(row, { ...period, categoryId: row.of.id }, row.of.name)
      for (const row of made.bodies) await agree(row, { ...period, bodyId: row.of.id ?? 'none' }, row.of.name)
      for (const row of made.places) await agree(row, { ...period, scopeId: row.of.id }, row.of.name)
      for (const body of made.bestBodies)
        await agree({ rated: body.rated, satisfied: body.satisfied }, { ...period, bodyId: body.id }, body.name)
    })
  }
