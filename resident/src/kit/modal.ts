// Opens a dialog over the page while it is mounted, and gives the focus back to where it was.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

export const useModal = (box: RefObject<HTMLDialogElement | null>) => {
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    const opener = document.activeElement
    dialog.showModal()
    return () => {
      dialog.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
}
