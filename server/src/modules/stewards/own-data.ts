// What a person finds of stewards in their own data: their name card.
import { sql } from 'drizzle-orm'
import type { OwnRows } from '../../platform/own-data.ts'
import { nameCards } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'nameCard',
    table: nameCards,
    person: nameCards.personId,
    tell: {
      line: nameCards.line,
      photo: nameCards.photoId,
      showsPhoto: nameCards.showPhoto,
      showsPhone: nameCards.showPhone,
      hasWorkPhone: sql`work_phone_sealed is not null`,
      updatedAt: nameCards.updatedAt,
    },
  },
]
