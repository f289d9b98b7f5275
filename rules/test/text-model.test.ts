// The linear text model: learns, explains, packs, and tells how good it is.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { explain, packModel, predict, unpackModel } from '../src/text-model.ts'
import { bitsFor, shuffled, trainTextModel, type Example } from '../src/text-training.ts'
import { figuresOf, foldsOf, validating } from '../src/text-validation.ts'
import { finish } from '../src/text-training.ts'

const kinds: Readonly<Record<string, readonly string[]>> = {
  灯: ['路灯不亮', '楼道灯坏了', '声控灯一直亮', '路灯杆歪了', '路灯坏了不亮', '楼道灯不亮'],
  水: ['天花板漏水', '水管爆裂漏水', '楼顶漏雨渗水', '卫生间漏水', '水管漏水', '墙面渗水'],
  噪: ['半夜施工噪声', '楼下唱歌太吵', '装修噪声大', '广场舞太吵', '施工太吵', '噪声吵得睡不着'],
}
const examples: Example[] = Object.entries(kinds).flatMap(([label, all]) => all.map((words) => ({ words, label })))
const model = trainTextModel(examples, { bytes: 40_000 })

describe('the text model', () => {
  test('says what it has learnt, and new words of the same', () => {
    for (const { words, label } of examples) assert.equal(predict(model, words)[0]!.label, label, words)
    assert.equal(predict(model, '二楼的路灯又坏了')[0]!.label, '灯')
  })
  test('its confidences are chances that add up to one', () =>
    fc.assert(
      fc.property(fc.string(), (words) => {
        const all = predict(model, words)
        if (all.length === 0) return
        assert.ok(Math.abs(all.reduce((sum, one) => sum + one.confidence, 0) - 1) < 1e-6)
        assert.deepEqual(
          all.map((one) => one.confidence),
          all.map((one) => one.confidence).toSorted((a, b) => b - a),
        )
      }),
    ))
  test('of words it knows nothing about it says nothing', () => assert.deepEqual(predict(model, 'zzz qqq'), []))
  test('what spoke for a class stands in the text', () =>
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.string(), ({ words, label }, more) => {
        const text = `${words}，${more}`.normalize('NFKC').toLowerCase()
        const because = explain(model, text, label)
        for (const piece of because) assert.ok(text.includes(piece), piece)
      }),
    ))
  test('an unknown class is explained by nothing', () => assert.deepEqual(explain(model, '路灯', '没有这类'), []))
  test('packed and unpacked it says the same; bytes that are none are refused', () => {
    const again = unpackModel(packModel(model))
    for (const { words } of examples) assert.deepEqual(predict(again, words), predict(model, words))
    assert.throws(() => unpackModel(packModel(model).slice(0, -5)))
  })
  test('the same examples give the same bytes', () =>
    assert.deepEqual(packModel(trainTextModel(examples, { bytes: 40_000 })), packModel(model)))
  test('it keeps within the bytes it was given', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.integer({ min: 200_000, max: 4_000_000 }), (classes, bytes) => {
        assert.ok(2 ** bitsFor(classes, bytes) * (classes + 1) <= bytes)
      }),
    ))
})
describe('how good it is', () => {
  test('every class is spread evenly over the folds', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer(), (folds, seed) => {
        const fold = foldsOf(examples, folds, seed)
        for (const label of Object.keys(kinds)) {
          const counts = Array.from(
            { length: folds },
            (_, f) => examples.filter((one, i) => one.label === label && fold[i] === f).length,
          )
          assert.ok(Math.max(...counts) - Math.min(...counts) <= 1)
        }
      }),
    ))
  test('a shuffle holds every number once', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer(), (count, seed) => {
        assert.deepEqual(
          [...shuffled(count, seed)].sort((a, b) => a - b),
          Array.from({ length: count }, (_, i) => i),
        )
      }),
    ))
  test('F1 as counted by hand', () => {
    const [b, a] = figuresOf(['甲', '甲', '乙', '乙'], ['甲', '乙', '乙', null])
    assert.deepEqual([a!.precision, a!.recall, b!.precision, b!.recall], [1, 0.5, 0.5, 0.5])
    assert.ok(Math.abs(a!.f1 - 2 / 3) < 1e-9)
  })
  test('cross-validation judges by examples not seen', () => {
    const made = finish(validating(examples, { bytes: 40_000, folds: 3 }))
    assert.ok(made.macroF1 > 0.5 && made.macroF1 <= 1, String(made.macroF1))
    assert.deepEqual(
      made.classes.map((one) => one.examples),
      [6, 6, 6],
    )
  })
})
