// Objecting to the roll or the result.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
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
