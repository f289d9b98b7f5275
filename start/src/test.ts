// `npm test [-- folder or file …]`: every test on a real PostgreSQL, then the browser journeys in a real Chromium.
// The very last line is the sum of both: "N passed, N failed".
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { findOrInstallChromium, playwrightCommand } from './chromium.ts'
import { askedToLeave, endOf } from './node-child.ts'
import { linesFor, say, StartRefusal } from './sentence.ts'
import { houseFolder, readSettings } from './settings.ts'
import type { TestCounts } from './test-count-reporter.ts'
import { startTestDatabase } from './test-database.ts'

type Environment = Record<string, string | undefined>

const journeysConfig = join(houseFolder, 'e2e/playwright.config.ts')
const snapshotReporter = join(houseFolder, 'e2e/support/snapshot-reporter.ts')
const leaving = askedToLeave().then(() => 'asked' as const)
const notes = mkdtempSync(join(tmpdir(), 'linli-counts-'))

/** Tests in `folder/test/`, those of the browser apart; with filters, those whose path begins with or holds one. */
function testFiles(filters: string[]): string[] {
  const found = globSync('*/{test,src/**/test}/**/*.test.ts', { cwd: houseFolder })
  const files = found.filter((file) => !file.startsWith('e2e/') && !file.includes('node_modules/')).sort()
  return filters.length === 0 ? files : files.filter((file) => filters.some((filter) => file.includes(filter)))
}

/** Filters of the journeys; undefined: none of them is wanted. */
function journeyFilters(filters: string[]): string[] | undefined {
  if (!existsSync(journeysConfig)) return undefined
  const named = filters.filter((filter) => filter.startsWith('e2e'))
  if (filters.length > 0 && named.length === 0) return undefined
  return named.map((filter) => filter.replace(/^e2e\/?/, '')).filter((filter) => filter !== '')
}

async function runNode(args: string[], environment: Environment): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: houseFolder, env: environment, stdio: 'inherit' })
  const ended = endOf(child)
  const first = await Promise.race([ended, leaving])
  if (first !== 'asked') return first
  child.kill('SIGTERM')
  await ended
  throw new StartRefusal({ zh: '测试被中断。', en: 'The tests were interrupted.' })
}

async function runServerTests(files: string[], environment: Environment): Promise<TestCounts> {
  const note = join(notes, 'node.json')
  const reporters = [
    ['spec', 'stdout'],
    [join(import.meta.dirname, 'test-count-reporter.ts'), note],
  ].flatMap(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`])
  const code = await runNode(['--test', '--test-concurrency=2', ...reporters, ...files], environment)
  return withCode(existsSync(note) ? JSON.parse(readFileSync(note, 'utf8') || 'null') : null, code)
}

async function runJourneys(filters: string[], environment: Environment): Promise<TestCounts> {
  const note = join(notes, 'journeys.json')
  const chromium = await findOrInstallChromium()
  say(`浏览器测试：${chromium}`, 'Browser journeys')
  const args = [
    playwrightCommand(),
    'test',
    '-c',
    journeysConfig,
    `--reporter=list,json,${snapshotReporter}`,
    ...filters,
  ]
  const code = await runNode(args, { ...environment, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: note })
  const stats = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).stats : null
  const counts = stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  return withCode(counts, code)
}

/** A runner that fails without a failed test (nothing found, a broken file) is itself a failure. */
function withCode(counts: TestCounts | null, code: number): TestCounts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const isUnsaid = (code !== 0 || known.passed + known.failed + known.skipped === 0) && known.failed === 0
  return isUnsaid ? { ...known, failed: 1 } : known
}

/** None of the settings of a real instance reaches the tests. */
function testEnvironment(url: string, prefix: string): Environment {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(LINLI_|PG|DATABASE_URL$|PORT$|HOST$|NODE_ENV$)/.test(name),
  )
  return { ...Object.fromEntries(kept), TEST_DATABASE_URL: url, TEST_DATABASE_PREFIX: prefix }
}

async function runAll(): Promise<TestCounts[]> {
  const filters = process.argv.slice(2).map((argument) => relative(houseFolder, resolve(houseFolder, argument)))
  const files = testFiles(filters)
  const journeys = journeyFilters(filters)
  if (files.length === 0 && journeys === undefined) {
    throw new StartRefusal({ zh: `没有找到测试：${filters.join(' ')}`, en: `No tests found: ${filters.join(' ')}` })
  }
  const database = await startTestDatabase(readSettings(process.env))
  try {
    const environment = testEnvironment(database.url, database.prefix)
    const counts: TestCounts[] = []
    if (files.length > 0) counts.push(await runServerTests(files, environment))
    if (journeys !== undefined) counts.push(await runJourneys(journeys, environment))
    return counts
  } finally {
    await database.stop()
  }
}

let all: TestCounts[]
try {
  all = await runAll()
} catch (error) {
  process.stderr.write(`\n${linesFor(error).join('\n')}\n\n`)
  all = [{ passed: 0, failed: 1, skipped: 0 }]
}
rmSync(notes, { recursive: true, force: true })
const sum = (key: keyof TestCounts) => all.reduce((total, counts) => total + counts[key], 0)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`)
process.exit(sum('failed') > 0 ? 1 : 0)
