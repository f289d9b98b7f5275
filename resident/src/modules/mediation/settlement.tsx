// The settlement: its full text, signing by a fresh code, and afterwards what each has to do.
import { useEffect, useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { aside } from '../../marks.ts'
import { Clauses } from './clauses.tsx'
import type { PartProps } from './mediation.ts'
import { w } from './words.ts'

const SignSheet = ({ of, put, onClose }: PartProps & { onClose: () => void }) => {
  const [phone, setPhone] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const [left, setLeft] = useState(0)
  const id = of.id
  useEffect(() => {
    if (left <= 0) return
    const clock = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(clock)
  }, [left])
  const ask = useAction(async (_round: number, key) => {
    const sent = await call('POST /api/mediations/:id/signing-code', { params: { id }, key })
    setPhone(sent.phoneMasked)
    setLeft(sent.resendInSeconds)
  })
  const sign = useAction(async (body: { code: string; hash: string }, key) => {
    put(await call('POST /api/mediations/:id/signature', { params: { id }, body, key }))
    tell(w('signedDone'))
    onClose()
  })
  const submit = () => {
    setWrong(!/^\d{6}$/.test(code))
    if (/^\d{6}$/.test(code)) void sign.run({ code, hash: of.settlement!.hash })
  }
  return (
    <Sheet title={w('signTitle')} onClose={onClose}>
      <p>{phone ? w('signSays', { phone }) : w('signFirst')}</p>
      {ask.trouble && <Failure trouble={ask.trouble} />}
      <button
        type="button"
        class={phone ? 'button' : 'button main'}
        aria-disabled={ask.busy || left > 0}
        onClick={() => {
          if (left === 0) void ask.run(Date.now())
        }}
      >
        {left > 0 ? `${w('getCode')}${aside(left)}` : w('getCode')}
      </button>
      {phone && (
        <>
          <Field
            label={w('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onValue={(text) => setCode(text.replace(/\D/g, '').slice(0, 6))}
            wrong={wrong && code.length !== 6 ? w('codeNeeded') : null}
          />
          {sign.trouble && <Failure trouble={sign.trouble} />}
          <button type="button" class="button main" aria-disabled={sign.busy} onClick={submit}>
            {w('signNow')}
          </button>
        </>
      )}
    </Sheet>
  )
}
export const Settlement = ({ of, put }: PartProps) => {
  const [signing, setSigning] = useState(false)
  const { settlement } = of
  if (settlement === null) return null
  const isDraft = of.state === 'settlementDrafted'
  return (
    <section class="stack">
      <h2>{w('settlement')}</h2>
      {isDraft ? (
        <div class="card stack">
          <p class="strong">{w(of.may.includes('sign') ? 'readAll' : 'waitSign')}</p>
          <p class="agreement">{settlement.text}</p>
          {of.may.includes('sign') && (
            <button type="button" class="button main" onClick={() => setSigning(true)}>
              {w('sign')}
            </button>
          )}
        </div>
      ) : (
        <>
          <Clauses of={of} put={put} />
          <a class="button wide" href={`/mediations/${of.id}/agreement`}>
            {w('print')}
          </a>
        </>
      )}
      {signing && <SignSheet of={of} put={put} onClose={() => setSigning(false)} />}
    </section>
  )
}
