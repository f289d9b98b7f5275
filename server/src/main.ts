// Reads the environment, migrates, starts web and/or worker, ends in good order. Can be read aloud.
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate, MigrationError } from './platform/migrate.ts'
import { prepareDemoApart } from './prepare-apart.ts'
import { prepareDistrict } from './prepare-district.ts'
import { welcome } from './welcome.ts'

try {
  const config = readConfig(process.env)
  const applied = await migrate(config.databaseUrl)
  if (applied.length > 0) console.log(`数据库已更新 ${applied.length} 步 / migrated: ${applied.join(', ')}`)
  const app = await buildApp(config)
  await prepareDemoApart(app.database, config)
  await prepareDistrict(app, config)
  if (config.roles.includes('web')) {
    await app.server.listen({ port: config.port, host: config.host })
    console.log(welcome(config))
  } else await app.server.ready()
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void app.server.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.send?.('ready')
} catch (error) {
  const known =
    error instanceof ConfigError ||
    error instanceof MigrationError ||
    (error as { code?: string }).code === 'EADDRINUSE'
  console.error(
    (error as { code?: string }).code === 'EADDRINUSE'
      ? `端口 ${process.env.PORT ?? 8080} 被占用，请换一个 PORT / port is taken, choose another PORT.`
      : known
        ? (error as Error).message
        : error,
  )
  process.exit(1)
}
