// People typed as lines, one each: name, side, duty, party membership. As clerks paste them from their own lists.
import { duties, groupSides, type Duty, type GroupSide } from '../../../../contract/src/committees-life.ts'

export interface TypedPerson {
  readonly name: string
  readonly side: GroupSide
  readonly duty: Duty
  readonly isPartyMember: boolean
}
const find = <K extends string>(table: Readonly<Record<K, { zh: string; en: string }>>, word: string): K | undefined =>
  (Object.keys(table) as K[]).find(
    (key) =>
      word !== '' && (table[key].zh.startsWith(word) || table[key].en.toLowerCase().startsWith(word.toLowerCase())),
  )
/** Every line in its parts; null where one has no name or no known side. */
export const peopleOf = (text: string): TypedPerson[] | null => {
  const people = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', sideWord = '', ...rest] = line.split(/[,，、\t]+\s*|\s+/).map((part) => part.trim())
      const side = find(groupSides, sideWord)
      if (name === '' || side === undefined) return null
      return {
        name,
        side,
        duty: rest.map((word) => find(duties, word)).find((found) => found !== undefined) ?? ('member' as const),
        isPartyMember: rest.some((word) => word === '党员' || word.toLowerCase() === 'party'),
      }
    })
  return people.length === 0 || people.includes(null) ? null : people.filter((one) => one !== null)
}
