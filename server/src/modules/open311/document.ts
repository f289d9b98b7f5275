// One document in two formats: XML as GeoReport v2 writes it, and JSON by the same mapping. They always say the same.
import type { RawAnswer } from '../../platform/module.ts'

export type Format = 'xml' | 'json'
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }
export interface Document {
  /** The name of the outermost element. */
  readonly root: string
  readonly value: Value
}
/** What an element of a list is called, by the list's name. */
const items: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  photos: 'photo',
}
// XML 1.0 has no place for these, not even escaped; JSON leaves them out too, so that both say the same.
// oxlint-disable-next-line no-control-regex -- these are what must not pass
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu
const clean = (text: string) => text.toWellFormed().replace(FORBIDDEN, '').replace(/\r\n?/g, '\n')
const cleaned = (value: Value): Value => {
  if (typeof value === 'string') return clean(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(cleaned)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part as Value)]))
}
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escape = (text: string) => text.replace(/[&<>"']/g, (one) => escapes[one]!)
const element = (name: string, value: Value): string => {
  if (value === null || value === '') return `<${name}/>`
  if (typeof value !== 'object') return `<${name}>${escape(String(value))}</${name}>`
  const inner = Array.isArray(value)
    ? value.map((one: Value) => element(items[name] ?? 'item', one)).join('')
    : Object.entries(value)
        .map(([key, part]) => element(key, part as Value))
        .join('')
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
}
/** Empty texts are null in JSON as they are empty elements in XML. */
const emptied = (value: Value): Value => {
  if (value === '') return null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(emptied)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, emptied(part as Value)]))
}
/** The document as an answer, with the content types the specification names. */
export const written = (document: Document, format: Format, status = 200): RawAnswer => {
  const value = cleaned(document.value)
  return format === 'json'
    ? { status, type: 'application/json; charset=utf-8', text: JSON.stringify(emptied(value)) }
    : {
        status,
        type: 'text/xml; charset=utf-8',
        text: `<?xml version="1.0" encoding="UTF-8"?>\n${element(document.root, value)}\n`,
      }
}
/** ISO 8601 as the W3C note has it: seconds, with the zone. */
export const w3 = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
