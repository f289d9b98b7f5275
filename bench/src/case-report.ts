// Writes the figures of the case benchmarks as docs/benchmarks-cases.md: ratios first.
import type { CasesSize } from './cases-size.ts'
import { readNames, type ReadName } from './case-reads.ts'
import type { Intake } from './intake.ts'
import type { Sample } from './load.ts'

const says: Readonly<Record<ReadName, string>> = {
  queue: 'queue of a community, first page with count',
  case: 'a case with its timeline',
  board: 'public board of a community, figures',
  boardCases: 'public board, first page of cases',
  rates: 'rates of a month, whole district',
  ratesCommunity: 'rates of a month, a community',
  rateCases: 'cases behind a figure, whole district',
}
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const spread = (values: readonly number[], digits = 1) =>
  `${middle(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
const p99 = (samples: readonly Sample[]) => samples.map((sample) => sample.p99)
const p50 = (samples: readonly Sample[]) => samples.map((sample) => sample.p50)
const ms = (value: number) => value.toFixed(1)

const intakeText = (intake: Intake | null, count: number): string =>
  intake === null
    ? 'Not run.'
    : `${intake.perSecond} new cases a second for ${intake.seconds} s at ${count.toLocaleString('en')} cases, each dispatched by its community at once; four readers of queues; notices and counters running in the same process. An open loop: the pace does not wait for answers.

| what | count | p50, ms | p99, ms |
|---|---|---|---|
| report a case | ${intake.create.count} | ${ms(intake.create.p50)} | ${ms(intake.create.p99)} |
| dispatch it | ${intake.dispatch.count} | ${ms(intake.dispatch.p50)} | ${ms(intake.dispatch.p99)} |
| read a queue | ${intake.queue.count} | ${ms(intake.queue.p50)} | ${ms(intake.queue.p99)} |

Goal: p99 below 250 ms. Answers other than 200: ${intake.failed}. Begun more than a second late: ${intake.late}. Messages written meanwhile: ${intake.messages}; jobs still waiting at the end: ${intake.jobsWaiting}.`

export const casesReport = (
  sizes: readonly CasesSize[],
  intake: Intake | null,
  how: { rounds: number; seconds: number; machine: string; load: readonly string[] },
): string => {
  const small = sizes[0]!
  const heads = sizes.map((size) => `${size.count.toLocaleString('en')} p50 | p99`).join(' | ')
  const row = (name: ReadName) => {
    const base = middle(p99(small.reads.samples[name]))
    const cells = sizes.map(
      (size) => `${ms(middle(p50(size.reads.samples[name])))} | ${spread(p99(size.reads.samples[name]))}`,
    )
    const ratios = sizes.slice(1).map((size) => (middle(p99(size.reads.samples[name])) / base).toFixed(2))
    return `| ${says[name]} | ${cells.join(' | ')} | ${ratios.join(' | ')} |`
  }
  const big = sizes[sizes.length - 1]!
  return `# Benchmarks of cases and rates

Made by \`npm run bench:cases\` in one run: ${how.rounds} rounds of ${how.seconds} s, four clients, milliseconds, median (lowest–highest). Client, server (web and worker in one process) and PostgreSQL (fsync on) share one machine (${how.machine}). Load of the machine (average of five minutes) before ${how.load[0]}, after ${how.load[1]}: what is above our own share belongs to others. Machines differ: read the ratios. \`--huge\` adds 20 million cases (65 GB of disk, some two hours), \`--intake 600\` ten minutes of intake.

| read | ${heads} | ${sizes
    .slice(1)
    .map(() => `p99 ÷ p99 at ${small.count.toLocaleString('en')}`)
    .join(' | ')} |
|---|${sizes.map(() => '---|---|').join('')}${sizes
    .slice(1)
    .map(() => '---|')
    .join('')}
${readNames.map(row).join('\n')}

Counting everything again from the cases, in one transaction: ${sizes
    .map(
      (size) =>
        `${size.count.toLocaleString('en')} cases in ${size.counted.seconds.toFixed(0)} s (${size.counted.sums.toLocaleString('en')} daily sums, ${(size.counted.bytes / 1_048_576).toFixed(0)} MB)`,
    )
    .join('; ')}. Server memory after the run: ${sizes.map((size) => `${size.memoryMb.toFixed(0)} MB`).join(', ')}.

## Sustained intake

${intakeText(intake, sizes[1]?.count ?? small.count)}

## Plans at ${big.count.toLocaleString('en')} cases

${Object.entries(big.reads.plans)
  .map(([name, plan]) => `${name}:\n\n\`\`\`\n${plan}\n\`\`\``)
  .join('\n\n')}
`
}
