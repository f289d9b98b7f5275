// What a person finds of message boards in their own data.
import type { OwnRows } from '../../platform/own-data.ts'
import { boardPosts, boardReports } from './tables.ts'

export const ownData: readonly OwnRows[] = [
  {
    name: 'boardPosts',
    table: boardPosts,
    person: boardPosts.authorId,
    tell: {
      at: boardPosts.createdAt,
      words: boardPosts.words,
      shownName: boardPosts.shownName,
      state: boardPosts.state,
    },
  },
  {
    name: 'boardReports',
    table: boardReports,
    person: boardReports.personId,
    tell: { at: boardReports.at, reason: boardReports.reason },
  },
]
