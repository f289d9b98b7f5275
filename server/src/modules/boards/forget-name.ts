// After an erasure: posts stay part of the thread, under no name; what the person said of others' posts goes.
import { and, eq, isNull } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { boardPosts, boardReports } from './tables.ts'

const NOBODY = '小区邻居'

/** Posts written for a body keep its name: it was not the person's. */
export const forgetName = async (cx: Cx<null>, personId: string): Promise<void> => {
  await cx.db
    .update(boardPosts)
    .set({ shownName: NOBODY })
    .where(and(eq(boardPosts.authorId, personId), isNull(boardPosts.organisationName)))
  await cx.db.update(boardReports).set({ reason: '' }).where(eq(boardReports.personId, personId))
}
