// `npm run migrate`: applies the migrations that are not applied yet.
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate, MigrationError } from './platform/migrate.ts'

try {
  const applied = await migrate(readConfig(process.env).databaseUrl)
  console.log(applied.length === 0 ? '数据库已是最新 / up to date.' : `已更新 / applied: ${applied.join(', ')}`)
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof MigrationError ? error.message : error)
  process.exitCode = 1
}
