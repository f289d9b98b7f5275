// The steps a person may take on a case, in the order they are offered, and the fields each asks for.
import { caseSteps, type CaseStep, type PersonStep } from '../../../../contract/src/cases-life.ts'
import type { Out } from '../../platform/api.ts'

export type CaseView = Out<'GET /api/cases/:id'>
/** The main step stands first: what moves the case on. What turns it back stands last. */
const order: readonly PersonStep[] = [
  'dispatch',
  'accept',
  'takeUp',
  'start',
  'resume',
  'requestClosure',
  'close',
  'reopen',
  'confirm',
  'transfer',
  'suspend',
  'refuseClosure',
  'declineReopening',
  'askReopening',
  'return',
  'reject',
  'withdraw',
]
/** Work begun goes to its end before anything else: in progress, closure is the main step. */
export const stepsOf = (view: CaseView): readonly PersonStep[] => order.filter((step) => view.may.includes(step))
/** Steps that carry the case forward: only these may be the one strong button. */
export const movesOn: ReadonlySet<PersonStep> = new Set([
  'dispatch',
  'accept',
  'takeUp',
  'start',
  'resume',
  'requestClosure',
  'close',
  'reopen',
  'confirm',
])
export type StepField =
  | 'words'
  | 'reason'
  | 'advice'
  | 'organisationId'
  | 'until'
  | 'photos'
  | 'rating'
  | 'ratingReasons'
export interface AskedField {
  readonly name: StepField
  readonly isNeeded: boolean
}
interface StepFields {
  readonly needs: readonly string[]
  readonly takes?: readonly string[]
}
export const fieldsOf = (step: CaseStep): readonly AskedField[] => {
  const { needs, takes }: StepFields = caseSteps[step]
  return [
    ...needs.map((name) => ({ name: name as StepField, isNeeded: true })),
    ...(takes ?? []).map((name) => ({ name: name as StepField, isNeeded: false })),
  ]
}
