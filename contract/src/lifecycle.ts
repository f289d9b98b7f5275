// What a life-cycle table looks like: states, and steps between them, used by server and front ends alike. No zod here.

/** Who may take a step. People and the system never share a step. */
export type StepBy =
  | { readonly person: 'reporter' }
  | { readonly person: 'handler' }
  | { readonly person: 'staff'; readonly permission: string }
  | { readonly system: true }

export interface Step<State extends string = string> {
  readonly from: readonly State[]
  /** `before`: back to the state it was in when the opposite step was taken. */
  readonly to: State | 'before'
  readonly by: StepBy
  /** Fields the input must bring; the server refuses without them. */
  readonly needs: readonly string[]
  /** Fields the input may bring. */
  readonly takes?: readonly string[]
  /** Who is told. */
  readonly notifies: readonly ('reporter' | 'handler' | 'community')[]
  readonly zh: string
  readonly en: string
}
export interface Lifecycle<State extends string, Name extends string> {
  readonly thing: string
  readonly states: Readonly<Record<State, { readonly zh: string; readonly en: string; readonly ends?: true }>>
  readonly steps: Readonly<Record<Name, Step<State>>>
}
/** Steps whose `from` holds the state. */
export const stepsFrom = <S extends string, N extends string>(life: Lifecycle<S, N>, state: S): N[] =>
  (Object.keys(life.steps) as N[]).filter((name) => life.steps[name].from.includes(state))
