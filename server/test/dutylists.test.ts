// Duty lists: each department keeps its own, sheets in and out, and cases find their department by them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form, workbook } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { district, call } = app
const { organisations, categories } = district
const officer = await app.makeStaff('徐正言', 'departmentOfficer', organisations.department, district.id)
const admin = await app.makeStaff('管理员', 'administrator', organisations.office, district.id)
const clerk = await app.makeStaff('社工', 'communityClerk', organisations.communityA1, district.communityA1)
const other = (
  await call(admin.cookie, 'POST /api/organisations', {
    body: { kind: 'department', name: '住房和城乡建设局', placeId: district.id, servesPlaceIds: [district.id] },
  })
).body.id as string
const duty = (more: object = {}) => ({
  organisationId: organisations.department,
  list: 'enforcement',
  name: '查处占道经营',
  contact: '执法包片人员',
  categoryIds: [categories.light],
  ...more,
})
const add = (who: { cookie: string }, more: object = {}) =>
  call(who.cookie, 'POST /api/dutylists', { body: duty(more) })

test('a department edits its own lists, the district every one, nobody else any', async () => {
  assert.equal((await add(officer, { organisationId: other })).body.code, 'access.out-of-scope')
  assert.equal((await add(clerk)).status, 403)
  const mine = await add(officer)
  assert.equal(mine.status, 200, mine.raw.toString())
  const theirs = await add(admin, { organisationId: other, name: '房屋安全鉴定', list: 'handedDown', categoryIds: [] })
  assert.equal(theirs.status, 200)
  const removal = await call(officer.cookie, `DELETE /api/dutylists/${theirs.body.id}`)
  assert.equal(removal.body.code, 'access.out-of-scope')
  const committee = await add(admin, { organisationId: organisations.communityA1 })
  assert.equal(committee.body.code, 'dutylist.department')
  assert.equal((await add(officer, { categoryIds: [other] })).body.code, 'dutylist.category')
  assert.equal((await add(officer, { placeIds: [district.unit1] })).body.code, 'dutylist.place')
  const changed = await call(officer.cookie, `PUT /api/dutylists/${mine.body.id}`, {
    body: { ...duty({ name: '查处占道摆摊' }), organisationId: undefined },
  })
  assert.equal(changed.body.name, '查处占道摆摊')
  assert.equal((await call(officer.cookie, `DELETE /api/dutylists/${mine.body.id}`)).status, 200)
})
test('anybody reads them, by department, list, place and word', async () => {
  await add(officer, { name: '查处油烟扰民', categoryIds: [], placeIds: [district.streetB] })
  const names = async (query: string) =>
    (await call(null, `GET /api/dutylists?${query}`)).body.rows.map((row: { name: string }) => row.name)
  assert.deepEqual(await names(`organisationId=${organisations.department}`), ['查处油烟扰民'])
  assert.deepEqual(await names('list=handedDown'), ['房屋安全鉴定'])
  assert.deepEqual(await names(`placeId=${district.estate1}`), ['房屋安全鉴定'])
  assert.deepEqual(await names(`search=${encodeURIComponent('油烟')}`), ['查处油烟扰民'])
  const { body } = await call(null, 'GET /api/dutylists/departments')
  assert.deepEqual(body.map((row: { enforcement: number }) => row.enforcement).toSorted(), [0, 1])
})
const titles = ['清单', '事项', '说明', '诉求类别', '责任区域', '联系岗位', '依据']
const send = async (rows: (string | null)[][]) =>
  call(
    officer.cookie,
    'POST /api/dutylists/import',
    form({ organisationId: organisations.department }, await workbook(titles, rows)),
  )
test('a sheet comes in whole or not at all, each wrong row named; the template and the export read back', async () => {
  const good = ['执法职责专项清单', '查处乱贴广告', '清理小广告', '路灯照明', '城东街道', '中队长', '条例第十条']
  const wrong = await send([good, ['没有的清单', '查', null, '没有的类别', '没有的地方', null, null]])
  assert.equal(wrong.body.code, 'dutylist.file')
  assert.ok(wrong.body.fields.every((field: { path: string }) => field.path === '第3行'))
  assert.equal(wrong.body.fields.length, 5)
  assert.equal((await app.sql("select 1 from duty_items where name = '查处乱贴广告'")).length, 0)
  assert.deepEqual((await send([good])).body, { added: 1 })
  assert.equal((await call(officer.cookie, 'GET /api/dutylists/template.xlsx')).status, 200)
  const sheet = await call(officer.cookie, 'GET /api/dutylists.xlsx')
  assert.equal(sheet.status, 200)
  const [found] = (await call(null, `GET /api/dutylists?search=${encodeURIComponent('乱贴广告')}`)).body.rows
  assert.deepEqual([found.categories[0].name, found.places[0].name, found.contact], ['路灯照明', '城东街道', '中队长'])
})
test('a rule sends a case to the department whose list covers it there, and says by which', async () => {
  const rule = await call(admin.cookie, 'POST /api/cases/rules', {
    body: { name: '按清单派单', order: 0, target: { to: 'dutyList' } },
  })
  assert.equal(rule.status, 200, rule.raw.toString())
  assert.equal(rule.body.targetName, '按三张清单')
  const dry = async (placeId: string, categoryId: string) =>
    (await call(admin.cookie, 'POST /api/cases/rules/dry-run', { body: { placeId, categoryId, kind: 'small' } })).body
  const found = await dry(district.home1, categories.light)
  assert.equal(found.organisation.id, organisations.department)
  assert.ok(found.steps[0].why.includes('按执法清单：综合行政执法局 · 查处乱贴广告'), found.steps[0].why)
  const elsewhere = await dry(district.unitB1, categories.light)
  assert.deepEqual([elsewhere.steps[0].fires, elsewhere.steps[0].why], [false, '没有部门清单管这里的这类事'])
  assert.equal((await dry(district.home1, categories.leak)).organisation.id, organisations.property1)
})
test('the nearer duty and the stronger list come first', async () => {
  await add(admin, { organisationId: other, name: '社区路灯', list: 'enforcement', placeIds: [district.communityA1] })
  await add(admin, { organisationId: other, name: '路灯便民', list: 'broughtIn', placeIds: [district.estate2] })
  const dry = async (placeId: string) =>
    (
      await call(admin.cookie, 'POST /api/cases/rules/dry-run', {
        body: { placeId, categoryId: categories.light, kind: 'small' },
      })
    ).body.steps[0].why as string
  assert.ok((await dry(district.home1)).includes('住房和城乡建设局 · 社区路灯'))
  assert.ok((await dry(district.estate2)).includes('社区路灯'), 'enforcement before what was brought in')
  assert.ok((await dry(district.buildingA2)).includes('查处乱贴广告'), 'the street’s where the community has none')
})
