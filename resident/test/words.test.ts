// Words: both languages, marks filled in, states said to residents in plain words; messages once and in order.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { caseStates, caseSteps, type CaseState } from '../../contract/src/cases-life.ts'
import { mergeMessages } from '../src/messages.ts'
import { deviceWords } from '../src/modules/identity/device-words.ts'
import { stateWords, stepWords } from '../src/modules/cases/case-words.ts'
import { fit } from '../src/modules/cases/shrink.ts'
import { language, words } from '../src/words.ts'

afterEach(() => language.set('zh-CN'))

test('a dictionary speaks the chosen language and fills its marks', () => {
  const w = words({ left: ['还有 {n} 张', '{n} left'] })
  assert.equal(w('left', { n: 3 }), '还有 3 张')
  language.set('en')
  assert.equal(w('left', { n: 3 }), '3 left')
  assert.equal(w('left'), '{n} left')
})
test('things are counted as English counts them', () => {
  const w = words({ found: ['{n} 条，解决 {done} 条', '{n|entry|entries}, {done} solved'] })
  assert.equal(w('found', { n: 1, done: 1 }), '1 条，解决 1 条')
  language.set('en')
  assert.equal(w('found', { n: 1, done: 1 }), '1 entry, 1 solved')
  assert.equal(w('found', { n: 0, done: 0 }), '0 entries, 0 solved')
  assert.equal(w('found', { n: '12', done: 3 }), '12 entries, 3 solved')
})
test('a dispatched case says to whom it went', () => {
  assert.equal(stateWords('dispatched', '康居物业').words, '已转给 康居物业')
  assert.equal(stateWords('dispatched', null).words, '已转给办理单位')
})
test('every state and every step of the life-cycle has words in both languages, without open marks', () => {
  for (const spoken of ['zh-CN', 'en'] as const) {
    language.set(spoken)
    for (const state of Object.keys(caseStates) as CaseState[]) {
      for (const who of ['甲', null]) assert.doesNotMatch(stateWords(state, who).words, /^$|\{/)
    }
    for (const step of Object.keys(caseSteps)) {
      for (const who of ['甲', null]) {
        assert.doesNotMatch(stepWords(step, who), /^$|\{|有新进展|There is news/, step)
      }
    }
  }
})
test('to anybody but its reporter a case does not say “you”', () => {
  assert.equal(stepWords('report', null), '您已提交')
  for (const spoken of ['zh-CN', 'en'] as const) {
    language.set(spoken)
    const said = [
      ...(Object.keys(caseStates) as CaseState[]).map((state) => stateWords(state, null, false).words),
      ...[...Object.keys(caseSteps), 'submit', 'report', 'file', 'mergedRating'].map((one) =>
        stepWords(one, null, false),
      ),
    ]
    assert.deepEqual(
      said.filter((words) => /您|\byou/i.test(words)),
      [],
    )
  }
})
test('messages stand newest first, each once, the fresh copy winning', () => {
  const known = [
    { seq: '10', readAt: null },
    { seq: '9', readAt: null },
  ]
  const merged = mergeMessages(known, [
    { seq: '9', readAt: 'now' },
    { seq: '11', readAt: null },
  ])
  assert.deepEqual(merged, [
    { seq: '11', readAt: null },
    { seq: '10', readAt: null },
    { seq: '9', readAt: 'now' },
  ])
})
test('sequence numbers of several parts are compared as numbers, part by part', () => {
  const rows = ['850-9', '851-1', '850-10', '99-300'].map((seq) => ({ seq }))
  assert.deepEqual(
    mergeMessages(rows, []).map((row) => row.seq),
    ['851-1', '850-10', '850-9', '99-300'],
  )
})
test('a photo is shrunk to 1920 on its longer side, never enlarged', () => {
  assert.deepEqual(fit(4000, 3000), { width: 1920, height: 1440 })
  assert.deepEqual(fit(3000, 4000), { width: 1440, height: 1920 })
  assert.deepEqual(fit(800, 600), { width: 800, height: 600 })
  assert.deepEqual(fit(20000, 1), { width: 1920, height: 1 })
})
test('a signed-in device is named as its owner knows it', () => {
  const wechat = 'Mozilla/5.0 (Linux; Android 13; V2206A) AppleWebKit/537.36 Chrome/116 Mobile MicroMessenger/8.0.47'
  assert.equal(deviceWords(wechat), '安卓手机 · 微信')
  assert.equal(
    deviceWords('Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'),
    '苹果手机 · Safari',
  )
  assert.equal(deviceWords('Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Edg/126.0'), 'Windows 电脑 · Edge')
  assert.equal(deviceWords('curl'), 'curl')
})
