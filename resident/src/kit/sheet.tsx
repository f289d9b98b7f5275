// A sheet that rises from below for one small question. The browser's own dialog keeps the focus inside.
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { cross } from './icons.ts'
import { w } from './kit-words.ts'
import { useModal } from './modal.ts'

/** Shown while mounted; `onClose` on the cross, Escape or a tap beside it. */
export const Sheet = (props: { title: string; onClose: () => void; children: ComponentChildren }) => {
  const { title, onClose, children } = props
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useModal(box, onClose)
  return (
    <dialog
      ref={box}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
    >
      <div class="sheet-top">
        <h2 id={id}>{title}</h2>
        <button type="button" class="back" aria-label={w('close')} onClick={onClose}>
          <Icon of={cross} />
        </button>
      </div>
      <div class="sheet-body">{children}</div>
    </dialog>
  )
}
