// Days pass before a meeting is held; in a journey its hour is brought to now, in the journey's own database.
import pg from 'pg'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { databaseNote } from './database-note.ts'

/** The meeting whose page is open. */
export const hourComes = async (page: Page): Promise<void> => {
  const address = new URL(page.url())
  const connectionString = readFileSync(databaseNote(address.port), 'utf8')
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const id = address.pathname.split('/').at(-1)
    await client.query('update deliberation_meetings set starts_at = now() where id = $1', [id])
  } finally {
    await client.end()
  }
  await page.reload()
}
