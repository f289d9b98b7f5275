// The only writer of `decisions.state`: the table decides, then row and journal.
import { eq } from 'drizzle-orm'
import {
  decisionLife,
  decisionSteps,
  type DecisionState,
  type DecisionStep,
} from '../../../../contract/src/ballots-life.ts'
import type { Actor, Cx } from '../../platform/cx.ts'
import { takeStep, type Taker } from '../../platform/lifecycle.ts'
import { standingOf, type DecisionRow } from './policy.ts'
import { decisions } from './tables.ts'

/** Checks that a step may be taken, before anything else is looked at. @throws lifecycle.*, access.not-allowed */
export const checkStep = (
  cx: Cx<Actor | null>,
  row: DecisionRow,
  name: DecisionStep,
  input: Readonly<Record<string, unknown>> = {},
): DecisionState => {
  const taker: Taker =
    'system' in decisionSteps[name].by || cx.actor === null ? { system: true } : { person: standingOf(cx.actor, row) }
  return takeStep(decisionLife, row.state, name, taker, input) as DecisionState
}
/** What a step may set beside the state. */
type StepChanges = Partial<
  Pick<
    typeof decisions.$inferSelect,
    | 'objectionsUntil'
    | 'rollText'
    | 'rollHash'
    | 'rollFigures'
    | 'rollFrozenAt'
    | 'totalOwners'
    | 'totalArea'
    | 'noticeId'
    | 'noticePostedOn'
    | 'noticeEndsOn'
    | 'opensFrom'
    | 'opensAt'
    | 'closesAt'
    | 'deliveriesText'
    | 'deliveriesHash'
    | 'result'
    | 'resultAt'
    | 'resultUntil'
    | 'consultation'
    | 'cityResult'
    | 'cityReference'
    | 'certificate'
    | 'certificateHash'
    | 'certifiedAt'
    | 'endedWords'
  >
>
/** Takes a step of a locked decision. */
export const applyDecisionStep = async (
  cx: Cx<Actor | null>,
  row: DecisionRow,
  name: DecisionStep,
  input: Readonly<Record<string, unknown>> = {},
  changes: StepChanges = {},
): Promise<DecisionRow> => {
  const next = { ...changes, state: checkStep(cx, row, name, input), stateAt: cx.now }
  await cx.db.update(decisions).set(next).where(eq(decisions.id, row.id))
  const {
    rollText: _roll,
    deliveriesText: _deliveries,
    rollFigures: _figures,
    certificate: _certificate,
    result: _result,
    ...told
  } = next
  await cx.journal({
    action: `decision.${name}`,
    sentence: `业主表决：${decisionSteps[name].zh}`,
    thing: { kind: 'decision', id: row.id },
    before: { state: row.state },
    after: { ...told, ...(input['reason'] === undefined ? {} : { reason: String(input['reason']) }) },
  })
  const { rollText: _text, deliveriesText: _list, ...shown } = next
  return { ...row, ...shown }
}
