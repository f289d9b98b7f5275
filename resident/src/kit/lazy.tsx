// Pages and sheets that are fetched when first needed. After an update of the app an old part may be gone: reload once.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Failure, Skeleton, troubleOf, type Trouble } from './states.tsx'
import { NoSignal } from '../api.ts'

const reloadedFor = 'linli.reloaded'
const reloadOnce = () => {
  try {
    if (navigator.onLine === false || sessionStorage.getItem(reloadedFor)) return false
    sessionStorage.setItem(reloadedFor, '1')
    location.reload()
    return true
  } catch {
    return false
  }
}

/** Wraps a component behind `import()`; `waiting` is shown until it is there. */
export const lazy = <P extends object>(load: () => Promise<ComponentType<P>>, waiting: 'page' | 'nothing') => {
  let ready: ComponentType<P> | null = null
  return (props: P) => {
    const [Part, setPart] = useState<{ is: ComponentType<P> | null }>({ is: ready })
    const [trouble, setTrouble] = useState<Trouble | null>(null)
    const fetchPart = () => {
      setTrouble(null)
      load().then(
        (part) => {
          ready = part
          setPart({ is: part })
        },
        (thrown: unknown) => {
          if (!reloadOnce()) setTrouble(troubleOf(new NoSignal(String(thrown))))
        },
      )
    }
    useEffect(() => {
      if (!ready) fetchPart()
    }, [])
    if (Part.is) return <Part.is {...props} />
    if (trouble) {
      return (
        <main class="page">
          <Failure trouble={trouble} retry={fetchPart} />
        </main>
      )
    }
    return waiting === 'page' ? (
      <main class="page">
        <Skeleton />
      </main>
    ) : null
  }
}
