// The messages of one person, for the export of personal data and for erasure.
import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/database.ts'
import { messages, smsMessages } from './tables.ts'

/** All inbox messages, newest first. */
export const messagesOf = async (db: Tx, personId: string): Promise<{ title: string; body: string; at: string }[]> => {
  const rows = await db
    .select({ title: messages.title, body: messages.body, at: messages.at })
    .from(messages)
    .where(eq(messages.personId, personId))
    .orderBy(desc(messages.at), desc(messages.id))
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
/** Removes inbox and phone messages, waiting ones too. */
export const forgetMessagesOf = async (db: Tx, personId: string): Promise<void> => {
  await db.delete(messages).where(eq(messages.personId, personId))
  await db.delete(smsMessages).where(eq(smsMessages.personId, personId))
}
