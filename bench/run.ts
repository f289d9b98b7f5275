// `npm run bench [-- --big 1000000]`: every figure from one run, as ratios with their spread over rounds; writes docs/benchmarks.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureCreation, measureQueue } from './src/measures.ts'
import { measurePages } from './src/pages.ts'
import { report } from './src/report.ts'
import { COMMUNITIES, makeScratch } from './src/scratch-district.ts'
import { startServer } from './src/server-child.ts'
import type { SizeFigures } from './src/size-figures.ts'

const argument = (name: string, otherwise: number) =>
  Number(process.argv[process.argv.indexOf(`--${name}`) + 1] || otherwise) || otherwise
const small = argument('small', 10_000)
const big = argument('big', 1_000_000)
const rounds = argument('rounds', 3)
const seconds = argument('seconds', 8)
const adminUrl = process.env.DATABASE_URL
if (adminUrl === undefined) throw new Error('DATABASE_URL is not set: run by npm run bench')

const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}`
/** How much else ran on the machine: figures per second mean little where this is above the number of processors. */
const load = () => loadavg()[1]!.toFixed(1)
/**
 * One in fifty is open, and never fewer than fill a page of twenty in each community: compared is what more cases cost,
 * not what more rows on a page do.
 */
const openCases = (count: number) => Math.round(Math.max(count * 0.02, 60 * COMMUNITIES))
const measure = async (count: number): Promise<SizeFigures> => {
  console.log(`${count} cases`)
  const scratch = await makeScratch(adminUrl, count, openCases(count), console.log)
  const data = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  // The first start after an update strips the types and keeps the copies; measured is every start after that.
  await (await startServer(scratch.url, data)).stop()
  const server = await startServer(scratch.url, data)
  try {
    const idleMb = server.memory()
    const queue = await measureQueue(server.port, scratch, rounds, seconds)
    const creation = await measureCreation(server.port, scratch, data, rounds, seconds)
    const memoryMb = server.memory()
    const pages = await measurePages(server.port, scratch.clerks[0]!.token)
    const openInCommunity = openCases(count) / COMMUNITIES
    return {
      count,
      openInCommunity,
      startMilliseconds: server.startMilliseconds,
      idleMb,
      memoryMb,
      creation,
      queue,
      pages,
    }
  } finally {
    await server.stop()
    await scratch.drop()
    rmSync(data, { recursive: true, force: true })
  }
}
const before = load()
const figures = [await measure(small), await measure(big)]
const text = report(figures, { rounds, seconds, machine, load: [before, load()] })
writeFileSync(fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url)), text)
console.log(text)
