// Settlements: money never appears from nothing, capitals say exactly the sum, and the text says what the clauses say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  balances,
  capitalMoney,
  clauseFaults,
  instalments,
  settlementText,
  yuan,
  type SettlementClause,
} from '../src/settlement.ts'

const fen = fc.integer({ min: 1, max: 1_000_000_000 })
/** Reads capitals back, by itself: digits times places, groups of four. */
const readCapitals = (text: string): number => {
  const [wholeText, rest = ''] = text.includes('元') ? (text.split('元') as [string, string]) : ['', text]
  const digit = (c: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(c)
  const place: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let whole = 0
  let group = 0
  let last = 0
  for (const c of wholeText) {
    if (digit(c) >= 0) last = digit(c)
    else if (c in place) {
      group += last * place[c]!
      last = 0
    } else {
      // 万 or 亿 closes what was read so far; 亿 multiplies all above it.
      group += last
      last = 0
      whole = c === '亿' ? (whole + group) * 100_000_000 : whole + group * 10_000
      group = 0
    }
  }
  whole += group + last
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest)
  const fenPart = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest)
  return whole * 100 + (jiao ? digit(jiao[1]!) * 10 : 0) + (fenPart ? digit(fenPart[1]!) : 0)
}

test('capitals read back as exactly the sum', () => {
  fc.assert(fc.property(fen, (sum) => readCapitals(capitalMoney(sum)) === sum))
})
test('capitals as a notary writes them', () => {
  assert.equal(capitalMoney(120_000), '壹仟贰佰元整')
  assert.equal(capitalMoney(10_050), '壹佰元伍角整')
  assert.equal(capitalMoney(10_005), '壹佰元零伍分')
  assert.equal(capitalMoney(1_000_500), '壹万零伍元整')
  assert.equal(capitalMoney(1_000_000_000), '壹仟万元整')
  assert.equal(capitalMoney(7), '柒分')
  assert.throws(() => capitalMoney(0), RangeError)
  assert.throws(() => capitalMoney(1.5), RangeError)
})
test('digits with separators read back as the sum', () => {
  fc.assert(fc.property(fen, (sum) => Math.round(Number(yuan(sum).replace(/[¥,]/g, '')) * 100) === sum))
  assert.equal(yuan(123_456_700), '¥1,234,567.00')
})
test('instalments make up exactly the sum and differ by at most one fen', () => {
  fc.assert(
    fc.property(fen, fc.integer({ min: 1, max: 60 }), (sum, times) => {
      fc.pre(times <= sum)
      const parts = instalments(sum, times)
      assert.equal(parts.length, times)
      assert.equal(
        parts.reduce((a, b) => a + b, 0),
        sum,
      )
      assert.ok(Math.max(...parts) - Math.min(...parts) <= 1)
      assert.ok(parts.every((part) => Number.isInteger(part) && part > 0))
    }),
  )
  assert.throws(() => instalments(3, 4), RangeError)
})
const clause = (parties: number) =>
  fc
    .record({
      from: fc.integer({ min: 0, max: parties - 1 }),
      shift: fc.integer({ min: 1, max: parties - 1 }),
      amountFen: fen,
      what: fc.constant('墙面粉刷'),
      dueOn: fc.constant('2026-12-31'),
    })
    .map(({ from, shift, ...rest }): SettlementClause => ({
      kind: 'compensation',
      from,
      to: (from + shift) % parties,
      ...rest,
    }))
test('whatever the clauses, nobody gains what nobody pays, and they are without fault', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 6 })
        .chain((parties) => fc.tuple(fc.constant(parties), fc.array(clause(parties), { maxLength: 20 }))),
      ([parties, clauses]) => {
        assert.equal(
          balances(clauses, parties).reduce((a, b) => a + b, 0),
          0,
        )
        assert.deepEqual(clauseFaults(clauses, parties, '2026-11-21'), [])
      },
    ),
  )
})
test('faults are named where they are', () => {
  const good: SettlementClause = { kind: 'compensation', from: 0, to: 1, amountFen: 1, what: '补', dueOn: '2026-12-01' }
  const faultOf = (one: Partial<SettlementClause>) =>
    clauseFaults([{ ...good, ...one }], 2, '2026-11-21').map((fault) => fault.field)
  assert.deepEqual(faultOf({}), [])
  assert.deepEqual(faultOf({ to: 0 }), ['toId'])
  assert.deepEqual(faultOf({ from: 2 }), ['fromId'])
  assert.deepEqual(faultOf({ amountFen: 0 }), ['amountFen'])
  assert.deepEqual(faultOf({ amountFen: 0.5 }), ['amountFen'])
  assert.deepEqual(faultOf({ to: null }), ['toId'])
  assert.deepEqual(faultOf({ kind: 'repair' }), ['amountFen'])
  assert.deepEqual(faultOf({ dueOn: '2026-11-20' }), ['dueOn'])
})
test('the text holds every clause once, no names, and is the same for the same input', () => {
  const input = {
    number: '5001',
    subject: '楼上漏水',
    parties: ['甲方（楼下业主）', '乙方（楼上业主）'],
    facts: '卫生间防水老化',
    clauses: [
      { kind: 'compensation', from: 1, to: 0, amountFen: 120_000, what: '粉刷墙面', dueOn: '2026-12-05' },
      { kind: 'repair', from: 1, to: null, amountFen: null, what: '重做防水', dueOn: '2026-12-01' },
    ],
  } as const
  const text = settlementText(input)
  assert.equal(text, settlementText(input))
  assert.ok(
    text.includes('1. 乙方（楼上业主）于2026年12月5日前赔偿甲方（楼下业主）人民币壹仟贰佰元整（¥1,200.00）。粉刷墙面'),
  )
  assert.ok(text.includes('2. 乙方（楼上业主）于2026年12月1日前负责维修：重做防水（对其他各方）'))
})
