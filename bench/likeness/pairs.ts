// Pairs of messages labelled by reading: row numbers of wave.csv (the first row is 0), alike or different matters.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCsv } from '../replay/csv.ts'

type Pair = readonly [number, number]
export interface Pairs {
  readonly alike: readonly Pair[]
  /** Hard ones: most name the same place or use the same words, but mean another matter. */
  readonly different: readonly Pair[]
}
export const readPairs = (): Pairs =>
  JSON.parse(readFileSync(fileURLToPath(new URL('pairs.json', import.meta.url)), 'utf8')) as Pairs
export interface Message {
  readonly title: string
  readonly words: string
  readonly time: string
  readonly user: string
}
export const readWave = async (file: string): Promise<Message[]> =>
  (await readCsv(file)).map(({ title = '', text = '', time = '', user = '' }) => ({
    title,
    words: `${title}\n${text}`,
    time,
    user,
  }))
