// Triage by cross-validation: five folds, five ways of cutting them; macro-F1 of the first-level category.
import { finish } from '../../rules/src/text-training.ts'
import { validating } from '../../rules/src/text-validation.ts'
import { readCsv } from '../replay/csv.ts'

const SEEDS = [1, 2, 3, 4, 5]
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const three = (value: number) => value.toFixed(3)

export const measureTriage = async (file: string): Promise<void> => {
  const rows = await readCsv(file)
  const examples = rows.map(({ title = '', text = '', category = '' }) => ({
    words: `${title}\n${text}`,
    label: category,
  }))
  const all = SEEDS.map((seed) => finish(validating(examples, { seed, folds: 5 })))
  const f1 = all.map((one) => one.macroF1)
  console.log(
    `\n分类 / triage: ${examples.length} messages, ${all[0]!.classes.length} categories, 5 folds × ${SEEDS.length}`,
  )
  console.log(
    `  macro-F1 ${three(mean(f1))} (${three(Math.min(...f1))} to ${three(Math.max(...f1))}), accuracy ${three(mean(all.map((one) => one.accuracy)))}`,
  )
  for (const [i, one] of all[0]!.classes.entries())
    console.log(
      `  ${three(mean(all.map((run) => run.classes[i]!.f1)))}  ${String(one.examples).padStart(4)}  ${one.label}`,
    )
}
