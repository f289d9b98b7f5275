// `npm run bench:decision [-- --owners 20000] [--ballots 20000] [--seconds 600]`: the opening night of an owners' vote, watched live.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sealingFrom } from '../server/src/platform/sealing.ts'
import { measureNight, type Act, type Night } from './src/opening-night.ts'
import { makeScratch } from './src/scratch-district.ts'
import { startServer } from './src/server-child.ts'
import { makeVotingEstate } from './src/voting-estate.ts'

const argument = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(process.argv[at + 1] ?? otherwise)
}
const adminUrl = process.env.DATABASE_URL
if (adminUrl === undefined) throw new Error('DATABASE_URL is not set: run by npm run bench:decision')
const owners = argument('owners', 20_000)
const ballots = argument('ballots', owners)
const seconds = argument('seconds', 600)
const says: Readonly<Record<Act, string>> = {
  open: 'open the decision on the phone',
  code: 'ask for the voting code',
  ballot: 'cast the ballot',
  turnout: 'read the live turnout, by building',
}
const ms = (value: number) => value.toFixed(1)
const report = (night: Night, memoryMb: number, load: string): string => {
  const isSame = night.sums.owners === night.recount.owners && night.sums.area === night.recount.area
  const rows = (Object.keys(says) as Act[]).map((name) => {
    const sample = night.samples[name]
    return `| ${says[name]} | ${sample.count} | ${ms(sample.p50)} | ${ms(sample.p99)} |`
  })
  const prepared = Object.entries(night.prepareSeconds).map(([name, took]) => `${name} ${took.toFixed(1)} s`)
  return `# Benchmark of an owners' vote

Made by \`npm run bench:decision\` in one run: ${night.ballots.toLocaleString('en')} of the ${owners.toLocaleString('en')} owners of one estate vote within ${night.seconds.toFixed(0)} s, an open loop, while four conveners watch the turnout every second. Client, server (web and worker in one process) and PostgreSQL (fsync on) share one machine (${cpus().length} × ${cpus()[0]?.model ?? 'processor'}; load before ${load}).

| what | count | p50, ms | p99, ms |
|---|---|---|---|
${rows.join('\n')}

Goal: p99 ≤ 300 ms, nothing lost. Answers other than 200: ${night.failed}. Begun more than a second late: ${night.late}. Ballots acknowledged: ${night.acknowledged}; in the log: ${night.inLog}. Kept sums ${isSame ? 'equal' : 'DIFFER FROM'} the recount: ${night.sums.owners} owners and ${night.sums.area} hundredths of a square metre, recounted ${night.recount.owners} and ${night.recount.area}.

Before: ${prepared.join(', ')}. After: the whole log opened, checked link by link and counted in ${night.countSeconds.toFixed(1)} s. Server memory after the run: ${memoryMb.toFixed(0)} MB.
`
}
const say = (line: string) => console.log(line)
const loadBefore = loadavg()[1]!.toFixed(1)
const secret = randomBytes(32)
const sealing = sealingFrom(secret)
const scratch = await makeScratch(adminUrl, 10_000, 1000, say)
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
try {
  const estate = await makeVotingEstate(scratch, sealing, owners)
  say(`  an estate of ${estate.voters.length} owners`)
  // Messages with codes stay in the demo outbox: no provider is asked.
  const settings = { LINLI_SECRET: secret.toString('base64'), LINLI_DEMO: '1', NODE_ENV: 'test' }
  const server = await startServer(scratch.url, folder, 'web,worker', settings)
  const night = await measureNight({ port: server.port, url: scratch.url, sealing, estate, ballots, seconds })
  const text = report(night, server.memory(), loadBefore)
  await server.stop()
  writeFileSync(fileURLToPath(new URL('../docs/benchmarks-decision.md', import.meta.url)), text)
  say(text)
} finally {
  rmSync(folder, { recursive: true, force: true })
  await scratch.drop()
}
