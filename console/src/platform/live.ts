// Live updates: one event stream per tab; the browser resumes it with Last-Event-ID, repeats are dropped by sequence.
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from './api.ts'

/** Bursts are gathered into one read. */
const gatherMilliseconds = 1_200
const lists = new Set(['GET /api/cases', 'GET /api/cases/today', 'GET /api/cases/map'])

/** Reads again the lists of cases, and of single cases only those that changed. */
const refreshCases = (client: QueryClient, ids: ReadonlySet<string>) =>
  client.invalidateQueries({
    predicate: ({ queryKey: [endpoint, input] }) => {
      if (typeof endpoint !== 'string') return false
      if (endpoint !== 'GET /api/cases/:id') return lists.has(endpoint)
      const id = (input as { params?: { id?: string } } | undefined)?.params?.id
      return id !== undefined && ids.has(id)
    },
  })
const idOf = (event: MessageEvent): string | null => {
  try {
    const data = JSON.parse(String(event.data)) as { id?: unknown }
    return typeof data.id === 'string' ? data.id : null
  } catch {
    return null
  }
}
/** Gathers what changed, and acts on it after a moment. */
const gatherer = (client: QueryClient) => {
  const changed = new Set<string>()
  let hasMessage = false
  let waiting: ReturnType<typeof setTimeout> | null = null
  const act = () => {
    waiting = null
    if (changed.size > 0) void refreshCases(client, new Set(changed))
    if (hasMessage) void refresh(client, ['/api/notices/inbox'])
    changed.clear()
    hasMessage = false
  }
  const soon = () => void (waiting ??= setTimeout(act, gatherMilliseconds))
  return {
    case: (id: string) => {
      changed.add(id)
      soon()
    },
    message: () => {
      hasMessage = true
      soon()
    },
    stop: () => waiting && clearTimeout(waiting),
  }
}
/** Follows the stream; begins it anew where the browser gives up, and after any break reads everything once. */
const listen = (client: QueryClient): (() => void) => {
  const gathered = gatherer(client)
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  let lastSeq = 0n
  let wasBroken = false
  /** Newer tabs have taken the place of this one: it listens again when it is looked at. */
  const openWhenSeen = () => {
    if (document.hidden) document.addEventListener('visibilitychange', openWhenSeen, { once: true })
    else open()
  }
  const open = () => {
    source = new EventSource('/api/notices/stream')
    source.addEventListener('open', () => {
      if (wasBroken) void refresh(client, ['/api/cases', '/api/notices/inbox'])
      wasBroken = false
    })
    source.addEventListener('error', () => {
      wasBroken = true
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, 5_000)
    })
    source.addEventListener('full', () => {
      wasBroken = true
      source.close()
      again = setTimeout(openWhenSeen, 30_000)
    })
    source.addEventListener('message', (event) => {
      const seq = /^\d+$/.test(event.lastEventId) ? BigInt(event.lastEventId) : 0n
      if (seq !== 0n && seq <= lastSeq) return
      lastSeq = seq
      gathered.message()
    })
    source.addEventListener('case', (event) => {
      const id = idOf(event)
      if (id !== null) gathered.case(id)
    })
  }
  open()
  return () => {
    source.close()
    clearTimeout(again)
    document.removeEventListener('visibilitychange', openWhenSeen)
    gathered.stop()
  }
}
/** Keeps what is on screen current while the person is signed in. */
export const useLiveEvents = (): void => {
  const client = useQueryClient()
  useEffect(() => listen(client), [client])
}
