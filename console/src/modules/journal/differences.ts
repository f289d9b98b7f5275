// What changed between before and after, field by field, in words.
import {
  fieldName,
  fieldValue,
  isOneValue,
  type FieldPath,
  type Reading,
  type Said,
} from '../../../../contract/src/journal-values.ts'

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
  readonly path: FieldPath
  readonly value: unknown
}
type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the members of a list are told apart by, where they are: deadlines by kind, rungs by level. */
const marks = ['kind', 'level', 'say', 'label'] as const
const markOf = (list: readonly Group[]) =>
  marks.find((mark) => {
    const values = list.map((one) => one[mark])
    return values.every((one) => typeof one === 'string') && new Set(values).size === values.length
  })

/** Every leaf below a value by its path; other lists stay whole, for their order means something. */
const leaves = (value: unknown, path: FieldPath): Leaf[] => {
  if (isGroup(value) && (path.length === 0 || !isOneValue(value)))
    return Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name]))
  if (Array.isArray(value) && value.length > 0 && value.every(isGroup)) {
    const mark = markOf(value)
    if (mark !== undefined)
      return value.flatMap(({ [mark]: code, ...each }) => leaves(each, [...path, { name: mark, value: code }]))
  }
  if (value === undefined || (value === null && path.length === 0)) return []
  return [{ path, value }]
}
const keyOf = (path: FieldPath) => path.map((one) => (typeof one === 'string' ? one : String(one.value))).join('.')
const byPath = (value: unknown) => new Map(leaves(value, []).map((leaf) => [keyOf(leaf.path), leaf]))

/** Of a list longer than this what stayed is only counted. */
const SHOWN_WHOLE = 7
const isListOfCodes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
/** The value itself; of two long lists only what the other has not. */
const sayBeside = (path: FieldPath, value: unknown, other: unknown, reading: Reading) => {
  if (!isListOfCodes(value) || !isListOfCodes(other)) return fieldValue(path, value, reading)
  const kept = value.filter((one) => other.includes(one)).length
  const isSameSet = kept === value.length && kept === other.length
  if (isSameSet || kept <= SHOWN_WHOLE) return fieldValue(path, value, reading)
  const own =
    fieldValue(
      path,
      value.filter((one) => !other.includes(one)),
      reading,
    ) ?? []
  const rest = reading.language === 'zh-CN' ? `（另有 ${kept} 项未变）` : ` (and ${kept} that stayed)`
  return [...own, { text: rest }]
}
/** A line that reads like one before it is left out: a body is written by its name and by its id. */
export const differences = (before: unknown, after: unknown, reading: Reading): Difference[] => {
  const was = byPath(before)
  const is = byPath(after)
  const lines = [...new Set([...was.keys(), ...is.keys()])].map((key): Difference => {
    const [old, now] = [was.get(key), is.get(key)]
    const { path } = (now ?? old)!
    const isSame = JSON.stringify(old?.value ?? null) === JSON.stringify(now?.value ?? null)
    const said = {
      before: sayBeside(path, old?.value, now?.value, reading),
      after: sayBeside(path, now?.value, old?.value, reading),
    }
    const changed = said.before === null ? 'added' : said.after === null ? 'removed' : 'changed'
    return { key, field: fieldName(path, reading), ...said, what: isSame ? 'same' : changed }
  })
  const shown = lines.map(({ key: _key, ...said }) => JSON.stringify(said))
  return lines.filter((_line, i) => shown.indexOf(shown[i]!) === i)
}
