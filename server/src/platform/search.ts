// Search in Chinese without a dictionary: every two neighbouring characters are a lexeme, so two-character words are found.
import { sql, type SQL, type AnyColumn } from 'drizzle-orm'
import { plannedEachTime } from './database.ts'

const WORD = /[\p{L}\p{N}]+/gu
const normal = (text: string) => text.normalize('NFKC').toLowerCase()
/** Lexemes of a text: single characters are kept only where a run has no neighbour; bigrams otherwise. */
export const bigrams = (text: string, limit = 400): string[] => {
  const found = new Set<string>()
  for (const [run] of normal(text).matchAll(WORD)) {
    const letters = [...run]
    if (letters.length === 1) found.add(run)
    for (let i = 0; i + 1 < letters.length && found.size < limit; i++) found.add(letters[i]! + letters[i + 1]!)
  }
  return [...found].slice(0, limit)
}
/** The lexemes of a `search tsvector` column. */
export const lexemesOf = (...texts: (string | null | undefined)[]): string[] => bigrams(texts.filter(Boolean).join(' '))
/** The value for a `search tsvector` column. */
export const searchVector = (...texts: (string | null | undefined)[]): SQL =>
  sql`array_to_tsvector(${sql.param(lexemesOf(...texts))}::text[])`
const escapeLike = (text: string) => text.replace(/[\\%_]/g, (c) => `\\${c}`)
/**
 * SQL: the row holds every word of the search. The index finds candidates by bigrams, `like` on the text confirms
 * the order of the characters. A search without any letter finds nothing.
 */
export const matches = (vector: AnyColumn, text: SQL | AnyColumn, search: string): SQL => {
  const parts = search
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, 6)
  if (parts.length === 0) return sql`false`
  const grams = [...new Set(parts.flatMap((part) => bigrams(part).filter((gram) => [...gram].length === 2)))]
  // As it is written, and with wide letters and signs made narrow: texts hold “，” and “１” as they were typed.
  const likes = parts.map((part) => {
    const forms = [...new Set([normal(part), part.toLowerCase()])]
    const either = forms.map((form) => sql`lower(${text}) like ${`%${escapeLike(form)}%`}`)
    return sql`(${sql.join(either, sql` or `)})`
  })
  const confirm = sql.join(likes, sql` and `)
  if (grams.length === 0) return sql`(${confirm})`
  const query = grams.map((gram) => `'${gram.replaceAll("'", "''")}'`).join(' & ')
  return sql`(${sql.raw(plannedEachTime)} ${vector} @@ ${query}::tsquery and ${confirm})`
}
