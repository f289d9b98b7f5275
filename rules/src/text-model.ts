// A small linear classifier over character features: multinomial logistic regression, eight bits per weight. Pure.
import { eachGram, hashGram, normalText } from './text-grams.ts'
import { featuresOf, GRAM_LEAST, GRAM_MOST, READ, valuesOf } from './text-features.ts'

export interface TextModel {
  /** What it tells apart, e.g. ids of categories. */
  readonly classes: readonly string[]
  /** `2 ** bits` buckets. */
  readonly bits: number
  /** Rarity of each bucket in sixteenths; 0: seen less than twice, not used. */
  readonly rarity: Uint8Array
  /** By bucket, then class; times the class's scale. */
  readonly weights: Int8Array
  readonly scales: Float32Array
  readonly bias: Float32Array
  /** Divides the scores so that a confidence of 0.8 is right about eight times in ten. */
  readonly temperature: number
}
export interface Prediction {
  readonly label: string
  /** 0 to 1. */
  readonly confidence: number
}
export const RARITY_STEP = 16

const scoresOf = (model: TextModel, text: string, marks: readonly string[]): Float64Array => {
  const features = featuresOf(text, model.bits, marks)
  const values = valuesOf(features, model.rarity)
  const count = model.classes.length
  const sums = new Float64Array(count)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value === 0) continue
    const at = features.buckets[i]! * count
    for (let c = 0; c < count; c++) sums[c]! += value * model.weights[at + c]!
  }
  return sums.map((sum, c) => (sum * model.scales[c]! + model.bias[c]!) / model.temperature)
}
/** Chances that add up to one. */
export const softmax = (scores: ArrayLike<number>): number[] => {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scores.length; i++) most = Math.max(most, scores[i]!)
  const powers = Array.from(scores, (score) => Math.exp(score - most))
  const sum = powers.reduce((all, one) => all + one, 0)
  return powers.map((one) => one / sum)
}
/** All classes with their confidence, the likeliest first. A text of which nothing is known gets no answer. */
export const predict = (model: TextModel, text: string, marks: readonly string[] = []): Prediction[] => {
  const features = featuresOf(text, model.bits)
  if (!features.buckets.some((bucket) => model.rarity[bucket]! > 0)) return []
  const chances = softmax(scoresOf(model, text, marks))
  return model.classes
    .map((label, c) => ({ label, confidence: chances[c]! }))
    .sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1))
}
interface Span {
  from: number
  to: number
  weight: number
}
/** The spans of the text that spoke for a class more than for the average of the others. */
const speakingSpans = (model: TextModel, text: string, at: number): Span[] => {
  const count = model.classes.length
  const spans: Span[] = []
  eachGram(text, Math.max(2, GRAM_LEAST), GRAM_MOST, (gram, place) => {
    const bucket = hashGram(gram, model.bits)
    const rarity = model.rarity[bucket]!
    if (rarity === 0) return
    let others = 0
    for (let c = 0; c < count; c++) if (c !== at) others += model.weights[bucket * count + c]! * model.scales[c]!
    const own = model.weights[bucket * count + at]! * model.scales[at]!
    const weight = rarity * (own - others / Math.max(1, count - 1))
    if (weight > 0) spans.push({ from: place, to: place + gram.length, weight })
  })
  return spans
}
const LONGEST = 6
/** Up to `most` pieces of the text that spoke for `label`, strongest first: overlapping pairs are read as one word. */
export const explain = (model: TextModel, words: string, label: string, most = 4): string[] => {
  const at = model.classes.indexOf(label)
  if (at === -1) return []
  const text = normalText(words).slice(0, READ)
  const strongest = speakingSpans(model, text, at)
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .slice(0, most * 2)
    .sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of strongest) {
    const last = joined[joined.length - 1]
    if (last !== undefined && span.from <= last.to && span.to - last.from <= LONGEST) {
      last.to = Math.max(last.to, span.to)
      last.weight += span.weight
    } else joined.push({ ...span })
  }
  const said = joined.sort((a, b) => b.weight - a.weight).map((span) => text.slice(span.from, span.to))
  return [...new Set(said)].slice(0, most)
}
/** One row of bytes: a JSON head with its length before it, then rarity and weights. */
export const packModel = (model: TextModel): Uint8Array => {
  const { classes, bits, temperature } = model
  const head = new TextEncoder().encode(
    JSON.stringify({ classes, bits, temperature, scales: [...model.scales], bias: [...model.bias] }),
  )
  const bytes = new Uint8Array(4 + head.length + model.rarity.length + model.weights.length)
  new DataView(bytes.buffer).setUint32(0, head.length)
  bytes.set(head, 4)
  bytes.set(model.rarity, 4 + head.length)
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    4 + head.length + model.rarity.length,
  )
  return bytes
}
/** The model of packed bytes. @throws where they are not one */
export const unpackModel = (packed: Uint8Array): TextModel => {
  const bytes = Uint8Array.from(packed)
  const headLength = new DataView(bytes.buffer).getUint32(0)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as {
    classes: string[]
    bits: number
    temperature: number
    scales: number[]
    bias: number[]
  }
  const size = 2 ** head.bits
  const from = 4 + headLength
  if (bytes.length !== from + size * (1 + head.classes.length)) throw new Error('not a packed model')
  return {
    classes: head.classes,
    bits: head.bits,
    temperature: head.temperature,
    scales: Float32Array.from(head.scales),
    bias: Float32Array.from(head.bias),
    rarity: bytes.subarray(from, from + size),
    weights: new Int8Array(bytes.buffer, from + size, size * head.classes.length),
  }
}
