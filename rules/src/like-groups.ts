// Finds groups of like texts: each text joins the group whose middle it resembles most, or founds one. Pure, explainable:
// what a group shares are the pairs of characters that weigh most in its middle (mission: hot spots, 未诉先办).
import { eachGram, normalText, withoutPhrases } from './text-grams.ts'
import { finish } from './text-training.ts'

export interface Told {
  readonly id: string
  readonly words: string
  /** Where it lies, e.g. an estate: texts of one place are more readily alike. Null where unknown. */
  readonly place: string | null
}
export interface LikeGroup {
  /** In the order they came. */
  readonly ids: readonly string[]
  /** The member nearest to the group's middle: it speaks for all. */
  readonly middle: string
  /** The words that most of the group share, strongest first. */
  readonly shared: readonly string[]
  /** Mean likeness of the members to the group's middle, 0 to 1. */
  readonly closeness: number
}
export interface GroupingOptions {
  /** How like a text must be to a group's middle to join it, 0 to 1. */
  readonly threshold?: number
  /** Added where text and group lie at the same place. */
  readonly samePlace?: number
  readonly leastSize?: number
}
interface Vector {
  readonly grams: readonly string[]
  readonly weights: readonly number[]
}
interface Group {
  members: number[]
  /** Sum of the members' vectors. */
  readonly sum: Map<string, number>
  square: number
  readonly places: Map<string, number>
}
/** People say first what it is about. */
const HEAD = 30
const HEAD_WEIGHT = 3
const READ = 600
/** The heaviest pairs of a text carry it; more would only cost time. */
const KEPT = 70
const SHARED = 8
/** Rarity is judged as among so many texts at least: in a small place one matter may be half of all that is said. */
const FEWEST = 300
/** Texts between two breaths. */
const TURN = 50

const countsOf = (words: string): Map<string, number> => {
  const counts = new Map<string, number>()
  eachGram(withoutPhrases(normalText(words).slice(0, READ)), 2, 2, (gram, place) => {
    if (/^\d+$/.test(gram)) return
    counts.set(gram, (counts.get(gram) ?? 0) + (place < HEAD ? HEAD_WEIGHT : 1))
  })
  return counts
}
const vectorsOf = (told: readonly Told[]): Vector[] => {
  const counts = told.map((one) => countsOf(one.words))
  const spread = new Map<string, number>()
  for (const one of counts) for (const gram of one.keys()) spread.set(gram, (spread.get(gram) ?? 0) + 1)
  const all = Math.max(told.length, FEWEST)
  const common = all * 0.2
  return counts.map((one) => {
    const weighed: [string, number][] = []
    for (const [gram, count] of one) {
      const seen = spread.get(gram) ?? 1
      if (seen > 1 && seen <= common)
        weighed.push([gram, (1 + Math.log(count)) * (Math.log((all + 1) / seen) + 0.1) ** 1.3])
    }
    weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const kept = weighed.slice(0, KEPT)
    const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
    return { grams: kept.map(([gram]) => gram), weights: kept.map(([, weight]) => weight / length) }
  })
}
const emptyGroup = (): Group => ({ members: [], sum: new Map(), square: 0, places: new Map() })
const add = (group: Group, at: number, vector: Vector, place: string | null): void => {
  group.members.push(at)
  vector.grams.forEach((gram, i) => {
    const before = group.sum.get(gram) ?? 0
    const after = before + vector.weights[i]!
    group.sum.set(gram, after)
    group.square += after * after - before * before
  })
  if (place !== null) group.places.set(place, (group.places.get(place) ?? 0) + 1)
}
/** The most frequent place of a group, where at least half of it lies. */
const homeOf = (group: Group): string | null => {
  for (const [place, count] of group.places) if (count * 2 >= group.members.length) return place
  return null
}
/** Finds the nearest group of a vector through an index from pair to groups: only groups sharing a pair are looked at. */
const nearest = (
  vector: Vector,
  place: string | null,
  groups: readonly Group[],
  index: ReadonlyMap<string, readonly number[]>,
  samePlace: number,
): { at: number; likeness: number } | null => {
  const dots = new Map<number, number>()
  vector.grams.forEach((gram, i) => {
    for (const at of index.get(gram) ?? [])
      dots.set(at, (dots.get(at) ?? 0) + vector.weights[i]! * groups[at]!.sum.get(gram)!)
  })
  let best: { at: number; likeness: number } | null = null
  for (const [at, dot] of dots) {
    const group = groups[at]!
    const likeness = dot / (Math.sqrt(group.square) || 1) + (place !== null && homeOf(group) === place ? samePlace : 0)
    if (best === null || likeness > best.likeness || (likeness === best.likeness && at < best.at))
      best = { at, likeness }
  }
  return best
}
const indexGrams = (index: Map<string, number[]>, at: number, grams: Iterable<string>): void => {
  for (const gram of grams) {
    const held = index.get(gram)
    if (held === undefined) index.set(gram, [at])
    else if (held[held.length - 1] !== at && !held.includes(at)) held.push(at)
  }
}
/** First pass: in the order they came, each joins its nearest group or founds one. */
function* gather(
  told: readonly Told[],
  vectors: readonly Vector[],
  threshold: number,
  samePlace: number,
): Generator<void, Group[]> {
  const groups: Group[] = []
  const index = new Map<string, number[]>()
  for (const [i, vector] of vectors.entries()) {
    if (i % TURN === 0) yield
    if (vector.grams.length === 0) continue
    const place = told[i]!.place
    const found = nearest(vector, place, groups, index, samePlace)
    const at = found !== null && found.likeness >= threshold ? found.at : groups.push(emptyGroup()) - 1
    add(groups[at]!, i, vector, place)
    indexGrams(index, at, vector.grams)
  }
  return groups
}
/** Second pass: with the middles known, every text is placed anew; who came early is not bound to a poor founder. */
function* settle(
  told: readonly Told[],
  vectors: readonly Vector[],
  first: readonly Group[],
  threshold: number,
  samePlace: number,
): Generator<void, Group[]> {
  const seeds = first.filter((group) => group.members.length > 1)
  const index = new Map<string, number[]>()
  seeds.forEach((group, at) => indexGrams(index, at, group.sum.keys()))
  const settled = seeds.map(emptyGroup)
  for (const [i, vector] of vectors.entries()) {
    if (i % TURN === 0) yield
    const found = nearest(vector, told[i]!.place, seeds, index, samePlace)
    if (found !== null && found.likeness >= threshold) add(settled[found.at]!, i, vector, told[i]!.place)
  }
  return settled.filter((group) => group.members.length > 0)
}
/** Third pass: groups whose middles are alike become one. */
const join = (
  groups: readonly Group[],
  vectors: readonly Vector[],
  told: readonly Told[],
  threshold: number,
): Group[] => {
  const joined: Group[] = []
  const index = new Map<string, number[]>()
  for (const group of [...groups].sort((a, b) => b.members.length - a.members.length)) {
    const length = Math.sqrt(group.square) || 1
    const top = [...group.sum].sort((a, b) => b[1] - a[1]).slice(0, KEPT)
    const middle = { grams: top.map(([gram]) => gram), weights: top.map(([, weight]) => weight / length) }
    const found = nearest(middle, homeOf(group), joined, index, 0)
    const at = found !== null && found.likeness >= threshold ? found.at : joined.push(emptyGroup()) - 1
    for (const member of group.members) add(joined[at]!, member, vectors[member]!, told[member]!.place)
    indexGrams(index, at, group.sum.keys())
  }
  return joined
}
/** The pairs most of the group share, read as words of its middle member: 充电 and 电桩 there are 充电桩. */
const sharedBy = (group: Group, vectors: readonly Vector[], middle: string): string[] => {
  const held = new Map<string, number>()
  for (const member of group.members)
    for (const gram of vectors[member]!.grams) held.set(gram, (held.get(gram) ?? 0) + 1)
  const weights = new Map([...group.sum].filter(([gram]) => (held.get(gram) ?? 0) * 2 >= group.members.length))
  const words = new Map<string, number>()
  let word = ''
  let weight = 0
  const end = () => {
    if (word !== '') words.set(word, Math.max(weight, words.get(word) ?? 0))
    word = ''
    weight = 0
  }
  const text = normalText(middle)
  for (let i = 0; i + 2 <= text.length; i++) {
    const own = weights.get(text.slice(i, i + 2))
    if (own === undefined) end()
    else {
      word = word === '' ? text.slice(i, i + 2) : word + text[i + 1]!
      weight += own
    }
  }
  end()
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHARED)
    .map(([one]) => one)
}
/**
 * Groups of at least `leastSize` like texts, largest first. Time grows with the number of texts times the groups that
 * share a rare pair with each; pairs that stand in a fifth of all texts say nothing and are left out. Turn by turn, so
 * that a caller can let other work pass: `finish` runs it at once.
 */
export function* grouping(told: readonly Told[], options: GroupingOptions = {}): Generator<void, LikeGroup[]> {
  const { threshold = 0.28, samePlace = 0.08, leastSize = 3 } = options
  const vectors = vectorsOf(told)
  yield
  const first = yield* gather(told, vectors, threshold, samePlace)
  const settled = yield* settle(told, vectors, first, threshold, samePlace)
  const groups = join(settled, vectors, told, Math.min(0.95, threshold + 0.2))
  return groups
    .filter((group) => group.members.length >= leastSize)
    .sort((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!)
    .map((group) => {
      const members = [...group.members].sort((a, b) => a - b)
      const length = Math.sqrt(group.square) || 1
      const dots = members.map((at) =>
        vectors[at]!.grams.reduce((sum, gram, i) => sum + vectors[at]!.weights[i]! * (group.sum.get(gram) ?? 0), 0),
      )
      const middle = told[members[dots.indexOf(Math.max(...dots))]!]!
      return {
        ids: members.map((at) => told[at]!.id),
        middle: middle.id,
        shared: sharedBy(group, vectors, middle.words),
        closeness: Math.min(1, dots.reduce((sum, dot) => sum + dot / length, 0) / members.length),
      }
    })
}
/** The same at once. */
export const groupAlike = (told: readonly Told[], options: GroupingOptions = {}): LikeGroup[] =>
  finish(grouping(told, options))
/**
 * How fast a group grows at the end of its weeks: the last two weeks against what the weeks before them let expect,
 * in standard deviations of a count. Weeks oldest first.
 */
export const growthOf = (weeks: readonly number[]): number => {
  const recent = weeks.slice(-2).reduce((sum, count) => sum + count, 0)
  const before = weeks.slice(0, -2)
  const expected = before.length === 0 ? 0 : (2 * before.reduce((sum, count) => sum + count, 0)) / before.length
  return (recent - expected) / Math.sqrt(expected + 1)
}
