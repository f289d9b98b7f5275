// What the kinds of things in the journal are called.
import { journalThing, journalThings } from '../../../../contract/src/journal-things.ts'
import { usePick } from '../../platform/words.ts'

export const thingKinds = Object.keys(journalThings)
/** The name of a kind of thing; one of an older version that is gone reads as itself. */
export const useThingName = (): ((kind: string) => string) => {
  const pick = usePick()
  return (kind) => {
    const known = journalThing(kind)
    return known ? pick(known) : kind
  }
}
