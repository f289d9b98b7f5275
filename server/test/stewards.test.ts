// Who is mine: name and post always, the rest as each consents; buildings without.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCode } from '../src/modules/doorcodes/signing.ts'
import { uuidv7 } from 'uuidv7'
import { formOf, tinyPng } from './support/ask.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations } = district
const grid = await app.makeStaff('李春苗', 'gridWorker', organisations.communityA1, district.grid1)
const steward = await app.makeStaff('马红霞', 'steward', organisations.property1, district.building1)
const lead = await app.makeStaff('赵桂兰', 'unitLead', organisations.communityA1, district.unit1)
const manager = await app.makeStaff('钱向东', 'propertyManager', organisations.property1, district.estate1)
await app.makeStaff('另一物业', 'propertyManager', organisations.property2, district.communityA1)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
// Two posts of one kind: still one card.
await app.appoint(grid.id, 'gridLead', organisations.communityA1, district.grid1)
const resident = await app.makeResident('居民')
const card = (more: object = {}) => ({
  showPhoto: false,
  showPhone: false,
  workPhone: null,
  photoId: null,
  line: null,
  ...more,
})
const set = (who: { cookie: string }, more: object) =>
  call(who.cookie, 'PUT /api/stewards/my-card', { body: card(more) })
const mine = async () => (await call(resident.cookie, 'GET /api/stewards/who')).body[0].cards
const cardOf = async (name: string) => (await mine()).find((one: { name: string }) => one.name === name)
const upload = async (who: { cookie: string }) => {
  const form = formOf({ kind: 'photo' }, tinyPng)
  const { body } = await call(who.cookie, 'POST /api/files', {
    payload: form.payload,
    headers: { 'content-type': form.type },
  })
  return body.id as string
}

test('each of them by name and post, in the order one would ask, and no phone or photo unasked', async () => {
  const cards = await mine()
  assert.deepEqual(
    cards.map((one: { kind: string; name: string }) => [one.kind, one.name]),
    [
      ['gridWorker', '李春苗'],
      ['steward', '马红霞'],
      ['unitLead', '赵桂兰'],
      ['propertyManager', '钱向东'],
      ['clerk', '社工'],
    ],
  )
  for (const one of cards) assert.deepEqual([one.workPhone, one.photoId, one.line], [null, null, null])
  assert.ok(!JSON.stringify(cards).includes(grid.phone))
})
test('a phone is shown once its holder says so, the own number or the one for work, and gone when withdrawn', async () => {
  assert.equal((await set(steward, { showPhone: true, line: '随叫随到' })).status, 200)
  assert.equal((await cardOf('马红霞')).workPhone, steward.phone)
  assert.equal((await cardOf('马红霞')).line, '随叫随到')
  await set(steward, { showPhone: true, workPhone: '13900001234' })
  assert.equal((await cardOf('马红霞')).workPhone, '13900001234')
  const kept = await app.sql('select work_phone_sealed from name_cards where person_id = $1', [steward.id])
  assert.ok(!String(kept[0]!.work_phone_sealed).includes('13900001234'), 'sealed at rest')
  await set(steward, {})
  assert.equal((await cardOf('马红霞')).workPhone, null)
})
test('a photo is seen by residents who are signed in, and by nobody once it is hidden', async () => {
  const photoId = await upload(lead)
  assert.equal((await set(lead, { showPhoto: true, photoId })).status, 200)
  assert.equal((await cardOf('赵桂兰')).photoId, photoId)
  assert.equal((await call(resident.cookie, `GET /api/files/${photoId}/thumbnail`)).status, 200)
  const code = makeCode(app.parts.sealing)
  await app.sql(
    "insert into doorcodes (id, district_id, code, kind, label, place_id, issued_at, issued_by) values ($1, $2, $3, 'unit', '1单元', $4, now(), $5)",
    [uuidv7(), district.id, code, district.unit1, clerk.id],
  )
  const scanned = await call(null, `GET /api/stewards/who/${code}`)
  assert.equal(scanned.status, 200)
  assert.ok(scanned.body.cards.some((one: { name: string }) => one.name === '赵桂兰'))
  assert.ok(scanned.body.cards.every((one: { photoId: string | null }) => one.photoId === null))
  await set(lead, { photoId })
  assert.equal((await cardOf('赵桂兰')).photoId, null)
  assert.notEqual((await call(resident.cookie, `GET /api/files/${photoId}/thumbnail`)).status, 200)
  assert.equal((await call(lead.cookie, `GET /api/files/${photoId}/thumbnail`)).status, 200, 'its owner still does')
})
test('another’s photo cannot be put on one’s card; without a post there is no card', async () => {
  const other = await upload(manager)
  assert.equal((await set(grid, { showPhoto: true, photoId: other })).body.code, 'case.photo-not-yours')
  assert.equal((await set(resident, {})).body.code, 'steward.no-post')
})
test('a forged code tells nothing', async () => {
  assert.equal((await call(null, 'GET /api/stewards/who/AAAA-BBBB-CCCC')).body.code, 'doorcode.forged')
})
test('buildings with gaps are found and counted, in one’s area alone', async () => {
  const { body } = await call(clerk.cookie, 'GET /api/stewards/buildings?gaps=true')
  assert.deepEqual(
    body.rows.map((row: { building: { id: string }; missing: string[] }) => [row.building.id, row.missing]),
    [[district.building2, ['gridWorker', 'steward', 'unitLead']]],
  )
  const all = await call(clerk.cookie, 'GET /api/stewards/buildings')
  const first = all.body.rows.find((row: { building: { id: string } }) => row.building.id === district.building1)
  assert.deepEqual([first.missing, first.unitsLed, first.units], [[], 1, 1])
  const figures = await call(clerk.cookie, 'GET /api/stewards/figures')
  assert.equal(figures.body.buildings, 2)
  assert.deepEqual(
    figures.body.lacking.find((one: { kind: string }) => one.kind === 'steward'),
    {
      kind: 'steward',
      count: 1,
    },
  )
  await app.sql("update appointments set to_on = '2020-12-31' where person_id = $1", [lead.id])
  const after = await call(clerk.cookie, `GET /api/stewards/buildings?gaps=true&placeId=${district.grid1}`)
  assert.deepEqual(after.body.rows[0].missing, ['unitLead'])
})
