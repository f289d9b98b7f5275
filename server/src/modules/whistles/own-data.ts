// What a person finds of whistles in their own data: the ratings they gave to units.
import type { OwnRows } from '../../platform/own-data.ts'
import { whistleRatings } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'whistleRatings',
    table: whistleRatings,
    person: whistleRatings.personId,
    tell: { at: whistleRatings.at, rating: whistleRatings.rating, words: whistleRatings.words },
  },
]
