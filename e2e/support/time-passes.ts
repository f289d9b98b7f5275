// Days pass between a notice and its hour; in a journey they have passed at once, in the journey's own database.
import pg from 'pg'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { databaseNote } from './database-note.ts'

const inDatabase = async (page: Page, statement: string, id: string): Promise<void> => {
  const connectionString = readFileSync(databaseNote(new URL(page.url()).port), 'utf8')
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement, [id])
  } finally {
    await client.end()
  }
}
/** The hour of the meeting whose page is open has come. */
export const hourComes = async (page: Page): Promise<void> => {
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  await inDatabase(page, 'update deliberation_meetings set starts_at = now() where id = $1', id)
  await page.reload()
}
/** The days in which owners may object to a counted result are over. */
export const objectionsOver = (page: Page, decisionId: string): Promise<void> =>
  inDatabase(page, 'update decisions set result_until = current_date - 3 where id = $1', decisionId)
/** The hours of a vote are over. */
export const votingOver = (page: Page, decisionId: string): Promise<void> =>
  inDatabase(
    page,
    "update decisions set opens_at = opens_at - interval '1 hour', closes_at = now() - interval '1 second' where id = $1",
    decisionId,
  )
