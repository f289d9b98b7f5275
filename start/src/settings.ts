// The launcher's settings, read from the environment and checked at once: one sentence per mistake.
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { ConfigError, readConfig } from '../../server/src/platform/config.ts'
import { StartRefusal, type Sentence } from './sentence.ts'

/** Where the programs of the private PostgreSQL come from. */
export type ProgramsChoice = 'system' | 'npm'

export type Settings = {
  /** 0 means any free port. */
  port: number
  host: string
  /** An external PostgreSQL; without it the launcher runs a private one. */
  databaseUrl: string | undefined
  /** Absolute. */
  dataFolder: string
  isDemo: boolean
  /** Undefined: what fits the data folder, the system's programs before those from npm. */
  postgres: ProgramsChoice | undefined
}

/** The repository's top folder. */
export const houseFolder = resolve(import.meta.dirname, '../..')

type Environment = Record<string, string | undefined>

/** Reads the settings; throws a StartRefusal that names every mistake. An empty value counts as not set. */
export function readSettings(environment: Environment): Settings {
  const mistakes: Sentence[] = []
  const given = (name: string) => environment[name]?.trim() || undefined
  const settings: Settings = {
    port: readPort(given('PORT'), mistakes),
    host: readHost(given('HOST'), mistakes),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL'), mistakes),
    dataFolder: resolve(houseFolder, given('LINLI_DATA') ?? join(houseFolder, 'data')),
    isDemo: readDemo(given('LINLI_DEMO'), given('NODE_ENV'), mistakes),
    postgres: readPrograms(given('LINLI_POSTGRES'), mistakes),
  }
  mistakes.push(...serverMistakes(environment))
  if (mistakes.length > 0) throw new StartRefusal(mistakes)
  return settings
}

/** What the server would refuse is said before a database is started; the launcher's own settings were checked above. */
function serverMistakes(environment: Environment): Sentence[] {
  try {
    const demo = environment.LINLI_DEMO?.trim() === '0' ? '0' : undefined
    readConfig({ ...environment, DATABASE_URL: 'postgres://checked', PORT: '0', LINLI_DEMO: demo })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return [...error.mistakes]
    throw error
  }
}

function readPort(text: string | undefined, mistakes: Sentence[]): number {
  if (text === undefined) return 8080
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text)
  mistakes.push({
    zh: `PORT 应是 0 到 65535 的整数，现在是“${text}”。`,
    en: `PORT must be a whole number from 0 to 65535; it is "${text}".`,
  })
  return 0
}

function readHost(text: string | undefined, mistakes: Sentence[]): string {
  if (text === undefined) return '0.0.0.0'
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text)) return text
  mistakes.push({
    zh: `HOST 应是本机地址，如 127.0.0.1，现在是“${text}”。`,
    en: `HOST must be an address of this machine, such as 127.0.0.1; it is "${text}".`,
  })
  return text
}

function readDatabaseUrl(text: string | undefined, mistakes: Sentence[]): string | undefined {
  if (text === undefined) return undefined
  // `postgres://user@/db?host=/folder` is right for PostgreSQL but not for URL: lend it a host name.
  const readable = text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)\//, '$1localhost/')
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(readable)) return text
  mistakes.push({
    zh: 'DATABASE_URL 应像这样：postgresql://用户:密码@主机:5432/数据库。',
    en: 'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
  })
  return undefined
}

function readDemo(text: string | undefined, nodeEnv: string | undefined, mistakes: Sentence[]): boolean {
  if (text === undefined) return nodeEnv !== 'production'
  if (text === '1' || text === '0') return text === '1'
  mistakes.push({
    zh: `LINLI_DEMO 只能是 1 或 0，现在是“${text}”。`,
    en: `LINLI_DEMO must be 1 or 0; it is "${text}".`,
  })
  return false
}

function readPrograms(text: string | undefined, mistakes: Sentence[]): ProgramsChoice | undefined {
  if (text === undefined || text === 'system' || text === 'npm') return text
  mistakes.push({
    zh: `LINLI_POSTGRES 只能是 system 或 npm，现在是“${text}”。`,
    en: `LINLI_POSTGRES must be system or npm; it is "${text}".`,
  })
  return undefined
}
