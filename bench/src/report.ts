// Writes the figures as docs/benchmarks.md: ratios with their spread first, absolute figures after.
import type { SizeFigures } from './size-figures.ts'
import type { Sample } from './load.ts'
import type { PageFigures } from './pages.ts'

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const spread = (values: readonly number[], digits = 2) =>
  `${middle(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
const rate = (samples: readonly Sample[]) =>
  spread(
    samples.map((sample) => sample.perSecond),
    0,
  )
const p99 = (samples: readonly Sample[]) =>
  spread(
    samples.map((sample) => sample.p99),
    1,
  )
const pairs = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value / b[i]!)

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
const pageRows = (small: PageFigures | null, big: PageFigures | null): string => {
  const row = (what: string, goal: string, pick: (pages: PageFigures) => string) =>
    `| ${what} | ${goal} | ${small === null ? 'no browser' : pick(small)} | ${big === null ? 'no browser' : pick(big)} |`
  return [
    row('resident report page, scripts and styles as sent, KiB', '≤ 30', (pages) => kilobytes(pages.report.code)),
    row('resident report page until it can be filled in, slow 4G, processor 4× slower, ms', '', (pages) =>
      pages.report.milliseconds.toFixed(0),
    ),
    row('console, first signed-in page, all as sent, KiB', '≤ 450', (pages) => kilobytes(pages.console.bytes)),
    row('console, first signed-in page, requests', '≤ 30', (pages) => String(pages.console.requests)),
  ].join('\n')
}
export const report = (
  sizes: readonly SizeFigures[],
  how: { rounds: number; seconds: number; machine: string; load: readonly string[] },
): string => {
  const [small, big] = sizes as [SizeFigures, SizeFigures]
  const overhead = (size: SizeFigures) =>
    spread(
      pairs(
        size.creation.http.map((s) => s.perSecond),
        size.creation.sql.map((s) => s.perSecond),
      ),
    )
  const growth = (pick: (size: SizeFigures) => readonly Sample[]) =>
    spread(
      pairs(
        pick(big).map((s) => s.p99),
        pick(small).map((s) => s.p99),
      ),
    )
  return `# Benchmarks

Made by \`npm run bench\` in one run: ${how.rounds} rounds of ${how.seconds} s each, median (lowest–highest). Client, server (web and worker in one process) and PostgreSQL share one machine (${how.machine}). Load of the machine (average of five minutes) before ${how.load[0]}, after ${how.load[1]}: what is above our own share belongs to others. Machines differ: read the ratios.

| what | goal | ${small.count.toLocaleString('en')} cases | ${big.count.toLocaleString('en')} cases |
|---|---|---|---|
| create over HTTP ÷ the same ${small.creation.statements} statements without HTTP, 16 clients | ≥ 0.6 | ${overhead(small)} | ${overhead(big)} |
| creates a second over HTTP, 16 clients | | ${rate(small.creation.http)} | ${rate(big.creation.http)} |
| p99 of a create, ms | | ${p99(small.creation.http)} | ${p99(big.creation.http)} |
| queue pages a second (first page with count), 4 clients | | ${rate(small.queue.plain)} | ${rate(big.queue.plain)} |
| queue page p99, ms | | ${p99(small.queue.plain)} | ${p99(big.queue.plain)} |
| queue page with filters p99, ms | | ${p99(small.queue.filtered)} | ${p99(big.queue.filtered)} |
| queue search (two characters) p99, ms | | ${p99(small.queue.search)} | ${p99(big.queue.search)} |
| server memory idle, MB | | ${small.idleMb.toFixed(0)} | ${big.idleMb.toFixed(0)} |
| server memory after the run, MB | ≤ 200 | ${small.memoryMb.toFixed(0)} | ${big.memoryMb.toFixed(0)} |
| server start until it answers (not the first after an update), ms | | ${small.startMilliseconds.toFixed(0)} | ${big.startMilliseconds.toFixed(0)} |
${pageRows(small.pages, big.pages)}

p99 at ${big.count.toLocaleString('en')} ÷ p99 at ${small.count.toLocaleString('en')} (goal ≤ 1.5): plain ${growth((s) => s.queue.plain)}, filtered ${growth((s) => s.queue.filtered)}, search ${growth((s) => s.queue.search)}. A community has ${small.openInCommunity} and ${big.openInCommunity} open cases; a page shows twenty.

The plan of the queue's first page at ${big.count.toLocaleString('en')} cases:

\`\`\`
${big.queue.plan}
\`\`\`
`
}
