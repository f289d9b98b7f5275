// The three rates (A11): months freeze, nobody reviews their own application, signs name their cases, scopes hold.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSigns } from '../src/modules/rates/index.ts'
import {
  app,
  clerk,
  colleague,
  count,
  day,
  district,
  done,
  dueBefore,
  get,
  inJob,
  listed,
  moves,
  neighbour,
  officer,
  organisations,
  period,
  post,
  report,
  resident,
  secretary,
  worker,
} from './support/rate-town.ts'

const lastMonth = () => {
  const [year, month] = day(0).split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}
const monthOf = (month: string) => ({
  from: `${month}-01`,
  to: new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10),
})
test('a published month stands as it was; what changed later is shown beside it', async () => {
  const month = lastMonth()
  const id = await report()
  await moves.dispatch!(id, 0)
  await app.sql("update case_clocks set due_at = ($2 || '-15T12:00:00+08:00')::timestamptz where case_id = $1", [
    id,
    month,
  ])
  const published = await done(officer, 'rates/months', { month })
  assert.ok(published.published.sums.resolveDue >= 1)
  assert.equal((await post(officer, 'rates/months', { month })).body.code, 'rates.month-published')
  assert.equal((await post(officer, 'rates/months', { month: day(0).slice(0, 7) })).body.code, 'rates.month-not-over')
  await moves.takeUp!(id, 0)
  await moves.close!(id, 0)
  await moves.confirm!(id, 2)
  await count()
  const { rows } = await get(officer, 'rates/months')
  const row = rows.find((one: { month: string }) => one.month === month)
  assert.deepEqual(row.published.sums, published.published.sums)
  assert.equal(row.live.resolved, published.published.sums.resolved + 1)
  const frozen = await get(officer, 'rates', { ...monthOf(month), published: 'true' })
  assert.deepEqual(frozen.total, published.published.sums)
  assert.equal(frozen.published.formula, 'three-rates/1')
  assert.equal(
    await listed('resolveDue', { ...monthOf(month), published: 'true' }),
    published.published.sums.resolveDue,
  )
  const changed = app.sql('update rate_month_sums set resolved = resolved + 1')
  await assert.rejects(changed, /written once/)
})

test('a body applies with a reason, somebody else decides, and the case leaves both parts of the rate', async () => {
  const id = await report()
  await moves.dispatch!(id, 0)
  await dueBefore(id, 2)
  await count()
  const before = (await get(officer, 'rates', period)).total
  const ask = { caseId: id, ground: 'beyondControl', words: '暴雨停电，附气象证明', photos: [] }
  assert.equal((await post(clerk, 'rates/exclusions', ask)).status, 403)
  assert.equal((await post(resident, 'rates/exclusions', ask)).status, 403)
  const asked = await done(worker, 'rates/exclusions', ask)
  assert.equal((await post(worker, 'rates/exclusions', ask)).body.code, 'rates.exclusion-there')
  assert.equal((await get(worker, 'rates/exclusions', { caseId: id })).rows.length, 1)
  assert.equal(
    (await post(secretary, `rates/exclusions/${asked.id}/decision`, { granted: true, words: '同意' })).status,
    403,
  )
  await count()
  assert.equal((await get(officer, 'rates', period)).total.resolveDue, before.resolveDue)
  await done(officer, `rates/exclusions/${asked.id}/decision`, { granted: true, words: '证明属实' })
  const again = await post(officer, `rates/exclusions/${asked.id}/decision`, { granted: false, words: '再看' })
  assert.equal(again.body.code, 'rates.exclusion-decided')
  await count()
  const { total } = await get(officer, 'rates', period)
  assert.equal(total.resolveDue, before.resolveDue - 1)
  assert.equal(total.resolveExcluded, before.resolveExcluded + 1)
})

test('whoever applied does not review, even with the right to', async () => {
  const own = await app.makeStaff('吴办', 'administrator', organisations.office, district.id)
  const id = await report()
  await done(clerk, `cases/${id}/dispatch`, { organisationId: organisations.office }).catch(() => undefined)
  await app.sql("update cases set state = 'dispatched', handler_id = $2 where id = $1", [id, organisations.office])
  const asked = await done(own, 'rates/exclusions', {
    caseId: id,
    ground: 'underLaw',
    words: '已经向法院起诉，附受理通知',
    photos: [],
  })
  const refused = await post(own, `rates/exclusions/${asked.id}/decision`, { granted: true, words: '同意' })
  assert.equal(refused.body.code, 'rates.own-application')
  await done(colleague, `rates/exclusions/${asked.id}/decision`, { granted: false, words: '证据不足' })
})

test('signs of gaming name their cases, and keep no device but its hash', async () => {
  for (let i = 0; i < 5; i++) {
    const id = await report()
    for (const name of ['dispatch', 'takeUp', 'close']) await moves[name]!(id, 0)
    await done(resident, `cases/${id}/confirm`, { rating: 5, ratingReasons: [] })
    await app.sql("update case_clocks set promised_at = ($2 || '-20T12:00:00+08:00')::timestamptz where case_id = $1", [
      id,
      lastMonth(),
    ])
  }
  await count()
  await inJob((cx) => findSigns(cx, lastMonth()))
  const { rows } = await get(officer, 'rates/signs', { month: lastMonth() })
  const kinds = rows.map((row: { kind: string }) => row.kind)
  assert.ok(kinds.includes('oneDevice'), kinds.join())
  assert.ok(kinds.includes('oneRater'), kinds.join())
  assert.equal(rows.find((row: { kind: string }) => row.kind === 'oneDevice').cases.length, 6)
  const origins = await app.sql('select device_hash from rating_origins')
  assert.ok(origins.every(({ device_hash: hash }) => /^[\w-]{43}$/.test(hash)))
  assert.equal((await app.call(secretary.cookie, `GET /api/rates/signs?month=${lastMonth()}`)).status, 403)
})

test('a community reads its own figures and no other; a resident none', async () => {
  const rates = await get(secretary, 'rates', period)
  assert.equal(rates.scope.id, district.communityA1)
  const other = await app.call(
    secretary.cookie,
    `GET /api/rates?${new URLSearchParams({ ...period, scopeId: district.communityA2 })}`,
  )
  assert.equal(other.status, 403)
  assert.equal((await app.call(neighbour.cookie, `GET /api/rates?${new URLSearchParams(period)}`)).status, 403)
  const bad = await app.call(officer.cookie, `GET /api/rates?from=${day(0)}&to=${day(-9)}`)
  assert.equal(bad.body.code, 'rates.bad-period')
  const sheet = await app.call(officer.cookie, `GET /api/rates/sheet?${new URLSearchParams(period)}`)
  assert.equal(sheet.raw.subarray(0, 2).toString(), 'PK')
})
