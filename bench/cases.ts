// `npm run bench:cases [-- --big 1000000] [--huge] [--intake 120]`: queue, case, board and rates at two sizes; a sustained intake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeHistory } from './src/case-history.ts'
import { measureReads } from './src/case-reads.ts'
import { casesReport } from './src/case-report.ts'
import { measureIntake, type Intake } from './src/intake.ts'
import { makeScratch, type Scratch } from './src/scratch-district.ts'
import { startServer } from './src/server-child.ts'
import type { CasesSize } from './src/cases-size.ts'

const argument = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(process.argv[at + 1] ?? otherwise)
}
const adminUrl = process.env.DATABASE_URL
if (adminUrl === undefined) throw new Error('DATABASE_URL is not set: run by npm run bench:cases')
const rounds = argument('rounds', 3)
const seconds = argument('seconds', 3)
const intakeSeconds = argument('intake', 120)
const counts = [
  argument('small', 10_000),
  argument('big', 1_000_000),
  ...(process.argv.includes('--huge') ? [20_000_000] : []),
]
const say = (line: string) => console.log(line)
const scratches: Scratch[] = []
/** All sizes are made first, so that they are measured one right after the other. */
const make = async (count: number) => {
  say(`${count.toLocaleString('en')} cases`)
  // One in fifty is open, as in a district that keeps up.
  const scratch = await makeScratch(adminUrl, count, Math.max(1000, Math.round(count / 50)), say)
  scratches.push(scratch)
  const counted = await makeHistory(scratch)
  say(`  rates counted in ${counted.seconds.toFixed(0)} s: ${counted.sums} daily sums`)
  return { count, scratch, counted }
}
const measure = async (
  { count, scratch, counted }: Awaited<ReturnType<typeof make>>,
  withIntake: boolean,
): Promise<{ size: CasesSize; intake: Intake | null }> => {
  say(`measuring at ${count.toLocaleString('en')}`)
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const server = await startServer(scratch.url, folder)
    const reads = await measureReads(server.port, scratch, rounds, seconds)
    const intake = withIntake ? await measureIntake(server.port, scratch, 65, intakeSeconds) : null
    const memoryMb = server.memory()
    await server.stop()
    return { size: { count, counted, reads, memoryMb }, intake }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const made: Awaited<ReturnType<typeof make>>[] = []
const sizes: CasesSize[] = []
let intake: Intake | null = null
let loadBefore = ''
try {
  for (const count of counts) made.push(await make(count))
  loadBefore = loadavg()[1]!.toFixed(1)
  for (const one of made) {
    // The intake runs on the size of a district in its second year.
    const measured = await measure(one, intakeSeconds > 0 && one.count === counts[1])
    sizes.push(measured.size)
    intake ??= measured.intake
  }
} finally {
  for (const scratch of scratches) await scratch.drop()
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`
const text = casesReport(sizes, intake, { rounds, seconds, machine, load: [loadBefore, loadavg()[1]!.toFixed(1)] })
writeFileSync(fileURLToPath(new URL('../docs/benchmarks-cases.md', import.meta.url)), text)
say(text)
