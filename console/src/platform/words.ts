// Words of the console: each module has its own dictionary of { zh, en }; a missing language is a compile error.
import { createContext, useContext, useMemo } from 'react'

export type Language = 'zh-CN' | 'en'
// Bivariant on purpose: a word may take any arguments, and its two languages must take the same ones.
type Say = (...values: never[]) => string
type Entry = { readonly zh: string; readonly en: string } | { readonly zh: Say; readonly en: Say }
type Dictionary = Readonly<Record<string, Entry>>
type Spoken<D extends Dictionary> = { readonly [K in keyof D]: D[K]['zh'] extends string ? string : D[K]['zh'] }

/** Declares a module's dictionary: `dictionary({ title: { zh: '诉求', en: 'Cases' }, count: { zh: (n: number) => …, en: (n: number) => … } })`. */
export const dictionary = <D extends Dictionary>(entries: D): D => entries

export interface Speaking {
  readonly language: Language
  readonly speak: (language: Language) => void
}
export const LanguageContext = createContext<Speaking>({ language: 'zh-CN', speak: () => undefined })
export const useLanguage = (): Speaking => useContext(LanguageContext)

/** The words of a dictionary in one language. */
export const wordsIn = <D extends Dictionary>(entries: D, language: Language): Spoken<D> => {
  const side = language === 'en' ? 'en' : 'zh'
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[side]])) as Spoken<D>
}
/** The words of a dictionary in the language of the person: `const say = useWords(words); say.title`. */
export const useWords = <D extends Dictionary>(entries: D): Spoken<D> => {
  const { language } = useLanguage()
  return useMemo(() => wordsIn(entries, language), [entries, language])
}
/** Picks from a contract entry such as `caseStates.accepted`: `const name = usePick(); name(caseStates[state])`. */
export const usePick = (): ((entry: { readonly zh: string; readonly en: string }) => string) => {
  const { language } = useLanguage()
  return (entry) => (language === 'en' ? capitalised(entry.en) : entry.zh)
}
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const kept = 'linli-console-language'
/** The language of this browser before anybody is signed in. */
export const keptLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh-CN')
export const keepLanguage = (language: Language): void => localStorage.setItem(kept, language)
