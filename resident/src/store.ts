// A value that several screens watch: set it anywhere, the screens that use it draw again.
import { useEffect, useState } from 'preact/hooks'

export interface Store<T> {
  get(): T
  set(next: T): void
  change(how: (now: T) => T): void
  watch(listener: () => void): () => void
}

/** Makes a store; setting an identical value tells nobody. */
export const store = <T>(first: T): Store<T> => {
  let value = first
  const listeners = new Set<() => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    set,
    change: (how) => set(how(value)),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a store, drawn again when it changes. */
export const useStore = <T>(from: Store<T>): T => {
  const [, draw] = useState(0)
  const value = from.get()
  useEffect(() => {
    const again = () => draw((n) => n + 1)
    if (!Object.is(from.get(), value)) again()
    return from.watch(again)
  }, [from])
  return value
}
