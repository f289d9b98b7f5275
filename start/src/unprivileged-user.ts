// Which user PostgreSQL runs as: it refuses root, so root lends it to `postgres` or `nobody`.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartRefusal } from './sentence.ts'

/** A user by number; undefined means "as the launcher itself". */
export type RunAs = { uid: number; gid: number; name: string } | undefined

type PasswdUser = { uid: number; gid: number; name: string }

function systemUsers(): PasswdUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name !== undefined && uid !== undefined && gid !== undefined ? [{ name, uid: +uid, gid: +gid }] : []
  })
}

/** True when this process may act as anyone. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The user for a database folder: its owner if it exists, else `postgres`, else `nobody`; for an ordinary user, oneself.
 * Refuses a folder of somebody else, which an ordinary user cannot run.
 */
export function userFor(databaseFolder: string): RunAs {
  const owner = statSync(databaseFolder, { throwIfNoEntry: false })
  if (!isRoot()) {
    if (owner === undefined || owner.uid === process.getuid?.()) return undefined
    const name = systemUsers().find((user) => user.uid === owner.uid)?.name ?? String(owner.uid)
    throw new StartRefusal({
      zh: `数据库文件夹 ${databaseFolder} 属于用户 ${name}。请用该用户或 root 启动。`,
      en: `The database folder ${databaseFolder} belongs to the user ${name}. Start as that user or as root.`,
    })
  }
  const users = systemUsers()
  if (owner !== undefined && owner.uid !== 0) {
    return {
      uid: owner.uid,
      gid: owner.gid,
      name: users.find((user) => user.uid === owner.uid)?.name ?? `${owner.uid}`,
    }
  }
  const user = users.find((each) => each.name === 'postgres') ?? users.find((each) => each.name === 'nobody')
  return user ?? { uid: 65534, gid: 65534, name: 'nobody' }
}

/** The spawn options that make a program run as that user. */
export function spawnAs(user: RunAs): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/** Whether that user can enter a folder: every folder above must let them pass. */
export function canEnter(user: RunAs, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...spawnAs(user),
    cwd: '/',
    stdio: 'ignore',
  })
  return tried.status === 0
}
