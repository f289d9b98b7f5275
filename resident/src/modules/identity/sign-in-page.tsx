// Signing in by a code sent to the phone: two small steps, then back to where one came from.
import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { Failure, troubleOf, type Trouble } from '../../kit/states.tsx'
import { newKey } from '../../new-key.ts'
import { go, place, safeNext } from '../../router.ts'
import { session, takeMe } from '../../session.ts'
import { useStore } from '../../store.ts'
import { w } from './sign-in-words.ts'

const isPhone = (text: string) => /^1[3-9]\d{9}$/.test(text)
const digits = (text: string, most: number) => text.replace(/\D/g, '').slice(0, most)
const spaced = (phone: string) => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

/** Where to go once signed in: back, by the privacy notice when it has not been agreed to. */
const goOn = (consented: boolean, isNew: boolean) => {
  const next = safeNext(place.get().query.get('next'))
  const fresh = isNew ? '&new=1' : ''
  go(consented ? next : `/welcome?next=${encodeURIComponent(next)}${fresh}`, { replace: true })
}

const useCountdown = () => {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const clock = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(clock)
  }, [left])
  return [left, setLeft] as const
}

/** In demonstration mode the messages can be read on a page. */
const DemoLink = () => {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    call('GET /api/notices/sms-outbox').then(
      () => setThere(true),
      () => {},
    )
  }, [])
  if (!isThere) return null
  return (
    <p class="notice info">
      <a class="when" href="/demo/outbox" target="_blank" rel="noopener">
        {w('demo')}
      </a>
    </p>
  )
}

const PhoneStep = ({
  phone,
  onPhone,
  onSent,
}: {
  phone: string
  onPhone: (p: string) => void
  onSent: (s: number) => void
}) => {
  const [wrong, setWrong] = useState(false)
  const ask = useAction(async () => {
    const { resendInSeconds } = await call('POST /api/identity/phone-codes', { body: { phone }, key: newKey() })
    onSent(resendInSeconds)
  })
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(!isPhone(phone))
    if (isPhone(phone)) void ask.run(undefined)
  }
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label={w('phone')}
        hint={w('phoneHint')}
        type="tel"
        inputMode="numeric"
        autoComplete="tel"
        maxLength={13}
        value={phone}
        wrong={wrong && !isPhone(phone) ? w('phoneWrong') : null}
        onBlur={() => setWrong(phone !== '' && !isPhone(phone))}
        onValue={(text) => onPhone(digits(text, 11))}
      />
      {ask.trouble && <Failure trouble={ask.trouble} />}
      <button type="submit" class="button main" aria-disabled={ask.busy}>
        {ask.busy ? w('sending') : w('getCode')}
      </button>
    </form>
  )
}

/** No mistake: the next question. */
const isOnlyAsking = (code: string) => code === 'identity.totp-needed'
/** Signing in with the code; `totp` is null until the server says that a one-time code is needed too. */
const useEnter = (phone: string) => {
  const [totp, setTotp] = useState<string | null>(null)
  const enter = useAction(async (input: { code: string; totp?: string }) => {
    const body = { phone, ...input }
    const signIn = call('POST /api/identity/phone-sessions', { body, key: newKey() })
    const { me, isNew } = await signIn.catch((thrown: unknown) => {
      if (isOnlyAsking(troubleOf(thrown).code)) setTotp((typed) => typed ?? '')
      throw thrown
    })
    takeMe(me)
    goOn(me.consent.current, isNew)
  })
  return { enter, totp, setTotp }
}

const Outcome = ({ trouble }: { trouble: Trouble }) =>
  isOnlyAsking(trouble.code) ? (
    <p class="notice info" role="status">
      {trouble.cause} {trouble.remedy}
    </p>
  ) : (
    <Failure trouble={trouble} />
  )

interface CodeStepProps {
  phone: string
  left: number
  onAgain: (seconds: number) => void
  onOther: () => void
}
const CodeStep = ({ phone, left, onAgain, onOther }: CodeStepProps) => {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const { enter, totp, setTotp } = useEnter(phone)
  const form = useRef<HTMLFormElement>(null)
  // The newest field is where to go on: the code, then the one-time code where one is needed.
  useEffect(() => [...(form.current?.querySelectorAll('input') ?? [])].pop()?.focus(), [totp === null])
  const again = useAction(async () => {
    const { resendInSeconds } = await call('POST /api/identity/phone-codes', { body: { phone }, key: newKey() })
    onAgain(resendInSeconds)
  })
  const change = (text: string) => {
    const next = digits(text, 6)
    setCode(next)
    if (next.length === 6 && next !== code && totp === null) void enter.run({ code: next })
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(code.length !== 6)
    if (code.length === 6) void enter.run({ code, ...(totp ? { totp: totp.trim() } : {}) })
  }
  const trouble = enter.trouble ?? again.trouble
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <p role="status">{w('sentTo', { phone: spaced(phone) })}</p>
      <Field
        label={w('code')}
        hint={w('codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        wrong={wrong && code.length !== 6 ? w('codeWrong') : null}
        onValue={change}
      />
      {totp !== null && (
        <Field
          label={w('totp')}
          hint={w('totpHint')}
          autoComplete="off"
          maxLength={20}
          value={totp}
          onValue={setTotp}
        />
      )}
      {trouble && <Outcome trouble={trouble} />}
      <button type="submit" class="button main" aria-disabled={enter.busy}>
        {enter.busy ? w('entering') : w('enter')}
      </button>
      <div class="row spread">
        <button type="button" class="button plain" disabled={left > 0} onClick={() => void again.run(undefined)}>
          {left > 0 ? w('againIn', { n: left }) : w('again')}
        </button>
        <button type="button" class="button plain" onClick={onOther}>
          {w('otherPhone')}
        </button>
      </div>
      <DemoLink />
    </form>
  )
}

const SignInPage = () => {
  const [phone, setPhone] = useState('')
  const [sent, setSent] = useState(false)
  const [left, setLeft] = useCountdown()
  const who = useStore(session)
  useEffect(() => {
    if (who.state === 'in' && !sent) goOn(who.me.consent.current, false)
  }, [who.state])
  const next = safeNext(place.get().query.get('next'))
  const keepsForm = next.startsWith('/s/') || next.startsWith('/report')
  return (
    <Page title={w('title')} backTo={keepsForm ? next : '/'}>
      <p class="quiet">{keepsForm ? w('kept') : w('intro')}</p>
      {sent ? (
        <CodeStep phone={phone} left={left} onAgain={setLeft} onOther={() => setSent(false)} />
      ) : (
        <PhoneStep
          phone={phone}
          onPhone={setPhone}
          onSent={(seconds) => {
            setLeft(seconds)
            setSent(true)
          }}
        />
      )}
      <p class="small">
        <a class="when" href="/console/">
          {w('staff')}
        </a>
      </p>
    </Page>
  )
}
export default SignInPage
