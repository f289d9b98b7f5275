// Whoever has their data erased leaves the journal and the timelines too, and every chain still holds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '../../rules/src/hash-chain.ts'
import { shanghaiDay } from '../../rules/src/working-time.ts'
import { modulesOf } from '../src/app.ts'
import type { Cx } from '../src/platform/cx.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district } = app
const administrator = await app.makeStaff('管理员', 'administrator', district.organisations.office, district.id)
const clerk = await app.makeStaff('陈敏', 'communityClerk', district.organisations.communityA1, district.communityA1)

const journalOf = (id: string) =>
  app.call(administrator.cookie, `GET /api/journal?limit=200&thingKind=person&thingId=${id}`)
const actsOf = (id: string) => app.call(administrator.cookie, `GET /api/journal?limit=200&actorId=${id}`)
const verify = async (query: string) =>
  (await app.call(administrator.cookie, `GET /api/journal/verification?${query}`)).body
const chainOf = (id: string) => verify(`thingKind=person&thingId=${id}`)
const today = () => verify(`day=${shanghaiDay(new Date())}`)
const rename = (id: string, name: string) =>
  app.call(administrator.cookie, `PATCH /api/identity/people/${id}`, { body: { name } })
/** The job runs after the commit; here it is waited for by running it. */
const erase = async (person: { id: string; cookie: string }) => {
  const answer = await app.call(person.cookie, 'POST /api/identity/me/erasure', { body: { confirm: 'erase' } })
  assert.equal(answer.status, 200)
  const jobs = Object.assign({}, ...modulesOf(app.parts).map((module) => module.jobs ?? {}))
  await app.database.transaction((db) => jobs['identity.forget-name'].run({ db } as Cx<null>, { personId: person.id }))
}
/** Everything the database holds of the journal and of timelines, as text. */
const everything = async () =>
  (
    await app.sql(
      `select (select coalesce(string_agg(canonical, ' '), '') from journal) as journal,
        (select coalesce(string_agg(words, ' '), '') from journal_words) as words,
        (select coalesce(string_agg(actor_name, ' '), '') from case_events) as events`,
    )
  )[0]!

test('an entry holds who acted by id; the name is read where people are kept, and is the one they bear now', async () => {
  const resident = await app.makeResident('欧阳石榴')
  await app.call(resident.cookie, 'PATCH /api/identity/me', { body: { largeType: true } })
  assert.deepEqual((await actsOf(resident.id)).body.rows[0].actor, { id: resident.id, name: '欧阳石榴' })
  assert.ok(!(await everything()).journal.includes('欧阳石榴'))
  await rename(resident.id, '欧阳石榴花')
  assert.equal((await actsOf(resident.id)).body.rows[0].actor.name, '欧阳石榴花')
})
test('a changed name is told before and after, provably, though the hashed text does not hold it', async () => {
  const resident = await app.makeResident('司马竹')
  await rename(resident.id, '司马兰')
  const [entry] = (await journalOf(resident.id)).body.rows
  assert.deepEqual([entry.action, entry.before.name, entry.after.name], ['identity.edit', '司马竹', '司马兰'])
  assert.ok(!/司马/.test((await everything()).journal))
  assert.equal((await chainOf(resident.id)).intact, true)
  // Somebody with the database in hand puts another name beside the journal.
  await app.sql("update journal_words set words = '司马菊' where person_id = $1 and words = '司马兰'", [resident.id])
  assert.deepEqual([(await chainOf(resident.id)).intact, (await today()).intact], [false, false])
  await app.sql("update journal_words set words = '司马兰' where person_id = $1 and words = '司马菊'", [resident.id])
  assert.deepEqual([(await chainOf(resident.id)).intact, (await today()).intact], [true, true])
})
test('after an erasure the name is nowhere in the journal or in timelines, and all chains hold', async () => {
  const resident = await app.makeResident('诸葛青莲')
  await rename(resident.id, '诸葛青莲子')
  await app.call(resident.cookie, 'PATCH /api/identity/me', { body: { name: '诸葛青' } })
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { words: '路灯不亮了', placeId: district.unit1, photos: [] },
  })
  assert.equal(made.status, 200)
  assert.ok(Object.values(await everything()).some((text) => String(text).includes('诸葛青')))
  await erase(resident)
  assert.ok(!Object.values(await everything()).some((text) => String(text).includes('诸葛')))
  const answers = [await journalOf(resident.id), await actsOf(resident.id)]
  for (const { raw, body } of answers) {
    assert.ok(body.rows.length > 0 && !raw.includes('诸葛'))
    for (const row of body.rows) if (row.actor.id === resident.id) assert.equal(row.actor.name, '已注销用户')
  }
  const edited = answers[0]!.body.rows.find((row: { action: string }) => row.action === 'identity.edit')
  assert.deepEqual([edited.before.name, edited.after.name], ['已注销用户', '已注销用户'])
  const timeline = await app.call(clerk.cookie, `GET /api/cases/${made.body.id}`)
  assert.ok(!timeline.raw.includes('诸葛'))
  assert.deepEqual([(await chainOf(resident.id)).intact, (await today()).intact], [true, true])
})
test('entries written before names were taken out hold their chains, and show no erased name either', async () => {
  const resident = await app.makeResident('上官红梅')
  const at = new Date()
  const thing = { kind: 'person', id: resident.id }
  const old = canonicalJson({
    at: at.toISOString(),
    actor: { id: resident.id, name: '上官红梅' },
    address: null,
    action: 'identity.settings',
    sentence: '改了自己的设置',
    thing,
    before: { name: '上官红', largeType: false },
    after: { name: '上官红梅', largeType: false },
  })
  await app.sql("select journal_append($1, $2, $3, 'identity.settings', 'person', $4, $5)", [
    district.id,
    at,
    resident.id,
    resident.id,
    old,
  ])
  await app.call(resident.cookie, 'PATCH /api/identity/me', { body: { largeType: true } })
  const before = (await journalOf(resident.id)).body.rows.at(-1)
  assert.deepEqual([before.actor.name, before.before.name], ['上官红梅', '上官红'])
  await erase(resident)
  const answer = await journalOf(resident.id)
  assert.deepEqual(answer.body.rows.at(-1).before, { name: '已注销用户', largeType: false })
  assert.ok(!answer.raw.includes('上官'))
  const verdict = await chainOf(resident.id)
  assert.deepEqual([verdict.entries, verdict.intact], [answer.body.rows.length, true])
})
test('timelines stay written once: nothing but an erased name can be put into them', async () => {
  const resident = await app.makeResident('公孙松')
  const made = await app.call(resident.cookie, 'POST /api/cases', {
    body: { words: '楼道灯坏了', placeId: district.unit1, photos: [] },
  })
  for (const change of [
    "words = '别的话'",
    "actor_name = '别人'",
    "actor_name = '已注销用户', words = '别的话'",
    "actor_name = '已注销用户', actor_id = null",
  ])
    await assert.rejects(app.sql(`update case_events set ${change} where case_id = $1`, [made.body.id]), /written once/)
  await assert.rejects(app.sql('delete from case_events where case_id = $1', [made.body.id]), /written once/)
})
