// The first part of every command, in a small house of its own: installs when needed, builds when stale, runs the program.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { houseFolder } from '../src/settings.ts'

type House = {
  write: (path: string, text: string) => void
  read: (path: string) => string
  path: (path: string) => string
  /** Runs prepare.mjs in it. */
  prepare: (...args: string[]) => Promise<{ code: number | null; output: string }>
}

/** Stands in for npm: notes how it was called and leaves what npm leaves. */
const fakeNpm = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_FAILS) process.exit(1)
mkdirSync('node_modules/left', { recursive: true })
const { '': house, 'node_modules/mac': other, ...packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))`

/** Stands in for vite, which empties dist before it builds. */
const fakeVite = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
appendFileSync('../vite.log', process.argv[2] + ' ' + process.env.NODE_ENV + '\\n')
rmSync('dist', { recursive: true, force: true })
if (existsSync('src/broken.ts')) process.exit(1)
mkdirSync('dist')
writeFileSync('dist/index.html', 'built')`

function makeHouse(t: TestContext): House {
  const folder = mkdtempSync(join(tmpdir(), 'linli-house-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  mkdirSync(path('start/src'), { recursive: true })
  for (const name of ['prepare.mjs', 'src/follow-launcher.ts']) {
    copyFileSync(join(houseFolder, 'start', name), path(`start/${name}`))
  }
  const lock = {
    packages: {
      '': {},
      'node_modules/left': { version: '1.0.0' },
      'node_modules/mac': { version: '1.0.0', optional: true },
    },
  }
  write('package-lock.json', JSON.stringify(lock))
  write('tsconfig.base.json', '{}')
  write('npm-cli.mjs', fakeNpm)
  write('npm-cli.js', "import './npm-cli.mjs'")
  write('package.json', '{"type":"module"}')
  write('console/package.json', '{}')
  write('console/vite.config.ts', '')
  write('console/src/main.ts', 'one')
  write('node_modules/vite/package.json', '{"type":"module"}')
  write('node_modules/vite/bin/vite.js', fakeVite)
  write(
    'program.ts',
    "const words: string[] = process.argv.slice(2)\nconsole.log('ran', words.join('+'))\nprocess.exit(words.length)",
  )
  const prepare = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((done) => {
      const env = {
        PATH: process.env.PATH,
        npm_execpath: path('npm-cli.js'),
        ...(existsSync(path('npm-fails')) && { NPM_FAILS: '1' }),
      }
      const child = spawn(process.execPath, [path('start/prepare.mjs'), ...args], { env })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => (output += part.toString()))
      child.on('close', (code) => done({ code, output }))
    })
  return { write, path, prepare, read: (name) => readFileSync(path(name), 'utf8') }
}

test('on a clean clone it installs, builds, and runs the program with its arguments and exit code', async (t) => {
  const house = makeHouse(t)
  const run = await house.prepare('program.ts', 'a', 'b')
  assert.equal(run.code, 2, run.output)
  assert.match(run.output, /安装依赖[^]*构建界面 console[^]*ran a\+b/)
  assert.match(house.read('npm.log'), /^ci --include=dev --include=optional/)
  assert.equal(house.read('vite.log'), 'build production\n')
})

test('a second time it neither installs nor builds', async (t) => {
  const house = makeHouse(t)
  await house.prepare('program.ts')
  const run = await house.prepare('program.ts')
  assert.equal(run.output, 'ran \n')
  assert.equal(house.read('npm.log').split('\n').length, 2)
  assert.equal(house.read('vite.log').split('\n').length, 2)
})

test('a changed source, contract or lockfile builds again; a test or a changed date does not', async (t) => {
  const house = makeHouse(t)
  const builds = () => house.read('vite.log').split('\n').length - 1
  await house.prepare('program.ts')
  house.write('console/src/main.ts', 'one')
  house.write('console/test/main.test.ts', 'test')
  await house.prepare('program.ts')
  assert.equal(builds(), 1)
  house.write('console/src/main.ts', 'two')
  await house.prepare('program.ts')
  assert.equal(builds(), 2)
  house.write('contract/src/cases.ts', 'shape')
  await house.prepare('program.ts')
  assert.equal(builds(), 3)
  rmSync(house.path('console/dist'), { recursive: true })
  await house.prepare('program.ts')
  assert.equal(builds(), 4)
})

test('a lockfile with another version installs again', async (t) => {
  const house = makeHouse(t)
  await house.prepare('program.ts')
  house.write('package-lock.json', house.read('package-lock.json').replace('"1.0.0"', '"1.0.1"'))
  await house.prepare('program.ts')
  assert.equal(house.read('npm.log').split('\n').length, 3)
})

test('an install that was cut short, or a package that is gone, is installed again', async (t) => {
  const house = makeHouse(t)
  await house.prepare('program.ts')
  rmSync(house.path('node_modules/.package-lock.json'))
  await house.prepare('program.ts')
  assert.equal(house.read('npm.log').split('\n').length, 3)
  rmSync(house.path('node_modules/left'), { recursive: true })
  await house.prepare('program.ts')
  assert.equal(house.read('npm.log').split('\n').length, 4)
})

test('when installing fails it says so and runs nothing', async (t) => {
  const house = makeHouse(t)
  house.write('npm-fails', '')
  const run = await house.prepare('program.ts')
  assert.equal(run.code, 1)
  assert.match(run.output, /✗ 依赖没有装好/)
  assert.doesNotMatch(run.output, /ran/)
})

test('when a build fails it says so, runs nothing, and tries again the next time', async (t) => {
  const house = makeHouse(t)
  house.write('console/src/broken.ts', '')
  const run = await house.prepare('program.ts')
  assert.equal(run.code, 1)
  assert.match(run.output, /✗ 界面 console 没有构建成功/)
  assert.doesNotMatch(run.output, /ran/)
  rmSync(house.path('console/src/broken.ts'))
  assert.equal((await house.prepare('program.ts')).code, 0)
})

test('without a build on request, the program runs at once', async (t) => {
  const house = makeHouse(t)
  const run = await house.prepare('--without-build', 'program.ts', 'x')
  assert.equal(run.code, 1, run.output)
  assert.equal(existsSync(house.path('vite.log')), false)
})
