// Words being written, kept in this tab until they have been sent: a reload, the way back or a session that ends loses none.
import { useEffect, useRef } from 'preact/hooks'

const START = 'linli.words/'
const inTab = <T>(work: (storage: Storage) => T): T | null => {
  try {
    return work(sessionStorage)
  } catch {
    // Private browsing: nothing is remembered.
    return null
  }
}
const keysOf = (storage: Storage) => Object.keys(storage).filter((key) => key.startsWith(START))

/** When somebody else uses this phone. */
export const forgetWords = () => {
  inTab((storage) => {
    for (const key of keysOf(storage)) storage.removeItem(key)
  })
}
/** What is sent, or waits in a queue of its own, need not be kept here: all words that stand in this JSON. */
export const forgetSent = (json: string) => {
  inTab((storage) => {
    for (const key of keysOf(storage)) {
      const written = JSON.stringify((storage.getItem(key) ?? '').trim()).slice(1, -1)
      if (json.includes(written)) storage.removeItem(key)
    }
  })
}

/**
 * Keeps what a field holds, by page, label and what it is about; brings it back into an empty field. `about` null keeps
 * nothing: the form has a draft of its own.
 */
export const useKeptWords = (label: string, about: string | null, value: string, onValue: (value: string) => void) => {
  const key = about === null ? null : `${START}${location.pathname}|${label}|${about}`
  const before = useRef('')
  useEffect(() => {
    if (key === null) return
    if (value) inTab((storage) => storage.setItem(key, value))
    else if (before.current) inTab((storage) => storage.removeItem(key))
    before.current = value
  }, [key, value])
  useEffect(() => {
    const kept = key !== null && !value && inTab((storage) => storage.getItem(key))
    if (kept) onValue(kept)
  }, [key])
}
