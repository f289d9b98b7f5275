// What an entry of the journal says: its own sentence in Chinese, the name of its action in English.
import { journalAction } from '../../../../contract/src/journal-actions.ts'
import { useLanguage, usePick } from '../../platform/words.ts'

interface Said {
  readonly action: string
  readonly sentence: string
}
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** `const read = useSentence(); read(entry)`: what nobody translated reads as it was written. */
export const useSentence = (): ((entry: Said) => string) => {
  const { language } = useLanguage()
  return ({ action, sentence }) => {
    const named = journalAction(action)
    if (named === null) return sentence
    if (language !== 'zh-CN') return named.en
    // Entries of an early version were written in English; what is written stays.
    return isChinese(sentence) ? sentence : named.zh
  }
}

/** The name of an action; one of an older version that is gone reads as its code. */
export const useActionName = (): ((code: string) => string) => {
  const pick = usePick()
  return (code) => {
    const named = journalAction(code)
    return named ? pick(named) : code
  }
}
