// What arrives without reloading: the inbox and changes of my cases, over server-sent events, by asking when those fail.
import type { Api } from '../../contract/src/all.ts'
import type { OutOf } from '../../contract/src/endpoint.ts'
import { call } from './api.ts'
import { mergeMessages } from './messages.ts'
import { session } from './session.ts'
import { store } from './store.ts'

export type Inbox = OutOf<Api['GET /api/notices/inbox']>
export type Message = Inbox['rows'][number]
export interface InboxState {
  readonly rows: readonly Message[]
  readonly unread: number
  readonly next: string | null
  readonly loaded: boolean
}
const empty: InboxState = { rows: [], unread: 0, next: null, loaded: false }
export const inbox = store<InboxState>(empty)

const caseListeners = new Set<(id: string) => void>()
/** Tells when a case I may see has changed; returns how to stop. */
export const onCaseChange = (listener: (id: string) => void) => {
  caseListeners.add(listener)
  return () => {
    caseListeners.delete(listener)
  }
}

const newsListeners = new Set<(thingId: string) => void>()
/** Tells when a message about a thing has arrived: its page reads it anew; returns how to stop. */
export const onNews = (listener: (thingId: string) => void) => {
  newsListeners.add(listener)
  return () => {
    newsListeners.delete(listener)
  }
}
const tellNews = (fresh: readonly Message[]) => {
  for (const { thing } of fresh) if (thing) for (const listener of newsListeners) listener(thing.id)
}

const pollEvery = 30_000
let source: EventSource | null = null
let poll: ReturnType<typeof setInterval> | undefined

/** Fetches the newest page of the inbox and merges it with what is there. */
export const refreshInbox = async () => {
  const page = await call('GET /api/notices/inbox', { query: { limit: 20 } })
  const before = inbox.get()
  inbox.change((now) => ({
    rows: mergeMessages(now.rows, page.rows),
    unread: page.unread,
    next: now.loaded ? now.next : page.next,
    loaded: true,
  }))
  const known = new Set(before.rows.map((row) => row.seq))
  if (before.loaded) tellNews(page.rows.filter((row) => !known.has(row.seq)))
}
const refreshQuietly = () => void refreshInbox().catch(() => {})

/** The next older page. */
export const olderMessages = async () => {
  const after = inbox.get().next
  if (!after) return
  const page = await call('GET /api/notices/inbox', { query: { limit: 20, after } })
  inbox.change((now) => ({ ...now, rows: mergeMessages(now.rows, page.rows), next: page.next }))
}

/** Marks some messages, or all, as read. */
export const markRead = async (ids: readonly string[] | 'all') => {
  const body = ids === 'all' ? { all: true as const } : { ids: [...ids] }
  const { unread } = await call('POST /api/notices/inbox/read', { body })
  const readAt = new Date().toISOString()
  inbox.change((now) => ({
    ...now,
    unread,
    rows: now.rows.map((row) => (row.readAt || (ids !== 'all' && !ids.includes(row.id)) ? row : { ...row, readAt })),
  }))
}

const takeMessage = (event: MessageEvent<string>) => {
  const message = JSON.parse(event.data) as Message
  if (inbox.get().rows.some((row) => row.seq === message.seq)) return
  inbox.change((now) => ({
    ...now,
    rows: mergeMessages(now.rows, [message]),
    unread: now.unread + (message.readAt ? 0 : 1),
  }))
  tellNews([message])
}
const takeCase = (event: MessageEvent<string>) => {
  const { id } = JSON.parse(event.data) as { id: string }
  for (const listener of caseListeners) listener(id)
}

const stop = () => {
  source?.close()
  source = null
  clearInterval(poll)
  poll = undefined
}

const pollInstead = () => {
  if (poll) return
  poll = setInterval(() => {
    if (document.hidden) return
    refreshQuietly()
    if (source?.readyState === 2) listen()
  }, pollEvery)
}

const listen = () => {
  source?.close()
  if (typeof EventSource === 'undefined') return pollInstead()
  const opened = new EventSource('/api/notices/stream')
  source = opened
  // The browser resumes by itself and sends Last-Event-ID; what was missed before the first event is fetched here.
  opened.addEventListener('open', () => {
    clearInterval(poll)
    poll = undefined
    refreshQuietly()
  })
  opened.addEventListener('message', takeMessage)
  opened.addEventListener('case', takeCase)
  opened.addEventListener('error', pollInstead)
  // Newer tabs have taken its place: this one listens again when it is looked at.
  opened.addEventListener('full', () => {
    opened.close()
    pollInstead()
  })
}

/** Follows the session: listens while somebody is signed in, forgets everything after. */
export const startLive = () => {
  let person: string | null = null
  const follow = () => {
    const now = session.get()
    const id = now.state === 'in' ? now.me.id : null
    if (id === person || now.state === 'unknown') return
    person = id
    stop()
    inbox.set(empty)
    if (id) {
      refreshQuietly()
      listen()
    }
  }
  session.watch(follow)
  follow()
}
