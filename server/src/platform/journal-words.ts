// Words of a person in the journal: the hashed text holds their seal, the words lie beside it and go with the person.
import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** A name or the like inside `before` or `after` of an entry, see `ofPerson`. */
export class PersonalWords {
  readonly personId: string
  readonly words: string
  constructor(personId: string, words: string) {
    this.personId = personId
    this.words = words
  }
}
/** In `before` and `after` of an entry: words that are gone once the person has their data erased. */
export const ofPerson = (personId: string, words: string | null): PersonalWords | null =>
  words === null ? null : new PersonalWords(personId, words)

/** What stands in the hashed text instead of the words. */
interface Sealed {
  readonly $personal: string
  readonly seal: string
}
export interface WordsAside {
  readonly token: string
  readonly personId: string
  readonly salt: string
  readonly words: string
}
/** The salt goes with the words: without it a name cannot be guessed from its seal. */
export const sealOfWords = ({ salt, words }: Pick<WordsAside, 'salt' | 'words'>): string =>
  createHash('sha256').update(`${salt}\n${words}`, 'utf8').digest('hex')

/** A plain JSON value (dates become text, undefined members go) with the words of people set aside. */
export const setAside = (value: unknown): { readonly plain: unknown; readonly aside: readonly WordsAside[] } => {
  if (value === undefined) return { plain: null, aside: [] }
  const aside: WordsAside[] = []
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (!(part instanceof PersonalWords)) return part
    const { personId, words } = part
    const kept = { token: uuidv7(), personId, salt: randomBytes(16).toString('hex'), words }
    aside.push(kept)
    return { $personal: kept.token, seal: sealOfWords(kept) } satisfies Sealed
  })
  return { plain: JSON.parse(text), aside }
}
const isSealed = (value: object): value is Sealed => '$personal' in value && 'seal' in value

/** Puts something in the place of every seal inside a value. */
export const unsealed = (value: unknown, wordsOf: (sealed: Sealed) => string): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => unsealed(part, wordsOf))
  if (isSealed(value)) return wordsOf(value)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unsealed(part, wordsOf)]))
}
/** The seals inside a value. */
export const sealsIn = (value: unknown): Sealed[] => {
  const found: Sealed[] = []
  unsealed(value, (sealed) => (found.push(sealed), ''))
  return found
}
