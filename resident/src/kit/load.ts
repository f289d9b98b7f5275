// Fetches what a page shows: the last known at once, the fresh one after, and a way to try again.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { onNews } from '../live.ts'
import { troubleOf, type Trouble } from './states.tsx'

export interface Loaded<T> {
  readonly data: T | null
  readonly trouble: Trouble | null
  readonly reload: () => void
  readonly put: (data: T) => void
}
const known = new Map<string, unknown>()
/** Forgets every kept answer, e.g. after signing out. */
export const forgetLoaded = () => known.clear()

/**
 * Loads under a name; `null` as name loads nothing. Answers live in memory only. Where the name holds the id of a thing,
 * a message about that thing loads it anew.
 */
export const useLoad = <T>(name: string | null, load: () => Promise<T>): Loaded<T> => {
  const [state, setState] = useState<{ name: string | null; data: T | null; trouble: Trouble | null }>({
    name,
    data: name === null ? null : ((known.get(name) as T | undefined) ?? null),
    trouble: null,
  })
  const latest = useRef({ name, load })
  latest.current = { name, load }
  const put = useCallback((data: T) => {
    const now = latest.current.name
    if (now !== null) known.set(now, data)
    setState({ name: now, data, trouble: null })
  }, [])
  const reload = useCallback(() => {
    const asked = latest.current.name
    if (asked === null) return
    latest.current.load().then(
      (data) => {
        if (latest.current.name === asked) put(data)
      },
      (thrown: unknown) => {
        if (latest.current.name !== asked) return
        setState((now) => ({ ...now, name: asked, trouble: troubleOf(thrown) }))
      },
    )
  }, [])
  useEffect(() => {
    if (state.name !== name) {
      setState({ name, data: name === null ? null : ((known.get(name) as T | undefined) ?? null), trouble: null })
    }
    reload()
    addEventListener('online', reload)
    const deaf = onNews((thingId) => name?.includes(thingId) && reload())
    return () => {
      removeEventListener('online', reload)
      deaf()
    }
  }, [name])
  const mine = state.name === name
  return { data: mine ? state.data : null, trouble: mine ? state.trouble : null, reload, put }
}
