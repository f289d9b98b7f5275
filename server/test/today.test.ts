// The page 今日: every figure counts exactly the rows its link lists, for every role; and searching by digits.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseFigures } from '../../contract/src/cases-figures.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const { organisations: o } = district
const roles = {
  administrator: await app.makeStaff('管理员', 'administrator', o.office, district.id),
  clerk: await app.makeStaff('社区工作者', 'communityClerk', o.communityA1, district.communityA1),
  secretary: await app.makeStaff('书记', 'communitySecretary', o.communityA1, district.communityA1),
  gridWorker: await app.makeStaff('网格员', 'gridWorker', o.communityA1, district.grid1),
  propertyWorker: await app.makeStaff('物业员工', 'propertyWorker', o.property1, district.estate1),
  otherCommunity: await app.makeStaff('外社区', 'communityClerk', o.communityB1, district.communityB1),
}
const resident = await app.makeResident('反映人')
const report = async (words: string): Promise<string> => {
  const { body } = await app.call(resident.cookie, 'POST /api/cases', { body: { words, placeId: district.unit1 } })
  return body.id as string
}
/** Puts a case into a state with the days that decide which figures count it. */
const put = (id: string, state: string, more: Readonly<Record<string, unknown>> = {}) => {
  const values: Record<string, unknown> = { state, handler_id: o.property1, ...more }
  const names = Object.keys(values)
  return app.sql(`update cases set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where id = $1`, [
    id,
    ...Object.values(values),
  ])
}
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
await report('单元门坏了')
for (const [state, more] of [
  ['accepted', { due_at: hours(-2) }],
  ['dispatched', { due_at: hours(3) }],
  ['dispatched', { due_at: hours(40) }],
  ['takenUp', { due_at: hours(20) }],
  ['suspended', { due_at: null }],
  ['closureRequested', { due_at: hours(1) }],
  ['reopenAsked', { rating: 1, closed_at: hours(-30) }],
  ['reopenAsked', { rating: 4, closed_at: hours(-30) }],
  ['closed', { closed_at: hours(-2), due_at: null }],
  ['confirmed', { closed_at: hours(-100), due_at: null }],
  ['closed', { closed_at: hours(-24 * 9), due_at: null }],
] as const)
  await put(await report('楼道灯不亮'), state, more)

for (const [role, { cookie }] of Object.entries(roles)) {
  void test(`every figure of ${role} is the number of rows its link lists`, async () => {
    const { counts } = (await app.call(cookie, 'GET /api/cases/today')).body
    for (const figure of caseFigures) {
      const listed = (await app.call(cookie, `GET /api/cases?figure=${figure}&count=true&limit=200`)).body
      assert.deepEqual([figure, listed.total, listed.rows.length], [figure, counts[figure], counts[figure]])
    }
  })
}
void test('the figures count what they say', async () => {
  const { counts } = (await app.call(roles.clerk.cookie, 'GET /api/cases/today')).body
  const { toAccept, toVerify, toDecide, lowRated, overdue, closedThisWeek, openTotal } = counts
  assert.deepEqual(
    { toAccept, toVerify, toDecide, lowRated, overdue, closedThisWeek, openTotal },
    { toAccept: 1, toVerify: 1, toDecide: 2, lowRated: 1, overdue: 1, closedThisWeek: 4, openTotal: 9 },
  )
  const handler = (await app.call(roles.propertyWorker.cookie, 'GET /api/cases/today')).body.counts
  assert.deepEqual([handler.toTakeUp, handler.inHand, handler.toAccept], [2, 2, 0])
})
void test('digits alone find the case of that number and the words that hold them', async () => {
  const byWords = await report('快递单号 12345 送错了')
  const [{ number }] = (await app.sql('select number from cases where id = $1', [byWords])) as [{ number: string }]
  const found = async (search: string) =>
    (await app.call(roles.clerk.cookie, `GET /api/cases?search=${search}`)).body.rows.map(
      (row: { id: string }) => row.id,
    )
  assert.deepEqual(await found('12345'), [byWords])
  assert.ok((await found(String(number))).includes(byWords))
})
