// Registers the service worker and offers a new version when one is ready; nothing changes under a person's hands.
import { store, useStore } from './store.ts'
import { words } from './words.ts'

const w = words({
  ready: ['有新版本', 'A new version is ready'],
  take: ['更新', 'Update'],
})
const waiting = store<ServiceWorker | null>(null)

const watch = (registration: ServiceWorkerRegistration | undefined) => {
  // Some browsers refuse workers without saying so.
  if (!registration) return
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) waiting.set(registration.waiting)
  }
  offer()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
}

/** After the page has loaded, so that the first screen comes first. */
export const startWorker = () => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const register = () => void navigator.serviceWorker.register('/sw.js').then(watch, () => {})
  if (document.readyState === 'complete') register()
  else addEventListener('load', register)
}

const take = (worker: ServiceWorker) => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage('take-over')
}

export const Update = () => {
  const worker = useStore(waiting)
  if (!worker) return null
  return (
    <aside class="update">
      <span role="status">{w('ready')}</span>
      <button type="button" class="button" onClick={() => take(worker)}>
        {w('take')}
      </button>
    </aside>
  )
}
