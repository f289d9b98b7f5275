// `npm run dev`: the server starts again when its files change, the front ends are built again when theirs do.
// Everything is served by the server, on its one port.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { borrowDatabase } from './borrowed-database.ts'
import { askedToLeave, runOurs, stopChild } from './node-child.ts'
import { checkPort } from './port-check.ts'
import { leaveWith, say } from './sentence.ts'
import { houseFolder, readSettings } from './settings.ts'

const leaving = askedToLeave()

async function develop(): Promise<void> {
  const settings = readSettings(process.env)
  await checkPort(settings.port, settings.host)
  const database = await borrowDatabase(settings)
  const environment = {
    DATABASE_URL: database.url,
    PORT: String(settings.port),
    HOST: settings.host,
    LINLI_DATA: settings.dataFolder,
    LINLI_DEMO: settings.isDemo ? '1' : '0',
  }
  const children = [runOurs(['--watch', join(houseFolder, 'server/src/main.ts')], environment)]
  for (const frontEnd of ['resident', 'console']) {
    const folder = join(houseFolder, frontEnd)
    if (!existsSync(join(folder, 'vite.config.ts'))) continue
    const vite = createRequire(join(folder, 'package.json')).resolve('vite/package.json')
    children.push(
      runOurs([join(dirname(vite), 'bin/vite.js'), 'build', folder, '--watch', '--logLevel', 'warn'], {}, folder),
    )
  }
  say(
    `开发模式：http://localhost:${settings.port}，改文件即生效，Ctrl-C 停止`,
    'Development: edit and reload; Ctrl-C stops',
  )
  await leaving
  await Promise.all(children.map((child) => stopChild(child, 10_000)))
  await database.giveBack()
}

develop().then(() => process.exit(0), leaveWith)
