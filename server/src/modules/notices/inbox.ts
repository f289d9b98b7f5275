// The inbox: messages newest first, how many are unread, marking them as read.
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { OutOf, ParsedBody, ParsedQuery } from '../../../../contract/src/endpoint.ts'
import type { noticesApi } from '../../../../contract/src/notices.ts'
import type { Cx } from '../../platform/cx.ts'
import { afterId } from '../../platform/after-id.ts'
import { pageOf } from '../../platform/paging.ts'
import { messages } from './tables.ts'

type Inbox = OutOf<(typeof noticesApi)['GET /api/notices/inbox']>
export interface MessageRow extends Record<string, unknown> {
  readonly id: string
  readonly seq: string
  readonly tx: string
  readonly event: string
  readonly title: string
  readonly body: string
  readonly thing_kind: string | null
  readonly thing_id: string | null
  readonly at: string
  readonly read_at: string | null
}
/** A message as the contract shows it; `seq` is the stream's event id. */
export const messageView = (row: MessageRow): Inbox['rows'][number] => ({
  id: row.id,
  seq: `${row.tx}-${row.seq}`,
  event: row.event,
  title: row.title,
  body: row.body,
  thing: row.thing_kind !== null && row.thing_id !== null ? { kind: row.thing_kind, id: row.thing_id } : null,
  at: new Date(row.at).toISOString(),
  readAt: row.read_at === null ? null : new Date(row.read_at).toISOString(),
})
const unreadOf = async (cx: Cx): Promise<number> => {
  const [row] = await cx.db
    .select({ unread: count() })
    .from(messages)
    .where(and(eq(messages.personId, cx.actor.personId), isNull(messages.readAt)))
  return row?.unread ?? 0
}
export const readInbox = async (
  cx: Cx,
  query: ParsedQuery<(typeof noticesApi)['GET /api/notices/inbox']>,
): Promise<Inbox> => {
  const cursor = afterId(query.after)
  const personId = cx.actor.personId
  const wanted = sql`person_id = ${personId} ${query.unread ? sql`and read_at is null` : sql``}`
  const { rows } = await cx.db.execute<MessageRow>(sql`
    select id, seq::text as seq, tx::text as tx, event, title, body, thing_kind, thing_id, at, read_at from messages
    where ${wanted} ${cursor === null ? sql`` : sql`and (at, id) < (select last.at, last.id from messages last where last.id = ${cursor})`}
    order by at desc, id desc limit ${query.limit + 1}`)
  const unread = await unreadOf(cx)
  const total = query.unread
    ? unread
    : ((await cx.db.select({ all: count() }).from(messages).where(eq(messages.personId, personId)))[0]?.all ?? 0)
  const page = pageOf(rows, query.limit, (last) => [last.id])
  return { rows: page.rows.map(messageView), next: page.next, total, unread }
}
/** Ids of others' messages change nothing. */
export const markRead = async (
  cx: Cx,
  input: ParsedBody<(typeof noticesApi)['POST /api/notices/inbox/read']>,
): Promise<{ unread: number }> => {
  const ids = input.ids ?? []
  if (input.all || ids.length > 0) {
    await cx.db
      .update(messages)
      .set({ readAt: cx.now })
      .where(
        and(
          eq(messages.personId, cx.actor.personId),
          isNull(messages.readAt),
          input.all ? undefined : inArray(messages.id, ids),
        ),
      )
  }
  return { unread: await unreadOf(cx) }
}
