// Where a journey's server notes the address of its database, for the few things a journey cannot wait for.
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const databaseNote = (port: string): string => join(tmpdir(), `linli-e2e-database-${port}`)
