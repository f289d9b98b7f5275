// One lateness record per unit and clock: written by whichever comes first, the timer or the step that came too late.
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { partClocks } from '../../../../contract/src/whistles-life.ts'
import { missedBy, type ClockRow } from './clocks.ts'
import type { PartRow } from './policy.ts'
import { whistleClocks, whistleLateness, whistleParts } from './tables.ts'
import type { AnyCx } from './write-history.ts'

export const noteLateness = async (cx: AnyCx, part: PartRow, clocks: readonly ClockRow[]): Promise<void> => {
  for (const clock of clocks) {
    const dueAt = missedBy(clock, cx.now)
    if (dueAt === null || clock.missedAt !== null) continue
    const noted = await cx.db
      .update(whistleClocks)
      .set({ missedAt: cx.now })
      .where(and(eq(whistleClocks.id, clock.id), isNull(whistleClocks.missedAt)))
    if (noted.rowCount === 0) continue
    await cx.db
      .insert(whistleLateness)
      .values({
        id: uuidv7(),
        districtId: cx.districtId,
        partId: part.id,
        organisationId: part.organisationId,
        kind: clock.kind,
        dueAt,
        notedAt: cx.now,
      })
      .onConflictDoNothing()
    await cx.db
      .update(whistleParts)
      .set(clock.kind === 'arrival' ? { lateArrival: true } : { lateResult: true })
      .where(eq(whistleParts.id, part.id))
    await cx.journal({
      action: 'whistle.late',
      sentence: `单位超过了${partClocks[clock.kind].zh}时限`,
      thing: { kind: 'case', id: part.caseId },
      after: { partId: part.id, organisationId: part.organisationId, clock: clock.kind, dueAt },
    })
    cx.live('case', part.caseId)
  }
}
