// What a resident writes about money: a question, a pledge, why one objects.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import type { Fund } from './fund.ts'
import { fenOf } from './money.ts'
import type { Share } from './share.ts'
import { w } from './words.ts'

interface Props {
  id: string
  onClose: () => void
}
export const AskSheet = ({ id, onClose, onDone }: Props & { onDone: () => void }) => (
  <WordsSheet
    title={w('ask')}
    lead={<p class="small quiet">{w('askHint')}</p>}
    label={w('askWhat')}
    onClose={onClose}
    send={async (words, key) => {
      await call('POST /api/funds/:id/questions', { params: { id }, body: { words }, key })
      onDone()
    }}
  />
)
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
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {send.busy ? w('sending') : w('send')}
      </button>
    </Sheet>
  )
}
export const ObjectSheet = ({ id, lineId, onClose, put }: Props & { lineId: string; put: (plan: Share) => void }) => (
  <WordsSheet
    title={w('object')}
    label={w('objectWhy')}
    about={lineId}
    onClose={onClose}
    send={async (words, key) => {
      const params = { id, thingId: lineId }
      put(await call('POST /api/funds/plans/:id/answers/:thingId', { params, body: { answer: 'object', words }, key }))
    }}
  />
)
