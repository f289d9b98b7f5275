// The kinds of things the journal knows, and their names.
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

export const thingKinds = [
  'case',
  'person',
  'session',
  'place',
  'organisation',
  'position',
  'appointment',
  'category',
  'rule',
  'template',
  'doorcode',
  'import',
  'file',
  'district',
] as const
/** The name of a kind of thing; an unknown one reads as itself. */
export const useThingName = (): ((kind: string) => string) => {
  const say = useWords(words)
  return (kind) => thingKinds.map((known) => (known === kind ? say[known] : null)).find((name) => name !== null) ?? kind
}
