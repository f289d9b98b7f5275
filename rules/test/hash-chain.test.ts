// The hash chain: canonical text, and that every change, removal and reordering is found.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, linkHash, verifyChain } from '../src/hash-chain.ts'
import type { ChainEntry } from '../src/hash-chain.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function makeChain(values: readonly unknown[]): ChainEntry[] {
  const entries: ChainEntry[] = []
  for (const value of values) {
    const canonical = canonicalJson(value)
    const prevHash = entries.at(-1)?.hash ?? ''
    entries.push({ prevHash, canonical, hash: linkHash(prevHash, canonical, sha256) })
  }
  return entries
}

/** The values with their members inserted in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

test('keys are sorted at every depth, arrays keep their order, undefined members are left out', () => {
  const value = { b: [2, 1, { d: null, c: '门' }], a: true, Z: -0, gone: undefined, '10': 1.5, '9': 1e21 }
  assert.equal(canonicalJson(value), '{"10":1.5,"9":1e+21,"Z":0,"a":true,"b":[2,1,{"c":"门","d":null}]}')
})

test('what JSON cannot hold is refused', () => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  const values = [
    undefined,
    Number.NaN,
    Infinity,
    1n,
    new Date(0),
    () => 1,
    Symbol('x'),
    [undefined],
    new Map(),
    circle,
  ]
  const holed: number[] = [1]
  holed[2] = 2
  for (const value of [...values, holed]) assert.throws(() => canonicalJson(value), TypeError)
})

test('the same part twice is no cycle', () => {
  const part = { a: 1 }
  assert.equal(canonicalJson([part, part]), '[{"a":1},{"a":1}]')
})

test('the first hash is that of a line feed and the text, the next that of the hash before it', () => {
  const [one, two] = makeChain([{ a: 1 }, { b: 2 }])
  assert.ok(one && two)
  assert.equal(one.hash, createHash('sha256').update('\n{"a":1}').digest('hex'))
  assert.equal(two.hash, createHash('sha256').update(`${one.hash}\n{"b":2}`).digest('hex'))
})

test('a chain holds from an empty or null beginning, and an empty chain holds', () => {
  const chain = makeChain([1, 2, 3])
  assert.deepEqual(verifyChain(chain, sha256), { intact: true, length: 3, head: chain[2]?.hash })
  const [first, ...rest] = chain
  assert.ok(first)
  assert.equal(verifyChain([{ ...first, prevHash: null }, ...rest], sha256).intact, true)
  assert.deepEqual(verifyChain([], sha256), { intact: true, length: 0, head: '' })
})

test('a cut-off tail is found against the hash the chain should end with', () => {
  const chain = makeChain([1, 2, 3])
  const head = chain[2]?.hash ?? ''
  assert.equal(verifyChain(chain.slice(0, 2), sha256).intact, true)
  const verdict = verifyChain(chain.slice(0, 2), sha256, head)
  assert.deepEqual(verdict, { intact: false, brokenAt: 2, reason: 'wrong-head' })
  assert.equal(verifyChain(chain, sha256, head).intact, true)
})

test('property: canonical text reads back as the value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      assert.equal(canonicalJson(reversed(value)), text)
      assert.equal(canonicalJson(JSON.parse(text)), text)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
    }),
  )
})

const anyBrokenChain = fc
  .uniqueArray(fc.string(), { minLength: 2, maxLength: 8 })
  .chain((values) => fc.record({ values: fc.constant(values), index: fc.nat({ max: values.length - 2 }) }))

test('property: changed content, a removed or a moved entry is found where it happened', () => {
  fc.assert(
    fc.property(anyBrokenChain, ({ values, index }) => {
      const chain = makeChain(values)
      const changed = chain.with(index, { ...(chain[index] as ChainEntry), canonical: canonicalJson({ forged: 1 }) })
      assert.deepEqual(verifyChain(changed, sha256), { intact: false, brokenAt: index, reason: 'wrong-hash' })
      const removed = chain.toSpliced(index, 1)
      assert.deepEqual(verifyChain(removed, sha256), { intact: false, brokenAt: index, reason: 'wrong-previous' })
      const moved = removed.toSpliced(index + 1, 0, chain[index] as ChainEntry)
      assert.deepEqual(verifyChain(moved, sha256), { intact: false, brokenAt: index, reason: 'wrong-previous' })
      const forged = changed.map((entry, n) =>
        n === index ? { ...entry, hash: linkHash(entry.prevHash, entry.canonical, sha256) } : entry,
      )
      const verdict = verifyChain(forged, sha256)
      assert.deepEqual(verdict, { intact: false, brokenAt: index + 1, reason: 'wrong-previous' })
    }),
  )
})
