// Hot spots on the whole wave as one place: do labelled pairs end in one group, and what do the twenty fastest groups hold?
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { groupAlike, growthOf, type LikeGroup } from '../../rules/src/like-groups.ts'
import { readPairs, readWave, type Message } from './pairs.ts'

const WEEK_MS = 7 * 86_400_000
const WEEKS = 8
/** The growth of a group at its fastest, in people a week: the list as it would have stood then. */
const fastest = (group: LikeGroup, wave: readonly Message[]): number => {
  const told = group.ids.map((id) => wave[Number(id)]!)
  const weekOf = ({ time }: Message) => Math.floor(Date.parse(`${time.replace(' ', 'T')}+08:00`) / WEEK_MS)
  const weeks = told.map(weekOf)
  const from = Math.min(...weeks) - WEEKS
  const people = Array.from({ length: Math.max(...weeks) - from + 1 }, () => new Set<string>())
  for (const one of told) people[weekOf(one) - from]!.add(one.user)
  const counts = people.map((all) => all.size)
  return Math.max(...counts.map((_, end) => growthOf(counts.slice(Math.max(0, end + 1 - WEEKS), end + 1))))
}
const groupsOf = (wave: readonly Message[], leastSize: number) =>
  groupAlike(
    wave.map(({ words }, row) => ({ id: String(row), words, place: null })),
    { leastSize },
  )
const topOf = (wave: readonly Message[]) =>
  groupsOf(wave, 3)
    .filter((group) => new Set(group.ids.map((id) => wave[Number(id)]!.user)).size > 1)
    .map((group) => ({ group, growth: fastest(group, wave) }))
    .sort(
      (a, b) =>
        b.growth - a.growth ||
        b.group.ids.length - a.group.ids.length ||
        Number(a.group.ids[0]) - Number(b.group.ids[0]),
    )
    .slice(0, 20)
interface Verdict {
  /** Rows of the group when it was read. */
  readonly rows: readonly number[]
  /** Whether its messages are about one matter: one cause, one place or one body. */
  readonly isOneMatter: boolean
}
const verdicts = (): readonly Verdict[] =>
  JSON.parse(readFileSync(fileURLToPath(new URL('verdicts.json', import.meta.url)), 'utf8')) as Verdict[]

export const measureGroups = async (file: string): Promise<void> => {
  const wave = await readWave(file)
  const started = performance.now()
  const groups = groupsOf(wave, 2)
  const seconds = (performance.now() - started) / 1000
  const groupOf = new Map(groups.flatMap((group, at) => group.ids.map((id) => [Number(id), at] as const)))
  const together = ([one, other]: readonly [number, number]) =>
    groupOf.has(one) && groupOf.get(one) === groupOf.get(other)
  const { alike, different } = readPairs()
  console.log(
    `\n热点 / hot spots: ${wave.length} messages, ${groups.length} groups of two or more in ${seconds.toFixed(1)} s`,
  )
  console.log(
    `  pairs alike in one group: ${alike.filter(together).length} of ${alike.length} (recall ${(alike.filter(together).length / alike.length).toFixed(3)})`,
  )
  console.log(`  pairs different in one group: ${different.filter(together).length} of ${different.length}`)
  const read = verdicts()
  const judged = topOf(wave).map(({ group }) => {
    const rows = new Set(group.ids.map(Number))
    // A group counts as the one that was read when they share more than half of both.
    return read.find((one) => {
      const shared = one.rows.filter((row) => rows.has(row)).length
      return shared * 2 > Math.max(rows.size, one.rows.length)
    })
  })
  const known = judged.filter((one) => one !== undefined)
  const right = known.filter((one) => one.isOneMatter).length
  console.log(
    `  top ${judged.length} by growth: ${known.length} were read, ${right} of them are one matter (precision ${(right / Math.max(1, known.length)).toFixed(2)})`,
  )
}
/** For reading and judging: the titles of the twenty. Nothing of it is kept. */
export const printTop = async (file: string): Promise<void> => {
  const wave = await readWave(file)
  for (const [at, { group, growth }] of topOf(wave).entries()) {
    console.log(`${at + 1}. growth ${growth.toFixed(1)}, ${group.ids.length} messages: rows ${group.ids.join(' ')}`)
    for (const id of group.ids) console.log(`     ${wave[Number(id)]!.time.slice(0, 10)} ${wave[Number(id)]!.title}`)
  }
}
