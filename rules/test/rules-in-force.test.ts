// Rule sets are versioned by place and date: which one holds where and when.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { committeeRuleSets } from '../src/committee-rules.ts'
import { ruleSetInForce } from '../src/rules-in-force.ts'
import { voteRuleSets } from '../src/vote-rule-sets.ts'

const versions = [
  { id: 'national', place: 'CN', from: '2021-01-01' },
  { id: 'national-2', place: 'CN', from: '2030-01-01' },
  { id: 'province', place: '370000', from: '2022-05-01' },
  { id: 'city', place: '370500', from: '2023-01-01' },
  { id: 'county', place: '370523', from: '2024-01-01' },
]
const at = (region: string | null, day: string) => ruleSetInForce(versions, region, day).id

test('the nearest place that has begun holds, before a newer national version', () => {
  assert.deepEqual(
    ['2021-06-01', '2022-05-01', '2023-01-01', '2023-12-31', '2024-01-01', '2031-01-01'].map((day) =>
      at('370523', day),
    ),
    ['national', 'province', 'city', 'city', 'county', 'county'],
  )
  assert.deepEqual([at('370502', '2026-01-01'), at('371002', '2026-01-01')], ['city', 'province'])
})
test('elsewhere, and where no code is known, the national version of the day holds', () => {
  assert.deepEqual(
    [at('110105', '2026-01-01'), at(null, '2029-12-31'), at(null, '2030-01-01')],
    ['national', 'national', 'national-2'],
  )
})
test('before anything has begun there is no answer', () => {
  assert.throws(() => at(null, '2020-12-31'), RangeError)
})
test('what is shipped: national votes and committees, Beijing with its own management committees', () => {
  assert.equal(ruleSetInForce(voteRuleSets, '110105', '2026-01-01').id, 'cn-2021')
  assert.equal(ruleSetInForce(committeeRuleSets, '110105', '2026-01-01').id, 'cn-11-2020')
  assert.equal(ruleSetInForce(committeeRuleSets, '110105', '2020-04-30').id, 'cn-2009')
  assert.equal(ruleSetInForce(committeeRuleSets, '370523', '2026-01-01').id, 'cn-2009')
})
test('every value of every shipped set has its citation', () => {
  for (const { participation, ordinary, special, noticeCitation, readingCitation } of voteRuleSets)
    for (const said of [participation.citation, ordinary.citation, special.citation, noticeCitation, readingCitation])
      assert.match(said ?? '', /第\d+条/)
  for (const { requirements, seats, group, management, citations } of committeeRuleSets)
    for (const said of [...requirements, seats, group, management]
      .map((one) => one.citation)
      .concat(Object.values(citations ?? {})))
      assert.match(said, /第\d+条|默认/)
})
