// The live stream of one person: inbox messages without loss or repeats, and which visible cases changed.
// Transactions commit out of order, so a message is sent only once every older transaction has ended: its place in
// the order (transaction, number) is then final, and the last event id says exactly what the client has.
import { sql } from 'drizzle-orm'
import type { Cx, Actor } from '../../platform/cx.ts'
import type { Events } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'
import type { Tx } from '../../platform/database.ts'
import { sessionStands } from '../identity/index.ts'
import { messageView, type MessageRow } from './inbox.ts'
import { takePlace } from './places-in-stream.ts'

export type VisibleCases = (db: Tx, actor: Actor, ids: readonly string[]) => Promise<readonly string[]>

/** Even if no wake-up arrives. */
const POLL_MS = 15_000
/** While a message waits for an older transaction to end. */
const PENDING_MS = 250
const GATHER_CASES_MS = 400
const AT_ONCE = 100
/** A browser that lost its place to newer tabs does not come back by itself before this. */
const LEFT_MS = 3_600_000

interface Position {
  readonly tx: string
  readonly seq: string
}
const EVENT_ID = /^(\d{1,19})-(\d{1,18})$/
/** The position an event id names; null for anything else. */
export const positionOf = (eventId: string | null): Position | null => {
  const match = eventId === null ? null : EVENT_ID.exec(eventId)
  return match === null ? null : { tx: match[1]!, seq: match[2]! }
}
interface Start extends Position {
  /** Messages after the position that a page opened now has read already. */
  readonly known: ReadonlySet<string>
}
/** Where to resume, else at the newest; a position of another life of the database counts as none. */
const startAt = async (db: Tx, personId: string, wanted: Position | null): Promise<Start> => {
  const { rows } = await db.execute<{ oldest: string; next: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  )
  const { oldest, next } = rows[0]!
  if (wanted !== null && BigInt(wanted.tx) <= BigInt(next)) return { ...wanted, known: new Set() }
  const recent = await db.execute<{ id: string }>(
    sql`select id from messages where person_id = ${personId} and tx >= ${oldest}::xid8`,
  )
  return { tx: oldest, seq: '0', known: new Set(recent.rows.map((row) => row.id)) }
}
/** The next messages whose place is final, and whether others are still waiting for theirs. */
const readNext = async (
  db: Tx,
  personId: string,
  from: Position,
): Promise<{ rows: MessageRow[]; isPending: boolean }> => {
  const { rows } = await db.execute<MessageRow>(sql`
    select id, seq::text as seq, tx::text as tx, event, title, body, thing_kind, thing_id, at, read_at from messages
    where person_id = ${personId} and (tx, seq) > (${from.tx}::xid8, ${from.seq}::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by tx, seq limit ${AT_ONCE}`)
  if (rows.length > 0) return { rows, isPending: rows.length === AT_ONCE }
  const waiting = await db.execute(sql`
    select 1 from messages where person_id = ${personId} and tx >= pg_snapshot_xmin(pg_current_snapshot()) and tx < pg_snapshot_xmax(pg_current_snapshot()) limit 1`)
  return { rows: [], isPending: waiting.rows.length > 0 }
}

type Stream = Parameters<Events>[0]
/** Sends what is new whenever woken, until the stream ends. */
const followInbox = (parts: Parts, actor: Actor, stream: Stream) => {
  let position: Position | undefined
  let known: ReadonlySet<string> = new Set()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let wanted = false
  const read = async (from: Position) => {
    for (;;) {
      const { rows, isPending } = await parts.read((db) => readNext(db, actor.personId, from))
      for (const row of rows) {
        position = from = { tx: row.tx, seq: row.seq }
        if (!known.has(row.id)) stream.send('message', messageView(row), `${row.tx}-${row.seq}`)
      }
      if (rows.length === 0) return isPending ? PENDING_MS : POLL_MS
    }
  }
  const wakeIn = (ms: number) => {
    clearTimeout(timer)
    if (!stream.signal.aborted) timer = setTimeout(wake, ms)
  }
  const wake = () => {
    if (position === undefined) return
    wanted = true
    running ??= (async () => {
      let pause = POLL_MS
      while (wanted && !stream.signal.aborted) {
        wanted = false
        // The database may be away for a moment; what was not sent is read again.
        pause = await read(position!).catch(() => 1000)
      }
      running = undefined
      wakeIn(pause)
    })()
  }
  const begin = async () => {
    const start = await parts.read((db) => startAt(db, actor.personId, positionOf(stream.lastEventId)))
    position = { tx: start.tx, seq: start.seq }
    known = start.known
    // Names the position even before the first message, so that a reconnect resumes from here.
    stream.send('ready', {}, `${position.tx}-${position.seq}`)
    wake()
  }
  return { begin, wake, stop: () => clearTimeout(timer) }
}
/** Gathers changed cases for a moment and sends those the person may see. */
const followCases = (parts: Parts, actor: Actor, visibleCases: VisibleCases, stream: Stream) => {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    timer = undefined
    const ids = [...changed]
    changed.clear()
    const visible = await parts.read((db) => visibleCases(db, actor, ids)).catch(() => [])
    for (const id of visible) stream.send('case', { id })
  }
  return {
    add: (id: string) => {
      changed.add(id)
      timer ??= setTimeout(() => void flush(), GATHER_CASES_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
/** The stream for the asking person; it ends with the connection, the server, the session, or when newer ones crowd it out. */
export const openStream = (parts: Parts, visibleCases: VisibleCases, cx: Cx): Events => {
  const { actor } = cx
  return async (stream) => {
    const inbox = followInbox(parts, actor, stream)
    const cases = followCases(parts, actor, visibleCases, stream)
    const ended = new Promise<void>((resolve) => {
      if (stream.signal.aborted) resolve()
      stream.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    let endSession: () => void = () => undefined
    const sessionOver = new Promise<void>((resolve) => (endSession = resolve))
    let leave: () => void = () => undefined
    const crowdedOut = new Promise<void>((resolve) => (leave = resolve))
    const giveBack = takePlace(actor.personId, () => {
      stream.retryAfter(LEFT_MS)
      stream.send('full', {})
      leave()
    })
    const check = setInterval(() => {
      parts
        .read((db) => sessionStands(db, actor.sessionId))
        .then(
          (stands) => void (stands || endSession()),
          () => undefined,
        )
    }, POLL_MS)
    const unhear = parts.live.hear(
      (topic, id) => {
        if (topic === 'case') cases.add(id)
        else if (id === actor.personId) inbox.wake()
      },
      () => inbox.wake(),
    )
    try {
      await inbox.begin()
      await Promise.race([ended, sessionOver, crowdedOut])
    } finally {
      clearInterval(check)
      giveBack()
      unhear()
      inbox.stop()
      cases.stop()
    }
  }
}
