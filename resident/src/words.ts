// The app's own dictionaries: every entry carries Chinese and English, so a missing translation does not compile.
import { store } from './store.ts'

export type Language = 'zh-CN' | 'en'
/** Chinese first: it is written by hand; English says the same plainly. */
export type Entry = readonly [zh: string, en: string]
export type Fill = Readonly<Record<string, string | number>>

const remembered = (): Language => {
  try {
    return localStorage.getItem('linli.language') === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}
export const language = store<Language>(remembered())

/** Picks the words of the language in use and fills `{name}` marks; `{n|case|cases}` counts things as English does. */
export const say = (entry: Entry, fill?: Fill): string => {
  const text = entry[language.get() === 'en' ? 1 : 0]
  if (!fill) return text
  return text.replace(/\{(\w+)(?:\|(.+?)\|(.+?))?\}/g, (mark, name: string, one?: string, many?: string) => {
    const value = fill[name] ?? mark
    return one ? `${value} ${Number(value) === 1 ? one : many}` : String(value)
  })
}

/** A dictionary: `const w = words({ title: ['我要反映', 'Report'] })`, then `w('title')`. */
export const words =
  <const T extends Readonly<Record<string, Entry>>>(table: T) =>
  (key: keyof T, fill?: Fill): string =>
    say(table[key] as Entry, fill)

/** Changes the language here and on the next visits. */
export const setLanguage = (next: Language) => {
  try {
    localStorage.setItem('linli.language', next)
  } catch {
    // Private browsing: the choice lasts for this visit.
  }
  document.documentElement.lang = next
  language.set(next)
}
