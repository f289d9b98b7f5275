// Live updates: one event stream per tab; the browser resumes it with Last-Event-ID, repeats are dropped by sequence.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refresh } from './api.ts'

/** Reads changed cases and new messages again as they happen, gathering bursts into one read. */
export const useLiveEvents = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/notices/stream')
    let lastSeq = 0n
    let waiting: ReturnType<typeof setTimeout> | null = null
    const paths = new Set<string>()
    const soon = (path: string) => {
      paths.add(path)
      waiting ??= setTimeout(() => {
        waiting = null
        const now = [...paths]
        paths.clear()
        void refresh(client, now)
      }, 1_000)
    }
    const onMessage = (event: MessageEvent) => {
      const seq = /^\d+$/.test(event.lastEventId) ? BigInt(event.lastEventId) : 0n
      if (seq !== 0n && seq <= lastSeq) return
      lastSeq = seq
      soon('/api/notices/inbox')
    }
    source.addEventListener('message', onMessage)
    source.addEventListener('case', () => soon('/api/cases'))
    return () => {
      source.close()
      if (waiting) clearTimeout(waiting)
    }
  }, [client])
}
