// What changed between before and after, field by field, in words.
import { fieldName, fieldValue, isOneValue, type Reading, type Said } from '../../../../contract/src/journal-values.ts'

export interface Difference {
  /** Its place in the entry, e.g. `target.to`. */
  readonly key: string
  /** Empty where the whole of before and after is no object. */
  readonly field: readonly Said[]
  /** null: nothing stood there. */
  readonly before: readonly Said[] | null
  readonly after: readonly Said[] | null
  readonly what: 'changed' | 'added' | 'removed' | 'same'
}
interface Leaf {
  readonly path: readonly string[]
  readonly value: unknown
}
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every leaf below a value by its path; lists stay whole, for their order means something. */
const leaves = (value: unknown, path: readonly string[]): Leaf[] => {
  if (isGroup(value) && (path.length === 0 || !isOneValue(value)))
    return Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name]))
  if (value === undefined || (value === null && path.length === 0)) return []
  return [{ path, value }]
}
const byPath = (value: unknown) => new Map(leaves(value, []).map((leaf) => [leaf.path.join('.'), leaf]))

/** A line that reads like one before it is left out: a body is written by its name and by its id. */
export const differences = (before: unknown, after: unknown, reading: Reading): Difference[] => {
  const was = byPath(before)
  const is = byPath(after)
  const lines = [...new Set([...was.keys(), ...is.keys()])].map((key): Difference => {
    const [old, now] = [was.get(key), is.get(key)]
    const { path } = (now ?? old)!
    const isSame = JSON.stringify(old?.value) === JSON.stringify(now?.value)
    return {
      key,
      field: fieldName(path, reading),
      before: fieldValue(path, old?.value, reading),
      after: fieldValue(path, now?.value, reading),
      what: old === undefined ? 'added' : now === undefined ? 'removed' : isSame ? 'same' : 'changed',
    }
  })
  const shown = lines.map(({ key: _key, ...said }) => JSON.stringify(said))
  return lines.filter((_line, i) => shown.indexOf(shown[i]!) === i)
}
