// `npm start` once everything is installed and built: the database, then the server, until asked to leave.
// An argument names another program to run in the server's place.
import { join } from 'node:path'
import { checkWritable } from './data-folder.ts'
import { checkDatabase } from './external-database.ts'
import { askedToLeave, endOf, runOurs, stopChild } from './node-child.ts'
import { checkPort } from './port-check.ts'
import { startPrivatePostgres, type PrivatePostgres } from './private-postgres.ts'
import { leaveWith, say } from './sentence.ts'
import { houseFolder, readSettings, type Settings } from './settings.ts'

const leaving = askedToLeave()
let isLeaving = false
void leaving.then(() => (isLeaving = true))

async function start(): Promise<number> {
  const settings = readSettings(process.env)
  checkWritable(settings.dataFolder)
  if (settings.databaseUrl !== undefined) {
    await checkPort(settings.port, settings.host)
    await checkDatabase(settings.databaseUrl)
    return runServer(settings, settings.databaseUrl)
  }
  const postgres = await startPrivatePostgres({ dataFolder: settings.dataFolder, programs: settings.postgres })
  const watch = keepAlive(postgres)
  void leaving.then(postgres.announceLeaving)
  try {
    await checkPort(settings.port, settings.host)
    return await runServer(settings, postgres.url)
  } finally {
    clearInterval(watch)
    await postgres.stop()
    say('PostgreSQL 已停止', 'PostgreSQL has stopped')
  }
}

async function runServer(settings: Settings, databaseUrl: string): Promise<number> {
  if (isLeaving) return 0
  const server = runOurs([process.argv[2] ?? join(houseFolder, 'server/src/main.ts')], {
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    LINLI_DATA: settings.dataFolder,
    LINLI_DEMO: settings.isDemo ? '1' : '0',
  })
  const ended = endOf(server)
  const first = await Promise.race([ended, leaving.then(() => 'asked' as const)])
  if (first !== 'asked') {
    process.stderr.write(
      `\n✗ 服务停了（代码 ${first}）。原因见上。\n  The server ended (code ${first}). The reason is above.\n\n`,
    )
    return first === 0 ? 1 : first
  }
  say('正在停止：等进行中的请求完成', 'Stopping: requests in flight are finished first')
  const code = await stopChild(server, 30_000)
  return code === 143 || code === 130 ? 0 : code
}

/** A database server that dies on its own is started again; the web server connects anew by itself. */
function keepAlive(postgres: PrivatePostgres): NodeJS.Timeout {
  let isReviving = false
  return setInterval(() => {
    if (isReviving || isLeaving || postgres.isUp()) return
    isReviving = true
    say('PostgreSQL 意外停了，重新启动', 'PostgreSQL ended unexpectedly and is started again')
    postgres.revive().then(() => (isReviving = false), leaveWith)
  }, 500)
}

start().then((code) => process.exit(code), leaveWith)
