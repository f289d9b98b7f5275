// Hints on labelled pairs: does the mate stand among the five shown, out of four hundred open cases around?
import { rankAlike } from '../../rules/src/likeness.ts'
import { shuffled } from '../../rules/src/text-training.ts'
import { readPairs, readWave } from './pairs.ts'

const POOL = 400
/** As the server asks. */
const asked = { most: 5, least: 0.2 }

export const measureHints = async (file: string): Promise<void> => {
  const wave = await readWave(file)
  const { alike } = readPairs()
  console.log(`\n提示 / hints: ${alike.length} pairs labelled alike, each among ${POOL} cases`)
  const ways = {
    'title only': (row: number) => wave[row]!.title,
    'first 60 letters': (row: number) => wave[row]!.words.slice(0, 60),
    'whole text': (row: number) => wave[row]!.words,
  }
  for (const [name, words] of Object.entries(ways)) {
    let found = 0
    let others = 0
    for (const [at, [one, other]] of alike.entries()) {
      const order = [...shuffled(wave.length, at + 1)].filter((row) => row !== one && row !== other).slice(0, POOL - 1)
      const candidates = [
        { id: 'mate', words: wave[one]!.words, near: 0.75 },
        ...order.map((row, i) => ({ id: String(row), words: wave[row]!.words, near: i % 3 === 0 ? 0.75 : 0.25 })),
      ]
      const shown = rankAlike(words(other), candidates, asked)
      if (shown.some((hint) => hint.id === 'mate')) found++
      others += shown.filter((hint) => hint.id !== 'mate').length
    }
    const recall = (found / alike.length).toFixed(3)
    console.log(`  ${name}: recall at 5 ${recall}; others shown per question ${(others / alike.length).toFixed(2)}`)
  }
}
