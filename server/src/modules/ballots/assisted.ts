// Ballots cast with help: the owner says it, a helper writes it down and stands on record.
import type { BallotChoice } from '../../../../contract/src/ballots-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { attachFiles } from '../files/index.ts'
import { appendBallots, type Receipt } from './chain.ts'
import { agreedOn, designationsOf, noteDiffering, ownerOf } from './designations.ts'
import { voterKey } from './keys.ts'
import { isTaking, itemsOf, lockAs, type DecisionRow, type OwnerRow } from './policy.ts'
import { scansOf } from './scans.ts'
import { marksFor } from './vote.ts'

/** Whose voice a paper or an assisted ballot is: who signed or said it, else the one the co-owners named, else the first. */
export const inPersonOf = async (
  cx: Pick<Cx, 'db'>,
  row: DecisionRow,
  owner: OwnerRow,
  signerId: string | undefined,
): Promise<{ voter: string; designated: boolean }> => {
  if (signerId !== undefined && !owner.personIds.includes(signerId)) throw refuse('decision.designee')
  const named = owner.personIds.length > 1 ? agreedOn(owner, await designationsOf(cx, row.id, owner.key)) : null
  const speaker = signerId ?? named ?? owner.personIds.toSorted()[0]
  return { voter: voterKey(row.salt, speaker ?? owner.key), designated: named !== null && named === speaker }
}
/** The owner said it, the helper wrote it; both are on record. @throws decision.not-open, decision.not-on-roll */
export const assistBallot = async (
  cx: Cx,
  sealing: Sealing,
  id: string,
  input: {
    readonly key: string
    readonly marks: readonly { readonly itemId: string; readonly mark: BallotChoice }[]
    readonly reason: string
    readonly signerId?: string | undefined
    readonly photos: readonly string[]
  },
): Promise<Receipt> => {
  const row = await lockAs(cx, id, 'decision.count')
  if (!isTaking(row, cx.now)) throw refuse('decision.not-open')
  const owner = await ownerOf(cx, id, input.key)
  const items = await itemsOf(cx, id)
  const marks = marksFor(
    items.map((item) => item.id),
    input.marks,
  )
  await attachFiles(cx, input.photos, { kind: 'decisionPaper', id }, 'photo')
  const [receipt] = await appendBallots(cx, sealing, row, [
    {
      owner: owner.key,
      ...(await inPersonOf(cx, row, owner, input.signerId)),
      channel: 'assisted',
      marks,
      receivedAt: cx.now,
      byPerson: cx.actor.personId,
      scans: await scansOf(cx, input.photos),
    },
  ])
  await noteDiffering(cx, sealing, row, [owner])
  await cx.journal({
    action: 'decision.assisted',
    sentence: '协助业主投了票',
    thing: { kind: 'decision', id },
    after: { seq: receipt!.seq, reason: input.reason },
  })
  return receipt!
}
