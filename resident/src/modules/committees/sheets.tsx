// Standing, proposing a neighbour, objecting, resigning: one small question each.
import { useState } from 'preact/hooks'
import type { Api } from '../../../../contract/src/all.ts'
import type { OutOf } from '../../../../contract/src/endpoint.ts'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field, Lines, SwitchCell } from '../../kit/field.tsx'
import { useNeededWords } from '../../kit/needed-words.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import { w } from './words.ts'

export type Committee = OutOf<Api['GET /api/committees/:id']>
interface Props {
  of: Committee
  put: (next: Committee) => void
  onClose: () => void
}
export const StandSheet = ({ of, put, onClose, isForOther }: Props & { isForOther: boolean }) => {
  const said = useNeededWords(w('needed'))
  const [phone, setPhone] = useState('')
  const [isPartyMember, setParty] = useState(false)
  const [wrong, setWrong] = useState(false)
  const isPhone = /^1[3-9]\d{9}$/.test(phone)
  const send = useAction(async (body: { statement: string; isPartyMember: boolean; phone?: string }, key) => {
    put(await call('POST /api/committees/:id/candidates', { params: { id: of.id }, body, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const statement = said.take()
    setWrong(isForOther && !isPhone)
    if (statement !== null && (!isForOther || isPhone))
      void send.run({ statement, isPartyMember, ...(isForOther ? { phone } : {}) })
  }
  return (
    <Sheet title={w(isForOther ? 'proposeOther' : 'stand')} onClose={onClose}>
      {isForOther && (
        <Field
          label={w('phone')}
          type="tel"
          inputMode="tel"
          maxLength={11}
          value={phone}
          onValue={(text) => setPhone(text.replace(/\D/g, '').slice(0, 11))}
          hint={w('phoneHint')}
          wrong={wrong && !isPhone ? w('phoneWrong') : null}
        />
      )}
      <Lines label={w('statement')} max={500} {...said.field} />
      <div class="cells">
        <SwitchCell label={w('party')} on={isPartyMember} onChange={setParty} />
      </div>
      {send.trouble && <Failure trouble={send.trouble} />}
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {w('send')}
      </button>
    </Sheet>
  )
}
export const ObjectSheet = ({ of, put, onClose }: Props) => (
  <WordsSheet
    title={w('object')}
    label={w('objectHint')}
    onClose={onClose}
    send={async (words, key) =>
      put(await call('POST /api/committees/:id/objections', { params: { id: of.id }, body: { words }, key }))
    }
  />
)
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
export const LeaveSheet = ({ of, put, onClose, memberId }: Props & { memberId: string }) => (
  <WordsSheet
    title={w('leave')}
    label={w('leaveHint')}
    onClose={onClose}
    send={async (reason, key) =>
      put(
        await call('POST /api/committees/:id/members/:thingId/leave', {
          params: { id: of.id, thingId: memberId },
          body: { on: today(), reason },
          key,
        }),
      )
    }
  />
)
