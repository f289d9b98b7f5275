// Chance that repeats: the same seed gives the same demo district.

/** A source of repeatable chance. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[]
  /** A UUIDv7 of that moment. */
  id(at: Date): string
}

/** Sfc32 over four words mixed from the seed. */
export const randomFrom = (seed: number): Random => {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const word = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 16; i++) word()
  const next = () => word() / 4_294_967_296
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) if ((left -= weight) < 0) return value
    return choices.at(-1)![0]
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
    }
    return copy
  }
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
  const id = (at: Date): string => {
    const time = hex(at.getTime(), 12)
    const middle = `7${hex(word() & 0xfff, 3)}-${hex(0x8000 | (word() & 0x3fff), 4)}`
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${hex(word() & 0xffff, 4)}${hex(word(), 8)}`
  }
  return { next, int, chance: (share) => next() < share, pick, weighted, shuffled, id }
}
