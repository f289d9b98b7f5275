// Likeness, groups and public words: laws that hold for any text.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { groupAlike, growthOf } from '../src/like-groups.ts'
import { rankAlike } from '../src/likeness.ts'
import { publicWords, shortPublicWords } from '../src/public-words.ts'
import { hashGram, pairsIn } from '../src/text-grams.ts'

const letters = [...'路灯不亮漏水电梯停了楼道垃圾噪声大半夜施工小区门口充电桩坏']
const text = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 60 }).map((all) => all.join(''))

describe('likeness', () => {
  test('a text is most like itself, and likeness lies between 0 and 1', () =>
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 8 }), (words, others) => {
        const candidates = [words, ...others].map((one, i) => ({ id: String(i), words: one, near: 0.5 }))
        const ranked = rankAlike(words, candidates, { most: 20, least: 0 })
        const own = ranked.find((one) => one.id === '0')!
        for (const one of ranked) {
          assert.ok(one.likeness >= 0 && one.likeness <= 1, String(one.likeness))
          assert.ok(one.likeness <= own.likeness + 1e-9)
        }
      }),
    ))
  test('the nearer of two equal texts comes first', () =>
    fc.assert(
      fc.property(text, (words) => {
        const candidates = [
          { id: 'far', words, near: 0.25 },
          { id: 'near', words, near: 1 },
        ]
        assert.equal(rankAlike(words, candidates, { least: 0 })[0]!.id, 'near')
      }),
    ))
  test('texts without a shared pair are not alike; signs alone are nothing', () => {
    assert.deepEqual(rankAlike('路灯不亮', [{ id: '1', words: '垃圾没清', near: 1 }]), [])
    assert.deepEqual(rankAlike('！！？', [{ id: '1', words: '路灯不亮', near: 1 }]), [])
  })
  test('width and capitals make no difference', () =>
    assert.deepEqual([...pairsIn('ＫＴＶ太吵')], [...pairsIn('ktv太吵')]))
  test('a hash lies within its bits', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 16 }), (gram, bits) => {
        const hash = hashGram(gram, bits)
        assert.ok(Number.isInteger(hash) && hash >= 0 && hash < 2 ** bits)
      }),
    ))
})
describe('groups of like texts', () => {
  test('nobody stands in two groups, and none is smaller than asked', () =>
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), fc.integer({ min: 2, max: 4 }), (all, leastSize) => {
        const told = all.map((words, i) => ({ id: String(i), words, place: i % 2 === 0 ? 'a' : null }))
        const ids = groupAlike(told, { leastSize }).flatMap((group) => {
          assert.ok(group.ids.length >= leastSize)
          assert.ok(group.ids.includes(group.middle))
          assert.ok(group.closeness >= 0 && group.closeness <= 1)
          return group.ids
        })
        assert.equal(new Set(ids).size, ids.length)
      }),
      { numRuns: 60 },
    ))
  test('the same matter in other words is one group; another matter is not in it', () => {
    const told = [
      '车棚充电桩坏了三个要排队',
      '电动车充电桩又坏了扫码没反应',
      '充电桩坏了没人修只好飞线',
      '顶楼一下雨就漏水',
      '楼上卫生间漏水到我家',
      '小区门口路灯不亮',
    ].map((words, i) => ({ id: String(i), words, place: '甲' }))
    const [first] = groupAlike(told, { leastSize: 3 })
    assert.deepEqual(first!.ids, ['0', '1', '2'])
    assert.ok(
      first!.shared.some((word) => word.includes('充电桩')),
      first!.shared.join(),
    )
  })
  test('growth is high for what is new, nought for what is steady, and negative for what ebbs', () => {
    assert.ok(growthOf([0, 0, 0, 0, 0, 0, 3, 4]) > 4)
    assert.equal(growthOf([3, 3, 3, 3, 3, 3, 3, 3]), 0)
    assert.ok(growthOf([9, 9, 9, 9, 9, 9, 0, 0]) < 0)
  })
})
describe('public words', () => {
  const hidden = (said: string, secret: string, names: readonly string[] = []) =>
    assert.ok(!publicWords(said, names).includes(secret), publicWords(said, names))
  test('telephones, identity numbers and plates are covered, whatever stands around them', () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), text, (before, phone, after) => {
        hidden(`${before}${phone}${after}`, String(phone))
      }),
    ))
  test('homes and named people are covered', () => {
    hidden('3号楼2单元501漏水', '501')
    hidden('3-2-501太吵', '501')
    hidden('楼上602住户装修', '602')
    hidden('隔壁1203天天吵', '1203')
    hidden('我叫王小明，求帮忙', '王小明')
    hidden('物业的李师傅态度差', '李师傅')
    hidden('王秀英家漏水', '王秀英', ['王秀英'])
    hidden('身份证11010519491231002X', '11010519491231002X')
    hidden('浙A12345占道', 'A12345')
  })
  test('what tells nobody stays: years, sums, routes, buildings', () => {
    const said = '2019年3号楼花了1200元，坐102路到东门'
    assert.equal(publicWords(said), said)
  })
  test('short words are no longer than asked', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 5, max: 80 }), (said, most) => {
        assert.ok([...shortPublicWords(said, [], most)].length <= most)
      }),
    ))
})
