// What a party writes: a statement with photos, or the reason for leaving.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Lines } from '../../kit/field.tsx'
import { useNeededWords } from '../../kit/needed-words.ts'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { WordsSheet } from '../../kit/words-sheet.tsx'
import type { KeptFile } from '../../outbox/item.ts'
import { sendPhotos } from '../../outbox/send-files.ts'
import { PhotoPicker } from '../cases/photo-picker.tsx'
import type { PartProps } from './mediation.ts'
import { w } from './words.ts'

interface SheetProps extends PartProps {
  onClose: () => void
}
export const WriteSheet = ({ of, put, onClose }: SheetProps) => {
  const said = useNeededWords(w('writeNeeded'))
  const [audience, setAudience] = useState<'shared' | 'party'>('shared')
  const [photos, setPhotos] = useState<readonly KeptFile[]>([])
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
    const words = said.take()
    if (words !== null) void send.run({ words, audience })
  }
  return (
    <Sheet title={w('write')} onClose={onClose}>
      <Lines label={w('writeWords')} placeholder={w('writeHint')} rows={6} max={4000} {...said.field} />
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
export const WithdrawSheet = ({ of, put, onClose }: SheetProps) => (
  <WordsSheet
    title={w('withdraw')}
    lead={<p>{w('withdrawSays')}</p>}
    label={w('withdrawWhy')}
    verb={w('withdraw')}
    onClose={onClose}
    send={async (reason, key) =>
      put(await call('POST /api/mediations/:id/withdraw', { params: { id: of.id }, body: { reason }, key }))
    }
  />
)
