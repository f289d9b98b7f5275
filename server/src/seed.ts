// `npm run seed`: brings an empty database to a district, the demo one unless LINLI_DEMO=0.
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate, MigrationError } from './platform/migrate.ts'
import { prepareDistrict } from './prepare-district.ts'

try {
  const config = { ...readConfig(process.env), roles: ['web'] as const }
  await migrate(config.databaseUrl)
  const app = await buildApp(config)
  const hasMade = await prepareDistrict(app, config)
  if (!hasMade) console.log('已有区县，什么也没改 / there is a district already; nothing was changed.')
  await app.server.close()
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof MigrationError ? error.message : error)
  // The pool may still be open: leave at once.
  process.exit(1)
}
