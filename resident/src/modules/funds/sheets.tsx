// What a resident writes about money: a question, a pledge, why one objects.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { Fund } from './fund-page.tsx'
import { fenOf } from './money.ts'
import type { Share } from './share-page.tsx'
import { w } from './words.ts'

interface Props {
  id: string
  onClose: () => void
}
const Submit = ({ busy, onClick }: { busy: boolean; onClick: () => void }) => (
  <button type="button" class="button main" aria-disabled={busy} onClick={onClick}>
    {busy ? w('sending') : w('send')}
  </button>
)
export const AskSheet = ({ id, onClose, onDone }: Props & { onDone: () => void }) => {
  const [asked, setAsked] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (words: string, key) => {
    await call('POST /api/funds/:id/questions', { params: { id }, body: { words }, key })
    tell(w('sent'))
    onDone()
    onClose()
  })
  const submit = () => {
    setWrong(asked.trim().length < 2)
    if (asked.trim().length >= 2) void send.run(asked.trim())
  }
  return (
    <Sheet title={w('ask')} onClose={onClose}>
      <p class="small quiet">{w('askHint')}</p>
      <Lines
        label={w('askWhat')}
        value={asked}
        onValue={setAsked}
        max={500}
        wrong={wrong && asked.trim().length < 2 ? w('needed') : null}
      />
      {send.trouble && <Failure trouble={send.trouble} />}
      <Submit busy={send.busy} onClick={submit} />
    </Sheet>
  )
}
export const PledgeSheet = ({ id, onClose, put }: Props & { put: (fund: Fund) => void }) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (amount: number, key) => {
    put(await call('POST /api/funds/:id/pledges', { params: { id }, body: { amount }, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const amount = fenOf(text)
    setWrong(amount === null)
    if (amount !== null) void send.run(amount)
  }
  return (
    <Sheet title={w('pledge')} onClose={onClose}>
      <p>{w('pledgeSays')}</p>
      <Field
        label={w('pledgeAmount')}
        value={text}
        onValue={setText}
        maxLength={12}
        wrong={wrong && fenOf(text) === null ? w('amountWrong') : null}
      />
      {send.trouble && <Failure trouble={send.trouble} />}
      <Submit busy={send.busy} onClick={submit} />
    </Sheet>
  )
}
export const ObjectSheet = ({ id, lineId, onClose, put }: Props & { lineId: string; put: (plan: Share) => void }) => {
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (words: string, key) => {
    put(
      await call('POST /api/funds/plans/:id/answers/:thingId', {
        params: { id, thingId: lineId },
        body: { answer: 'object', words },
        key,
      }),
    )
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    setWrong(said.trim().length < 2)
    if (said.trim().length >= 2) void send.run(said.trim())
  }
  return (
    <Sheet title={w('object')} onClose={onClose}>
      <Lines
        label={w('objectWhy')}
        value={said}
        onValue={setSaid}
        max={500}
        wrong={wrong && said.trim().length < 2 ? w('needed') : null}
      />
      {send.trouble && <Failure trouble={send.trouble} />}
      <Submit busy={send.busy} onClick={submit} />
    </Sheet>
  )
}
