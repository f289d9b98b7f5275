// The roll of an owners' decision from a spreadsheet: a good one is taken whole, a bad one not at all, each wrong row named.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decisionBench } from './support/decision-bench.ts'
import { form, workbook, type Cell } from './support/spreadsheet.ts'
import { testApp } from './support/test-app.ts'

const app = await testApp()
const { call, sql } = app
const { communityA1, organisations } = app.district
const bench = decisionBench(app)
const { ok, step } = bench
const secretary = await app.makeStaff('书记', 'communitySecretary', organisations.communityA1, communityA1)
const titles = ['专有部分', '种类', '楼栋', '面积（平方米）', '面积来源', '业主', '业主电话', '份额', '开发商']
const aDraft = async () => {
  const at = await bench.makeEstate()
  await at.home('101', 8000)
  return bench.prepare(secretary, at.estate)
}
const upload = async (id: string, rows: readonly (readonly Cell[])[], head: readonly string[] = titles) =>
  call(secretary.cookie, `POST /api/decisions/${id}/roll/import`, form({}, await workbook(head, rows)))
const rowsOf = async (id: string) => (await ok(call(secretary.cookie, `GET /api/decisions/${id}/roll?limit=50`))).rows
const faultsOf = async (answer: ReturnType<typeof upload>) => {
  const { status, body } = await answer
  assert.equal(status, 422, JSON.stringify(body))
  assert.equal(body.code, 'decision.roll-file')
  return (body.fields as { message: string }[]).map((field) => field.message)
}

describe('a roll from a spreadsheet', () => {
  test('is taken with areas, sources, co-owners and their shares; a missing area is marked, one phone is one owner', async () => {
    const { id } = await aDraft()
    const view = await ok(
      upload(id, [
        ['1号楼101', '住宅', '1号楼', '89.45', '不动产登记', '张一、李二', '18600000001、18600000002', '1/2、1/2', ''],
        ['1号楼102', '', '1号楼', 121.33, '购房合同', '张一', '18600000001', '', ''],
        ['1号楼103', '住宅', '1号楼', '', '', '王三', '', '100%', ''],
        ['商铺1', '商铺', '1号楼', '500', '实测', '', '', '', '是'],
      ]),
    )
    assert.deepEqual(
      [view.roll.parts, view.roll.owners, view.roll.area, view.roll.unknownParts, view.roll.withoutOwner],
      [4, 4, 8945 + 12_133 + 50_000, 1, 0],
    )
    const rows = await rowsOf(id)
    assert.deepEqual(
      rows.map(({ label, area, areaSource, owners, shares, flags, isDevelopers }: Record<string, unknown>) => [
        label,
        area,
        areaSource,
        owners,
        shares,
        flags,
        isDevelopers,
      ]),
      [
        ['1号楼101', 8945, 'register', ['张一', '李二'], '1/2、1/2', [], false],
        ['1号楼102', 12_133, 'contract', ['张一'], '', [], false],
        ['1号楼103', null, null, ['王三'], '100%', ['area'], false],
        ['商铺1', 50_000, 'survey', [], '', [], true],
      ],
    )
    const people = await sql<{ n: number }>(
      'select count(distinct p)::int n from decision_parts, unnest(owner_ids) p where decision_id = $1',
      [id],
    )
    assert.equal(people[0]!.n, 3, '张一 is one person in both parts')
  })
  test('with wrong rows is refused whole: duplicates, areas, shares, phones, owners; each row says why', async () => {
    const { id } = await aDraft()
    const before = await rowsOf(id)
    const faults = await faultsOf(
      upload(id, [
        ['A101', '住宅', '1号楼', '89.45', '不动产登记', '张一', '', '', ''],
        ['A101', '住宅', '1号楼', '89.45', '不动产登记', '张一', '', '', ''],
        ['A102', '住宅', '1号楼', '八十九', '不动产登记', '张一', '', '', ''],
        ['A103', '住宅', '1号楼', '89.455', '不动产登记', '张一', '', '', ''],
        ['A104', '住宅', '1号楼', '99999999', '不动产登记', '张一', '', '', ''],
        ['A105', '住宅', '1号楼', '-3', '不动产登记', '张一', '', '', ''],
        ['A106', '住宅', '1号楼', '90', '不动产登记', '张一、李二', '', '1/2、1/3', ''],
        ['A107', '住宅', '1号楼', '90', '不动产登记', '张一、李二', '', '100%', ''],
        ['A108', '住宅', '1号楼', '90', '不动产登记', '张一', '', '一半', ''],
        ['A109', '住宅', '1号楼', '90', '不动产登记', '', '', '', ''],
        ['A110', '别墅', '1号楼', '90', '听说', '张一', '', '', ''],
        ['A111', '住宅', '1号楼', '90', '', '张一、李二', '18600000001', '', ''],
        ['A112', '住宅', '1号楼', '90', '', '张一', '12345', '', ''],
        ['', '住宅', '1号楼', '90', '', '张一', '', '', ''],
        ['A114', '', '1号楼', '90', '', '周五', '18600000009', '', ''],
        ['A115', '', '1号楼', '90', '', '吴六', '18600000009', '', ''],
        ['A116', '', '1号楼', '90', '', '冒名的', secretary.phone, '', ''],
      ]),
    )
    assert.deepEqual(faults, [
      '第3行：和第2行是同一个专有部分',
      '第4行：面积要写数字，最多两位小数；不知道就空着',
      '第5行：面积要写数字，最多两位小数；不知道就空着',
      '第6行：面积要写数字，最多两位小数；不知道就空着',
      '第7行：面积要写数字，最多两位小数；不知道就空着',
      '第8行：份额加起来不等于1',
      '第9行：份额个数和业主人数不一样',
      '第10行：份额要写成 1/2 或 50%',
      '第11行：没有写业主',
      '第12行：种类写住宅、商铺或车位',
      '第12行：面积来源写不动产登记、实测或购房合同',
      '第13行：电话个数和业主人数不一样',
      '第14行：电话号码不对',
      '第15行：专有部分要写1到120个字',
      '第17行：吴六的电话登记的是另一个名字',
      '第18行：冒名的的电话登记的是另一个名字',
    ])
    assert.deepEqual(await rowsOf(id), before, 'nothing was written')
    assert.deepEqual(await sql("select 1 from persons where name = '李二' and phone_hash is null"), [])
  })
  test('without a needed column, empty, or no workbook at all is refused', async () => {
    const { id } = await aDraft()
    assert.deepEqual(await faultsOf(upload(id, [['A101', '张一']], ['专有部分', '业主'])), [
      '第1行：缺少“面积（平方米）”一列',
    ])
    assert.equal((await upload(id, [])).body.code, 'import.empty')
    const torn = await call(
      secretary.cookie,
      `POST /api/decisions/${id}/roll/import`,
      form({}, Buffer.from('这不是表格')),
    )
    assert.ok(torn.status >= 400 && torn.status < 500, String(torn.status))
  })
  test('taken out, corrected and brought back keeps the persons it had', async () => {
    const at = await bench.makeEstate()
    const home = await at.home('101', 8000)
    const owner = await app.makeResident('孙四', home)
    const { id } = await bench.prepare(secretary, at.estate)
    const [row] = await rowsOf(id)
    await ok(upload(id, [[row.label, '住宅', '1号楼', '81.50', '实测', '孙四', '', '', '']]))
    const [part] = await sql('select owner_ids, place_id, area from decision_parts where decision_id = $1', [id])
    assert.deepEqual(part, { owner_ids: [owner.id], place_id: home, area: 8150 })
  })
  test('is fixed once it is frozen', async () => {
    const { id } = await aDraft()
    await bench.toFrozen(secretary, id)
    const late = await upload(id, [['A101', '', '', '90', '', '张一', '', '', '']])
    assert.equal(late.body.code, 'decision.roll-fixed')
  })
})
describe('one part of the roll', () => {
  test('is corrected with a reason, found by its door, and counted among the flagged until its area is known', async () => {
    const at = await bench.makeEstate()
    await at.home('101', null)
    await at.home('102', 9000)
    const { id } = await bench.prepare(secretary, at.estate)
    const flagged = () => call(secretary.cookie, `GET /api/decisions/${id}/roll?flagged=true&search=101`)
    const { rows } = await ok(flagged())
    assert.deepEqual(rows[0].flags, ['area', 'owner'])
    const correct = (body: object) => step(secretary, id, `parts/${rows[0].id}`, body)
    assert.equal((await correct({ area: 0, areaSource: null, isDevelopers: false, reason: '核对' })).status, 400)
    const part = await ok(correct({ area: 8888, areaSource: 'survey', isDevelopers: true, reason: '按实测更正' }))
    assert.deepEqual([part.area, part.areaSource, part.isDevelopers, part.flags], [8888, 'survey', true, []])
    assert.equal((await ok(flagged())).rows.length, 0)
    const other = await aDraft()
    assert.equal(
      (
        await step(secretary, other.id, `parts/${rows[0].id}`, {
          area: 1,
          areaSource: null,
          isDevelopers: false,
          reason: '串了',
        })
      ).body.code,
      'decision.not-found',
    )
  })
})
