// One launcher per data folder. The lock is a listening socket: the system frees it with the process, however that ends.
import { createHash } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from './sentence.ts'

export type InstanceLock = { release: () => Promise<void> }

/** The folder is in use: the lock's holder said who it is. */
export class FolderInUse extends StartRefusal {}

/** Takes the folder, which must exist, or throws FolderInUse with the process number of the one who has it. */
export async function lockFolder(folder: string): Promise<InstanceLock> {
  const name = lockName(folder)
  for (let attempt = 1; ; attempt++) {
    const server = await listen(name)
    if (server !== undefined) return { release: () => new Promise((done) => server.close(() => done())) }
    const holder = await askHolder(name)
    if (holder !== undefined) throw inUse(folder, holder)
    if (attempt === 20) throw inUse(folder, '?')
    // Nobody answers: either it is just leaving, or (where names are files) a killed one left its file behind.
    if (name.startsWith('/')) unlinkSync(name)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** The same folder has the same name, by whatever path it is reached. */
function lockName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  const id = `linli-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${id}`
  return process.platform === 'win32' ? `\\\\?\\pipe\\${id}` : join(tmpdir(), `${id}.sock`)
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const server = createServer((caller) => caller.on('error', () => {}).end(String(process.pid)))
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : failed(error),
    )
    server.listen(name, () => {
      server.unref()
      done(server)
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

function inUse(folder: string, holder: string): FolderInUse {
  return new FolderInUse({
    zh: `另一个邻里（进程 ${holder}）正在使用数据文件夹 ${folder}。请先停止它，或用 LINLI_DATA 另选文件夹。`,
    en: `Another Linli (process ${holder}) is using the data folder ${folder}. Stop it first, or choose another folder with LINLI_DATA.`,
  })
}
