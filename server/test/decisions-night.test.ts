// Opening night: a whole building behind one address, many ballots at once; the sums kept live equal the log.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionBench } from './support/decision-bench.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const bench = decisionBench(app)
const { communityA1 } = app.district

test('thirty neighbours behind one address get their codes and vote at the same moment; each counts once', async () => {
  const secretary = await app.makeStaff(
    '书记',
    'communitySecretary',
    app.district.organisations.communityA1,
    communityA1,
  )
  const at = await bench.makeEstate()
  const owners = []
  for (let n = 0; n < 30; n++) owners.push(await app.makeResident(`业主${n}`, await at.home(`${101 + n}`, 9000 + n)))
  const { id } = await bench.prepare(secretary, at.estate)
  const { items } = await bench.toOpen(secretary, id)
  const asked = await Promise.all(
    owners.map((owner) => app.call(owner.cookie, `POST /api/decisions/${id}/voting-code`, {})),
  )
  assert.deepEqual([...new Set(asked.map((answer) => answer.status))], [200], 'an address is not a person')
  const outbox = (await app.call(null, 'GET /api/notices/sms-outbox')).body as { to: string; text: string }[]
  const codeOf = (phone: string) => /\d{6}/.exec(outbox.find((one) => one.to === phone)!.text)![0]
  const marks = [{ itemId: items[0].id, mark: 'for' }]
  const cast = await Promise.all(
    // Every other owner's phone sends twice.
    owners.flatMap((owner, n) =>
      Array.from({ length: 1 + (n % 2) }, () => bench.step(owner, id, 'ballot', { code: codeOf(owner.phone), marks })),
    ),
  )
  assert.equal(cast.filter((answer) => answer.status === 200).length, 30, 'a code casts one ballot')
  const turnout = await bench.ok(app.call(secretary.cookie, `GET /api/decisions/${id}/turnout`))
  const area = owners.reduce((sum, _, n) => sum + 9000 + n, 0)
  assert.deepEqual([turnout.owners.participating, turnout.area.participating], [30, area])
  const [log] = await app.sql(
    'select count(*)::int n, count(distinct owner_key)::int owners, max(seq) last from decision_ballots where decision_id = $1',
    [id],
  )
  assert.deepEqual(log, { n: 30, owners: 30, last: 30 })
  await bench.toClosed(id)
  const counted = await bench.ok(bench.step(secretary, id, 'count'))
  assert.equal(counted.result.chainHolds ?? true, true)
  assert.equal(counted.state, 'provisional')
})
