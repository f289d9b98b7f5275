// What the launcher's tests share: folders, a launcher with a stand-in server, and patience.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { readPostmasterNote } from '../src/postmaster-file.ts'
import { npmPrograms, systemPrograms } from '../src/postgres-programs.ts'
import type { Sentence } from '../src/sentence.ts'
import { houseFolder, type ProgramsChoice } from '../src/settings.ts'

export const quiet = (_sentence: Sentence) => {}

/** Which sources of PostgreSQL this machine has; `npm test` on CI has both. */
export function availablePrograms(): ProgramsChoice[] {
  const list: ProgramsChoice[] = []
  if (systemPrograms().length > 0) list.push('system')
  if (npmPrograms().length > 0) list.push('npm')
  return list
}

const endings = new WeakMap<TestContext, (() => unknown)[]>()

/** Does something when the test is over, last asked first done: what runs in a folder ends before the folder goes. */
export function atTheEnd(t: TestContext, work: () => unknown): void {
  const list = endings.get(t) ?? []
  if (!endings.has(t)) {
    endings.set(t, list)
    t.after(async () => {
      for (const each of list.reverse()) await each()
    })
  }
  list.push(work)
}

/** A folder anyone may enter, gone after the test together with any PostgreSQL in it. */
export function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-start-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  atTheEnd(t, () => {
    const note = readPostmasterNote(join(data, 'postgres'))
    killPostmaster(data)
    // Long paths have their socket elsewhere.
    if (note !== undefined) rmSync(note.socketFolder, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })
  mkdirSync(data)
  return data
}

/** Kills the server of a data folder as a power cut would; true if there was one. */
export function killPostmaster(dataFolder: string): boolean {
  const note = readPostmasterNote(join(dataFolder, 'postgres'))
  if (note === undefined) return false
  return spawnSync('kill', ['-9', String(note.pid)]).status === 0
}

/** Asks until the answer is yes; an answer that never comes fails the test. */
export async function until(question: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let round = 0; round < 600; round++) {
    if (await question()) return
    await pause(100)
  }
  throw new Error(`waited in vain: ${what}`)
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

export type Launched = {
  child: ChildProcess
  port: number
  output: () => string
  /** The exit code; a death by signal is its name. */
  ended: Promise<number | NodeJS.Signals>
  get: (path: string) => Promise<string>
  ready: () => Promise<void>
}

/** Starts start/src/main.ts on a data folder with the stand-in server. */
export async function launch(t: TestContext, settings: Record<string, string>, as: string[] = []): Promise<Launched> {
  const port = Number(settings.PORT ?? (await freePort()))
  const { PATH, HOME } = process.env
  const environment = { PATH, HOME, HOST: '127.0.0.1', ...settings, PORT: String(port) }
  const main = join(houseFolder, 'start/src/main.ts')
  const words = [...as, process.execPath, main, join(houseFolder, 'start/test/stand-in-server.ts')]
  const child = spawn(words[0] ?? '', words.slice(1), { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  atTheEnd(t, () => child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output += part.toString()))
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.on('close', (code, signal) => done(code ?? signal ?? 0))
  })
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  const isReady = async () => (await get('/').catch(() => '')) === 'rows 1' || child.exitCode !== null
  return {
    child,
    port,
    output: () => output,
    ended,
    get,
    ready: () => until(isReady, `a ready server; so far:\n${output}`),
  }
}

/** Kills a launcher, its server and its PostgreSQL at once. */
export async function killEverything(launched: Launched, dataFolder: string): Promise<void> {
  const server = Number(await launched.get('/pid'))
  launched.child.kill('SIGKILL')
  process.kill(server, 'SIGKILL')
  killPostmaster(dataFolder)
  await launched.ended
}
