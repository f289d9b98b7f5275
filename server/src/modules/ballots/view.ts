// A decision as its reader may see it: before closing nobody but the voter sees a choice, afterwards only sums are shown.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import type { ballotsApi } from '../../../../contract/src/ballots.ts'
import type { Cx } from '../../platform/cx.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { personsByIds } from '../identity/index.ts'
import { matterView } from './list.ts'
import { mineOf } from './mine-view.ts'
import { objectionsOf } from './objections.ts'
import { findDecision, itemsOf, mayOf, ownersOf, type DecisionRow, type ItemRow } from './policy.ts'
import { rollFigures } from './roll-figures.ts'
import { silenceView } from './silence-words.ts'
import { decisionHeads, decisionMandates, decisionParts } from './tables.ts'

type View = OutOf<(typeof ballotsApi)['GET /api/decisions/:id']>
const rollView = async (cx: Cx, row: DecisionRow): Promise<View['roll']> => ({
  ...(row.rollFigures ?? (await rollFigures(cx, row.id))),
  objectionsUntil: row.objectionsUntil,
  hash: row.rollHash,
  frozenAt: row.rollFrozenAt?.toISOString() ?? null,
})
const mandatesOf = async (cx: Cx, id: string) => {
  const given = await cx.db
    .select()
    .from(decisionMandates)
    .where(and(eq(decisionMandates.decisionId, id), eq(decisionMandates.fromPerson, cx.actor.personId)))
    .orderBy(asc(decisionMandates.at))
    .limit(50)
  const held = await cx.db
    .select()
    .from(decisionMandates)
    .where(
      and(
        eq(decisionMandates.decisionId, id),
        eq(decisionMandates.toPerson, cx.actor.personId),
        isNull(decisionMandates.revokedAt),
      ),
    )
    .limit(60)
  const people = await personsByIds(
    cx.db,
    given.map((one) => one.toPerson),
  )
  const shown = given.map((one) => ({
    id: one.id,
    toName: people.get(one.toPerson)?.name ?? '',
    at: one.at.toISOString(),
    revokedAt: one.revokedAt?.toISOString() ?? null,
  }))
  return { held, shown }
}
const itemView = (row: DecisionRow, item: ItemRow): View['items'][number] => ({
  id: item.id,
  title: item.title,
  words: item.words,
  cost: item.cost,
  planId: item.planId,
  fund: item.fundId === null ? null : { id: item.fundId, amount: item.amountFen! },
  matter: matterView(row.rules, item.matter),
  candidate:
    item.candidateName === null
      ? null
      : { name: item.candidateName, isPartyMember: item.candidateIsPartyMember ?? false },
})
const resultView = (row: DecisionRow): View['result'] =>
  row.result === null || row.resultAt === null
    ? null
    : {
        at: row.resultAt.toISOString(),
        objectionsUntil: row.resultUntil,
        items: row.result.items.map(({ silence, ...one }) => ({
          ...one,
          ...(silence === undefined ? {} : { silence }),
          flips: one.flips.map(({ with: others, ...flip }) => ({
            ...flip,
            ...(others === undefined ? {} : { with: [...others] }),
          })),
          areaFlips: [...one.areaFlips],
          left: [...one.left],
        })),
        tied: [...row.result.tied],
        city: row.cityReference,
        consultation: [...(row.consultation ?? [])],
      }
const chainView = async (cx: Cx, row: DecisionRow): Promise<View['chain']> => {
  const daily = await cx.db
    .select({ day: decisionHeads.day, length: decisionHeads.length, head: decisionHeads.head })
    .from(decisionHeads)
    .where(eq(decisionHeads.decisionId, row.id))
    .orderBy(desc(decisionHeads.day))
    .limit(60)
  return { length: row.chainLength, head: row.chainHead, daily }
}
/** Owns a part of it, before or after the roll is frozen. */
const ownsPart = async (cx: Cx, id: string): Promise<boolean> => {
  const [found] = await cx.db
    .select({ id: decisionParts.id })
    .from(decisionParts)
    .where(and(eq(decisionParts.decisionId, id), sql`${decisionParts.ownerIds} @> array[${cx.actor.personId}]::uuid[]`))
    .limit(1)
  return found !== undefined
}
const factsOf = (row: DecisionRow) => ({
  id: row.id,
  number: String(row.number),
  title: row.title,
  words: row.words,
  place: { id: row.placeId, name: row.placeName },
  partKinds: row.partKinds,
  citySystem: row.citySystem,
  convener: row.convener,
  state: row.state,
  stateAt: row.stateAt.toISOString(),
  seats: row.seats,
  proxyCap: row.proxyCap,
  rules: {
    id: row.rules.id,
    participation: row.rules.participation,
    noticeDays: row.rules.noticeDays,
    noticeCitation: row.rules.noticeCitation,
    silence: silenceView(row.rules),
  },
  notice:
    row.noticeId === null
      ? null
      : { id: row.noticeId, postedOn: row.noticePostedOn!, endsOn: row.noticeEndsOn!, opensFrom: row.opensFrom! },
  opensAt: row.opensAt?.toISOString() ?? null,
  closesAt: row.closesAt?.toISOString() ?? null,
  certificate:
    row.certificateHash === null || row.certifiedAt === null
      ? null
      : { at: row.certifiedAt.toISOString(), hash: row.certificateHash },
  deliveriesHash: row.deliveriesHash,
  endedWords: row.endedWords,
})
/** @throws decision.not-found */
export const showDecision = async (cx: Cx, sealing: Sealing, id: string): Promise<View> => {
  const row = await findDecision(cx, id)
  const items = await itemsOf(cx, id)
  const owners = await ownersOf(cx, id, cx.actor.personId)
  const mandates = await mandatesOf(cx, id)
  const mine = await mineOf(cx, sealing, row, owners, mandates.held)
  return {
    ...factsOf(row),
    items: items.map((item) => itemView(row, item)),
    roll: await rollView(cx, row),
    chain: await chainView(cx, row),
    result: resultView(row),
    mine,
    objections: await objectionsOf(cx, row),
    mandates: mandates.shown,
    may: mayOf(cx, row, {
      isOwner: owners.length > 0 || (await ownsPart(cx, id)),
      votes: owners.length + mandates.held.length > 0,
      coOwns: owners.some((owner) => owner.personIds.length > 1),
      lacksProof: mine.some((one) => one.mandateId === null && one.deliveredOn === null),
    }),
  }
}
