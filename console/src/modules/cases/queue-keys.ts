// The keyboard of the queue: j and k move, Enter opens, x ticks, / goes to the search, Escape closes.
import { useEffect } from 'react'

interface Keys {
  readonly move: (by: 1 | -1) => void
  readonly open: () => void
  readonly toggle: () => void
  readonly search: () => void
  readonly close: () => void
}
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="combobox"], .ant-drawer, .ant-modal, dialog') !==
    null
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null

export const useQueueKeys = (keys: Keys): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
      if (event.key === 'Enter' && isControl(event.target)) return
      const act = {
        j: () => keys.move(1),
        k: () => keys.move(-1),
        Enter: keys.open,
        x: keys.toggle,
        '/': keys.search,
        Escape: keys.close,
      }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}
