// The private PostgreSQL: one database folder, one server on a Unix socket, ready to use or a clear sentence why not.
import { realpathSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { checkWritable } from './data-folder.ts'
import { databaseUser, makeDatabase, placeDatabase, reachablePrograms, settleOwner } from './database-folder.ts'
import { lockFolder } from './instance-lock.ts'
import { choosePrograms, describe } from './postgres-programs.ts'
import { isAlive } from './postmaster-file.ts'
import { logFileIn, runPostmaster, stopPostmaster, waitForRunning, type Postmaster } from './postmaster.ts'
import { say, StartRefusal, type Sentence } from './sentence.ts'
import type { ProgramsChoice } from './settings.ts'
import { makeSocketFolder } from './socket-folder.ts'

export type PrivatePostgresOptions = {
  /** Made if missing. Holds `postgres/` (the database), `postgres.log` and, if its path is short, `socket/`. */
  dataFolder: string
  /** Undefined: what fits the folder, the system's programs before those from npm. */
  programs?: ProgramsChoice | undefined
  /** Told what is being done; by default the terminal is. */
  log?: (sentence: Sentence) => void
  /** For what root cannot keep in a folder closed to PostgreSQL's user. */
  outside?: string
}

export type PrivatePostgres = {
  /** A superuser's address of the database `linli`. */
  url: string
  /** The server's process. */
  pid: number
  /** Whether the server outlived an earlier launcher and is used again. */
  wasRunning: boolean
  /** Whether the server process is still there. */
  isUp: () => boolean
  /** Starts the server again after it died; same address. */
  revive: () => Promise<void>
  /** Tells a newcomer on the same folder to wait for our end instead of giving up. */
  announceLeaving: () => void
  /** Ends all sessions, stops the server and frees the folder. */
  stop: () => Promise<void>
}

/**
 * Starts the private PostgreSQL of a data folder, or takes over the one a killed launcher left running.
 * Throws StartRefusal (FolderInUse when another launcher has the folder).
 */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  refuseWindows()
  checkWritable(options.dataFolder)
  const lock = await lockFolder(options.dataFolder, options.log ?? toTerminal)
  try {
    let server = await startServer(options)
    return {
      url: urlOf(server.postmaster),
      get pid() {
        return server.postmaster.pid
      },
      wasRunning: server.postmaster.wasRunning,
      isUp: () => isAlive(server.postmaster.pid),
      revive: async () => {
        server = await startServer(options)
      },
      announceLeaving: lock.announceLeaving,
      stop: async () => {
        lock.announceLeaving()
        await stopPostmaster(server.databaseFolder, server.postmaster.pid)
        removeIfEmpty(server.postmaster.socketFolder)
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The address of a server that another launcher is running on this folder, if one is. */
export async function findPrivatePostgres(dataFolder: string): Promise<string | undefined> {
  const running = await waitForRunning(join(dataFolder, 'postgres'), () => {})
  return running === undefined ? undefined : urlOf(running)
}

const toTerminal = (sentence: Sentence) => say(sentence.zh, sentence.en)

async function startServer(
  options: PrivatePostgresOptions,
): Promise<{ postmaster: Postmaster; databaseFolder: string }> {
  const log = options.log ?? toTerminal
  const outside = options.outside ?? '/var/lib/linli'
  const place = placeDatabase(options.dataFolder, outside)
  const programs = reachablePrograms(choosePrograms(options.programs, place.major), place.user, outside)
  if (place.major === undefined) {
    log({ zh: `新建数据库：${describe(programs)}`, en: `Making the database: ${describe(programs)}` })
    makeDatabase(place, programs)
    if (realpathSync(place.door) !== place.door && !place.folder.startsWith(realpathSync(options.dataFolder))) {
      log({ zh: `数据库放在 ${place.folder}`, en: `The database is in ${place.folder}` })
    }
  }
  settleOwner(place)
  const socketFolder = makeSocketFolder(realpathSync(options.dataFolder), place.user)
  const postmaster = await runPostmaster(place, programs, socketFolder, logFileIn(options.dataFolder), log)
  const verb = postmaster.wasRunning
    ? { zh: 'PostgreSQL 已在运行，继续使用', en: 'PostgreSQL was running and is used again' }
    : { zh: `PostgreSQL 已启动：${describe(programs)}`, en: `PostgreSQL is up: ${describe(programs)}` }
  log(verb)
  await makeNamedDatabase(postmaster)
  return { postmaster, databaseFolder: place.folder }
}

/** The socket's folder goes into the query, as every PostgreSQL library reads it; the host name is a place-holder. */
function urlOf({ socketFolder, port }: Postmaster, database = databaseUser): string {
  return `postgresql://${databaseUser}@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}`
}

async function makeNamedDatabase(postmaster: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(postmaster, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseUser])
    if (found.rowCount === 0) await client.query(`create database ${databaseUser}`)
  } finally {
    await client.end()
  }
}

/** Nothing of ours stays in the temporary folder. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else's socket is in it, or it is gone.
  }
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return
  throw new StartRefusal({
    zh: '在 Windows 上请用 DATABASE_URL 指定 PostgreSQL，或在 WSL 中运行。',
    en: 'On Windows, name a PostgreSQL with DATABASE_URL, or run inside WSL.',
  })
}
