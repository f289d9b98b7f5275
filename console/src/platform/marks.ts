// Punctuation between words that are put together on the page, as each language writes it.
import { dictionary, useWords } from './words.ts'

const marks = dictionary({
  colon: { zh: '：', en: ': ' },
  comma: { zh: '，', en: ', ' },
  semicolon: { zh: '；', en: '; ' },
  /** Between two sentences. */
  stop: { zh: '。', en: '. ' },
  /** Between the things of a list. */
  list: { zh: '、', en: ', ' },
  aside: { zh: (text: string) => `（${text}）`, en: (text: string) => ` (${text})` },
})
export type Marks = ReturnType<typeof useMarks>
export const useMarks = () => useWords(marks)
