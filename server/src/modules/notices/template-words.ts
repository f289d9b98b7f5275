// Wordings with {fields}: filling them in, and finding names nobody knows.

const FIELD = /\{([^{}]*)\}/g
/** A sentence that brought its own full stop gets no second one: 不亮。”。 reads 不亮。”. */
const SECOND_STOP = /([。！？；….!?])([”"]?)[。.]/g
/** Puts the values into a wording; a field without a value leaves nothing behind. */
export const fillIn = (wording: string, fields: Readonly<Record<string, string>>): string =>
  wording
    .replace(FIELD, (_whole, name: string) => fields[name.trim()] ?? '')
    .replace(SECOND_STOP, '$1$2')
    .trim()
/** The names in braces that are not among the known ones. */
export const unknownFields = (wording: string, known: readonly string[]): string[] =>
  [...new Set([...wording.matchAll(FIELD)].map((match) => match[1]!.trim()))].filter((name) => !known.includes(name))
