// What a person finds of notices in their own data, besides the inbox: messages to their phone.
import type { OwnRows } from '../../platform/own-data.ts'
import { smsMessages } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'phoneMessages',
    table: smsMessages,
    person: smsMessages.personId,
    tell: { at: smsMessages.at, text: smsMessages.text, state: smsMessages.state },
  },
]
