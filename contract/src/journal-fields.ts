// What every field of `before` and `after` in the journal is called, in both languages. An unnamed field is not written.
import { caseFields, caseRooms } from './journal-fields-cases.ts'
import { channelFields, channelRooms } from './journal-fields-channels.ts'
import { commonFields } from './journal-fields-common.ts'
import { deliberationFields, deliberationRooms } from './journal-fields-deliberation.ts'
import { fundFields, fundRooms } from './journal-fields-funds.ts'
import { ownerFields, ownerRooms } from './journal-fields-owners.ts'
import { outsideFields, outsideRooms } from './journal-fields-field.ts'
import { peopleFields, peopleRooms } from './journal-fields-people.ts'
import type { FieldWords, Rooms } from './journal-fields-shape.ts'

const named = {
  ...commonFields,
  ...caseFields,
  ...channelFields,
  ...ownerFields,
  ...fundFields,
  ...deliberationFields,
  ...outsideFields,
  ...peopleFields,
}
/** What may stand in `before` and `after` of an entry, at any depth: nothing that has no name. */
export type JournalField = keyof typeof named
export const journalFields: Readonly<Record<string, FieldWords>> = named
/** Where a field means something of its own, by the first word of the action: `whistle` of `whistle.late`. */
export const journalRooms: Rooms = {
  ...caseRooms,
  ...channelRooms,
  ...ownerRooms,
  ...fundRooms,
  ...deliberationRooms,
  ...outsideRooms,
  ...peopleRooms,
}
const within = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** What a field of an entry is called; null for one of an older version that is gone. */
export const journalField = (action: string, name: string): FieldWords | null =>
  within(within(journalRooms, action.split('.')[0]!) ?? {}, name) ?? within(journalFields, name) ?? null
