// Adding photos in a form: shrunk in the browser, sent one by one; the value is the list of their ids.
import { ImagePlus, LoaderCircle, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { limits } from '../../../../contract/src/cases-life.ts'
import { addressOf, call, Refused } from '../../platform/api.ts'
import { useWords } from '../../platform/words.ts'
import { caseWords } from './case-words.ts'
import { shrink } from './shrink-photo.ts'
import './photos.css'

interface PhotoFieldProps {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
}
/** Sends photos one after another; each id is handed on as soon as it is there. */
const useSending = (value: string[], onChange: PhotoFieldProps['onChange']) => {
  const say = useWords(caseWords)
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const ids = useRef(value)
  ids.current = value
  const add = async (files: readonly File[]) => {
    setProblem(null)
    const room = files.slice(0, limits.photos - ids.current.length)
    setSending(room.length)
    for (const file of room) {
      try {
        const small = await shrink(file)
        const out = await call('POST /api/files', { body: { kind: 'photo' }, file: small })
        ids.current = [...ids.current, out.id]
        onChange?.(ids.current)
      } catch (failure) {
        setProblem(failure instanceof Refused ? `${failure.message}${failure.remedy}` : say.photoBad)
      }
      setSending((left) => left - 1)
    }
  }
  return { sending, problem, add }
}
export const PhotoField = ({ id, value = [], onChange }: PhotoFieldProps) => {
  const say = useWords(caseWords)
  const ownId = useId()
  const { sending, problem, add } = useSending(value, onChange)
  return (
    <div className="photo-field">
      <ul>
        {value.map((photo, index) => (
          <li key={photo}>
            <img
              src={addressOf('GET /api/files/:id/thumbnail', { params: { id: photo } })}
              alt={say.photoOf(index + 1, value.length)}
            />
            <button
              type="button"
              aria-label={say.removePhoto(index + 1)}
              onClick={() => onChange?.(value.filter((one) => one !== photo))}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
        {sending > 0 ? (
          <li className="photo-sending" role="status">
            <LoaderCircle size={20} aria-hidden />
            {say.photoSending}
          </li>
        ) : null}
        {value.length < limits.photos ? (
          <AddPhotos id={id ?? ownId} isBusy={sending > 0} add={(files) => void add(files)} />
        ) : null}
      </ul>
      {problem ? (
        <p className="wrong" role="alert">
          {problem}
        </p>
      ) : (
        <p className="quiet">{say.photoMax(limits.photos)}</p>
      )}
    </div>
  )
}

const AddPhotos = ({ id, isBusy, add }: { id: string; isBusy: boolean; add: (files: readonly File[]) => void }) => {
  const say = useWords(caseWords)
  return (
    <li>
      <input
        id={id}
        className="unseen"
        type="file"
        accept="image/*"
        multiple
        disabled={isBusy}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <label className="photo-add" htmlFor={id}>
        <ImagePlus size={22} aria-hidden />
        {say.addPhoto}
      </label>
    </li>
  )
}
