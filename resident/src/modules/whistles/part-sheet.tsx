// What a unit does on site: says who comes, proves that it is there by code or photo, hands over its result, or refuses.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines, Wrong } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import { ScanCode } from '../doorcodes/scan-code.tsx'
import type { Part, UnitStep } from './part.ts'
import { w } from './words.ts'

interface Props {
  of: Part
  step: UnitStep
  /** A door code scanned before this page was opened. */
  code: string | null
  onDone: (next: Part) => void
  onClose: () => void
}
interface Typed {
  people: string
  doorCode: string
  text: string
  photos: readonly KeptFile[]
}
const uploadAll = async (photos: readonly KeptFile[]) => {
  const ids: string[] = []
  for (const photo of photos) {
    const file = new File([photo.blob], photo.name, { type: photo.blob.type })
    ids.push((await call('POST /api/files', { body: { kind: 'photo' }, file, key: photo.key })).id)
  }
  return ids
}
/** What is missing for the step, in words; null when it can be sent. */
const lacking = (step: UnitStep, typed: Typed): string | null => {
  const has = (text: string) => text.trim().length >= 2
  if (step === 'reportIn') return has(typed.people) ? null : w('needPeople')
  if (step === 'refuse') return has(typed.text) ? null : w('needReason')
  if (step === 'answer') return !has(typed.text) ? w('needDid') : typed.photos.length === 0 ? w('needPhoto') : null
  if (!has(typed.people)) return w('needPeople')
  return typed.doorCode.trim() === '' && typed.photos.length === 0 ? w('needProof') : null
}
const send = async (of: Part, step: UnitStep, typed: Typed, key: string): Promise<Part> => {
  const params = { id: of.id }
  const text = typed.text.trim()
  const people = typed.people.trim()
  if (step === 'reportIn') return call('POST /api/whistles/parts/:id/reportIn', { params, body: { people }, key })
  if (step === 'refuse') return call('POST /api/whistles/parts/:id/refuse', { params, body: { reason: text }, key })
  const photos = await uploadAll(typed.photos)
  if (step === 'answer')
    return call('POST /api/whistles/parts/:id/answer', { params, body: { words: text, photos }, key })
  const doorCode = typed.doorCode.trim()
  const body = { people, photos, ...(doorCode ? { doorCode } : {}) }
  return call('POST /api/whistles/parts/:id/arrive', { params, body, key })
}
interface FieldsProps {
  step: UnitStep
  typed: Typed
  set: (change: Partial<Typed>) => void
}
const Fields = ({ step, typed, set }: FieldsProps) => (
  <>
    {(step === 'reportIn' || step === 'arrive') && (
      <Field
        label={w('people')}
        hint={w('peopleHint')}
        value={typed.people}
        maxLength={200}
        onValue={(people) => set({ people })}
      />
    )}
    {step === 'arrive' && (
      <>
        <Field
          label={w('doorCode')}
          hint={w('doorCodeHint')}
          value={typed.doorCode}
          maxLength={200}
          autoComplete="off"
          onValue={(doorCode) => set({ doorCode })}
        />
        <ScanCode onCode={(doorCode) => set({ doorCode })} />
        <p class="small quiet">{w('orPhoto')}</p>
      </>
    )}
    {(step === 'answer' || step === 'refuse') && (
      <Lines
        label={w(step === 'answer' ? 'did' : 'reason')}
        rows={3}
        max={step === 'answer' ? 1000 : 500}
        value={typed.text}
        onValue={(text) => set({ text })}
      />
    )}
    {step === 'refuse' && <p class="small quiet">{w('reasonHint')}</p>}
    {(step === 'answer' || step === 'arrive') && (
      <PhotoPicker photos={typed.photos} onChange={(photos) => set({ photos })} />
    )}
  </>
)
const Form = ({ of, step, code, onDone }: Props) => {
  const [typed, setTyped] = useState<Typed>({ people: of.people ?? '', doorCode: code ?? '', text: '', photos: [] })
  const [wrong, setWrong] = useState<string | null>(null)
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }))
  const action = useAction(async (input: { keys: readonly string[]; typed: Omit<Typed, 'photos'> }, key) => {
    onDone(await send(of, step, { ...typed, ...input.typed }, key))
    tell(w('done'))
  })
  const submit = (event: Event) => {
    event.preventDefault()
    const lacks = lacking(step, typed)
    setWrong(lacks)
    const { photos, ...rest } = typed
    if (lacks === null) void action.run({ keys: photos.map((photo) => photo.key), typed: rest })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Fields step={step} typed={typed} set={set} />
      {wrong && <Wrong>{wrong}</Wrong>}
      {action.trouble && <Failure trouble={action.trouble} />}
      <button type="submit" class="button main" aria-disabled={action.busy}>
        {action.busy ? w('sending') : w('send')}
      </button>
    </form>
  )
}
export const PartSheet = (props: Props) => (
  <Sheet title={w(props.step)} onClose={props.onClose}>
    <Form {...props} />
  </Sheet>
)
