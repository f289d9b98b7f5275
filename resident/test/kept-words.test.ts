// Words kept in a tab until they are sent: only those that have left are forgotten.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgetSent, forgetWords } from '../src/kit/kept-words.ts'

/** A tab's own storage, as far as it is used. */
const tab = (entries: Readonly<Record<string, string>>) => {
  const storage = Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  }) as Record<string, string>
  Object.assign(storage, entries)
  Object.defineProperty(globalThis, 'sessionStorage', { value: storage, configurable: true })
  return storage
}
test('what was sent is forgotten, what was not stays, and other things of the tab are left alone', () => {
  const storage = tab({
    'linli.words//polls/1|意见|': ' 他说“好”\n第二行 ',
    'linli.words//polls/1|补充|': '还没有写完',
    'linli.reloaded': '1',
  })
  forgetSent(JSON.stringify({ remark: '他说“好”\n第二行' }))
  assert.deepEqual(Object.keys(storage), ['linli.words//polls/1|补充|', 'linli.reloaded'])
  forgetWords()
  assert.deepEqual(Object.keys(storage), ['linli.reloaded'])
})
