// A whole form being filled in, with its photos: on this phone a moment after each change, until it has left.
import { useEffect, useRef, useState } from 'preact/hooks'
import { rememberedPerson } from '../session.ts'
import { drop, dropAll, keep, kept } from './keeper.ts'

const START = 'form/'
/** When somebody leaves this phone. */
export const forgetForms = () => dropAll('draft', START)

export interface KeptDraft<T> {
  readonly draft: T
  readonly change: (part: Partial<T>) => void
  /** Empties it: it has left, or waits in a queue of its own. */
  readonly clear: () => void
}
/** Like a state, but a reload, the way back or a session that ends loses nothing; kept for its own person. */
export const useKeptDraft = <T extends object>(name: string, empty: T): KeptDraft<T> => {
  const key = `${START}${rememberedPerson() ?? ''}/${name}`
  const [draft, setDraft] = useState(empty)
  const latest = useRef<{ draft: T; clock?: ReturnType<typeof setTimeout> | undefined }>({ draft: empty })
  const show = (next: T) => {
    latest.current.draft = next
    setDraft(next)
  }
  useEffect(() => {
    const { current } = latest
    const save = () => {
      if (current.clock === undefined) return
      clearTimeout(current.clock)
      current.clock = undefined
      void keep('draft', key, current.draft)
    }
    void kept('draft', key).then((found) => {
      if (found && current.draft === empty) show({ ...empty, ...(found as T) })
    })
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [key])
  const change = (part: Partial<T>) => {
    const { current } = latest
    show({ ...current.draft, ...part })
    current.clock ??= setTimeout(() => {
      current.clock = undefined
      void keep('draft', key, current.draft)
    }, 200)
  }
  const clear = () => {
    clearTimeout(latest.current.clock)
    latest.current.clock = undefined
    show(empty)
    void drop('draft', key)
  }
  return { draft, change, clear }
}
