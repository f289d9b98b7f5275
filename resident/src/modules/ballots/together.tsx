// Voting through others: mandates given and taken back, and the co-owner whom all of them name.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { aside } from '../../marks.ts'
import type { Decision, Mine } from './decision.ts'
import { w } from './words-together.ts'

interface Props {
  of: Decision
  put: (next: Decision) => void
}
/** Whom the co-owners name, where there are several. */
export const Designation = ({ of, put, mine }: Props & { mine: Mine }) => {
  const chosen = mine.together.find((one) => one.isMyChoice)
  const [choice, choose] = useState<string | null>(chosen?.id ?? null)
  const name = useAction(async (body: { key: string; personId: string }, key) => {
    put(await call('POST /api/decisions/:id/designations', { params: { id: of.id }, body, key }))
    tell(w('sent'))
  })
  if (mine.together.length < 2) return null
  if (mine.designated !== null) return <p class="notice info">{w('designated', { name: mine.designated })}</p>
  if (!mine.differs || !of.may.includes('designate')) return null
  return (
    <div class="stack">
      <p class="notice info">{w('differs')}</p>
      <Chips
        label={w('whom')}
        of={mine.together.map((one) => [one.id, one.isMe ? w('me', { name: one.name }) : one.name])}
        chosen={choice === null ? [] : [choice]}
        onChoose={([next]) => next && choose(next)}
      />
      {chosen && chosen.id === choice && <p class="small quiet">{w('waiting')}</p>}
      {name.trouble && <Failure trouble={name.trouble} />}
      <button
        type="button"
        class="button main"
        aria-disabled={name.busy || choice === null}
        onClick={() => choice !== null && void name.run({ key: mine.key, personId: choice })}
      >
        {w('name')}
      </button>
    </div>
  )
}
const RevokeSheet = ({ of, put, id, onClose }: Props & { id: string; onClose: () => void }) => {
  const revoke = useAction(async (thingId: string, key) => {
    put(await call('POST /api/decisions/:id/mandates/:thingId', { params: { id: of.id, thingId }, body: {}, key }))
    tell(w('sent'))
    onClose()
  })
  return (
    <Sheet title={w('revoke')} onClose={onClose}>
      <p>{w('revokeAsk')}</p>
      {revoke.trouble && <Failure trouble={revoke.trouble} />}
      <button type="button" class="button main" aria-disabled={revoke.busy} onClick={() => void revoke.run(id)}>
        {w('revoke')}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {w('keep')}
      </button>
    </Sheet>
  )
}
/** Mandates I gave, and giving one. */
export const Mandates = ({ of, put }: Props) => {
  const [opened, open] = useState<'give' | { revoke: string } | null>(null)
  const gives = of.may.includes('giveMandate')
  if (!gives && of.mandates.length === 0) return null
  const isGiven = of.mandates.some((one) => one.revokedAt === null)
  return (
    <section class="stack">
      <h2>{w('title')}</h2>
      {gives && !isGiven && <p class="small quiet">{w('says', { n: of.proxyCap })}</p>}
      {of.mandates.map((one) => (
        <p key={one.id} class="row spread">
          <span>
            {w('to', { name: one.toName })}
            {one.revokedAt ? aside(w('revoked')) : ''}
          </span>
          {one.revokedAt === null && gives && (
            <button type="button" class="button" onClick={() => open({ revoke: one.id })}>
              {w('revoke')}
            </button>
          )}
        </p>
      ))}
      {gives && !isGiven && (
        <button type="button" class="button" onClick={() => open('give')}>
          {w('give')}
        </button>
      )}
      {opened === 'give' && <MandateSheet of={of} put={put} onClose={() => open(null)} />}
      {opened !== null && opened !== 'give' && (
        <RevokeSheet of={of} put={put} id={opened.revoke} onClose={() => open(null)} />
      )}
    </section>
  )
}
const MandateSheet = ({ of, put, onClose }: Props & { onClose: () => void }) => {
  const [phone, setPhone] = useState('')
  const [itemIds, setItemIds] = useState<string[]>([])
  const [wrong, setWrong] = useState(false)
  const give = useAction(async (body: { phone: string; itemIds: string[] }, key) => {
    put(await call('POST /api/decisions/:id/mandates', { params: { id: of.id }, body, key }))
    tell(w('sent'))
    onClose()
  })
  const submit = () => {
    const isWrong = !/^1[3-9]\d{9}$/.test(phone)
    setWrong(isWrong)
    if (!isWrong) void give.run({ phone, itemIds })
  }
  return (
    <Sheet title={w('title')} onClose={onClose}>
      <Field
        label={w('phone')}
        type="tel"
        inputMode="tel"
        maxLength={11}
        value={phone}
        onValue={(text) => setPhone(text.replace(/\D/g, '').slice(0, 11))}
        hint={w('hint')}
        wrong={wrong ? w('phoneWrong') : null}
      />
      {of.items.length > 1 && (
        <Chips
          label={w('items')}
          many
          of={of.items.map((item) => [item.id, item.title])}
          chosen={itemIds}
          onChoose={setItemIds}
        />
      )}
      {give.trouble && <Failure trouble={give.trouble} />}
      <button type="button" class="button main" aria-disabled={give.busy} onClick={submit}>
        {w('send')}
      </button>
    </Sheet>
  )
}
