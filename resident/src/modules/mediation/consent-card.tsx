// Whether to take part: two buttons, and what one should know before.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Lines } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import type { PartProps } from './mediation.ts'
import { w } from './words.ts'

export const ConsentCard = ({ of, put }: PartProps) => {
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const answer = useAction(async (body: { agrees: boolean; reason?: string }, key) => {
    put(await call('POST /api/mediations/:id/consent', { params: { id: of.id }, body, key }))
    setRefusing(false)
    tell(w('sent'))
  })
  return (
    <section class="card stack">
      <h2>{w('consentTitle')}</h2>
      <p>{w('consentSays')}</p>
      {answer.trouble && <Failure trouble={answer.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={answer.busy}
        onClick={() => void answer.run({ agrees: true })}
      >
        {w('agree')}
      </button>
      <button type="button" class="button" onClick={() => setRefusing(true)}>
        {w('refuse')}
      </button>
      {refusing && (
        <Sheet title={w('refuse')} onClose={() => setRefusing(false)}>
          <Lines label={w('refuseWhy')} value={reason} onValue={setReason} max={500} />
          {answer.trouble && <Failure trouble={answer.trouble} />}
          <button
            type="button"
            class="button main"
            aria-disabled={answer.busy}
            onClick={() =>
              void answer.run({ agrees: false, ...(reason.trim().length > 1 ? { reason: reason.trim() } : {}) })
            }
          >
            {w('refuse')}
          </button>
        </Sheet>
      )}
    </section>
  )
}
