// A text as hashed character features with damped counts: what the linear model reads. Pure.
import { eachGram, hashGram, normalText } from './text-grams.ts'

/** The features of one text: bucket numbers in rising order, and how often each stands in it (1 to 255). */
export interface Features {
  readonly buckets: Uint32Array
  readonly counts: Uint8Array
}
/** One and two characters: measured better than with three on a few hundred letters (docs/benchmarks-likeness.md). */
export const GRAM_LEAST = 1
export const GRAM_MOST = 2
/** People say first what it is about; after that the story begins. */
const HEAD = 30
const HEAD_WEIGHT = 4
/** No more of a text is read. */
export const READ = 400

/** Marks that are no words, e.g. where it lies: hashed whole. */
export const featuresOf = (text: string, bits: number, marks: readonly string[] = []): Features => {
  const counts = new Map<number, number>()
  const add = (gram: string, times: number) => {
    const bucket = hashGram(gram, bits)
    counts.set(bucket, (counts.get(bucket) ?? 0) + times)
  }
  eachGram(normalText(text).slice(0, READ), GRAM_LEAST, GRAM_MOST, (gram, place) =>
    add(gram, place < HEAD ? HEAD_WEIGHT : 1),
  )
  for (const mark of marks) add(`\u0000${mark}`, HEAD_WEIGHT)
  const sorted = [...counts].sort((a, b) => a[0] - b[0])
  return {
    buckets: Uint32Array.from(sorted, ([bucket]) => bucket),
    counts: Uint8Array.from(sorted, ([, count]) => Math.min(255, count)),
  }
}
/** The value of each feature: damped count times rarity, the whole of length one. Rarity 0 leaves a feature out. */
export const valuesOf = (features: Features, rarity: ArrayLike<number>): Float32Array => {
  const values = new Float32Array(features.buckets.length)
  let square = 0
  for (let i = 0; i < values.length; i++) {
    const value = (1 + Math.log(features.counts[i]!)) * rarity[features.buckets[i]!]!
    values[i] = value
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  for (let i = 0; i < values.length; i++) values[i]! /= length
  return values
}
