// Live updates: one event stream per tab; the browser resumes it with Last-Event-ID.
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from './api.ts'

/** Bursts are gathered into one read. */
const gatherMilliseconds = 1_200
const lists = new Set(['GET /api/cases', 'GET /api/cases/today', 'GET /api/cases/map'])

/** Reads again the lists of cases, and whatever is shown of the things that changed: single cases, and what messages are about. */
const refreshChanged = (client: QueryClient, ids: ReadonlySet<string>, hasCases: boolean) =>
  client.invalidateQueries({
    predicate: ({ queryKey: [endpoint, input] }) => {
      if (typeof endpoint !== 'string') return false
      if (lists.has(endpoint)) return hasCases
      const id = (input as { params?: { id?: string } } | undefined)?.params?.id
      return id !== undefined && ids.has(id)
    },
  })
interface Told {
  readonly id?: unknown
  /** What a message is about. */ readonly thing?: { readonly id?: unknown } | null
}
const toldIn = (event: MessageEvent): Told => {
  try {
    return JSON.parse(String(event.data)) as Told
  } catch {
    return {}
  }
}
/** Gathers what changed, and acts on it after a moment. */
const gatherer = (client: QueryClient) => {
  const changed = new Set<string>()
  let [hasMessage, hasCases] = [false, false]
  let waiting: ReturnType<typeof setTimeout> | null = null
  const act = () => {
    waiting = null
    if (changed.size > 0) void refreshChanged(client, new Set(changed), hasCases)
    if (hasMessage) void refresh(client, ['/api/notices/inbox'])
    changed.clear()
    hasMessage = hasCases = false
  }
  const soon = () => void (waiting ??= setTimeout(act, gatherMilliseconds))
  return {
    case: ({ id }: Told) => {
      if (typeof id !== 'string') return
      changed.add(id)
      hasCases = true
      soon()
    },
    message: ({ thing }: Told) => {
      if (typeof thing?.id === 'string') changed.add(thing.id)
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
    source.addEventListener('message', (event) => gathered.message(toldIn(event)))
    source.addEventListener('case', (event) => gathered.case(toldIn(event)))
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
