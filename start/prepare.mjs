// First part of every command, in plain JavaScript for whatever Node (20 or newer) is there: installs what is missing,
// builds the front ends that changed, then runs the program named in the arguments under the Node the lockfile pins.
//   node start/prepare.mjs [--without-build] program.ts arguments…
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const house = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const frontEnds = ['resident', 'console']
const oldestNode = 20
/** TypeScript runs directly from this one on. */
const oldestRunner = 24

function say(zh, en) {
  process.stdout.write(`· ${zh}  ${en}\n`)
}

function leave(zh, en, detail = '') {
  const lines = detail.trim() === '' ? [] : detail.trim().split('\n')
  process.stderr.write(`\n✗ ${zh}\n  ${en}\n${lines.map((line) => `  | ${line}\n`).join('')}\n`)
  process.exit(1)
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Why npm has to run, or undefined. npm writes node_modules/.package-lock.json last, so an install that was cut short has
 * none; packages for other machines are in the lockfile only.
 */
function reasonToInstall() {
  const wanted = readJson(join(house, 'package-lock.json'))?.packages
  if (wanted === undefined) leave('缺少 package-lock.json，请重新克隆。', 'package-lock.json is missing; clone again.')
  const installed = readJson(join(house, 'node_modules/.package-lock.json'))?.packages
  if (installed === undefined) return 'node_modules'
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue
    const found = installed[path]
    if (found === undefined ? !entry.optional && !entry.devOptional : found.version !== entry.version) return path
    if (found !== undefined && !existsSync(join(house, path))) return path
  }
  return findRunner() === undefined ? `node-${process.platform}-${process.arch}` : undefined
}

async function install() {
  const reason = reasonToInstall()
  if (reason === undefined) return
  say(`安装依赖（${reason.replace(/^.*node_modules\//, '')}），约一分钟`, 'Installing packages, about a minute')
  // Production settings of the environment must not leave out what the build needs. Most warnings would be that some
  // packages want the newer Node, which is among the packages.
  const wanted = ['--include=dev', '--include=optional', '--no-engine-strict', '--prefer-offline']
  const args = ['ci', ...wanted, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const child = spawn(npm[0], [...npm.slice(1), ...args], { cwd: house, stdio: 'inherit' })
  const since = Date.now()
  const sign = setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000)
    say(`还在安装，已 ${seconds} 秒`, `Still installing, ${seconds} s so far`)
  }, 10_000)
  const isDone = await new Promise((done) => {
    child.on('error', () => done(false))
    child.on('exit', (code) => done(code === 0))
  })
  clearInterval(sign)
  if (!isDone) {
    leave(
      '依赖没有装好，原因见上。检查网络后再试。',
      'Installing failed; the reason is above. Check the network and try again.',
    )
  }
  const still = reasonToInstall()
  if (still !== undefined) leave('依赖没有装全。', 'Some packages are still missing.', still)
}

/** The pinned Node; without a package for this machine, the one that runs this if it is new enough. */
function findRunner() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const program = join(house, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(program) && spawnSync(program, ['--version']).status === 0) return program
  return Number(process.versions.node.split('.')[0]) >= oldestRunner ? process.execPath : undefined
}

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  const list = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === 'test') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) list.push(...filesUnder(path))
    else if (entry.isFile()) list.push(path)
  }
  return list.sort()
}

/** Everything that goes into a front end: its own files, the contract, the rules, the packages. */
function sourceStamp(frontEnd) {
  const hash = createHash('sha256')
  const folders = [frontEnd, 'contract', 'rules'].flatMap((folder) => filesUnder(join(house, folder)))
  for (const file of [...folders, join(house, 'package-lock.json'), join(house, 'tsconfig.base.json')]) {
    hash.update(relative(house, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function build(runner) {
  for (const frontEnd of frontEnds) {
    const folder = join(house, frontEnd)
    if (!['ts', 'mts', 'js', 'mjs'].some((ending) => existsSync(join(folder, `vite.config.${ending}`)))) continue
    // The stamp lies in what it vouches for: vite empties dist first, so a build cut short has none.
    const stampFile = join(folder, 'dist/.built-from')
    const stamp = sourceStamp(frontEnd)
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue
    say(`构建界面 ${frontEnd}`, `Building ${frontEnd}`)
    const vite = createRequire(join(folder, 'package.json')).resolve('vite/package.json')
    const run = spawnSync(runner, [join(dirname(vite), 'bin/vite.js'), 'build'], {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (run.status !== 0)
      leave(`界面 ${frontEnd} 没有构建成功，原因见上。`, `Building ${frontEnd} failed; the reason is above.`)
    writeFileSync(stampFile, stamp)
  }
}

/** Signals go on to the program, and its end is ours; if npm or this is killed, the program notices and leaves in order. */
function run(runner, args) {
  const follow = join(house, 'start/src/follow-launcher.ts')
  const child = spawn(runner, ['--import', follow, ...args], {
    cwd: house,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => leave('不能运行 Node。', 'Node cannot be run.', error.message))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  // The scripts in package.json say "exec", so that npm itself is the parent here and its signals reach us.
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 300).unref()
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  leave(
    `需要 Node ${oldestNode} 或更新版本，现在是 ${process.versions.node}。`,
    `Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`,
  )
}
const args = process.argv.slice(2)
const isBuilding = args[0] !== '--without-build'
if (!isBuilding) args.shift()
await install()
const runner = findRunner()
if (runner === undefined) {
  leave(
    `npm 没有适合本机（${process.platform} ${process.arch}）的 Node ${oldestRunner}。请自行安装后再试。`,
    `npm has no Node ${oldestRunner} for this machine (${process.platform} ${process.arch}). Install it yourself and try again.`,
  )
}
if (isBuilding) build(runner)
run(runner, args)
