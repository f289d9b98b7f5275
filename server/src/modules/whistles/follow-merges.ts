// A duplicate is merged: the units called for it go on for the other case; undone, they come back with all they did.
import { inArray, sql } from 'drizzle-orm'
import type { Cx } from '../../platform/cx.ts'
import { releaseHold, type MergeFollower } from '../cases/index.ts'
import { organisationsByIds } from '../organisations/index.ts'
import { whistleParts } from './tables.ts'
import { holdFor, writeHistory } from './write-history.ts'
import type { PartRow } from './policy.ts'

/** Moves rows that are locked, with what they hold; the history of each says so. */
const move = async (
  cx: Cx,
  parts: readonly PartRow[],
  to: { readonly id: string; readonly number: number },
  from: (part: PartRow) => string | null,
) => {
  const units = await organisationsByIds(
    cx.db,
    parts.map((part) => part.organisationId),
  )
  for (const part of parts) {
    const unitName = units.get(part.organisationId)?.name ?? ''
    const moved = { ...part, caseId: to.id, movedFrom: from(part) }
    await releaseHold(cx, part.caseId, { kind: 'whistle', thingId: part.id })
    await cx.db
      .update(whistleParts)
      .set({ caseId: moved.caseId, movedFrom: moved.movedFrom })
      .where(sql`${whistleParts.id} = ${part.id}`)
    await holdFor(cx, moved, unitName)
    await writeHistory(cx, moved, {
      step: 'whistle.moved',
      sentence: '随诉求转移',
      from: part.state,
      to: part.state,
      unitName,
      organisationName: cx.actor.held[0]?.organisationName ?? null,
      words: `随诉求转到 ${to.number}`,
    })
  }
}
export const mergeFollower: MergeFollower = {
  merged: async (cx, from, into) => {
    const parts = await cx.db
      .select()
      .from(whistleParts)
      .where(inArray(whistleParts.caseId, [from.id]))
      .orderBy(whistleParts.calledAt, whistleParts.id)
      .for('update')
    // The case they were called for stays on record through a chain of merges.
    await move(cx, parts, into, (part) => part.movedFrom ?? from.id)
  },
  unmerged: async (cx, back, of) => {
    const parts = await cx.db
      .select()
      .from(whistleParts)
      .where(inArray(whistleParts.movedFrom, [...of]))
      .orderBy(whistleParts.calledAt, whistleParts.id)
      .for('update')
    await move(cx, parts, back, (part) => (part.movedFrom === back.id ? null : part.movedFrom))
  },
}
