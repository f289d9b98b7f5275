// How a meeting was really held: when it opened and closed, who led it, who wrote it down, who was missing.
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { deliberationApi } from '../../../../contract/src/deliberation.ts'
import { opensBeforeMinutes } from '../../../../contract/src/deliberation-life.ts'
import { shanghaiDay } from '../../../../rules/src/working-time.ts'
import type { Cx } from '../../platform/cx.ts'
import { personsByIds } from '../identity/index.ts'
import { actsOn, type Act } from '../journal/index.ts'
import { postsOn } from '../organisations/index.ts'
import type { MeetingRow, PersonRow } from './policy.ts'

export type Held = OutOf<(typeof deliberationApi)['GET /api/deliberation/meetings/:id']>['held']
type Officer = NonNullable<Held['chair']>
const CALL = 'deliberation.call'
/** Called, held and written down in one go. */
const DOORSTEP = 'deliberation.doorstep'
const asked = [CALL, DOORSTEP, 'deliberation.open', 'deliberation.write', 'deliberation.sign'] as const

/** The hour of the notice: the record of a doorstep meeting puts the hour it was held in its place. */
const announcedOf = (row: MeetingRow, acts: readonly Act[]): Date | null => {
  if (!acts.some((one) => one.action === DOORSTEP)) return row.startsAt
  const called = acts.find((one) => one.action === CALL)?.after as { readonly startsAt?: unknown } | null | undefined
  return typeof called?.startsAt === 'string' ? new Date(called.startsAt) : null
}
/** Records of a doorstep made before openings were kept bear the moment of their writing as all three times. */
const timesOf = (row: MeetingRow): { readonly openedAt: Date | null; readonly closedAt: Date | null } => {
  const { openedAt, closedAt, publishedAt, startsAt } = row
  if (closedAt === null || closedAt.getTime() !== publishedAt?.getTime()) return { openedAt, closedAt }
  return { openedAt: openedAt !== null && openedAt < closedAt ? openedAt : startsAt, closedAt: null }
}
const countsOf = (row: MeetingRow, all: readonly PersonRow[]) => {
  const expected = all.filter((one) => one.invited)
  const attended = expected.filter((one) => one.cameAt !== null).length
  return {
    expected: expected.length,
    attended,
    absent: expected.length - attended,
    guests: Math.max(row.present - attended, 0),
    atTheDoor: row.scheme.atTheDoor,
  }
}
/**
 * Names are for those inside, as everywhere in a meeting; the office is for every reader. The journal is written when a
 * request ends: who took a step is known from the next reading on.
 */
export const heldOf = async (cx: Cx, row: MeetingRow, all: readonly PersonRow[], isInside: boolean): Promise<Held> => {
  const acts = await actsOn(cx.db, cx.districtId, { kind: 'deliberationMeeting', id: row.id }, asked)
  const by = (action: (typeof asked)[number]): string | null =>
    acts.findLast((one) => one.action === action)?.actorId ?? null
  const officers = {
    chair: by('deliberation.open') ?? by(DOORSTEP),
    recorder: by('deliberation.write') ?? by(DOORSTEP),
    signer: by('deliberation.sign'),
  }
  const ids = Object.values(officers).filter((id) => id !== null)
  const known = isInside ? await personsByIds(cx.db, ids) : null
  const { openedAt, closedAt } = timesOf(row)
  const posts = await postsOn(cx.db, cx.districtId, ids, 'deliberation.run', shanghaiDay(openedAt ?? row.startsAt))
  const officer = (id: string | null): Officer | null =>
    id === null
      ? null
      : {
          name: known?.get(id)?.name ?? null,
          role: posts.get(id) ?? all.find((one) => one.personId === id)?.seat ?? null,
        }
  const announcedAt = announcedOf(row, acts)
  return {
    announcedAt: announcedAt?.toISOString() ?? null,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    early:
      openedAt !== null &&
      announcedAt !== null &&
      announcedAt.getTime() - openedAt.getTime() > opensBeforeMinutes * 60_000,
    chair: officer(officers.chair),
    recorder: officer(officers.recorder),
    signer: officer(officers.signer),
    ...countsOf(row, all),
  }
}
