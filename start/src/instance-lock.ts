// One launcher per data folder. The lock is a listening socket: the system frees it with the process, however that ends.
import { createHash } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal, type Sentence } from './sentence.ts'

export type InstanceLock = {
  /** From now on a newcomer waits instead of giving up. */
  announceLeaving: () => void
  release: () => Promise<void>
}

/** The folder is in use: the lock's holder said who it is. */
export class FolderInUse extends StartRefusal {}

/** A holder whose terminal was killed needs a moment to notice; one that is leaving, time for its last requests. */
const patience = { holding: 1500, leaving: 45_000 }

/** Takes the folder, which must exist, or throws FolderInUse with the process number of the one who has it. */
export async function lockFolder(folder: string, log: (sentence: Sentence) => void): Promise<InstanceLock> {
  const name = lockName(folder)
  const since = Date.now()
  for (let hasSaid = false; ;) {
    const lock = await listen(name)
    if (lock !== undefined) return lock
    const holder = await askHolder(name)
    // Nobody answers where names are files: a killed one left its file behind.
    if (holder === undefined && name.startsWith('/')) unlinkSync(name)
    const isLeaving = holder?.endsWith('leaving') ?? true
    if (Date.now() - since > (isLeaving ? patience.leaving : patience.holding)) throw inUse(folder, holder)
    if (isLeaving && holder !== undefined && !hasSaid) {
      log({ zh: '等上一个邻里停完', en: 'Waiting for the previous Linli to finish stopping' })
      hasSaid = true
    }
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** The same folder has the same name, by whatever path it is reached. */
function lockName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  const id = `linli-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${id}`
  return process.platform === 'win32' ? `\\\\?\\pipe\\${id}` : join(tmpdir(), `${id}.sock`)
}

function listen(name: string): Promise<InstanceLock | undefined> {
  let answer = String(process.pid)
  return new Promise((done, failed) => {
    const server = createServer((caller) => caller.on('error', () => {}).end(answer))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(undefined)
      else failed(error)
    })
    server.listen(name, () => {
      server.unref()
      const announceLeaving = () => void (answer = `${process.pid} leaving`)
      done({ announceLeaving, release: () => new Promise((closed) => server.close(() => closed())) })
    })
  })
}

function askHolder(name: string): Promise<string | undefined> {
  return new Promise((done) => {
    let answer = ''
    const caller = connect(name)
    caller.setTimeout(2000, () => caller.destroy())
    caller.on('data', (part) => (answer += part))
    caller.on('error', (error: NodeJS.ErrnoException) => done(error.code === 'ECONNREFUSED' ? undefined : '?'))
    caller.on('close', () => done(answer === '' ? '?' : answer))
  })
}

function inUse(folder: string, holder: string | undefined): FolderInUse {
  const who = holder?.split(' ')[0] ?? '?'
  return new FolderInUse({
    zh: `另一个邻里（进程 ${who}）正在使用数据文件夹 ${folder}。请先停止它，或用 LINLI_DATA 另选文件夹。`,
    en: `Another Linli (process ${who}) is using the data folder ${folder}. Stop it first, or choose another folder with LINLI_DATA.`,
  })
}
