// How fields of journal entries are named, and how their values are to be read.

export interface Words {
  readonly zh: string
  readonly en: string
}
/** What stands behind the codes of a field: `{ accepted: { zh: '已受理', en: 'accepted' } }`. */
export type Vocabulary = Readonly<Record<string, Words>>
/**
 * What a number or a code of a field is: fen, hundredths of a square metre, minutes of the day, hundredths, thousandths,
 * a share of one, the corners of an outline, what a browser calls itself, or a code that stays a code.
 */
export type Unit = 'money' | 'area' | 'clock' | 'percent' | 'permille' | 'share' | 'outline' | 'device' | 'code'
export interface FieldWords extends Words {
  readonly values?: Vocabulary | Unit
}
/** `field('状态', 'State', caseStates)`. */
export const field = (zh: string, en: string, values?: Vocabulary | Unit): FieldWords =>
  values === undefined ? { zh, en } : { zh, en, values }

/** What some fields are called where an action begins with a word of its own: `{ whistle: { state: … } }`. */
export type Rooms = Readonly<Record<string, Readonly<Record<string, FieldWords>>>>

/** Several tables of codes as one; no code stands in two of them. */
export const together = (...tables: readonly Vocabulary[]): Vocabulary => Object.assign({}, ...tables) as Vocabulary
/** Days of the week as they are counted: Monday is one. */
export const weekdayWords: Vocabulary = {
  1: { zh: '星期一', en: 'Monday' },
  2: { zh: '星期二', en: 'Tuesday' },
  3: { zh: '星期三', en: 'Wednesday' },
  4: { zh: '星期四', en: 'Thursday' },
  5: { zh: '星期五', en: 'Friday' },
  6: { zh: '星期六', en: 'Saturday' },
  7: { zh: '星期日', en: 'Sunday' },
}
