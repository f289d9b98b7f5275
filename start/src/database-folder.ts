// The folder of the private database: where it is, who owns it, which PostgreSQL made it, and making a new one.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { postgresEnvironment } from './postgres-environment.ts'
import { describe, programsIn, type Programs } from './postgres-programs.ts'
import { StartRefusal } from './sentence.ts'
import { canEnter, isRoot, spawnAs, userFor, type RunAs } from './unprivileged-user.ts'

/** The name of the database's superuser and of the one database the product uses. */
export const databaseUser = 'linli'

export type DatabasePlace = {
  /** What stands in the data folder: the database itself, or a link to it. */
  door: string
  /** The real folder, given to PostgreSQL. */
  folder: string
  user: RunAs
  /** The PostgreSQL major version that made it; undefined: not made yet. */
  major: number | undefined
}

/**
 * Finds the database's place. Root's own folders are often closed to the user that PostgreSQL must run as
 * (a clone in /root is): then a new database goes into `outside` and the data folder gets a link to it.
 */
export function placeDatabase(dataFolder: string, outside: string): DatabasePlace {
  const door = join(dataFolder, 'postgres')
  if (lstatSync(door, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(door)) {
    throw new StartRefusal({
      zh: `${door} 指向的数据库文件夹不在了。请放回它，或删除这个链接以重新开始。`,
      en: `The database folder that ${door} points to is gone. Put it back, or remove the link to start afresh.`,
    })
  }
  const user = userFor(door)
  if (existsSync(door)) {
    const folder = realpathSync(door)
    if (user !== undefined && !canEnter(user, dirname(folder))) throw closedFolder(dirname(folder), user)
    return { door, folder, user, major: readMajor(folder) }
  }
  if (user === undefined || canEnter(user, dataFolder)) {
    return { door, folder: join(realpathSync(dataFolder), 'postgres'), user, major: undefined }
  }
  mkdirSync(outside, { recursive: true, mode: 0o755 })
  if (!canEnter(user, outside)) throw closedFolder(outside, user)
  return {
    door,
    folder: join(realpathSync(outside), `postgres-${randomBytes(6).toString('hex')}`),
    user,
    major: undefined,
  }
}

function closedFolder(folder: string, user: NonNullable<RunAs>): StartRefusal {
  return new StartRefusal({
    zh: `PostgreSQL 不能以 root 运行，而用户 ${user.name} 进不了 ${folder}。请用 LINLI_DATA 选一个对它开放的文件夹。`,
    en: `PostgreSQL cannot run as root, and the user ${user.name} cannot enter ${folder}. Choose a folder open to them with LINLI_DATA.`,
  })
}

function readMajor(folder: string): number {
  const note = join(folder, 'PG_VERSION')
  if (!existsSync(note)) {
    throw new StartRefusal({
      zh: `${folder} 里没有数据库（缺少 PG_VERSION）。请移走它，再启动即可新建。`,
      en: `${folder} holds no database (PG_VERSION is missing). Move it away; the next start makes a new one.`,
    })
  }
  return Number(readFileSync(note, 'utf8').trim())
}

/** PostgreSQL insists on owning its folder and on nobody else reading it: true again after a restored backup. */
export function settleOwner(place: DatabasePlace): void {
  if (place.user !== undefined && statSync(place.folder).uid === 0) {
    spawnSync('chown', ['-R', `${place.user.uid}:${place.user.gid}`, place.folder])
  }
  chmodSync(place.folder, 0o700)
}

/** Makes the database beside its place and moves it there when complete: a start that is killed leaves no half of one. */
export function makeDatabase(place: DatabasePlace, programs: Programs): void {
  const above = dirname(place.folder)
  for (const name of readdirSync(above)) {
    if (name.startsWith('postgres.new-')) rmSync(join(above, name), { recursive: true, force: true })
  }
  const complaints: string[] = []
  for (const locale of localesFor(programs)) {
    const fresh = join(above, `postgres.new-${randomBytes(6).toString('hex')}`)
    mkdirSync(fresh, { mode: 0o700 })
    if (place.user !== undefined) chownSync(fresh, place.user.uid, place.user.gid)
    const complaint = runInitdb(fresh, programs, place.user, locale)
    if (complaint === undefined) {
      renameSync(fresh, place.folder)
      if (!existsSync(place.door)) symlinkSync(place.folder, place.door)
      return
    }
    rmSync(fresh, { recursive: true, force: true })
    complaints.push(complaint)
    if (!/locale/i.test(complaint)) break
  }
  const refusal = {
    zh: '新建数据库没有成功。下面是 PostgreSQL 的原话。',
    en: 'Making the database failed. PostgreSQL says:',
  }
  throw new StartRefusal(refusal, complaints.join('\n'))
}

/** Sorting by code point (indexes serve LIKE 'x%'), letters known beyond ASCII; by what the machine offers. */
function localesFor(programs: Programs): string[][] {
  const list = [['--locale=C', '--lc-ctype=C.UTF-8']]
  if (programs.major >= 17) list.push(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
  list.push(['--locale=C', '--lc-ctype=en_US.UTF-8'], ['--locale=C'])
  return list
}

function runInitdb(folder: string, programs: Programs, user: RunAs, locale: string[]): string | undefined {
  const options = ['--encoding=UTF8', '--data-checksums', '--auth=trust', '--text-search-config=simple', ...locale]
  const run = spawnSync(join(programs.binFolder, 'initdb'), ['-D', folder, `--username=${databaseUser}`, ...options], {
    ...spawnAs(user),
    cwd: folder,
    env: postgresEnvironment,
    encoding: 'utf8',
  })
  return run.status === 0 ? undefined : [run.stderr?.trim(), run.error?.message].filter(Boolean).join('\n')
}

/** The programs as that user can run them: those from npm are copied out of a folder closed to the user. */
export function reachablePrograms(programs: Programs, user: RunAs, outside: string): Programs {
  if (user === undefined || canRun(programs, user)) return programs
  const copy = resolve(outside, `programs-${programs.version}`)
  if (programs.origin === 'npm' && isRoot()) {
    if (!existsSync(copy)) copyPrograms(dirname(programs.binFolder), copy)
    const copied = programsIn(join(copy, 'bin'), 'npm')
    if (copied !== undefined && canRun(copied, user)) return copied
  }
  throw new StartRefusal({
    zh: `用户 ${user.name} 不能运行 ${describe(programs)}：${programs.binFolder}。请把它放到对该用户开放的文件夹。`,
    en: `The user ${user.name} cannot run ${describe(programs)} in ${programs.binFolder}. Put it into a folder open to that user.`,
  })
}

function canRun(programs: Programs, user: RunAs): boolean {
  const tried = spawnSync(join(programs.binFolder, 'initdb'), ['--version'], {
    ...spawnAs(user),
    cwd: '/',
    env: postgresEnvironment,
    stdio: 'ignore',
  })
  return tried.status === 0
}

function copyPrograms(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  const fresh = `${to}.new-${randomBytes(6).toString('hex')}`
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', fresh])
  renameSync(fresh, to)
}
