// A pasted chat is split into messages: the common shapes of WeChat copies, and any text without harm.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { splitChat } from '../src/chat-splitter.ts'

const words = (text: string) => splitChat(text).map((message) => message.words)
describe('a pasted chat is split into messages', () => {
  test('names followed by the time, as the desktop copies them', () => {
    assert.deepEqual(splitChat('王姐 2026-11-20 14:20:05\n路灯不亮\n第二天还是\n\n老李 2026/11/20 14:21\n收到'), [
      { at: '2026-11-20 14:20:05', name: '王姐', words: '路灯不亮\n第二天还是' },
      { at: '2026/11/20 14:21', name: '老李', words: '收到' },
    ])
  })
  test('the clock alone, under a line with the day', () => {
    assert.deepEqual(splitChat('—————  2026-11-20  —————\n\n王姐  14:20\n\n井盖坏了\n\n老李  14:22\n\n哪里'), [
      { at: '2026-11-20 14:20', name: '王姐', words: '井盖坏了' },
      { at: '2026-11-20 14:22', name: '老李', words: '哪里' },
    ])
  })
  test('the time before the name, with the words on the same line', () => {
    assert.deepEqual(splitChat('[14:20] 王姐：北门：道闸坏了\n2026年11月20日 14:25 老李\n马上看'), [
      { at: '14:20', name: '王姐', words: '北门：道闸坏了' },
      { at: '2026年11月20日 14:25', name: '老李', words: '马上看' },
    ])
  })
  test('the name above the time, as a Mac copies it', () => {
    assert.deepEqual(splitChat('王姐\n2026-11-20 14:20\n水管漏了\n\n老李\n2026-11-20 14:30\n来了'), [
      { at: '2026-11-20 14:20', name: '王姐', words: '水管漏了' },
      { at: '2026-11-20 14:30', name: '老李', words: '来了' },
    ])
  })
  test('names with a colon on lines of their own, or before the words', () => {
    assert.deepEqual(splitChat('王姐:\n灯坏了\n\n老李:\n知道了'), [
      { at: null, name: '王姐', words: '灯坏了' },
      { at: null, name: '老李', words: '知道了' },
    ])
    assert.deepEqual(splitChat('王姐：灯坏了\n老李：知道了\n'), [
      { at: null, name: '王姐', words: '灯坏了' },
      { at: null, name: '老李', words: '知道了' },
    ])
  })
  test('a clock inside a sentence is no head', () => {
    assert.deepEqual(words('王姐 14:20\n昨晚 23:30 还在施工，太吵\n时间：14:30 开会'), [
      '昨晚 23:30 还在施工，太吵\n时间：14:30 开会',
    ])
  })
  test('pictures, stickers and notes of the system are left out', () => {
    assert.deepEqual(words('王姐 14:20\n[图片]\n老李 14:21\n"小周"撤回了一条消息\n小周 14:22\n看图说话'), ['看图说话'])
  })
  test('plain lines are a message each', () => {
    assert.deepEqual(words('楼道灯不亮\n\n下水道堵了'), ['楼道灯不亮', '下水道堵了'])
    assert.deepEqual(splitChat('  \n\t\n'), [])
  })
})

const name = fc.stringMatching(/^[一-龥]{1,4}$/)
const sentence = fc.stringMatching(/^[一-龥]{4,20}$/)
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`)
const shapes = {
  last: (n: string, at: string, said: string) => `${n} 2026-11-20 ${at}\n${said}\n`,
  first: (n: string, at: string, said: string) => `2026/11/20 ${at} ${n}\n${said}\n`,
  inline: (n: string, at: string, said: string) => `[${at}] ${n}：${said}`,
  mac: (n: string, at: string, said: string) => `${n}\n2026-11-20 ${at}\n${said}\n`,
}
describe('properties of splitting', () => {
  for (const [shape, write] of Object.entries(shapes))
    test(`what was written in the shape “${shape}” comes back, message by message`, () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(name, clock, sentence), { minLength: 1, maxLength: 12 }), (said) => {
          const found = splitChat(said.map((one) => write(...one)).join('\n'))
          assert.deepEqual(
            found.map((one) => [one.name, one.words]),
            said.map(([n, , text]) => [n, text]),
          )
        }),
      )
    })
  test('no text is too strange: nothing is thrown, nothing invented, no message is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const plain = text.replace(/\s/g, '')
        for (const message of splitChat(text)) {
          assert.notEqual(message.words.trim(), '')
          for (const line of message.words.split('\n')) assert.ok(text.includes(line) || plain.length < text.length)
        }
      }),
    )
  })
  test('a sentence is never lost', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (all, between) => {
          const found = words(all.join(between)).join('\n')
          for (const one of all) assert.ok(found.includes(one))
        },
      ),
    )
  })
})
