// A hundred thousand owners are counted whole: the figures are checked, the time is only told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rollOf } from '../src/owners-roll.ts'
import { tally } from '../src/owners-vote.ts'
import { nationalRules } from '../src/vote-rule-sets.ts'

test('a hundred thousand owners are counted to the last hundredth', (t) => {
  const parts = Array.from({ length: 100_000 }, (_, i) => ({ id: `p${i}`, owners: [`o${i}`], area: 8000 + (i % 5000) }))
  const ballots = Array.from({ length: 80_000 }, (_, i) => ({
    id: `b${i}`,
    ownerKey: `o${i}`,
    voterId: `o${i}`,
    mark: i % 3 === 0 ? ('against' as const) : ('for' as const),
    channel: 'electronic' as const,
    order: i,
  }))
  const roll = rollOf(parts)
  const before = performance.now()
  const counted = tally(roll, ballots, 'other', nationalRules)
  t.diagnostic(`${Math.round(performance.now() - before)} ms`)
  assert.equal(counted.owners.participating, 80_000)
  assert.equal(counted.owners.against, 26_667)
  assert.equal(
    counted.area.participating,
    parts.slice(0, 80_000).reduce((sum, part) => sum + part.area, 0),
  )
  assert.equal(counted.isPassed, true)
})
