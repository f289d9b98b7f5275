// Photos for a report or a note: from camera or album, shrunk at once, shown small, removable.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { limits } from '../../../../contract/src/cases-life.ts'
import { Wrong } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { album, camera } from '../../kit/icons.ts'
import { Photos } from '../../kit/photos.tsx'
import { newKey } from '../../new-key.ts'
import type { KeptFile } from '../../outbox/item.ts'
import { w } from './report-words.ts'
import { shrink, UnreadablePhoto } from './shrink.ts'

const usePictures = (photos: readonly KeptFile[]) => {
  const urls = useMemo(() => photos.map((photo) => [photo.key, URL.createObjectURL(photo.blob)] as const), [photos])
  useEffect(() => () => urls.forEach(([, url]) => URL.revokeObjectURL(url)), [urls])
  return urls.map(([key, url]) => ({ key, small: url, large: url }))
}

const shrinkAll = async (files: readonly File[]) => {
  const made: KeptFile[] = []
  let wrong: string | null = null
  for (const file of files) {
    try {
      made.push({ blob: await shrink(file), name: `${newKey().slice(0, 8)}.jpg`, key: newKey(), id: null })
    } catch (thrown) {
      if (!(thrown instanceof UnreadablePhoto)) throw thrown
      wrong = thrown.heic ? w('heic') : w('unreadable')
    }
  }
  return { made, wrong }
}

interface PickButtonProps {
  label: string
  icon: string
  fromCamera?: boolean
  disabled: boolean
  onFiles: (files: File[]) => void
}
const PickButton = ({ label, icon, fromCamera, disabled, onFiles }: PickButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="button attach" disabled={disabled} onClick={() => input.current?.click()}>
        <Icon of={icon} /> {label}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        multiple={!fromCamera}
        capture={fromCamera ? 'environment' : undefined}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}

interface PickerProps {
  photos: readonly KeptFile[]
  onChange: (photos: readonly KeptFile[]) => void
  children?: ComponentChildren
}
/** The buttons and the strip; `children` stand beside the buttons. */
export const PhotoPicker = ({ photos, onChange, children }: PickerProps) => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const latest = useRef(photos)
  latest.current = photos
  const pictures = usePictures(photos)
  const take = async (files: File[]) => {
    setBusy(true)
    setWrong(null)
    const room = limits.photos - latest.current.length
    const { made, wrong: failed } = await shrinkAll(files.slice(0, room))
    onChange([...latest.current, ...made])
    setWrong(failed ?? (files.length > room ? w('tooMany') : null))
    setBusy(false)
  }
  const full = photos.length >= limits.photos || busy
  return (
    <div class="stack">
      <div class="attachments">
        <PickButton
          label={w('camera')}
          icon={camera}
          fromCamera
          disabled={full}
          onFiles={(files) => void take(files)}
        />
        <PickButton label={w('album')} icon={album} disabled={full} onFiles={(files) => void take(files)} />
        {children}
      </div>
      <div role="status" class="small quiet">
        {busy ? w('reading') : photos.length > 0 ? w('photosLeft', { n: limits.photos - photos.length }) : ''}
      </div>
      {pictures.length > 0 && (
        <Photos
          pictures={pictures}
          removeLabel={(n) => w('removePhoto', { n })}
          onRemove={(key) => onChange(photos.filter((photo) => photo.key !== key))}
        />
      )}
      {wrong && <Wrong>{wrong}</Wrong>}
    </div>
  )
}
