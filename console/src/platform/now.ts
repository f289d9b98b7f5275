// The present minute, shared by everything on the page that counts time.
import { useSyncExternalStore } from 'react'

let present = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null
const listen = (listener: () => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    present = Date.now()
    for (const each of listeners) each()
  }, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer) {
      clearInterval(timer)
      timer = null
    }
  }
}
/** Milliseconds since the epoch, renewed twice a minute. */
export const useNow = (): number =>
  useSyncExternalStore(listen, () => (listeners.size === 0 ? (present = Date.now()) : present))
