// The service worker: keeps the shell so that the app opens without a signal. It never keeps an answer of the API.
const worker = self as unknown as ServiceWorkerGlobalScope
// Both are filled in when the app is built (shell-list.ts).
const shell = JSON.parse('__SHELL_FILES__') as string[]
const cacheName = `linli-shell-${'__SHELL_VERSION__'}`

const notOurs = /^\/(api|console|docs|openapi|metrics|health)(\/|$)/

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)))
})

worker.addEventListener('activate', (event) => {
  const clean = async () => {
    const names = await caches.keys()
    const old = names.filter((name) => name.startsWith('linli-shell-') && name !== cacheName)
    await Promise.all(old.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(clean())
})

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting()
})

/** The freshest page when there is a signal, the kept one when there is none or it takes too long. */
const page = async (request: Request): Promise<Response> => {
  const kept = () => caches.match('/')
  const tooLong = new Promise<Response | undefined>((resolve) => setTimeout(() => resolve(kept()), 4000))
  const fresh = fetch(request).then(
    (response) => (response.status >= 500 ? kept().then((shellPage) => shellPage ?? response) : response),
    kept,
  )
  return (await Promise.race([fresh, tooLong])) ?? (await fresh) ?? Response.error()
}

const asset = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || notOurs.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || shell.includes(url.pathname)) event.respondWith(asset(request))
})
