// In demo mode: the phone messages that would have been sent, newest first. Absent otherwise.
import { and, desc, eq, lte } from 'drizzle-orm'
import type { Actor, Cx } from '../../platform/cx.ts'
import type { Parts } from '../../platform/parts.ts'
import { refuse } from '../../platform/refuse.ts'
import { smsMessages } from './tables.ts'

const SHOWN = 100
/** @throws http.not-found outside demo mode */
export const demoOutbox = async (
  cx: Cx<Actor | null>,
  parts: Parts,
): Promise<{ id: string; to: string; text: string; at: string }[]> => {
  if (!parts.config.demo || parts.config.sms.provider !== 'demo') throw refuse('http.not-found')
  const rows = await cx.db
    .select()
    .from(smsMessages)
    .where(
      and(eq(smsMessages.districtId, cx.districtId), eq(smsMessages.state, 'demo'), lte(smsMessages.notBefore, cx.now)),
    )
    .orderBy(desc(smsMessages.at), desc(smsMessages.id))
    .limit(SHOWN)
  return rows.map((row) => ({
    id: row.id,
    to: parts.sealing.open(row.phoneSealed),
    text: row.text,
    at: row.at.toISOString(),
  }))
}
