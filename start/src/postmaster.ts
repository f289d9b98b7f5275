// Runs PostgreSQL's server on a database folder: re-uses one that is up, waits for one that is leaving, starts, stops.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { databaseUser, type DatabasePlace } from './database-folder.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import type { Programs } from './postgres-programs.ts'
import { isAlive, processesIn, readPostmasterNote, removeFalseNote } from './postmaster-file.ts'
import { StartRefusal, type Sentence } from './sentence.ts'
import { socketPort } from './socket-folder.ts'
import { spawnAs } from './unprivileged-user.ts'

type Log = (sentence: Sentence) => void

/** A running server and where to reach it. */
export type Postmaster = { pid: number; socketFolder: string; port: number; wasRunning: boolean }

/** How long a server that is leaving, or a false note of one, may hold a start up. Recovery itself is not limited. */
const patience = 60_000

/** Returns a server that answers on the folder, started if need be. `socketFolder` is for one that has to be started. */
export async function runPostmaster(
  place: DatabasePlace,
  programs: Programs,
  socketFolder: string,
  logFile: string,
  log: Log,
): Promise<Postmaster> {
  const until = Date.now() + patience
  for (let attempt = 1; ; attempt++) {
    const running = await waitForRunning(place.folder, log)
    if (running !== undefined) return running
    const outcome = await launch(place, programs, socketFolder, logFile, log)
    if (typeof outcome !== 'string') return outcome
    const isHeld =
      /postmaster\.pid" already exists|shared memory block .* still in use|lock file .* already exists/.test(outcome)
    if (!isHeld || Date.now() > until) {
      const sentence = { zh: 'PostgreSQL 没有启动成功。下面是它的原话。', en: 'PostgreSQL did not start. It says:' }
      throw new StartRefusal(sentence, `${outcome}\n(${logFile})`)
    }
    if (attempt === 1)
      log({ zh: '上次的 PostgreSQL 还没有退完，等一等', en: 'The last PostgreSQL has not quite gone; waiting' })
    // After a few tries only a note proved false can still be in the way.
    if (attempt >= 4) removeFalseNote(place.folder)
    await pause(500)
  }
}

/** The server that the folder's note names, once it answers; undefined when there is none, or it has ended. */
export async function waitForRunning(databaseFolder: string, log: Log): Promise<Postmaster | undefined> {
  for (let round = 1; ; round++) {
    const note = readPostmasterNote(databaseFolder)
    if (note === undefined || !isAlive(note.pid)) return undefined
    if (note.isReady && (await answers(note.socketFolder, note.port, databaseFolder))) {
      return { pid: note.pid, socketFolder: note.socketFolder, port: note.port, wasRunning: true }
    }
    const workers = processesIn(databaseFolder)
    if (workers !== undefined && !workers.includes(note.pid)) return undefined
    if (round * 100 > patience) return undefined
    if (round === 10) log({ zh: '等待正在运行的 PostgreSQL', en: 'Waiting for the PostgreSQL that is running' })
    await pause(100)
  }
}

async function answers(socketFolder: string, port: number, databaseFolder: string): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder, port, user: databaseUser, password: '', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    const theirs = rows[0]?.data_directory
    return theirs !== undefined && statSync(theirs).ino === statSync(databaseFolder).ino
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts the server; the answer is its own words if it ends before it is ready. */
async function launch(
  place: DatabasePlace,
  programs: Programs,
  socketFolder: string,
  logFile: string,
  log: Log,
): Promise<Postmaster | string> {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(logFile, `${logFile}.old`)
  const start = size > 10_000_000 ? 0 : size
  const output = openSync(logFile, 'a')
  const child = spawn(join(programs.binFolder, 'postgres'), ['-D', place.folder, ...serverOptions(socketFolder)], {
    ...spawnAs(place.user),
    cwd: '/',
    env: postgresEnvironment,
    // Its own session: Ctrl-C is for us, and we stop it when the last request is done.
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  const words = () => readFileSync(logFile).subarray(start).toString('utf8').trim()
  return waitUntilReady(child, place.folder, words, log)
}

async function waitUntilReady(
  child: ChildProcess,
  databaseFolder: string,
  words: () => string,
  log: Log,
): Promise<Postmaster | string> {
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  for (let round = 1; ; round++) {
    if (failure !== undefined) return failure
    if (child.exitCode !== null || child.signalCode !== null)
      return words() || `ended with ${child.exitCode ?? child.signalCode}`
    const note = readPostmasterNote(databaseFolder)
    if (note !== undefined && note.pid === child.pid && note.isReady) {
      if (await answers(note.socketFolder, note.port, databaseFolder)) {
        return { pid: note.pid, socketFolder: note.socketFolder, port: note.port, wasRunning: false }
      }
    }
    if (round % 250 === 0)
      log({ zh: 'PostgreSQL 正在恢复数据，请稍候', en: 'PostgreSQL is recovering its data; please wait' })
    await pause(20)
  }
}

function serverOptions(socketFolder: string): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: String(socketPort),
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    maintenance_work_mem: '128MB',
    work_mem: '8MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    // Short statements only: compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_destination: 'stderr',
    logging_collector: 'off',
    dynamic_shared_memory_type: hasRoomInSharedMemory() ? 'posix' : 'mmap',
    cluster_name: 'linli',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Containers often give /dev/shm 64 MB, too little to build a large index with several workers. */
function hasRoomInSharedMemory(): boolean {
  if (process.platform !== 'linux') return true
  try {
    const space = statfsSync('/dev/shm')
    return space.bavail * space.bsize > 512 * 1024 * 1024
  } catch {
    return false
  }
}

/** Stops a server: sessions are ended, everything is written; if that takes longer than 30 s, at once (next start recovers). */
export async function stopPostmaster(databaseFolder: string, pid: number): Promise<void> {
  const isStillIt = () => isAlive(pid) && readPostmasterNote(databaseFolder)?.pid === pid
  for (const [signal, milliseconds] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!isStillIt()) return
    process.kill(pid, signal)
    const until = Date.now() + milliseconds
    while (isAlive(pid) && Date.now() < until) await pause(20)
  }
}

/** Makes the folder of the log file, which stands beside the database and stays the launcher's own. */
export function logFileIn(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true })
  return join(dataFolder, 'postgres.log')
}
