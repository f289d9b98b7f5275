// How alike two short Chinese texts are: the pairs of characters they share, rare ones counting more, nearness beside. Pure.
import { normalText, withoutPhrases } from './text-grams.ts'

export interface Candidate {
  readonly id: string
  readonly words: string
  /** 1: the same building, 0.75 the same estate, 0.5 within 300 metres, 0.25 the same community. */
  readonly near: number
}
export interface Alike {
  readonly id: string
  /** 0 to 1. */
  readonly likeness: number
}
const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 0x3400
/** Calls back for each pair of neighbouring letters as one number. */
const eachPair = (text: string, found: (pair: number) => void): void => {
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isLetter(code)) {
      before = 0
      continue
    }
    if (before !== 0) found(before * 65_536 + code)
    before = code
  }
}
const READ = 500
const readable = (words: string): string => withoutPhrases(normalText(words).slice(0, READ))
/** Where it lies weighs this much of the whole. */
const PLACE_SHARE = 0.35

/** Likeness of text alone, from 0 to 1: half how much both share of their whole, half of the shorter one. */
const textLikeness = (shared: number, one: number, other: number): number => {
  if (shared === 0) return 0
  const dice = (2 * shared) / (one + other)
  const ofShorter = shared / Math.min(one, other)
  return Math.min(1, 0.5 * dice + 0.5 * ofShorter)
}
/**
 * The candidates that are at least `least` alike, the likest first. How rare a pair is, is counted among the candidates
 * themselves. Time grows with the characters of the candidates; give it a few hundred.
 */
export const rankAlike = (
  words: string,
  candidates: readonly Candidate[],
  options: { readonly most?: number; readonly least?: number } = {},
): Alike[] => {
  const { most = 5, least = 0.3 } = options
  const own = new Map<number, number>()
  eachPair(readable(words), (pair) => {
    if (!own.has(pair)) own.set(pair, own.size)
  })
  if (own.size === 0) return []
  const spread = new Uint32Array(own.size)
  const seenBy = new Int32Array(own.size).fill(-1)
  const read = candidates.map((candidate, at) => {
    const shared: number[] = []
    let length = 0
    eachPair(readable(candidate.words), (pair) => {
      length++
      const number = own.get(pair)
      if (number === undefined || seenBy[number] === at) return
      seenBy[number] = at
      spread[number]!++
      shared.push(number)
    })
    return { shared, length }
  })
  const weights = Float64Array.from(spread, (seen) => Math.log(1 + (candidates.length + 1) / (seen + 0.5)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const usual = whole / own.size
  return candidates
    .map((candidate, at) => {
      const { shared, length } = read[at]!
      const common = shared.reduce((sum, number) => sum + weights[number]!, 0)
      const unshared = Math.max(0, length - shared.length) * usual
      const likeness = textLikeness(common, whole, common + unshared)
      return { id: candidate.id, likeness: likeness * (1 - PLACE_SHARE + PLACE_SHARE * candidate.near) }
    })
    .filter((one) => one.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? 1 : -1))
    .slice(0, most)
}
