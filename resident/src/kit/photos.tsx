// Photos as small pictures; a tap shows one large. Used for photos kept on the phone and for those on the server.
import { useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { cross, left, right } from './icons.ts'
import { w } from './kit-words.ts'
import { useModal } from './modal.ts'

export interface Picture {
  readonly key: string
  readonly small: string
  readonly large: string
}
/** Pictures of photos on the server. */
export const picturesOf = (ids: readonly string[]): Picture[] =>
  ids.map((id) => ({ key: id, small: `/api/files/${id}/thumbnail`, large: `/api/files/${id}` }))

const Viewer = (props: { pictures: readonly Picture[]; first: number; onClose: () => void }) => {
  const { pictures, first, onClose } = props
  const [at, setAt] = useState(first)
  const box = useRef<HTMLDialogElement>(null)
  useModal(box, onClose)
  const step = (by: number) => setAt((now) => Math.min(pictures.length - 1, Math.max(0, now + by)))
  return (
    <dialog
      ref={box}
      class="viewer"
      aria-label={w('photo', { n: at + 1 })}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1)
        if (event.key === 'ArrowLeft') step(-1)
      }}
    >
      <img src={pictures[at]?.large} alt={w('photo', { n: at + 1 })} />
      <div class="controls">
        {pictures.length > 1 && (
          <button type="button" class="button" disabled={at === 0} onClick={() => step(-1)}>
            <Icon of={left} /> {w('previous')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          <Icon of={cross} /> {w('close')}
        </button>
        {pictures.length > 1 && (
          <button type="button" class="button" disabled={at === pictures.length - 1} onClick={() => step(1)}>
            {w('next')} <Icon of={right} />
          </button>
        )}
      </div>
    </dialog>
  )
}

interface PhotosProps {
  pictures: readonly Picture[]
  removeLabel?: (n: number) => string
  onRemove?: (key: string) => void
}
/** The strip of photos. */
export const Photos = ({ pictures, removeLabel, onRemove }: PhotosProps) => {
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <ul class="strip">
        {pictures.map((picture, index) => (
          <li key={picture.key}>
            <button
              type="button"
              class="photo"
              aria-label={w('viewPhoto', { n: index + 1 })}
              onClick={() => setOpen(index)}
            >
              <img src={picture.small} alt="" loading="lazy" />
            </button>
            {onRemove && removeLabel && (
              <button
                type="button"
                class="remove"
                aria-label={removeLabel(index + 1)}
                onClick={() => onRemove(picture.key)}
              >
                <span>
                  <Icon of={cross} />
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {open !== null && <Viewer pictures={pictures} first={open} onClose={() => setOpen(null)} />}
    </>
  )
}
