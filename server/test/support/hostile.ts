// Bad input: values nobody should send, and where in a valid request they are put.
import fc from 'fast-check'
import type { Endpoint } from '../../../contract/src/endpoint.ts'
import type { ExampleInput } from './contract-examples.ts'

const nested = (depth: number): unknown => {
  let value: unknown = 'deep'
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value }
  return value
}
/** Text that breaks what is careless with it. */
export const hostileTexts = [
  '',
  ' ',
  "'; drop table cases; --",
  "' or '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[2J',
  '\ud800',
  'x\udc00y',
  '\ud83d',
  '\\u0000',
  '\\',
  '%',
  '%_',
  '%00',
  '${7*7}',
  '{{7*7}}',
  '../../../../etc/passwd',
  '=cmd|calc',
  '\u202e\u200b\ufeff',
  '𠮷野家👩‍👩‍👧',
  'ｆｕｌｌ',
  '字'.repeat(5000),
  'x'.repeat(70_000),
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  'true',
  '[]',
  '{"a":1}',
  '2026-02-30',
  '2026-13-45',
  '0000-00-00',
  '+275760-09-13T00:00:00.001Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '2026-06-01T25:61:00Z',
  '24:00',
  '00000000-0000-0000-0000-000000000000',
  '01a1fb24-ffff-7fff-8fff-ffffffffffff',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-a-uuid',
  Buffer.from('["x"]').toString('base64url'),
  Buffer.from('[null,{},"\u0000"]').toString('base64url'),
  Buffer.from('["9999-99-99","zz"]').toString('base64url'),
  '__proto__',
  'constructor',
]
const numbers = [0, -0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, -1e308, 1e-320]
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      [],
      {},
      [[]],
      [null],
      { id: null },
      nested(40),
      Array.from({ length: 600 }, () => 'x'),
      { __proto__: 1, constructor: {} },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)
export interface Spoiling {
  readonly where: 'body' | 'params' | 'query' | 'whole'
  readonly pick: number
  readonly value: unknown
  readonly text: string
  /** 0: put the value; 1: leave the field out; 2: an id of something else. */
  readonly how: number
}
export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  where: fc.constantFrom<Spoiling['where']>('body', 'body', 'body', 'params', 'query', 'query', 'whole'),
  pick: fc.nat(9999),
  value,
  text,
  how: fc.constantFrom(0, 0, 0, 0, 1, 2),
})
/** The names a zod object knows. */
const namesIn = (schema: unknown): string[] => {
  const shape = (schema as { shape?: Readonly<Record<string, unknown>> } | undefined)?.shape
  return shape === undefined ? [] : Object.keys(shape)
}
type Slot = { readonly holder: Record<string, unknown>; readonly key: string }
const slotsIn = (node: unknown): Slot[] => {
  if (typeof node !== 'object' || node === null) return []
  const holder = node as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsIn(holder[key])])
}
const put = (slot: Slot, spoil: Spoiling, ids: readonly string[], asText: boolean) => {
  if (spoil.how === 1) delete slot.holder[slot.key]
  else if (spoil.how === 2 && ids.length > 0) slot.holder[slot.key] = ids[spoil.pick % ids.length]
  else slot.holder[slot.key] = asText ? spoil.text : spoil.value
}
/** What can be spoilt: where the input has nothing of the kind, something it has. */
const whereOf = (input: ExampleInput, endpoint: Endpoint, wished: Spoiling['where']): Spoiling['where'] | null => {
  const can = {
    body: endpoint.body !== undefined,
    whole: endpoint.body !== undefined && input.form === undefined,
    params: endpoint.params !== undefined,
    query: endpoint.query !== undefined,
  }
  if (can[wished]) return wished
  return (['body', 'query', 'params'] as const).find((where) => can[where]) ?? null
}
/** A copy of the input with one thing wrong in it. Parameters are always text, and never missing. */
export const spoil = (input: ExampleInput, endpoint: Endpoint, how: Spoiling, ids: readonly string[]): ExampleInput => {
  const copy = structuredClone(input) as {
    params?: Record<string, string>
    query?: Record<string, string>
    body?: unknown
    form?: Record<string, string>
  }
  const where = whereOf(input, endpoint, how.where)
  if (where === null) return copy
  if (where === 'whole') return { ...copy, body: how.value }
  if (where === 'body') {
    const fields = copy.form ?? copy.body
    if (typeof fields !== 'object' || fields === null) return { ...copy, body: how.value }
    const known = Array.isArray(fields)
      ? []
      : namesIn(endpoint.body).map((key) => ({ holder: fields as Record<string, unknown>, key }))
    const all = [...slotsIn(fields), ...known]
    if (all.length === 0) return { ...copy, body: how.value }
    put(all[how.pick % all.length]!, how, ids, copy.form !== undefined)
    return copy
  }
  const names = [...new Set([...namesIn(endpoint[where]), ...Object.keys(copy[where] ?? {})])]
  if (names.length === 0) return copy
  const holder: Record<string, string> = { ...copy[where] }
  const change = where === 'params' && how.how === 1 ? { ...how, how: 0 } : how
  put({ holder, key: names[how.pick % names.length]! }, change, ids, true)
  return { ...copy, [where]: holder }
}
