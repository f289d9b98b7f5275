// How good a text model is: cross-validation with macro-F1, and the temperature that makes its confidence honest. Pure.
import { shuffled, training, type Example, type TrainingOptions } from './text-training.ts'
import { predict, type Prediction } from './text-model.ts'

export interface ClassFigures {
  readonly label: string
  readonly examples: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
export interface Validation {
  /** Mean F1 of the classes, each counting the same. */
  readonly macroF1: number
  readonly accuracy: number
  readonly classes: readonly ClassFigures[]
  readonly temperature: number
}
/** Precision, recall and F1 of each class that stands in `truth`. */
export const figuresOf = (truth: readonly string[], said: readonly (string | null)[]): ClassFigures[] =>
  [...new Set(truth)].sort().map((label) => {
    let both = 0
    let saidSo = 0
    let trulySo = 0
    truth.forEach((true_, i) => {
      if (true_ === label) trulySo++
      if (said[i] === label) saidSo++
      if (true_ === label && said[i] === label) both++
    })
    const precision = saidSo === 0 ? 0 : both / saidSo
    const recall = both / trulySo
    return { label, examples: trulySo, precision, recall, f1: both === 0 ? 0 : (2 * both) / (saidSo + trulySo) }
  })
/** Which fold each example belongs to: every class is spread evenly over the folds. */
export const foldsOf = (examples: readonly Example[], folds: number, seed: number): Uint8Array => {
  const next = new Map<string, number>()
  const fold = new Uint8Array(examples.length)
  for (const at of shuffled(examples.length, seed)) {
    const label = examples[at]!.label
    const turn = next.get(label) ?? 0
    fold[at] = turn % folds
    next.set(label, turn + 1)
  }
  return fold
}
const chanceOfTruth = (predictions: readonly Prediction[], label: string, temperature: number): number => {
  let sum = 0
  let own = 0
  for (const one of predictions) {
    const power = Math.max(one.confidence, 1e-12) ** (1 / temperature)
    sum += power
    if (one.label === label) own = power
  }
  return sum === 0 ? 1e-12 : Math.max(own / sum, 1e-12)
}
const TEMPERATURES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3, 4]
const bestTemperature = (all: readonly (readonly Prediction[])[], truth: readonly string[]): number => {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY }
  for (const temperature of TEMPERATURES) {
    const loss = all.reduce((sum, one, i) => sum - Math.log(chanceOfTruth(one, truth[i]!, temperature)), 0)
    if (loss < best.loss) best = { temperature, loss }
  }
  return best.temperature
}
/** Each example is judged by a model that has not seen it. Turn by turn, like `training`. */
export function* validating(
  examples: readonly Example[],
  options: TrainingOptions & { readonly folds?: number; readonly seed?: number } = {},
): Generator<void, Validation> {
  const folds = options.folds ?? 5
  const fold = foldsOf(examples, folds, options.seed ?? 1)
  const said: Prediction[][] = examples.map(() => [])
  for (let f = 0; f < folds; f++) {
    const learnt = examples.filter((_, i) => fold[i] !== f)
    if (learnt.length === 0) continue
    const model = yield* training(learnt, options)
    for (const [i, one] of examples.entries()) if (fold[i] === f) said[i] = predict(model, one.words, one.marks)
    yield
  }
  const truth = examples.map((one) => one.label)
  const first = said.map((one) => one[0]?.label ?? null)
  const classes = figuresOf(truth, first)
  return {
    macroF1: classes.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, classes.length),
    accuracy: first.filter((label, i) => label === truth[i]).length / Math.max(1, truth.length),
    classes,
    temperature: bestTemperature(said, truth),
  }
}
