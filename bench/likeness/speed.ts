// How fast a hint comes over HTTP with many cases: their open ones carry real messages, points and estates.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { load } from '../src/load.ts'
import { makeScratch, type Scratch } from '../src/scratch-district.ts'
import { startServer } from '../src/server-child.ts'
import { readWave, type Message } from './pairs.ts'

const CLIENTS = 2
const OPEN_SHARE = 0.02
const giveWords = async (scratch: Scratch, wave: readonly Message[]): Promise<number> => {
  const db = new pg.Client({ connectionString: scratch.url })
  await db.connect()
  const texts = wave.map(({ words }) => words.replace(/\s+/g, ' ').slice(0, 600))
  const changed = await db.query(
    `update cases c set words = ($1::text[])[1 + c.number % $2::int], lon = 117.1 + (c.number % 400) / 4000.0, lat = 36.2 + (c.number % 397) / 4000.0
     where c.state <> 'confirmed'`,
    [texts, texts.length],
  )
  await db.query('vacuum analyze cases')
  await db.end()
  return changed.rowCount ?? 0
}
export const measureSpeed = async (file: string, cases: number, seconds: number): Promise<void> => {
  const adminUrl = process.env.DATABASE_URL
  if (adminUrl === undefined) throw new Error('DATABASE_URL is not set')
  const wave = await readWave(file)
  const scratch = await makeScratch(adminUrl, cases, Math.round(cases * OPEN_SHARE), console.log)
  const data = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  try {
    const open = await giveWords(scratch, wave)
    const server = await startServer(scratch.url, data)
    const ask = (n: number) => {
      const resident = scratch.residents[n % scratch.residents.length]!
      return {
        method: 'POST',
        path: '/api/likeness/similar',
        headers: {
          cookie: `linli_session=${resident.token}`,
          'content-type': 'application/json',
          'x-linli': '1',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ words: wave[(n * 7) % wave.length]!.words.slice(0, 80), placeId: resident.unitId }),
      }
    }
    await load(server.port, CLIENTS, 3, ask)
    const found = await load(server.port, CLIENTS, seconds, ask)
    console.log(`\n提示的速度 / speed of hints: ${cases} cases, ${open} open, ${CLIENTS} clients at once`)
    console.log(
      `  p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms, ${found.perSecond.toFixed(0)} a second; server ${server.memory().toFixed(0)} MB`,
    )
    await server.stop()
  } finally {
    await scratch.drop()
    rmSync(data, { recursive: true, force: true })
  }
}
