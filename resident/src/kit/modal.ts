// Opens a dialog over the page while it is mounted; “back” closes it. The focus goes back to where it was.
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { layOver } from '../over.ts'

export const useModal = (box: RefObject<HTMLDialogElement | null>, onClose: () => void) => {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    const opener = document.activeElement
    dialog.showModal()
    const gone = layOver(() => close.current())
    return () => {
      dialog.close()
      gone()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
}
