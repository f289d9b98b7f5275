// What the journal viewer makes of before and after: names for fields, words for codes, units for numbers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldName, fieldValue, type Reading, type Said } from '../../contract/src/journal-values.ts'
import { permissions } from '../../contract/src/permissions.ts'
import { differences } from '../src/modules/journal/differences.ts'

const body = '0198f0a1-0000-7000-8000-000000000001'
const other = '0198f0a1-0000-7000-8000-000000000002'
const inChinese = (action: string): Reading => ({ action, language: 'zh-CN', names: { [body]: '安和物业' } })
const inEnglish = (action: string): Reading => ({ action, language: 'en', names: {} })
const textOf = (said: readonly Said[] | null) => said?.map(({ text }) => text).join('') ?? null
/** The lines of an entry as they are read. */
const read = (reading: Reading, before: unknown, after: unknown) =>
  differences(before, after, reading).map((each) => [
    textOf(each.field),
    each.what,
    textOf(each.before),
    textOf(each.after),
  ])

test('a step of a case is read without a code', () => {
  const before = { state: 'accepted', handlerId: null }
  const after = { state: 'dispatched', handlerId: body, words: '请今天去看' }
  assert.deepEqual(read(inChinese('case.dispatch'), before, after), [
    ['状态', 'changed', '已受理', '已派单'],
    ['承办单位', 'added', null, '安和物业'],
    ['说明', 'added', null, '请今天去看'],
  ])
  assert.deepEqual(read(inChinese('case.accept'), null, { words: null }), [['说明', 'same', null, null]])
  assert.deepEqual(read(inEnglish('case.dispatch'), before, after)[0], ['State', 'changed', 'accepted', 'dispatched'])
})
test('moments, days, yes and no, money and areas are said as people say them', () => {
  assert.deepEqual(read(inChinese('case.missed'), null, { clock: 'resolve', dueAt: '2026-11-20T06:30:00.000Z' }), [
    ['哪个时限', 'added', null, '办结'],
    ['时限', 'added', null, '2026年11月20日 14:30'],
  ])
  assert.deepEqual(
    read(inChinese('plan.collect'), { total: 1_234_50 }, { total: 1_300_00, dueOn: '2026-12-01' }).map((line) =>
      line.slice(2),
    ),
    [
      ['1,234.50 元', '1,300.00 元'],
      [null, '2026年12月1日'],
    ],
  )
  assert.deepEqual(read(inChinese('place.change'), { area: 8530, active: true }, { area: 8531, active: false }), [
    ['面积', 'changed', '85.30 m²', '85.31 m²'],
    ['是否启用', 'changed', '是', '否'],
  ])
  assert.deepEqual(read(inEnglish('fund.income'), null, { amount: 50 }), [['Amount', 'added', null, '0.50 yuan']])
})
test('a field inside another bears both names, a span is said as one, lists say each of theirs', () => {
  const budgets = (amount: number) => ({ urgent: { arrival: { unit: 'minutes', amount } } })
  assert.deepEqual(read(inChinese('whistle.settings'), budgets(30), budgets(20)), [
    ['急事 · 到场时限', 'changed', '30 分钟（昼夜）', '20 分钟（昼夜）'],
  ])
  assert.deepEqual(read(inChinese('identity.settings'), { quiet: null }, { quiet: { from: '22:00', to: '07:00' } }), [
    ['免打扰时段', 'added', null, '22:00 – 07:00'],
  ])
  const byKind = (amount: number) => [
    { kind: 'small', respond: { unit: 'working-days', amount: 1 } },
    { kind: 'urgent', respond: { unit: 'minutes', amount } },
  ]
  assert.deepEqual(
    read(inChinese('case.deadlines'), byKind(30), byKind(35)).filter(([, what]) => what !== 'same'),
    [['急事 · 响应时限', 'changed', '30 分钟（昼夜）', '35 分钟（昼夜）']],
  )
  const deadlines = [{ kind: 'urgent', respond: { unit: 'minutes', amount: 30 } }, { kind: 'small' }]
  assert.equal(
    textOf(fieldValue([], deadlines, inChinese('case.deadlines'))),
    '类型：急事；响应时限：30 分钟（昼夜）\n类型：小事',
  )
  assert.equal(textOf(fieldValue(['weekdays'], [1, 2], inChinese('calendar.week'))), '星期一、星期二')
  assert.equal(textOf(fieldValue(['query', 'kind'], 'urgent,small', inEnglish('case.export'))), 'urgent, small')
})
test('of a long list only what changed is told, and how much stayed', () => {
  const held = [
    'case.see',
    'case.accept',
    'case.file',
    'case.close',
    'case.handle',
    'case.merge',
    'place.see',
    'person.see',
  ]
  const reading = inChinese('position.change')
  assert.deepEqual(read(reading, { permissions: held }, { permissions: [...held, 'journal.see'] }), [
    ['权限', 'changed', '无（另有 8 项未变）', `${permissions['journal.see'].zh}（另有 8 项未变）`],
  ])
})
test('a body that is written by its name and by its id is said once', () => {
  const seat = { organisation: '安和物业', organisationId: body, positionId: other }
  assert.deepEqual(
    read(inChinese('appointment.add'), null, seat).map(([name, , , value]) => [name, value]),
    [
      ['单位', '安和物业'],
      ['岗位', '…00000002'],
    ],
  )
})
test('who gave a mandate and to whom are two lines and no span of time', () => {
  assert.deepEqual(
    read(inChinese('decision.mandateOnPaper'), null, { from: body, to: other }).map(([name]) => name),
    ['委托人', '受托人'],
  )
})
test('a unit holds for all that lies below it', () => {
  const result = [{ itemId: other, area: { for: 12_345, against: 0 }, owners: { for: 3 } }]
  assert.equal(
    textOf(fieldValue(['cityResult'], result, inChinese('decision.count'))),
    '表决事项：…00000002；面积：（同意：123.45 m²；反对：0.00 m²）；业主：（同意：3）',
  )
})
test('a device is called by its browser and system, with all it said behind', () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36'
  assert.deepEqual(fieldValue(['device'], agent, inChinese('identity.sign-in')), [
    { text: 'Chrome · Windows', code: agent },
  ])
})
test('what nobody can name stays a short code with the whole of it behind', () => {
  assert.deepEqual(fieldValue(['handlerId'], other, inChinese('case.dispatch')), [{ text: '…00000002', code: other }])
  assert.deepEqual(fieldName(['goneSinceLong'], inChinese('case.dispatch')), [
    { text: 'goneSinceLong', code: 'goneSinceLong' },
  ])
})
