// Lists that leave the house as spreadsheets: a sheet for who may read the list, refused for others, and noted in the journal.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './support/test-app.ts'

const app = await testApp({ LINLI_ROLES: 'web' })
const { district } = app
const admin = await app.makeStaff('管理员', 'administrator', district.organisations.office, district.id)
const officer = await app.makeStaff('郑怀民', 'districtOfficer', district.organisations.office, district.id)
const resident = await app.makeResident('王桂兰')
const sheets = [
  ['cases/categories', '诉求分类', 'refused'],
  ['cases/rules', '派单规则', 'refused'],
  ['notices/templates', '消息模板', 'refused'],
  ['likeness/spots', '热点问题', 'refused'],
  ['patrols/visits', '巡查清单', 'refused'],
  ['whistles/parts', '吹哨清单', 'own'],
  ['supervision/orders', '督办清单', 'own'],
  ['promises', '承诺清单', 'own'],
] as const
for (const [path, name, forResidents] of sheets)
  test(`${name}: a spreadsheet for staff, ${forResidents === 'own' ? 'an empty one' : 'none'} for residents`, async () => {
    const key = `GET /api/${path}.xlsx`
    const answers = [await app.call(admin.cookie, key), await app.call(officer.cookie, key)]
    const got = answers.find((answer) => answer.status === 200)
    assert.ok(got, JSON.stringify(answers.map((answer) => answer.body?.code)))
    assert.equal(got.raw.subarray(0, 2).toString(), 'PK')
    const noted = await app.sql("select 1 from journal where action = 'list.export' and canonical like $1", [
      `%导出了${name}%`,
    ])
    assert.ok(noted.length > 0)
    const theirs = await app.call(resident.cookie, key)
    if (forResidents === 'refused') assert.equal(theirs.body.code, 'access.not-allowed')
    else assert.equal(theirs.status, 200)
  })
