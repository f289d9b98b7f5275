// Reads the arguments of a call: texts within limits, numbers, moments, lists, attributes.
import { isList } from '../../../../contract/src/open311-kinds.ts'
import { fault } from './faults.ts'
import type { AttributeRow } from './offer.ts'
import type { AttributeAnswer } from './tables.ts'

type Arguments = URLSearchParams
/** An empty argument is the same as none. @throws 400 when longer than `most` */
export const textOf = (given: Arguments, name: string, most: number): string | null => {
  const text = (given.get(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim()
  if (text.length > most) throw fault(400, `${name} is longer than ${most} characters`)
  return text === '' ? null : text
}
/** @throws 400 */
export const numberOf = (given: Arguments, name: string, from: number, to: number): number | null => {
  const text = textOf(given, name, 40)
  if (text === null) return null
  const value = Number(text)
  if (!/^[+-]?\d+(\.\d+)?$/.test(text) || !(value >= from && value <= to))
    throw fault(400, `${name} is not a number from ${from} to ${to}`)
  return value
}
/** @throws 400 */
export const wholeOf = (given: Arguments, name: string, from: number, to: number): number | null => {
  const value = numberOf(given, name, from, to)
  if (value !== null && !Number.isInteger(value)) throw fault(400, `${name} is not a whole number`)
  return value
}
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/
const isMoment = (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text))
/** ISO 8601 with a zone; a bare day begins at midnight UTC. @throws 400 */
export const momentOf = (given: Arguments, name: string): Date | null => {
  // A plus sign that a caller did not encode arrives as a space.
  const text = textOf(given, name, 40)?.replace(/ (?=\d\d:\d\d$)/, '+') ?? null
  if (text === null) return null
  if (!isMoment(text)) throw fault(400, `${name} is not a date and time like 2010-01-01T00:00:00Z`)
  return new Date(text)
}
export const listOf = (given: Arguments, name: string, most: number): string[] => {
  // Declared several times, or comma delimited.
  const list = given
    .getAll(name)
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter(Boolean)
  if (list.length > most) throw fault(400, `${name} names more than ${most}`)
  return [...new Set(list)]
}
export const flagOf = (given: Arguments, name: string): boolean => given.get(name)?.toLowerCase() === 'true'

const checkAttribute = (attribute: AttributeRow, values: readonly string[]): void => {
  const name = `attribute[${attribute.code}]`
  const keys = new Set(attribute.choices.map((choice) => choice.key))
  if (attribute.datatype !== 'multivaluelist' && values.length > 1) throw fault(400, `${name} takes one value`)
  for (const value of values) {
    if (value.length > 1000) throw fault(400, `${name} is longer than 1000 characters`)
    if (attribute.datatype === 'number' && !/^[+-]?\d+(\.\d+)?$/.test(value))
      throw fault(400, `${name} is not a number`)
    if (attribute.datatype === 'datetime' && !isMoment(value))
      throw fault(400, `${name} is not an ISO 8601 date and time`)
    if (isList(attribute.datatype) && !keys.has(value)) throw fault(400, `${name} is not one of its values`)
    if (attribute.datatype === 'string' && /[\r\n]/.test(value)) throw fault(400, `${name} has a line break`)
  }
}
/** `attribute[code]=value`, `attribute[code][]=value` for several. @throws 400 for what the definition does not allow */
export const attributesGiven = (given: Arguments, defined: readonly AttributeRow[]): AttributeAnswer[] =>
  defined
    .filter((attribute) => attribute.variable)
    .flatMap((attribute) => {
      const values = [
        ...given.getAll(`attribute[${attribute.code}]`),
        ...given.getAll(`attribute[${attribute.code}][]`),
      ]
        .map((value) => value.toWellFormed().replaceAll('\u0000', '').trim())
        .filter(Boolean)
      if (values.length === 0) {
        if (attribute.required) throw fault(400, `attribute[${attribute.code}] was not provided`)
        return []
      }
      checkAttribute(attribute, values)
      // People read the names of what was chosen.
      const nameOf = (key: string) => attribute.choices.find((choice) => choice.key === key)?.name ?? key
      return [{ code: attribute.code, label: attribute.description, values: values.map(nameOf) }]
    })
