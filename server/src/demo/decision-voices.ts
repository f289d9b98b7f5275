// Voices of the demo's owners' decisions beside the ballots: objections with answers, mandates, co-owners who differ.
import { sql } from 'drizzle-orm'
import { appendBallots, type NewBallot } from '../modules/ballots/chain.ts'
import { designate, noteDiffering } from '../modules/ballots/designations.ts'
import { voterKey } from '../modules/ballots/keys.ts'
import { revokeMandate, writeMandates } from '../modules/ballots/mandates.ts'
import { answerObjection, raiseObjection } from '../modules/ballots/objections.ts'
import { itemsOf, lockDecision, type OwnerRow } from '../modules/ballots/policy.ts'
import { decisionOwners } from '../modules/ballots/tables.ts'
import { attachFiles } from '../modules/files/index.ts'
import type { Mark } from '../../../rules/src/owners-vote.ts'
import type { Actor } from '../platform/cx.ts'
import type { Sealing } from '../platform/sealing.ts'
import { cxAt, photoOf, type Stage } from './stage.ts'

export interface Voices {
  readonly stage: Stage
  readonly sealing: Sealing
  readonly convener: Actor
}
/** An owner acts for themselves. */
const asOwner = ({ convener }: Voices, personId: string): Actor => ({
  ...convener,
  personId,
  sessionId: personId,
  name: '',
  held: [],
})
const ownersOn = ({ stage }: Voices, id: string): Promise<OwnerRow[]> =>
  stage.db
    .select()
    .from(decisionOwners)
    .where(sql`${decisionOwners.decisionId} = ${id} and cardinality(${decisionOwners.personIds}) > 0`)
    .orderBy(decisionOwners.sort)
/** Somebody on the roll objects in its window, and is answered. */
export const playObjection = async (
  voices: Voices,
  id: string,
  about: 'roll' | 'result',
  said: { readonly nth: number; readonly words: string; readonly answer: string | null },
  [asked, answered]: readonly [Date, Date],
): Promise<void> => {
  const { stage, convener } = voices
  const owners = await stage.db.execute<{ person_id: string }>(sql`
    select h.person_id from home_people h join places p on p.id = h.home_id join decisions d on d.place_id in (p.estate_id, p.building_id)
    where d.id = ${id} and h.state = 'confirmed' and h.relation = 'owner' order by p.path_order, h.person_id offset ${said.nth} limit 1`)
  await raiseObjection(cxAt(stage, asOwner(voices, owners.rows[0]!.person_id), asked), id, { about, words: said.words })
  if (said.answer === null) return
  const { rows } = await stage.db.execute<{ id: string }>(
    sql`select id from decision_objections where decision_id = ${id} and answer is null order by at desc limit 1`,
  )
  await answerObjection(cxAt(stage, convener, answered), id, rows[0]!.id, said.answer)
}
/** Two mandates by phone, one of them taken back, and one in writing; from owners who have not voted. */
export const playMandates = async (voices: Voices, id: string, at: Date, without: string): Promise<void> => {
  const { stage, convener } = voices
  const waiting = await stage.db.execute<{ owner: string }>(
    sql`select o.key as owner from decision_owners o where o.decision_id = ${id}
      and not exists (select 1 from decision_ballots b where b.decision_id = ${id} and b.owner_key = o.key)`,
  )
  const silent = new Set(waiting.rows.map((row) => row.owner))
  const single = (await ownersOn(voices, id)).filter(
    (one) => one.personIds.length === 1 && one.personIds[0] !== without,
  )
  const [proxy, second] = single.filter((one) => !silent.has(one.key)).map((one) => one.personIds[0]!)
  const givers = single.filter((one) => silent.has(one.key)).slice(0, 3)
  for (const [i, giver] of givers.entries()) {
    const [from, onPaper] = [giver.personIds[0]!, i === 2]
    const cx = cxAt(stage, onPaper ? convener : asOwner(voices, from), at)
    const photos = onPaper ? [await photoOf(stage, convener, at)] : []
    if (onPaper) await attachFiles(cx, photos, { kind: 'decisionPaper', id }, 'photo')
    const recordedBy = onPaper ? convener.personId : null
    const to = i === 0 ? proxy! : second!
    await writeMandates(cx, await lockDecision(cx, id), {
      keys: [giver.key],
      from,
      to,
      itemIds: [],
      recordedBy,
      photos,
    })
    await cx.journal({
      action: onPaper ? 'decision.mandateOnPaper' : 'decision.mandate',
      sentence: onPaper ? '登记了书面委托' : '委托了别人投票',
      thing: { kind: 'decision', id },
      after: { to },
    })
  }
  const { rows } = await stage.db.execute<{ id: string; from_person: string }>(
    sql`select id, from_person from decision_mandates where decision_id = ${id} and owner_key = ${givers[1]!.key}`,
  )
  await revokeMandate(cxAt(stage, asOwner(voices, rows[0]!.from_person), at), id, rows[0]!.id)
}
/** Two homes whose co-owners vote differently; in one of them one has named the other to speak for both. */
export const playDiffering = async (voices: Voices, id: string, at: Date): Promise<void> => {
  const { stage, sealing, convener } = voices
  const cx = cxAt(stage, convener, at)
  const row = await lockDecision(cx, id)
  const items = await itemsOf(cx, id)
  const couples = (await ownersOn(voices, id)).filter((one) => one.personIds.length === 2).slice(0, 2)
  const marks = (mark: Mark) => Object.fromEntries(items.map((item) => [item.id, mark]))
  const ballotOf = (couple: OwnerRow, i: number): NewBallot => ({
    owner: couple.key,
    voter: voterKey(row.salt, couple.personIds[i]!),
    channel: 'electronic',
    marks: marks(i === 0 ? 'for' : 'against'),
    receivedAt: at,
    byPerson: couple.personIds[i]!,
  })
  await appendBallots(
    cx,
    sealing,
    row,
    couples.flatMap((couple) => [ballotOf(couple, 0), ballotOf(couple, 1)]),
  )
  await noteDiffering(cx, sealing, row, couples)
  const [first] = couples
  await designate(cxAt(stage, asOwner(voices, first!.personIds[1]!), at), sealing, id, {
    key: first!.key,
    personId: first!.personIds[0]!,
  })
}
