// Finds a Chromium for the browser journeys, or installs one; without one the tests fail, they are never left out.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say, StartRefusal } from './sentence.ts'
import { houseFolder } from './settings.ts'
import { isRoot } from './unprivileged-user.ts'

const usualPlaces = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
)

/** Playwright's command, to be run by Node. */
export function playwrightCommand(): string {
  const door = createRequire(join(houseFolder, 'e2e/package.json')).resolve('@playwright/test/package.json')
  return join(dirname(door), 'cli.js')
}

/** The path of a Chromium that runs, with Chinese letters to draw; installs what is missing. */
export async function findOrInstallChromium(): Promise<string> {
  const isApt = isRoot() && existsSync('/usr/bin/apt-get')
  let found = await findChromium()
  const packages = [...(found === undefined ? ['chromium'] : []), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (packages.length > 0 && isApt) {
    installPackages(packages)
    found ??= await findChromium()
  } else if (packages.includes('fonts-noto-cjk')) {
    say(
      '没有中文字体，截图里中文会是方块',
      'No Chinese font: Chinese will be boxes in pictures (install fonts-noto-cjk)',
    )
  }
  if (found === undefined) {
    say('安装 Playwright 的 Chromium', "Installing Playwright's Chromium")
    spawnSync(process.execPath, [playwrightCommand(), 'install', 'chromium'], { cwd: houseFolder, stdio: 'inherit' })
    found = await findChromium()
  }
  if (found !== undefined) return found
  throw new StartRefusal({
    zh: '没有可用的 Chromium，浏览器测试不能进行。请安装后再试，或用 CHROMIUM_PATH 指明。',
    en: 'No Chromium that runs, so the browser tests cannot be done. Install one, or name it with CHROMIUM_PATH.',
  })
}

async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (runs(named)) return named
    throw new StartRefusal({
      zh: `CHROMIUM_PATH 指明的 ${named} 不能运行。`,
      en: `CHROMIUM_PATH names ${named}, which does not run.`,
    })
  }
  const { chromium } = await import('@playwright/test')
  return [...usualPlaces, chromium.executablePath()].find(runs)
}

function runs(program: string): boolean {
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function hasChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

function installPackages(packages: string[]): void {
  say(`安装 ${packages.join('、')}`, `Installing ${packages.join(', ')} with apt-get`)
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-q'], options)
  const run = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
  if (run.status !== 0) say('apt-get 没有装好，换一种办法', 'apt-get failed; trying another way')
}
