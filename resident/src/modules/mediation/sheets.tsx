// What a party writes: a statement with photos, or the reason for leaving.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import type { PartProps } from './mediation.ts'
import { w } from './words.ts'

interface SheetProps extends PartProps {
  onClose: () => void
}
export const WriteSheet = ({ of, put, onClose }: SheetProps) => {
  const [said, setSaid] = useState('')
  const [audience, setAudience] = useState<'shared' | 'party'>('shared')
  const [photos, setPhotos] = useState<readonly KeptFile[]>([])
  const [wrong, setWrong] = useState(false)
  const send = useAction(async (body: { words: string; audience: 'shared' | 'party' }, key) => {
    const ids = await sendPhotos(photos)
    put(
      await call('POST /api/mediations/:id/entries', {
        params: { id: of.id },
        body: { kind: 'statement', ...body, photos: ids },
        key,
      }),
    )
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const words = said.trim()
    setWrong(words.length < 2)
    if (words.length >= 2) void send.run({ words, audience })
  }
  return (
    <Sheet title={w('write')} onClose={onClose}>
      <Lines
        label={w('writeWords')}
        value={said}
        onValue={setSaid}
        placeholder={w('writeHint')}
        rows={6}
        max={4000}
        wrong={wrong && said.trim().length < 2 ? w('writeNeeded') : null}
      />
      <PhotoPicker photos={photos} onChange={setPhotos} />
      <Chips
        label={w('writeWho')}
        of={[
          ['shared', w('forAll')],
          ['party', w('onlyMe')],
        ]}
        chosen={[audience]}
        onChoose={([next]) => next && setAudience(next)}
      />
      {send.trouble && <Failure trouble={send.trouble} />}
      <button type="button" class="button main" aria-disabled={send.busy} onClick={submit}>
        {send.busy ? w('sending') : w('send')}
      </button>
    </Sheet>
  )
}
export const WithdrawSheet = ({ of, put, onClose }: SheetProps) => {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const leave = useAction(async (body: { reason: string }, key) => {
    put(await call('POST /api/mediations/:id/withdraw', { params: { id: of.id }, body, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    setWrong(reason.trim().length < 2)
    if (reason.trim().length >= 2) void leave.run({ reason: reason.trim() })
  }
  return (
    <Sheet title={w('withdraw')} onClose={onClose}>
      <p>{w('withdrawSays')}</p>
      <Lines
        label={w('withdrawWhy')}
        value={reason}
        onValue={setReason}
        max={500}
        wrong={wrong && reason.trim().length < 2 ? w('writeNeeded') : null}
      />
      {leave.trouble && <Failure trouble={leave.trouble} />}
      <button type="button" class="button main" aria-disabled={leave.busy} onClick={submit}>
        {w('withdraw')}
      </button>
    </Sheet>
  )
}
