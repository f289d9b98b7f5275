// My data: the notice, my consent and its withdrawal, a copy of everything, and erasure confirmed by typing.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { exact } from '../../dates.ts'
import { useAction } from '../../kit/action.ts'
import { Field } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { download } from '../../kit/icons-more.ts'
import { useLoad } from '../../kit/load.ts'
import { Page } from '../../kit/page.tsx'
import { Failure, SignInFirst, Skeleton } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { meOf, session, takeMe, type Me } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language } from '../../words.ts'
import { w } from './me-words.ts'
import { PrivacyNotice, type Privacy } from './privacy-notice.tsx'
import { leave } from './sign-out.ts'

const Consent = ({ me, privacy }: { me: Me; privacy: Privacy }) => {
  const { current, givenAt } = me.consent
  const change = useAction(async (given: boolean, key) => {
    takeMe(await call('POST /api/identity/me/consent', { body: { version: privacy.version, given }, key }))
    tell(given ? w('given') : w('withdrawn'))
  })
  return (
    <section class="card stack">
      <h2>{w('consentTitle')}</h2>
      <p role="status">
        {current && givenAt ? w('consentNow', { at: exact(givenAt, language.get()) }) : w('consentNone')}
      </p>
      {change.trouble && <Failure trouble={change.trouble} />}
      {current ? (
        <>
          <p class="small quiet">{w('withdrawHint')}</p>
          <button type="button" class="button danger" onClick={() => void change.run(false)}>
            {w('withdraw')}
          </button>
        </>
      ) : (
        <button type="button" class="button main" onClick={() => void change.run(true)}>
          {w('give')}
        </button>
      )}
    </section>
  )
}

const Erasure = () => {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const matches = typed.trim().toLowerCase() === w('eraseWord')
  const erase = useAction(async (_: string, key) => {
    await call('POST /api/identity/me/erasure', { body: { confirm: 'erase' }, key })
    leave()
    tell(w('erased'))
  })
  const submit = (event: Event) => {
    event.preventDefault()
    setWrong(!matches)
    if (matches) void erase.run('erase')
  }
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{w('erase')}</h2>
      <p>{w('eraseSays')}</p>
      <Field
        label={w('eraseType')}
        autoComplete="off"
        maxLength={10}
        value={typed}
        wrong={wrong && !matches ? w('eraseWrong') : null}
        onValue={setTyped}
      />
      {erase.trouble && <Failure trouble={erase.trouble} />}
      <button type="submit" class="button danger">
        {w('eraseNow')}
      </button>
    </form>
  )
}

const PrivacyPage = () => {
  const who = useStore(session)
  const me = meOf(who)
  const { data, trouble, reload } = useLoad('identity/privacy', () => call('GET /api/identity/privacy'))
  return (
    <Page title={w('privacy')} backTo="/me">
      {who.state === 'out' && <SignInFirst />}
      {trouble && <Failure trouble={trouble} retry={reload} />}
      {!data && !trouble && <Skeleton />}
      {me && data && <Consent me={me} privacy={data} />}
      {data && <PrivacyNotice of={data} />}
      {me && (
        <a class="button wide" href="/api/identity/me/export" download>
          <Icon of={download} /> {w('export')}
        </a>
      )}
      {me && <Erasure />}
    </Page>
  )
}
export default PrivacyPage
