// Work that is asked for from many sides is done by one at a time, and nobody who asks is forgotten.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurn } from '../src/outbox/in-turn.ts'

const pause = () => new Promise((resolve) => setImmediate(resolve))

test('what is put down after the round has looked, and asked for before it ends, is still served', async () => {
  const waiting: string[] = []
  const served: string[] = []
  let atOnce = 0
  const run = inTurn('test', async () => {
    assert.equal(++atOnce, 1)
    served.push(...waiting.splice(0))
    await pause()
    await pause()
    atOnce--
  })
  const first = run()
  await pause()
  waiting.push('late')
  await run()
  await first
  assert.deepEqual(served, ['late'])
})
test('asking many times during a round costs one more round, not many', async () => {
  let rounds = 0
  const run = inTurn('test', async () => {
    rounds++
    await pause()
  })
  await Promise.all([run(), run(), run(), run()])
  assert.equal(rounds, 2)
})
test('a round that fails leaves the way free for the next', async () => {
  let fails = true
  const run = inTurn('test', async () => {
    if (fails) throw new Error('no')
  })
  await assert.rejects(run())
  fails = false
  await run()
})
