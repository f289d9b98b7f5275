// Reads postmaster.pid, PostgreSQL's own note of who runs a database folder, and judges whether that is still true.
import { readdirSync, readFileSync, readlinkSync, realpathSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

export type PostmasterNote = {
  pid: number
  port: number
  /** '' when the server has not got that far. */
  socketFolder: string
  isReady: boolean
}

/** The note in a database folder, or undefined when there is none (or it is being written). */
export function readPostmasterNote(databaseFolder: string): PostmasterNote | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(databaseFolder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    isReady: (lines[7] ?? '').trim() === 'ready',
  }
}

/** Whether a process exists and has not ended; a dead one that nobody has collected yet counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return processState(pid) !== 'Z'
}

function processState(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything, so the state is read after the last bracket.
    return text[text.lastIndexOf(')') + 2]
  } catch {
    return undefined
  }
}

/**
 * The live processes working in a database folder: PostgreSQL's server and all its helpers make it their current folder.
 * Undefined where the system cannot tell.
 */
export function processesIn(databaseFolder: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = realpathSync(databaseFolder)
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder && isAlive(Number(name)) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

/**
 * Removes a note that is proved false: its process number now belongs to a stranger (or to a dead process that nobody
 * collects), and no process works in the folder. PostgreSQL itself cannot tell and would refuse for ever.
 * Without proof the note stays.
 */
export function removeFalseNote(databaseFolder: string): boolean {
  const note = readPostmasterNote(databaseFolder)
  const workers = processesIn(databaseFolder)
  if (note === undefined || workers === undefined || workers.length > 0) return false
  unlinkSync(join(databaseFolder, 'postmaster.pid'))
  return true
}
