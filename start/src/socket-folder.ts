// Where PostgreSQL puts its socket: beside the database if the path is short enough for the system, else a temporary folder.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from './sentence.ts'
import { canEnter, type RunAs } from './unprivileged-user.ts'

/** A socket's whole path may have 107 bytes on Linux and 103 on macOS. */
const longestPath = 103

export const socketPort = 5432

/** Makes the folder, open to that user only (and root). `home` is the data folder as that user reaches it. */
export function makeSocketFolder(home: string, user: RunAs): string {
  const beside = join(home, 'socket')
  if (isUsable(beside) && canEnter(user, home)) return makePrivate(beside, user)
  // The same data folder always gets the same name, so that nothing piles up.
  const id = createHash('sha256').update(home).digest('hex').slice(0, 12)
  return makePrivate(join(tmpdir(), `linli-${user?.uid ?? process.getuid?.() ?? 0}-${id}`), user)
}

/** PostgreSQL reads the folder from a list with commas and quotes, and lines of postmaster.pid. */
function isUsable(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestPath && !/[",\\\n]/.test(folder)
}

function makePrivate(folder: string, user: RunAs): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const owner = user?.uid ?? process.getuid?.()
  // In a folder open to all, somebody else may have put one there to listen in.
  const isOurs = found.isDirectory() && (found.uid === owner || found.uid === process.getuid?.())
  if (!isOurs) {
    throw new StartRefusal({
      zh: `文件夹 ${folder} 不是我们的，不能放数据库的连接口。请删除它再试。`,
      en: `The folder ${folder} is not ours, so the database's socket cannot be there. Remove it and try again.`,
    })
  }
  if (user !== undefined && found.uid !== user.uid) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  return folder
}
