// What a person finds of joint operations in their own data: what they noted there.
import type { OwnRows } from '../../platform/own-data.ts'
import { operationFindings } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'operationFindings',
    table: operationFindings,
    person: operationFindings.personId,
    tell: { at: operationFindings.at, words: operationFindings.words },
  },
]
