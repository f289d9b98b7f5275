// How actions of the journal are named: one by one, or all steps of a life-cycle under the name of their thing.

export interface ActionWords {
  readonly zh: string
  readonly en: string
}
export const action = (zh: string, en: string): ActionWords => ({ zh, en })

/** `stepActions('trial', trialSteps, …)`: what every step of a table is called, each by its own code. */
export const stepActions = <Thing extends string, Name extends string>(
  thing: Thing,
  steps: Readonly<Record<Name, ActionWords>>,
  say: (words: ActionWords) => ActionWords = ({ zh, en }) => ({ zh, en }),
): Readonly<Record<`${Thing}.${Name}`, ActionWords>> =>
  Object.fromEntries(
    Object.entries<ActionWords>(steps).map(([name, words]) => [`${thing}.${name}`, say(words)]),
  ) as Record<`${Thing}.${Name}`, ActionWords>
/** Puts the name of the thing before the name of the step. */
export const under =
  (zh: string, en: string) =>
  (words: ActionWords): ActionWords => ({ zh: `${zh}：${words.zh}`, en: `${en}: ${words.en}` })
