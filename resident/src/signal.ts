// Is there a network, as far as the browser knows.
import { store } from './store.ts'

export const online = store(typeof navigator === 'undefined' || navigator.onLine !== false)

/** Follows the browser's own events. */
export const startSignal = () => {
  addEventListener('online', () => online.set(true))
  addEventListener('offline', () => online.set(false))
}
