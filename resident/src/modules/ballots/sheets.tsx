// Objecting to the roll or the result, and letting somebody vote in one's place.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { Decision } from './vote-sheet.tsx'
import { w } from './words.ts'

interface Props {
  of: Decision
  put: (next: Decision) => void
  onClose: () => void
}
export const ObjectSheet = ({ of, about, put, onClose }: Props & { about: 'roll' | 'result' }) => {
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (body: { about: 'roll' | 'result'; words: string }, key) => {
    put(await call('POST /api/decisions/:id/objections', { params: { id: of.id }, body, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const words = said.trim()
    setWrong(words.length < 2)
    if (words.length >= 2) void send.run({ about, words })
  }
  return (
    <Sheet title={w(about === 'roll' ? 'objectRoll' : 'objectResult')} onClose={onClose}>
      <Lines
        label={w('objectHint')}
        value={said}
        onValue={setSaid}
        max={500}
        wrong={wrong && said.trim().length < 2 ? w('needed') : null}
      />
      {send.trouble && <Failure trouble={send.trouble} />}
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {w('send')}
      </button>
    </Sheet>
  )
}
export const MandateSheet = ({ of, put, onClose }: Props) => {
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState(false)
  const give = useAction(async (body: { phone: string }, key) => {
    put(await call('POST /api/decisions/:id/mandates', { params: { id: of.id }, body, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const isWrong = !/^1[3-9]\d{9}$/.test(phone)
    setWrong(isWrong)
    if (!isWrong) void give.run({ phone })
  }
  return (
    <Sheet title={w('mandate')} onClose={onClose}>
      <Field
        label={w('phone')}
        type="tel"
        inputMode="tel"
        maxLength={11}
        value={phone}
        onValue={(text) => setPhone(text.replace(/\D/g, '').slice(0, 11))}
        hint={w('mandateHint')}
        wrong={wrong ? w('phoneWrong') : null}
      />
      {give.trouble && <Failure trouble={give.trouble} />}
      <button type="button" class="button main" aria-disabled={give.busy} onClick={submit}>
        {w('send')}
      </button>
    </Sheet>
  )
}
