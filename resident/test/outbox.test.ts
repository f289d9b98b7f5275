// A report that could not leave waits, is sent once by its own writer, and comes back when it needs a correction.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterFailure, bodyOf, emptyDraft, isDue, isEmpty, itemOf, type Draft } from '../src/outbox/item.ts'

const draft: Draft = { ...emptyDraft, words: ' 灯不亮 ', place: { id: 'p1', path: '3号楼' } }
const file = (id: string | null) => ({ blob: new Blob(['x']), name: 'a.jpg', key: 'k', id })
const waiting = itemOf('i1', 'wang', draft, 1000)
const refusal = (status: number, code: string) =>
  ({ why: 'refused', status, code, cause: '原因', remedy: '办法' }) as const

test('a fresh item may be sent at once by its writer and by nobody else', () => {
  assert.equal(isDue(waiting, 'wang', 1000), true)
  assert.equal(isDue(waiting, 'li', 1000), false)
  assert.equal(isDue(waiting, null, 1000), false)
})
test('what was written before anybody signed in belongs to who signs in', () => {
  assert.equal(isDue(itemOf('i2', null, draft, 1000), 'li', 1000), true)
})
test('without a signal it waits, longer after each try, but never more than five minutes', () => {
  let item = waiting
  const pauses: number[] = []
  for (let n = 0; n < 12; n++) {
    item = afterFailure(item, { why: 'no-signal' }, 0)
    pauses.push(item.nextTryAt)
  }
  assert.equal(item.state, 'waiting')
  assert.deepEqual(pauses.slice(0, 3), [2000, 4000, 8000])
  assert.equal(Math.max(...pauses), 300_000)
  assert.equal(isDue(item, 'wang', 299_999), false)
  assert.equal(isDue(item, 'wang', 300_000), true)
})
test('a busy server, a lapsed session and missing consent pass by themselves', () => {
  for (const [status, code] of [
    [503, 'http.busy'],
    [429, 'http.too-many'],
    [401, 'identity.not-signed-in'],
    [403, 'identity.consent-needed'],
  ] as const) {
    assert.equal(afterFailure(waiting, refusal(status, code), 0).state, 'waiting', code)
  }
})
test('a real refusal stops the sending and says cause and remedy', () => {
  const refused = afterFailure(waiting, refusal(404, 'place.not-found'), 0)
  assert.equal(refused.state, 'refused')
  assert.deepEqual(refused.refusal, { cause: '原因', remedy: '办法' })
  assert.equal(isDue(refused, 'wang', Number.MAX_SAFE_INTEGER), false)
  assert.equal(refused.id, waiting.id)
})
test('files the server no longer has are sent anew, once, with keys of their own', () => {
  const sent = itemOf('i3', 'wang', { ...draft, photos: [file('f1')], voice: file('f2') }, 0)
  const again = afterFailure(sent, refusal(422, 'case.photo-not-yours'), 5)
  assert.equal(isDue(again, 'wang', 5), true)
  const files = [...again.draft.photos, again.draft.voice!]
  assert.deepEqual(
    files.map((one) => one.id),
    [null, null],
  )
  assert.equal(new Set(['k', ...files.map((one) => one.key)]).size, 3)
  assert.equal(again.id, sent.id, 'the report keeps its key')
  const arrived = { ...again, draft: { ...again.draft, photos: [file('f3')] } }
  assert.equal(afterFailure(arrived, refusal(422, 'case.photo-not-yours'), 9).state, 'refused')
})
test('the body names the door code when there is one, else the place', () => {
  assert.deepEqual(bodyOf(draft), { words: '灯不亮', placeId: 'p1', photos: [], hideName: false })
  const scanned = bodyOf({ ...draft, doorCode: 'ABC' })
  assert.deepEqual(scanned, { words: '灯不亮', doorCode: 'ABC', photos: [], hideName: false })
})
test('only files that have arrived are named in the body', () => {
  const body = bodyOf({ ...draft, photos: [file('f1'), file(null)], voice: file(null) })
  assert.deepEqual(body.photos, ['f1'])
  assert.equal('voice' in body, false)
})
test('a draft with only a place is nothing to keep; with a photo it is', () => {
  assert.equal(isEmpty({ ...draft, words: '  ' }), true)
  assert.equal(isEmpty({ ...draft, words: '', photos: [file(null)] }), false)
})
