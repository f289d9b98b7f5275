// Punctuation between words that are put together on the page, as each language writes it.
import { words } from './words.ts'

export const mark = words({
  colon: ['：', ': '],
  comma: ['，', ', '],
  /** Between two sentences. */
  stop: ['。', '. '],
  /** Between the things of a list. */
  list: ['、', ', '],
  aside: ['（{of}）', ' ({of})'],
})
export const aside = (of: string | number): string => mark('aside', { of })
