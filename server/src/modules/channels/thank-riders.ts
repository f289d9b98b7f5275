// Thanks riders when their clue is taken up, and again when it is solved: a message, and an event points are counted from.
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { clueThanks } from '../../../../contract/src/channels-kinds.ts'
import type { CaseState } from '../../../../contract/src/cases-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { cases } from '../cases/tables.ts'
import { tell } from '../notices/index.ts'
import { clues, thanks } from './tables.ts'

const underWay: readonly CaseState[] = ['takenUp', 'inProgress', 'suspended', 'closureRequested', 'closed', 'confirmed']
const solved: readonly CaseState[] = ['closed', 'confirmed']
const AT_ONCE = 200

/** Writes the event once, whatever happens; tells the rider only then. */
const thank = async (
  cx: Cx<null>,
  clue: typeof clues.$inferSelect,
  kind: keyof typeof clueThanks,
  fields: Record<string, string>,
): Promise<void> => {
  const written = await cx.db
    .insert(thanks)
    .values({
      id: uuidv7(),
      districtId: clue.districtId,
      personId: clue.riderId,
      kind,
      weight: clueThanks[kind],
      thingKind: 'clue',
      thingId: clue.id,
      at: cx.now,
    })
    .onConflictDoNothing()
  if (written.rowCount === 0) return
  await tell(cx, {
    event: kind,
    audience: 'person',
    personIds: [clue.riderId],
    thing: { kind: 'case', id: clue.caseId },
    fields,
  })
}
/** The job `channels.thank`: looks at cases of clues not solved yet. */
export const thankRiders = async (cx: Cx<null>): Promise<void> => {
  const rows = await cx.db
    .select({ clue: clues, state: cases.state, number: cases.number, place: cases.placePath, words: cases.words })
    .from(clues)
    .innerJoin(cases, eq(cases.id, clues.caseId))
    .where(
      and(
        isNull(clues.solvedAt),
        eq(clues.districtId, cx.districtId),
        // Not thanked for taking it up yet, or solved since.
        or(and(isNull(clues.takenUpAt), inArray(cases.state, [...underWay])), inArray(cases.state, [...solved])),
      ),
    )
    .orderBy(asc(clues.id))
    .limit(AT_ONCE)
    .for('update', { of: clues, skipLocked: true })
  for (const { clue, state, number, place, words } of rows) {
    const fields = { number: String(number), place, words: words.slice(0, 30) }
    if (clue.takenUpAt === null) await thank(cx, clue, 'clue.takenUp', fields)
    if (solved.includes(state)) await thank(cx, clue, 'clue.solved', fields)
    await cx.db
      .update(clues)
      .set({
        ...(clue.takenUpAt === null ? { takenUpAt: cx.now } : {}),
        ...(solved.includes(state) ? { solvedAt: cx.now } : {}),
      })
      .where(eq(clues.id, clue.id))
  }
}
