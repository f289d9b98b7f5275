// Trains the linear text model, in small turns so that a caller can let other work pass between them. Pure.
import { featuresOf, valuesOf, type Features } from './text-features.ts'
import { RARITY_STEP, softmax, type TextModel } from './text-model.ts'

export interface Example {
  readonly words: string
  readonly label: string
  /** Marks that are no words, e.g. where it lies. */
  readonly marks?: readonly string[]
}
export interface TrainingOptions {
  /** The packed model takes about this many bytes at most. */
  readonly bytes?: number
  readonly temperature?: number
}
const MOST_BITS = 16
const LEAST_BITS = 10
const RATE = 4
const BIAS_RATE = 0.05
/** Examples between two breaths. */
const TURN = 100
/** A rare class counts more per example, but not without end. */
const HEAVIEST = 6

export const bitsFor = (classes: number, bytes: number): number =>
  Math.max(LEAST_BITS, Math.min(MOST_BITS, Math.floor(Math.log2(bytes / (classes + 1)))))
const epochsFor = (examples: number): number => Math.max(4, Math.min(15, Math.round(60_000 / Math.max(1, examples))))

/** 0 … n-1 in an order that depends on the seed alone. */
export const shuffled = (count: number, seed: number): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  let state = (seed * 2_654_435_761) >>> 0 || 1
  for (let i = count - 1; i > 0; i--) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const other = (state >>> 0) % (i + 1)
    const kept = order[i]!
    order[i] = order[other]!
    order[other] = kept
  }
  return order
}
/** Rarity in sixteenths; a bucket seen once only says nothing yet. */
const rarityOf = (all: readonly Features[], bits: number): Uint8Array => {
  const seen = new Uint32Array(2 ** bits)
  for (const one of all) for (const bucket of one.buckets) seen[bucket]!++
  const rarity = new Uint8Array(seen.length)
  for (let b = 0; b < seen.length; b++)
    if (seen[b]! >= 2)
      rarity[b] = Math.min(255, Math.round((Math.log((1 + all.length) / (1 + seen[b]!)) + 1) * RARITY_STEP))
  return rarity
}
const balance = (labels: Uint32Array, classes: number): Float32Array => {
  const counts = new Uint32Array(classes)
  for (const label of labels) counts[label]!++
  return Float32Array.from(counts, (count) => Math.min(HEAVIEST, labels.length / classes / Math.max(1, count)))
}
/** One example moves the weights against its error. */
const correct = (
  features: Features,
  values: Float32Array,
  label: number,
  push: number,
  weights: Float32Array,
  bias: Float32Array,
): void => {
  const count = bias.length
  const scores = Float64Array.from(bias)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value === 0) continue
    const at = features.buckets[i]! * count
    for (let c = 0; c < count; c++) scores[c]! += value * weights[at + c]!
  }
  const errors = softmax(scores).map((chance, c) => push * ((c === label ? 1 : 0) - chance))
  for (let c = 0; c < count; c++) bias[c]! += BIAS_RATE * errors[c]!
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value === 0) continue
    const at = features.buckets[i]! * count
    for (let c = 0; c < count; c++) weights[at + c]! += value * errors[c]!
  }
}
const inEightBits = (weights: Float32Array, count: number): { weights: Int8Array; scales: Float32Array } => {
  const scales = new Float32Array(count)
  for (let i = 0; i < weights.length; i++) scales[i % count] = Math.max(scales[i % count]!, Math.abs(weights[i]!) / 127)
  const small = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i++) {
    const scale = scales[i % count]!
    small[i] = scale === 0 ? 0 : Math.round(weights[i]! / scale)
  }
  return { weights: small, scales }
}
/** Trains turn by turn: `const turns = training(examples); while (!(turn = turns.next()).done) …`; the last value is the model. */
export function* training(examples: readonly Example[], options: TrainingOptions = {}): Generator<void, TextModel> {
  const classes = [...new Set(examples.map((one) => one.label))].sort()
  const bits = bitsFor(classes.length, options.bytes ?? 2_000_000)
  const all: Features[] = []
  for (const [i, one] of examples.entries()) {
    all.push(featuresOf(one.words, bits, one.marks))
    if (i % TURN === TURN - 1) yield
  }
  const rarity = rarityOf(all, bits)
  const numbers = new Map(classes.map((label, i) => [label, i]))
  const labels = Uint32Array.from(examples, (one) => numbers.get(one.label)!)
  const heavy = balance(labels, classes.length)
  const weights = new Float32Array(2 ** bits * classes.length)
  const bias = new Float32Array(classes.length)
  for (let epoch = 0; epoch < epochsFor(examples.length); epoch++) {
    const rate = RATE / (1 + epoch * 0.1)
    const order = shuffled(examples.length, epoch + 1)
    for (let i = 0; i < order.length; i++) {
      const at = order[i]!
      const label = labels[at]!
      correct(all[at]!, valuesOf(all[at]!, rarity), label, rate * heavy[label]!, weights, bias)
      if (i % TURN === TURN - 1) yield
    }
  }
  return { classes, bits, rarity, bias, temperature: options.temperature ?? 1, ...inEightBits(weights, classes.length) }
}
/** The last value of a generator, without breaths. */
export const finish = <T>(turns: Generator<void, T>): T => {
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}
/** Trains at once. @returns the model; the same examples give the same model on every machine */
export const trainTextModel = (examples: readonly Example[], options: TrainingOptions = {}): TextModel =>
  finish(training(examples, options))
