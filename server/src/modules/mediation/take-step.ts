// The only writer of `mediations.state`: the table decides, then row, hold of the case, journal, and who is told. No words
// of a mediation ever stand in the journal or in a message.
import { eq } from 'drizzle-orm'
import {
  mediationLife,
  mediationSteps,
  type MediationState,
  type MediationStep,
} from '../../../../contract/src/mediation-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep, type Taker } from '../../platform/lifecycle.ts'
import { releaseHold } from '../cases/index.ts'
import { tell } from '../notices/index.ts'
import { isOpen, standingOf, type Mediation, type MediationRow } from './policy.ts'
import { mediations } from './tables.ts'

type Event =
  | 'mediation.invited'
  | 'mediation.news'
  | 'mediation.session'
  | 'mediation.toSign'
  | 'mediation.signed'
  | 'mediation.ended'
  | 'mediation.toConfirm'
  | 'mediation.promiseDue'
  | 'mediation.promiseLate'
/** Tells people of it that something happened, never what. */
export const tellOf = async (
  cx: Cx<Actor | null>,
  row: Pick<MediationRow, 'id' | 'number'>,
  event: Event,
  personIds: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const others = personIds.filter((id) => id !== cx.actor?.personId)
  if (others.length > 0)
    await tell(cx, {
      event,
      audience: 'person',
      personIds: others,
      thing: { kind: 'mediation', id: row.id },
      fields: { number: String(row.number), ...fields },
    })
}
export const everybodyOf = (found: Mediation): string[] => [
  ...found.mediatorIds,
  ...found.parties.map((party) => party.personId),
]
const eventOf: Readonly<Record<MediationStep, Event>> = {
  agree: 'mediation.news',
  beginSessions: 'mediation.news',
  draft: 'mediation.toSign',
  talkAgain: 'mediation.news',
  completeSignatures: 'mediation.signed',
  fulfil: 'mediation.ended',
  fail: 'mediation.ended',
  withdraw: 'mediation.ended',
}
const told = (found: Mediation, name: MediationStep): string[] => {
  const whom: readonly string[] = mediationSteps[name].notifies
  return [
    ...(whom.includes('handler') ? found.mediatorIds : []),
    ...(whom.includes('reporter') ? found.parties.map((party) => party.personId) : []),
  ]
}
/** Takes a step of a locked mediation. @throws lifecycle.*, access.not-allowed */
export const applyMediationStep = async (
  cx: Cx,
  found: Mediation,
  name: MediationStep,
  input: Readonly<Record<string, unknown>>,
  changes: Partial<MediationRow> = {},
): Promise<Mediation> => {
  const { row } = found
  const isOfSystem = 'system' in mediationSteps[name].by
  const taker: Taker = isOfSystem ? { system: true } : { person: standingOf(found) }
  const state = takeStep(mediationLife, row.state, name, taker, input) as MediationState
  const next = { ...changes, state, stateAt: cx.now }
  await cx.db.update(mediations).set(next).where(eq(mediations.id, row.id))
  if (!isOpen(state) && row.caseId !== null) await releaseHold(cx, row.caseId, { kind: 'mediation', thingId: row.id })
  await cx.journal({
    action: `mediation.${name}`,
    sentence: `调解：${mediationSteps[name].zh}`,
    thing: { kind: 'mediation', id: row.id },
    before: { state: row.state },
    after: { state },
  })
  await tellOf(cx, row, eventOf[name], told(found, name))
  return { ...found, row: { ...row, ...next } }
}
