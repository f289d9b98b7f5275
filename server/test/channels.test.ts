// Opinion boxes and complaint meetings: what is allowed, refused, kept and counted.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call, sql } = app
const { organisations } = district
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, district.communityA1)
const outsider = await app.makeStaff('外社工', 'communityClerk', organisations.communityA2, district.communityA2)
const resident = await app.makeResident('居民')
const caseOf = async (id: string) => (await sql('select * from cases where id = $1', [id]))[0]!
const ok = <T extends { status: number; body: unknown }>(answer: T): T['body'] => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as T['body']
}
const refusedAs = (answer: { status: number; body: { code: string } }, code: string) =>
  assert.equal(answer.body.code, code, JSON.stringify(answer.body))

describe('an opinion box', () => {
  const register = async () =>
    ok(
      await call(clerk.cookie, 'POST /api/channels/boxes', {
        body: { placeId: district.building1, name: '红色意见箱' },
      }),
    )
  test('has a code of its own; who scans it reports as by the box', async () => {
    const box = await register()
    const scanned = ok(await call(null, `GET /api/doorcodes/${box.code}`))
    assert.deepEqual([scanned.kind, scanned.place.id], ['box', district.building1])
    const made = ok(
      await call(resident.cookie, 'POST /api/cases', { body: { doorCode: box.code, words: '楼道灯不亮' } }),
    )
    assert.equal(made.channel, 'opinionBox')
    const door = ok(
      await call(clerk.cookie, 'POST /api/doorcodes', {
        body: { placeId: district.estate1, kind: 'facility', label: '亭子' },
      }),
    )
    const other = ok(
      await call(resident.cookie, 'POST /api/cases', { body: { doorCode: door.issued[0].code, words: '楼道灯不亮' } }),
    )
    assert.equal(other.channel, 'doorCode')
  })
  test('gives slips that become cases or are filed, each with its reason, and figures', async () => {
    const box = await register()
    const path = `POST /api/channels/boxes/${box.id}/emptyings`
    const slips = [{ words: '下水道堵了' }, { words: '谢谢师傅', filedAs: 'thanks' }]
    const done = ok(await call(clerk.cookie, path, { body: { on: '2026-11-18', slipCount: 4, slips } }))
    const row = await caseOf(done.slips[0].case.id)
    assert.deepEqual([row.channel, row.filed_by, row.reporter_id], ['opinionBox', clerk.id, null])
    assert.deepEqual([done.slips[1].case, done.slips[1].filedAs], [null, 'thanks'])
    const rest = `POST /api/channels/emptyings/${done.id}/slips`
    refusedAs(
      await call(clerk.cookie, rest, { body: { slips: [{ words: '看不清', filedAs: 'unclear' }] } }),
      'box.reason-needed',
    )
    refusedAs(
      await call(clerk.cookie, rest, { body: { slips: Array.from({ length: 3 }, () => ({ words: '灯不亮' })) } }),
      'box.too-many-slips',
    )
    ok(
      await call(clerk.cookie, rest, {
        body: { slips: [{ words: '看不清', filedAs: 'unclear', reason: '字迹模糊' }] },
      }),
    )
    const { rows } = ok(await call(clerk.cookie, 'GET /api/channels/boxes?limit=100'))
    const { figures } = rows.find((one: { id: string }) => one.id === box.id)
    assert.deepEqual([figures.emptyings, figures.slips, figures.cases, figures.filed], [1, 4, 1, 2])
  })
  test('is nobody else’s, and once taken down takes nothing more', async () => {
    const box = await register()
    refusedAs(await call(outsider.cookie, `GET /api/channels/boxes/${box.id}/emptyings`), 'box.not-found')
    refusedAs(
      await call(outsider.cookie, 'POST /api/channels/boxes', { body: { placeId: district.building1, name: '箱' } }),
      'access.out-of-scope',
    )
    ok(await call(clerk.cookie, `POST /api/channels/boxes/${box.id}/removal`, { body: { reason: '大门改造' } }))
    refusedAs(
      await call(clerk.cookie, `POST /api/channels/boxes/${box.id}/emptyings`, {
        body: { on: '2026-11-18', slipCount: 0, slips: [] },
      }),
      'box.removed',
    )
    refusedAs(await call(null, `GET /api/doorcodes/${box.code}`), 'doorcode.revoked')
  })
})

const head = { name: '门口吐槽会', heldOn: '2026-11-18', chair: '书记', present: 20 }
const begin = async () =>
  ok(await call(clerk.cookie, 'POST /api/channels/meetings', { body: { placeId: district.estate1, ...head } }))
describe('a complaint meeting', () => {
  test('keeps a draft, and commits twelve matters at once', async () => {
    const meeting = await begin()
    const rows = Array.from({ length: 12 }, (_, i) => ({
      words: `第${i + 1}件：楼道灯不亮`,
      placeNote: `${i + 1}单元`,
    }))
    const path = `/api/channels/meetings/${meeting.id}`
    const { version } = ok(
      await call(clerk.cookie, `PUT ${path}`, {
        body: { version: meeting.version, ...head, rows: [...rows, { words: '' }] },
      }),
    )
    const done = ok(await call(clerk.cookie, `POST ${path}/commit`, { body: { version } }))
    assert.equal(done.rows.length, 12)
    for (const [i, row] of done.rows.entries()) {
      const made = await caseOf(row.case.id)
      assert.deepEqual(
        [made.channel, made.place_id, made.place_note],
        ['complaintMeeting', district.estate1, `${i + 1}单元`],
      )
    }
    refusedAs(await call(clerk.cookie, `POST ${path}/commit`, { body: { version: version + 1 } }), 'meeting.committed')
    refusedAs(
      await call(clerk.cookie, `PUT ${path}`, { body: { version: version + 1, ...head, rows } }),
      'meeting.committed',
    )
  })
  test('says what became of each matter, for the next meeting', async () => {
    const meeting = await begin()
    const path = `/api/channels/meetings/${meeting.id}`
    ok(await call(clerk.cookie, `PUT ${path}`, { body: { version: 1, ...head, rows: [{ words: '路灯不亮了' }] } }))
    const { rows } = ok(await call(clerk.cookie, `POST ${path}/commit`, { body: { version: 2 } }))
    ok(
      await call(clerk.cookie, `POST /api/cases/${rows[0].case.id}/reject`, {
        body: { reason: 'unclear', advice: '请说明是哪一盏' },
      }),
    )
    const after = ok(await call(secretary.cookie, `GET ${path}`))
    assert.equal(after.rows[0].case.state, 'rejected')
    assert.match(after.rows[0].case.said, /哪一盏/)
  })
  test('never overwrites the newer draft of somebody else', async () => {
    const meeting = await begin()
    const path = `PUT /api/channels/meetings/${meeting.id}`
    ok(await call(clerk.cookie, path, { body: { version: 1, ...head, rows: [{ words: '甲说的事' }] } }))
    refusedAs(
      await call(secretary.cookie, path, { body: { version: 1, ...head, rows: [{ words: '乙说的事' }] } }),
      'meeting.changed',
    )
    const kept = ok(await call(secretary.cookie, `GET /api/channels/meetings/${meeting.id}`))
    assert.deepEqual(
      kept.rows.map((row: { words: string }) => row.words),
      ['甲说的事'],
    )
  })
  test('commits all or none, and names the rows that are wrong', async () => {
    const meeting = await begin()
    const path = `/api/channels/meetings/${meeting.id}`
    const who = { name: '王姐', phone: '13912345678', consent: false }
    const rows = [
      { words: '路灯不亮' },
      { words: '灯' },
      { words: '井盖响', who },
      { words: '远处', placeId: district.buildingB1 },
    ]
    ok(await call(clerk.cookie, `PUT ${path}`, { body: { version: 1, ...head, rows } }))
    const before = await sql('select count(*) from cases')
    const answer = await call(clerk.cookie, `POST ${path}/commit`, { body: { version: 2 } })
    refusedAs(answer, 'meeting.incomplete')
    assert.deepEqual(
      answer.body.fields.map((field: { path: string }) => field.path),
      ['rows.1.words', 'rows.2.who', 'rows.3.placeId'],
    )
    assert.deepEqual(await sql('select count(*) from cases'), before)
    // Without consent the number was never kept.
    assert.deepEqual(
      await sql('select who_phone_sealed from complaint_rows where sitting_id = $1 and seq = 2', [meeting.id]),
      [{ who_phone_sealed: null }],
    )
  })
  test('lets somebody who consents follow their matter by phone', async () => {
    const meeting = await begin()
    const path = `/api/channels/meetings/${meeting.id}`
    const who = { name: '王姐', phone: resident.phone, consent: true }
    ok(await call(clerk.cookie, `PUT ${path}`, { body: { version: 1, ...head, rows: [{ words: '井盖一直响', who }] } }))
    const done = ok(await call(clerk.cookie, `POST ${path}/commit`, { body: { version: 2 } }))
    const made = await caseOf(done.rows[0].case.id)
    assert.deepEqual([made.reporter_id, made.behalf_name, made.behalf_consent], [resident.id, '王姐', true])
    assert.equal(done.rows[0].who.phone, '')
    refusedAs(await call(outsider.cookie, `GET ${path}`), 'meeting.not-found')
  })
})
