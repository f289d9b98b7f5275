// A database for a while: DATABASE_URL, or that of a running launcher, or the private one started for the occasion.
import { checkDatabase } from './external-database.ts'
import { FolderInUse } from './instance-lock.ts'
import { findPrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import type { Settings } from './settings.ts'

export type BorrowedDatabase = {
  url: string
  /** Stops it if it was started for us. */
  giveBack: () => Promise<void>
}

/** Refuses with a sentence when there is none to be had. */
export async function borrowDatabase(settings: Settings): Promise<BorrowedDatabase> {
  const keep = async () => {}
  if (settings.databaseUrl !== undefined) {
    await checkDatabase(settings.databaseUrl)
    return { url: settings.databaseUrl, giveBack: keep }
  }
  try {
    const postgres = await startPrivatePostgres({ dataFolder: settings.dataFolder, programs: settings.postgres })
    return { url: postgres.url, giveBack: postgres.stop }
  } catch (error) {
    const url = error instanceof FolderInUse ? await findPrivatePostgres(settings.dataFolder) : undefined
    if (url === undefined) throw error
    return { url, giveBack: keep }
  }
}
