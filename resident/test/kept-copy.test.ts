// What is kept for work without a signal: the last list, for its own person only, until somebody signs out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoSignal } from '../src/api.ts'
import { forgetCopies, freshOrKept } from '../src/outbox/kept-copy.ts'
import { session, type Me } from '../src/session.ts'

const signedIn = (id: string) => session.set({ state: 'in', me: { id } as Me })
const noSignal = () => Promise.reject(new NoSignal())

test('without a signal the last list of the same person is there, and of nobody else', async () => {
  signedIn('grid worker')
  assert.equal(await freshOrKept('tasks', () => Promise.resolve('first')), 'first')
  assert.equal(await freshOrKept('tasks', () => Promise.resolve('second')), 'second')
  assert.equal(await freshOrKept('tasks', noSignal), 'second')
  await assert.rejects(freshOrKept('another list', noSignal), NoSignal)
  signedIn('somebody else')
  await assert.rejects(freshOrKept('tasks', noSignal), NoSignal)
})
test('a refusal of the server is told, not covered by what was kept', async () => {
  signedIn('grid worker')
  await assert.rejects(
    freshOrKept('tasks', () => Promise.reject(new Error('refused'))),
    /refused/,
  )
})
test('who signs out leaves nothing of it on the phone', async () => {
  signedIn('grid worker')
  await freshOrKept('tasks', () => Promise.resolve('mine'))
  await forgetCopies()
  await assert.rejects(freshOrKept('tasks', noSignal), NoSignal)
})
