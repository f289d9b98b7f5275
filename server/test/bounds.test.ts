// Whatever the contract takes in is bounded: every text has a longest length, every list a greatest number, every number
// both ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { apiEntries } from '../../contract/src/all.ts'

/** JSON Schema says what a schema lets in, whatever it was made of. */
interface Shape {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly additionalProperties?: Shape | boolean
  readonly propertyNames?: Shape
}
/** A pattern without a repetition that has no end. */
const isFinite = (pattern: string) => !/(?<!\\)[*+](?!\?:)|\{\d+,\}/.test(pattern)
const unbounded = (shape: Shape, path: string): string[] => {
  const below = (found: Shape | boolean | undefined, name: string) =>
    typeof found === 'object' ? unbounded(found, `${path}${name}`) : []
  const own: string[] = []
  if (
    shape.type === 'string' &&
    shape.enum === undefined &&
    shape.const === undefined &&
    shape.maxLength === undefined
  ) {
    const isKnown = shape.format !== undefined && ['uuid', 'date-time', 'date', 'time'].includes(shape.format)
    if (!isKnown && !(shape.pattern !== undefined && isFinite(shape.pattern))) own.push(`${path}: text`)
  }
  if (shape.type === 'array' && shape.maxItems === undefined && shape.prefixItems === undefined)
    own.push(`${path}: list`)
  const isOne = shape.const !== undefined || shape.enum !== undefined
  if ((shape.type === 'number' || shape.type === 'integer') && !isOne && shape.maximum === undefined)
    own.push(`${path}: number`)
  if (typeof shape.additionalProperties === 'object' && shape.propertyNames?.enum === undefined)
    own.push(...(shape.propertyNames === undefined ? [] : unbounded(shape.propertyNames, `${path}[name]`)))
  return [
    ...own,
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => below(one, `.${name}`)),
    ...below(shape.items, '[]'),
    ...below(shape.additionalProperties, '{}'),
    ...[...(shape.anyOf ?? []), ...(shape.allOf ?? []), ...(shape.oneOf ?? []), ...(shape.prefixItems ?? [])].flatMap(
      (one) => below(one, ''),
    ),
  ]
}
const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape

test('every text, list and number that a route takes has an end', () => {
  const found = apiEntries.flatMap(([key, endpoint]) =>
    (['params', 'query', 'body'] as const).flatMap((where) => {
      const schema = endpoint[where] as z.ZodType | undefined
      return schema === undefined ? [] : unbounded(shapeOf(schema), `${key} ${where}`)
    }),
  )
  assert.deepEqual(found, [])
})
test('what has no end is found', () => {
  const open = z.object({ a: z.string(), b: z.array(z.string().max(3)), c: z.number(), d: z.string().regex(/^a+$/) })
  assert.deepEqual(unbounded(shapeOf(open), ''), ['.a: text', '.b: list', '.c: number', '.d: text'])
  const closed = z.object({ a: z.uuid(), b: z.array(z.enum(['x'])).max(2), d: z.string().regex(/^\d{4}$/) })
  assert.deepEqual(unbounded(shapeOf(closed), ''), [])
})
