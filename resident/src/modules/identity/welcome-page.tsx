// The first visit: what data is kept and why, consent, and a name. Then on to where one was going.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { go, place, safeNext } from '../../router.ts'
import { meOf, session, takeMe, type Me } from '../../session.ts'
import { useStore } from '../../store.ts'
import { PrivacyNotice, type Privacy } from './privacy-notice.tsx'
import { w } from './sign-in-words.ts'
import { signOut } from './sign-out.ts'

const Agree = ({ me, privacy }: { me: Me; privacy: Privacy }) => {
  const isNew = place.get().query.get('new') === '1'
  const [name, setName] = useState(isNew ? '' : me.name)
  const [wrong, setWrong] = useState(false)
  const agree = useAction(async (input: { name: string; version: string }, key) => {
    if (input.name !== me.name) await call('PATCH /api/identity/me', { body: { name: input.name } })
    takeMe(await call('POST /api/identity/me/consent', { body: { version: input.version, given: true }, key }))
    go(safeNext(place.get().query.get('next')), { replace: true })
  })
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(!name.trim())
    if (name.trim()) void agree.run({ name: name.trim(), version: privacy.version })
  }
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label={w('name')}
        hint={w('nameHint')}
        autoComplete="name"
        maxLength={60}
        value={name}
        wrong={wrong && !name.trim() ? w('nameWrong') : null}
        onValue={setName}
      />
      {agree.trouble && <Failure trouble={agree.trouble} />}
      <button type="submit" class="button main" aria-disabled={agree.busy}>
        {agree.busy ? w('agreeing') : w('agree')}
      </button>
      <button type="button" class="button plain wide" onClick={() => void signOut()}>
        {w('disagree')}
      </button>
    </form>
  )
}

const WelcomePage = () => {
  const who = useStore(session)
  const me = meOf(who)
  const { data, trouble, reload } = useLoad('identity/privacy', () => call('GET /api/identity/privacy'))
  return (
    <Page title={w('welcome')} backTo="/">
      {who.state === 'out' && <SignInFirst />}
      {me && <p class="quiet">{me.consent.givenAt ? w('changed') : w('welcomeIntro')}</p>}
      {trouble && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {data && <PrivacyNotice of={data} />}
      {me && data && <Agree me={me} privacy={data} />}
    </Page>
  )
}
export default WelcomePage
