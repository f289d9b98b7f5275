// Names of the events and fields of message templates, in the language of the person.
import { eventName, fieldName } from '../../../../contract/src/notices-events.ts'
import { usePick } from '../../platform/words.ts'

/** The name of an event such as `case.accept`. */
export const useEventName = (): ((event: string) => string) => {
  const pick = usePick()
  return (event) => pick(eventName(event) ?? { zh: event, en: event })
}
/** The name of a field such as `number`. */
export const useFieldName = (): ((field: string) => string) => {
  const pick = usePick()
  return (field) => pick(fieldName(field) ?? { zh: field, en: field })
}
/** Names in braces that are not among the fields. */
export const unknownFields = (text: string, fields: readonly string[]): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]?.trim() ?? '').filter((name) => !fields.includes(name))
