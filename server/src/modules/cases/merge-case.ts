// Merges a duplicate into another case, and undoes it: nothing of the duplicate is lost, its reporter hears of everything.
import { eq, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import { openHolds } from './holds.ts'
import { lockCase } from './load-case.ts'
import { standingOf, type CaseRow } from './policy.ts'
import { isOpenCase } from './split-case.ts'
import { cases } from './tables.ts'
import { applyStep } from './take-step.ts'
import { addToTimeline } from './tell-timeline.ts'

/** What hangs on a case and goes with it: `from` and the cases merged into it before are `of`. */
export interface MergeFollower {
  readonly merged: (cx: Cx, from: CaseRow, into: CaseRow) => Promise<void>
  readonly unmerged: (cx: Cx, back: CaseRow, of: readonly string[]) => Promise<void>
}
let follower: MergeFollower | null = null
/** Joined in app.ts: cases know nobody. */
export const followMergesBy = (next: MergeFollower): void => {
  follower = next
}
/** Both locked, always in the same order, so that two merges never wait for each other. */
const lockBoth = async (cx: Cx, id: string, otherId: string): Promise<[CaseRow, CaseRow]> => {
  const [first, second] = [id, otherId].toSorted() as [string, string]
  const rows = [await lockCase(cx, first), await lockCase(cx, second)]
  return [rows.find((row) => row.id === id)!, rows.find((row) => row.id === otherId)!]
}
const hasParts = async (cx: Cx, id: string): Promise<boolean> =>
  (await cx.db.select({ id: cases.id }).from(cases).where(eq(cases.parentId, id)).limit(1)).length > 0

/** @throws case.merge-family, case.held, case.not-found, lifecycle.wrong-state, access.not-allowed */
export const mergeCase = async (cx: Cx, id: string, input: { intoId: string; reason: string }): Promise<CaseRow> => {
  if (id === input.intoId) throw refuse('case.merge-family', { because: 'into itself' })
  const [row, into] = await lockBoth(cx, id, input.intoId)
  const taker = { person: standingOf(cx.actor, row) }
  if (!taker.person.staff('case.merge') || !standingOf(cx.actor, into).staff('case.merge'))
    throw refuse('access.not-allowed')
  if (!isOpenCase(row) || !isOpenCase(into)) throw refuse('lifecycle.wrong-state', { because: `into ${into.state}` })
  const inFamily = row.parentId !== null || into.parentId === row.id || (await hasParts(cx, id))
  if (inFamily) throw refuse('case.merge-family')
  const held = await openHolds(cx.db, id)
  // Units that were called go on for the other case; anything else is finished first.
  if (held.some((hold) => hold.kind !== 'whistle' || follower === null))
    throw refuse('case.merge-family', { because: 'something unfinished' })
  const merged = await applyStep(cx, row, 'merge', taker, input)
  await follower?.merged(cx, row, into)
  await addToTimeline(cx, into.id, {
    step: 'mergedIn',
    words: `并入诉求 ${row.number}`,
    audience: 'internal',
    organisationName: cx.actor.held[0]?.organisationName ?? null,
  })
  return merged
}

/** @throws case.not-found, lifecycle.wrong-state, access.not-allowed */
export const unmergeCase = async (cx: Cx, id: string, input: { reason: string }): Promise<CaseRow> => {
  const row = await lockCase(cx, id)
  const intoId = row.mergedIntoId
  const restored = await applyStep(cx, row, 'unmerge', { person: standingOf(cx.actor, row) }, input)
  const family = await mergedInto(cx.db, id)
  await follower?.unmerged(cx, restored, [id, ...family.map((one) => one.id)])
  await addToTimeline(cx, intoId!, {
    step: 'mergedOut',
    words: `撤销并入的诉求 ${row.number}`,
    audience: 'internal',
    organisationName: cx.actor.held[0]?.organisationName ?? null,
  })
  return restored
}

/** The case at the end of a chain of merges. */
export const rootOf = async (cx: Pick<Cx, 'db'>, row: CaseRow): Promise<CaseRow> => {
  let at = row
  while (at.mergedIntoId !== null) {
    const [next] = await cx.db.select().from(cases).where(eq(cases.id, at.mergedIntoId))
    at = next!
  }
  return at
}
/** What was merged into any of these, directly or through others: each with the one it stands in. */
export const mergedUnder = async (
  db: Cx['db'],
  ids: readonly string[],
): Promise<{ row: CaseRow; rootId: string }[]> => {
  if (ids.length === 0) return []
  const found = await db.execute<{ id: string; root: string }>(sql`
    with recursive family as (
      select c.id, c.merged_into_id as root from cases c where c.merged_into_id = any(${sql.param(ids)}::uuid[])
      union all
      select c.id, f.root from cases c join family f on c.merged_into_id = f.id
    ) select id, root from family limit 2000`)
  const roots = new Map(found.rows.map((one) => [one.id, one.root]))
  if (roots.size === 0) return []
  const rows = await db
    .select()
    .from(cases)
    .where(sql`${cases.id} = any(${sql.param([...roots.keys()])}::uuid[])`)
    .orderBy(cases.createdAt)
  return rows.map((row) => ({ row, rootId: roots.get(row.id)! }))
}
/** Cases merged into this one, directly or through others. */
export const mergedInto = async (db: Cx['db'], id: string): Promise<CaseRow[]> =>
  (await mergedUnder(db, [id])).map(({ row }) => row)
