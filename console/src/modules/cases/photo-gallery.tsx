// Photos of a case: thumbnails, and a large view in the browser's own dialog with arrows and Escape.
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../platform/api.ts'
import { pageWords } from '../../platform/page-words.ts'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import './photos.css'

export const PhotoGallery = ({
  photos,
  isSmall = false,
}: {
  readonly photos: readonly string[]
  readonly isSmall?: boolean
}) => {
  const common = useWords(pageWords)
  const [at, show] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <>
      <ul className={isSmall ? 'gallery is-small' : 'gallery'}>
        {photos.map((photo, index) => (
          <li key={photo}>
            <button type="button" aria-label={common.openPhoto(index + 1)} onClick={() => show(index)}>
              <img src={addressOf('GET /api/files/:id/thumbnail', { params: { id: photo } })} alt="" loading="lazy" />
            </button>
          </li>
        ))}
      </ul>
      {at === null ? null : <LargePhoto photos={photos} at={at} show={show} />}
    </>
  )
}
interface LargeProps {
  readonly photos: readonly string[]
  readonly at: number
  readonly show: (at: number | null) => void
}
const LargePhoto = ({ photos, at, show }: LargeProps) => {
  const say = useWords(caseWords)
  const common = useWords(pageWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const photo = photos[at]
  const go = (by: 1 | -1) => show(Math.min(photos.length - 1, Math.max(0, at + by)))
  const label = say.photoOf(at + 1, photos.length)
  return (
    <dialog
      ref={dialog}
      className="large-photo"
      aria-label={label}
      onClose={() => show(null)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') go(1)
        if (event.key === 'ArrowLeft') go(-1)
      }}
    >
      {photo ? <img src={addressOf('GET /api/files/:id', { params: { id: photo } })} alt={say.photos} /> : null}
      <div className="large-photo-bar">
        <button type="button" aria-label={say.previous} disabled={at === 0} onClick={() => go(-1)}>
          <ChevronLeft size={22} aria-hidden />
        </button>
        <span>{label}</span>
        <button type="button" aria-label={say.nextOne} disabled={at === photos.length - 1} onClick={() => go(1)}>
          <ChevronRight size={22} aria-hidden />
        </button>
        <button type="button" aria-label={common.close} onClick={() => dialog.current?.close()}>
          <X size={22} aria-hidden />
        </button>
      </div>
    </dialog>
  )
}
