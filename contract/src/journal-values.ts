// Values in `before` and `after` of the journal as people read them; what cannot be said stays a code.
import { deviceName } from './device-name.ts'
import { journalField } from './journal-fields.ts'
import type { FieldWords, Unit } from './journal-fields-shape.ts'

type Language = 'zh-CN' | 'en'
/** A piece of what is shown; `code` is the whole of a code of which `text` is a part. */
export interface Said {
  readonly text: string
  readonly code?: string
}
/** What is needed to read values of one entry. */
export interface Reading {
  readonly action: string
  readonly language: Language
  /** What the ids in the entry stand for, where the server could tell. */
  readonly names: Readonly<Record<string, string>>
}
const words = (zh: string, en: string) => (reading: Reading) => (reading.language === 'zh-CN' ? zh : en)
const yes = words('是', 'yes')
const no = words('否', 'no')
const none = words('无', 'none')
const comma = words('、', ', ')
const colon = words('：', ': ')
const stop = words('；', '; ')
const open = words('（', '(')
const close = words('）', ')')
const yuan = words('元', 'yuan')
const corners = words('个点', 'corners')

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const CODE_SHOWN = 8
/** Ids made within one minute begin alike: their ends tell them apart. */
const asCode = (code: string): Said[] => {
  if (code.length <= 12) return [{ text: code, code }]
  return [{ text: isId.test(code) ? `…${code.slice(-CODE_SHOWN)}` : `${code.slice(0, CODE_SHOWN)}…`, code }]
}
const isHash = /^[0-9a-f]{40,}$/
const isDay = /^\d{4}-\d\d-\d\d$/
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

const moment = (text: string, language: Language, isWholeDay: boolean): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: isWholeDay ? 'UTC' : 'Asia/Shanghai',
    dateStyle: 'long',
    ...(isWholeDay ? {} : { timeStyle: 'short', hourCycle: 'h23' }),
  }).format(new Date(text))
const twoPlaces = (value: number) =>
  (value / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const twoDigits = (n: number) => String(n).padStart(2, '0')
const measured = (value: number, unit: Unit | null, reading: Reading): string => {
  if (unit === 'money') return `${twoPlaces(value)} ${yuan(reading)}`
  if (unit === 'area') return `${twoPlaces(value)} m²`
  if (unit === 'clock') return `${twoDigits(Math.floor(value / 60))}:${twoDigits(value % 60)}`
  if (unit === 'percent') return `${value}%`
  if (unit === 'permille') return `${value / 10}%`
  if (unit === 'share') return `${Math.round(value * 100)}%`
  return String(value)
}
const vocabularyOf = (field: FieldWords | null) => (typeof field?.values === 'object' ? field.values : null)
const wordOf = (field: FieldWords | null, value: string | number, reading: Reading): string | null => {
  const found = vocabularyOf(field)
  if (found === null || !Object.hasOwn(found, value)) return null
  return reading.language === 'zh-CN' ? found[value]!.zh : found[value]!.en
}
/** A text by its own form: a code of a vocabulary or several, an id, a day, a moment, or simply words. */
const sayText = (value: string, field: FieldWords | null, unit: Unit | null, reading: Reading): Said[] => {
  const word = wordOf(field, value, reading)
  if (word !== null) return [{ text: word }]
  if (Object.hasOwn(reading.names, value)) return [{ text: reading.names[value]! }]
  if (unit === 'device') return [{ text: deviceName(value), code: value }]
  if (unit === 'code' || isId.test(value) || isHash.test(value)) return asCode(value)
  if (isDay.test(value) || isMoment.test(value)) return [{ text: moment(value, reading.language, isDay.test(value)) }]
  // The conditions of an export hold several codes in one text.
  const several = value.split(',').map((one) => wordOf(field, one, reading))
  return [{ text: several.length > 1 && !several.includes(null) ? several.join(comma(reading)) : value }]
}
const between = (parts: readonly (readonly Said[])[], mark: string): Said[] =>
  parts.flatMap((part, i) => (i === 0 ? [...part] : [{ text: mark }, ...part]))
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasOnly = (value: unknown, ...names: readonly string[]): boolean =>
  isPlain(value) && Object.keys(value).length === names.length && names.every((name) => name in value)
const isBudget = (value: unknown): boolean => hasOnly(value, 'amount', 'unit')
const isPeriod = (value: unknown): boolean => hasOnly(value, 'from', 'to') || hasOnly(value, 'from', 'until')
/** So many minutes or days, and from when to when: one value in words. */
export const isOneValue = (value: unknown): boolean => isBudget(value) || isPeriod(value)

/** `name` is the field's; inside an object without a unit of its own the unit of the whole holds. */
const say = (name: string, value: unknown, reading: Reading, whole: Unit | null): Said[] => {
  const field = journalField(reading.action, name)
  const unit = typeof field?.values === 'string' ? field.values : vocabularyOf(field) === null ? whole : null
  if (value === null || value === undefined || value === '') return [{ text: none(reading) }]
  if (typeof value === 'boolean') return [{ text: value ? yes(reading) : no(reading) }]
  if (typeof value === 'number') return [{ text: wordOf(field, value, reading) ?? measured(value, unit, reading) }]
  if (typeof value === 'string') return sayText(value, field, unit, reading)
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ text: none(reading) }]
    if (unit === 'outline') return [{ text: `${value.length} ${corners(reading)}` }]
    const isLong = value.some(isPlain)
    return between(
      value.map((one) => say(name, one, reading, unit)),
      isLong ? '\n' : comma(reading),
    )
  }
  if (!isPlain(value)) return [{ text: String(value) }]
  if (isBudget(value))
    return between([say('amount', value['amount'], reading, null), say('unit', value['unit'], reading, null)], ' ')
  if (isPeriod(value))
    return between(
      Object.values(value).map((one) => say('', one, reading, null)),
      ' – ',
    )
  return between(
    Object.entries(value).map(([inner, each]) => {
      const said = say(inner, each, reading, unit)
      const isGroup = isPlain(each) && !isOneValue(each)
      const shown = isGroup ? [{ text: open(reading) }, ...said, { text: close(reading) }] : said
      return [...fieldName([inner], reading), { text: colon(reading) }, ...shown]
    }),
    stop(reading),
  )
}
/** Names from the outside in; of a list the member that is meant, by what tells it apart. */
export type FieldPath = readonly (string | { readonly name: string; readonly value: unknown })[]
const namesIn = (path: FieldPath): string[] => path.filter((one) => typeof one === 'string')

/** The name of a field by its path; one of an older version that is gone reads as its code. */
export const fieldName = (path: FieldPath, reading: Reading): Said[] =>
  between(
    path.map((one) => {
      if (typeof one !== 'string') return say(one.name, one.value, reading, null)
      const found = journalField(reading.action, one)
      return found === null ? [{ text: one, code: one }] : [{ text: words(found.zh, found.en)(reading) }]
    }),
    ' · ',
  )
/** A value as it is read; null where there is nothing. */
export const fieldValue = (path: FieldPath, value: unknown, reading: Reading): Said[] | null => {
  if (value === null || value === undefined || value === '') return null
  const names = namesIn(path)
  const whole = names
    .map((name) => journalField(reading.action, name)?.values)
    .findLast((one) => typeof one === 'string')
  return say(names.at(-1) ?? '', value, reading, typeof whole === 'string' ? whole : null)
}
