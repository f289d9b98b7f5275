// The only place that changes a state column: checks the edge, who may, and what is needed, against the table in contract.
import type { Lifecycle } from '../../../contract/src/lifecycle.ts'
import { refuse } from './refuse.ts'

/** What the module's policy says of the actor and this thing. */
export interface Standing {
  /** Whether the actor stands in this role towards the thing. */
  readonly reporter: boolean
  readonly handler: boolean
  readonly staff: (permission: string) => boolean
}
export type Taker = { readonly person: Standing } | { readonly system: true }

/** Why a step is refused, or null when it is allowed from this state to this taker. */
export const refusalOf = <S extends string, N extends string>(
  life: Lifecycle<S, N>,
  state: S,
  name: N,
  taker: Taker,
): 'lifecycle.wrong-state' | 'access.not-allowed' | null => {
  const step = life.steps[name]
  if (!step.from.includes(state)) return 'lifecycle.wrong-state'
  if ('system' in step.by) return 'system' in taker ? null : 'access.not-allowed'
  if (!('person' in taker)) return 'access.not-allowed'
  const standing = taker.person
  if (step.by.person === 'reporter') return standing.reporter ? null : 'access.not-allowed'
  if (step.by.person === 'handler') return standing.handler ? null : 'access.not-allowed'
  return standing.staff(step.by.permission) ? null : 'access.not-allowed'
}
const isMissing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Checks one step and gives the state it leads to. The caller has locked the row and writes row, history and journal.
 * `before` stands for the state kept when the opposite step was taken: the caller knows it.
 * @throws access.not-allowed, lifecycle.wrong-state, lifecycle.needs (naming the fields)
 */
export const takeStep = <S extends string, N extends string>(
  life: Lifecycle<S, N>,
  state: S,
  name: N,
  taker: Taker,
  input: Readonly<Record<string, unknown>>,
): S | 'before' => {
  const step = life.steps[name]
  const refusal = refusalOf(life, state, name, taker)
  // A stranger learns nothing of the state: permission is answered first.
  if (refusal === 'lifecycle.wrong-state' && refusalOf(life, step.from[0]!, name, taker) !== null)
    throw refuse('access.not-allowed')
  if (refusal !== null) throw refuse(refusal, { because: `${name} from ${state}` })
  const missing = step.needs.filter((field) => isMissing(input[field]))
  if (missing.length > 0)
    throw refuse('lifecycle.needs', { fields: missing.map((path) => ({ path, message: '必填' })) })
  return step.to
}
/** The steps this person may take now: the buttons. */
export const mayTake = <S extends string, N extends string>(life: Lifecycle<S, N>, state: S, standing: Standing): N[] =>
  (Object.keys(life.steps) as N[]).filter((name) => refusalOf(life, state, name, { person: standing }) === null)
/** A table is checked at start: every edge joins known states. @throws Error naming the fault. */
export const checkLifecycle = <S extends string, N extends string>(life: Lifecycle<S, N>): void => {
  for (const [name, step] of Object.entries(life.steps) as [N, Lifecycle<S, N>['steps'][N]][]) {
    for (const state of [...step.from, step.to])
      if (state !== 'before' && !(state in life.states))
        throw new Error(`${life.thing}.${name} names an unknown state ${state}`)
    for (const state of step.from)
      if (life.states[state].ends) throw new Error(`${life.thing}.${name} leaves the end state ${state}`)
  }
}
