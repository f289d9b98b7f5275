// After an update of the product the old parts of a page that is still open are gone from the server.

const RELOADED = 'linli-console-reloaded'
/** At least this long between two reloads, so that a part that cannot be had does not reload for ever. */
const PAUSE_MS = 60_000

/** Reloads the page once when a part of it cannot be fetched; then the reason is shown as any other. */
export const reloadWhenRenewed = () => {
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine) return
    try {
      if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < PAUSE_MS) return
      sessionStorage.setItem(RELOADED, String(Date.now()))
    } catch {
      return
    }
    event.preventDefault()
    location.reload()
  })
}
