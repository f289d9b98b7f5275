// Live updates between processes over LISTEN/NOTIFY. Batched after commit: a NOTIFY inside business transactions
// would make their commits queue behind one lock.
import pg from 'pg'

export type LiveTopic = 'case' | 'inbox'
export interface Live {
  /** Tells every process; several within a moment travel together. */
  tell(topic: LiveTopic, id: string): void
  /** Hears what any process told. Returns how to stop. `onGap` is called when something may have been missed. */
  hear(listener: (topic: LiveTopic, id: string) => void, onGap?: () => void): () => void
  stop(): Promise<void>
}
const CHANNEL = 'linli_live'
const GATHER_MS = 40
const PAYLOAD_IDS = 150

/** Opens one listening connection, reconnecting with growing pauses. */
export const openLive = (url: string, pool: pg.Pool): Live => {
  const listeners = new Set<{ hear: (topic: LiveTopic, id: string) => void; gap?: (() => void) | undefined }>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let stopped = false
  let pause = 100

  const connect = async (): Promise<void> => {
    if (stopped) return
    const next = new pg.Client({ connectionString: url, application_name: 'linli-live', keepAlive: true })
    next.on('error', () => undefined)
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect(), (pause = Math.min(pause * 2, 5000))).unref()
    })
    next.on('notification', (note) => {
      for (const item of (note.payload ?? '').split(',')) {
        const [topic, id] = item.split(':')
        if (id) for (const listener of listeners) listener.hear(topic as LiveTopic, id)
      }
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
      pause = 100
      for (const listener of listeners) listener.gap?.()
    } catch {
      await next.end().catch(() => undefined)
    }
  }
  const flush = async () => {
    timer = undefined
    const items = [...waiting]
    waiting.clear()
    for (let i = 0; i < items.length; i += PAYLOAD_IDS) {
      await pool
        .query('select pg_notify($1, $2)', [CHANNEL, items.slice(i, i + PAYLOAD_IDS).join(',')])
        .catch(() => undefined)
    }
  }
  void connect()
  return {
    tell: (topic, id) => {
      waiting.add(`${topic}:${id}`)
      timer ??= setTimeout(() => void flush(), GATHER_MS)
    },
    hear: (hear, gap) => {
      const listener = { hear, gap }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
