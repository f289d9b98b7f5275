// Runs one of our own programs under this same Node, with signals and output handled in one way.
import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { houseFolder } from './settings.ts'

/**
 * On a large machine Node lets its heap grow to hundreds of megabytes before it cleans up, and the C library keeps an
 * arena for each of its threads. These keep the server small: it cleans up when a fifth was added, and does without
 * the compiler between the quick and the thorough one (20 MB of what it knows of our code; measured as fast without).
 * Our code is loaded from copies without types (see there; another 15 MB). Young memory of 4 MB would save a little more
 * and cost a quarter of the processor time (decision 0017).
 */
export const lean = [
  '--max-semi-space-size=8',
  '--initial-old-space-size=16',
  '--heap-growing-percent=20',
  '--no-maglev',
  // What strips the types is said to be new.
  '--disable-warning=ExperimentalWarning',
  '--import',
  join(houseFolder, 'start/without-types.mjs'),
]
/** The C library gives freed memory back instead of raising its own bar for that (15 MB after a run). */
export const leanMemory = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
}

/**
 * Starts a program of ours. It has its own process group, so Ctrl-C reaches the launcher only, which passes it on once;
 * and it ends itself when the launcher dies.
 */
export function runOurs(
  args: string[],
  environment: Record<string, string | undefined>,
  cwd = houseFolder,
): ChildProcess {
  const follow = join(houseFolder, 'start/src/follow-launcher.ts')
  return spawn(process.execPath, [...lean, '--import', follow, ...args], {
    cwd,
    env: { ...leanMemory, ...process.env, ...environment },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Resolves with the exit code; a death by signal counts as 128 + its number, as in a shell. */
export function endOf(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      done(127)
    })
    child.once('exit', (code, signal) => done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}

/** Asks a child to leave, and after `milliseconds` makes it. */
export async function stopChild(child: ChildProcess, milliseconds: number): Promise<number> {
  if (child.exitCode !== null) return child.exitCode
  const ended = endOf(child)
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const code = await ended
  clearTimeout(timer)
  return code
}

/** Resolves with the first SIGINT, SIGTERM or SIGHUP; later ones are heard and change nothing. */
export function askedToLeave(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
  })
}
