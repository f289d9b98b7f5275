// `npm run bench:cases [-- --big 1000000] [--huge] [--intake 120]`: queue, case, board and rates at two sizes; a sustained intake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeHistory } from './src/case-history.ts'
import { measureReads } from './src/case-reads.ts'
import { casesReport } from './src/case-report.ts'
import { measureIntake, type Intake } from './src/intake.ts'
import { makeScratch } from './src/scratch-district.ts'
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
const measureSize = async (count: number, withIntake: boolean): Promise<{ size: CasesSize; intake: Intake | null }> => {
  say(`${count.toLocaleString('en')} cases`)
  // One in fifty is open, as in a district that keeps up.
  const scratch = await makeScratch(adminUrl, count, Math.max(1000, Math.round(count / 50)), say)
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const counted = await makeHistory(scratch)
    say(`  rates counted in ${counted.seconds.toFixed(0)} s: ${counted.sums} daily sums`)
    const server = await startServer(scratch.url, folder)
    const reads = await measureReads(server.port, scratch, rounds, seconds)
    const intake = withIntake ? await measureIntake(server.port, scratch, 65, intakeSeconds) : null
    const memoryMb = server.memory()
    await server.stop()
    return { size: { count, counted, reads, memoryMb }, intake }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await scratch.drop()
  }
}
const loadBefore = loadavg()[1]!.toFixed(1)
const sizes: CasesSize[] = []
let intake: Intake | null = null
for (const count of counts) {
  // The intake runs on the size of a district in its second year.
  const one = await measureSize(count, intakeSeconds > 0 && count === counts[1])
  sizes.push(one.size)
  intake ??= one.intake
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`
const text = casesReport(sizes, intake, { rounds, seconds, machine, load: [loadBefore, loadavg()[1]!.toFixed(1)] })
writeFileSync(fileURLToPath(new URL('../docs/benchmarks-cases.md', import.meta.url)), text)
say(text)
