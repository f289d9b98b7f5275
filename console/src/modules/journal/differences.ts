// What changed between before and after, field by field, for people to read.
export interface Difference {
  /** Path of the field, e.g. `target.to`. */ readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly what: 'changed' | 'added' | 'removed' | 'same'
}
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every leaf below a value by its path; lists stay whole, for their order means something. */
const leaves = (value: unknown, path: string): Map<string, string | null> => {
  if (isPlainObject(value))
    return new Map(Object.entries(value).flatMap(([name, each]) => [...leaves(each, path ? `${path}.${name}` : name)]))
  if (value === undefined || (value === null && path === '')) return new Map()
  return new Map([[path || '—', value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)]])
}
export const differences = (before: unknown, after: unknown): Difference[] => {
  const was = leaves(before, '')
  const is = leaves(after, '')
  return [...new Set([...was.keys(), ...is.keys()])].map((path) => {
    const [old, now] = [was.get(path) ?? null, is.get(path) ?? null]
    const what = !was.has(path) ? 'added' : !is.has(path) ? 'removed' : old === now ? 'same' : 'changed'
    return { path, before: old, after: now, what }
  })
}
