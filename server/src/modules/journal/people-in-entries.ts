// The people of entries: names are found when an entry is read, so that an erased person's are gone from all of them.
import { inArray } from 'drizzle-orm'
import { erasedName } from '../../platform/cx.ts'
import type { Tx } from '../../platform/database.ts'
import { sealOfWords, sealsIn, unsealed, type WordsAside } from '../../platform/journal-words.ts'
import { personsByIds } from '../identity/index.ts'
import { journalWords } from './tables.ts'

/** What the platform wrote as canonical text, see platform/journal.ts. Entries from before 0011 hold the actor's name. */
export interface Canonical {
  readonly at: string
  readonly actor: { readonly id: string | null; readonly name?: string }
  readonly address: string | null
  readonly action: string
  readonly sentence: string
  readonly thing: { readonly kind: string; readonly id: string }
  readonly before: unknown
  readonly after: unknown
}
export const read = (canonical: string): Canonical => JSON.parse(canonical) as Canonical

/** The words still kept for the seals in some entries, by token. */
export const keptWords = async (db: Tx, entries: readonly Canonical[]): Promise<ReadonlyMap<string, WordsAside>> => {
  const tokens = entries
    .flatMap(({ before, after }) => [...sealsIn(before), ...sealsIn(after)])
    .map((one) => one.$personal)
  if (tokens.length === 0) return new Map()
  const rows = await db.select().from(journalWords).where(inArray(journalWords.token, tokens))
  return new Map(rows.map((row) => [row.token, row]))
}
/** Whether the kept words of an entry are those it was written with. */
export const wordsHold = ({ before, after }: Canonical, kept: ReadonlyMap<string, WordsAside>): boolean =>
  [...sealsIn(before), ...sealsIn(after)].every(({ $personal, seal }) => {
    const words = kept.get($personal)
    return words === undefined || sealOfWords(words) === seal
  })
/** Entries from before 0011 hold names of the person they are about. */
const withoutName = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, ...('name' in value ? { name: erasedName } : {}), ...('login' in value ? { login: null } : {}) }
    : value

/** Entries as they are shown: with the names people bear now. */
export const withPeople = async (db: Tx, entries: readonly Canonical[]) => {
  const ids = entries.flatMap(({ actor, thing }) => [actor.id ?? [], thing.kind === 'person' ? thing.id : []].flat())
  const people = await personsByIds(db, [...new Set(ids)])
  const kept = await keptWords(db, entries)
  const wordsOf = (sealed: { $personal: string }) => kept.get(sealed.$personal)?.words ?? erasedName
  return entries.map((entry) => {
    const { actor, thing } = entry
    const known = actor.id === null ? undefined : people.get(actor.id)
    const isErased = thing.kind === 'person' && people.get(thing.id)?.name === erasedName
    const shown = (value: unknown) => {
      const words = unsealed(value ?? null, wordsOf)
      return isErased ? withoutName(words) : words
    }
    return {
      ...entry,
      actor: { id: actor.id, name: known?.name ?? actor.name ?? '' },
      before: shown(entry.before),
      after: shown(entry.after),
    }
  })
}
