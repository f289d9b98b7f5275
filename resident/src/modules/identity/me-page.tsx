// 我的: my name, homes, consent, devices, how the app looks and when it may disturb.
import { useState } from 'preact/hooks'
import { call } from '../../api.ts'
import { useAction } from '../../kit/action.ts'
import { Chips, Field, SwitchCell } from '../../kit/field.tsx'
import { briefcase, building, device, moon, shield, signOut as door, sms, type } from '../../kit/icons-more.ts'
import { Icon } from '../../kit/icon.tsx'
import { right } from '../../kit/icons.ts'
import { Page } from '../../kit/page.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { Failure, SignInFirst, Skeleton, troubleOf, type Trouble } from '../../kit/states.tsx'
import { tell } from '../../kit/toast.tsx'
import { mark } from '../../marks.ts'
import { session, setLargeType, takeMe, type Me } from '../../session.ts'
import { useStore } from '../../store.ts'
import { language, setLanguage, type Language } from '../../words.ts'
import { w } from './me-words.ts'
import { signOut } from './sign-out.ts'
import './me.css'

type Settings = Partial<Pick<Me, 'name' | 'language' | 'largeType' | 'quiet' | 'smsAllowed'>>

/** Saves settings: the screen changes at once, and back again when the server refuses. */
const useSettings = (me: Me) =>
  useAction(async (settings: Settings) => {
    takeMe({ ...me, ...settings })
    try {
      takeMe(await call('PATCH /api/identity/me', { body: settings }))
      tell(w('saved'))
    } catch (thrown) {
      takeMe(me)
      throw thrown
    }
  })

const NameSheet = ({ me, onClose }: { me: Me; onClose: () => void }) => {
  const [name, setName] = useState(me.name)
  const [isTried, setTried] = useState(false)
  const save = useAction(async (settings: Settings) => {
    takeMe(await call('PATCH /api/identity/me', { body: settings }))
    onClose()
  })
  return (
    <Sheet title={w('changeName')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (name.trim()) void save.run({ name: name.trim() })
        }}
      >
        <Field
          label={w('name')}
          autoComplete="name"
          maxLength={60}
          value={name}
          wrong={isTried && !name.trim() ? w('nameWrong') : null}
          onValue={setName}
        />
        {save.trouble && <Failure trouble={save.trouble} />}
        <button type="submit" class="button main">
          {w('save')}
        </button>
      </form>
    </Sheet>
  )
}

const LinkCell = ({ href, icon, label, hint }: { href: string; icon: string; label: string; hint?: string }) => (
  <a class="cell" href={href}>
    <Icon of={icon} />
    <span class="grow">
      <span>{label}</span>
      {hint && <span class="small quiet">{hint}</span>}
    </span>
    <Icon of={right} class="end" />
  </a>
)

const QuietHours = ({ me, onSave }: { me: Me; onSave: (settings: Settings) => void }) => (
  <>
    <SwitchCell
      icon={moon}
      label={w('quiet')}
      hint={w('quietHint')}
      on={me.quiet !== null}
      onChange={(on) => onSave({ quiet: on ? { from: '21:00', to: '07:00' } : null })}
    />
    {me.quiet && (
      <div class="cell quiet-hours">
        {(['from', 'to'] as const).map((end) => (
          <Field
            key={end}
            label={w(end)}
            type="time"
            value={me.quiet?.[end] ?? ''}
            onValue={(time) => {
              if (me.quiet && /^\d\d:\d\d$/.test(time)) onSave({ quiet: { ...me.quiet, [end]: time } })
            }}
          />
        ))}
      </div>
    )}
  </>
)

/** Large type and language; also for people who are not signed in. */
const Looks = ({ me, onSave }: { me: Me | null; onSave: (settings: Settings) => void }) => {
  const [large, setLarge] = useState(document.documentElement.classList.contains('large'))
  const now = useStore(language)
  const choose = (next: Language) => {
    setLanguage(next)
    if (me) onSave({ language: next })
  }
  return (
    <div class="cells">
      <SwitchCell
        icon={type}
        label={w('large')}
        hint={w('largeHint')}
        on={me ? me.largeType : large}
        onChange={(on) => {
          setLarge(on)
          setLargeType(on)
          if (me) onSave({ largeType: on })
        }}
      />
      <div class="cell">
        <Chips
          label={w('language')}
          of={[
            ['zh-CN', '中文'],
            ['en', 'English'],
          ]}
          chosen={[now]}
          onChoose={([next]) => next && choose(next)}
        />
      </div>
    </div>
  )
}

const SignOutButton = () => {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  return (
    <>
      {trouble && <Failure trouble={trouble} />}
      <button
        type="button"
        class="button wide"
        onClick={() => void signOut().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))}
      >
        <Icon of={door} /> {w('signOut')}
      </button>
    </>
  )
}

const Mine = ({ me }: { me: Me }) => {
  const [naming, setNaming] = useState(false)
  const settings = useSettings(me)
  const save = (next: Settings) => void settings.run(next)
  const positions = me.appointments.map((one) => one.position.name).join(mark('list'))
  return (
    <>
      <section class="card me-card">
        <span class="initial" aria-hidden="true">
          {[...me.name][0] ?? '邻'}
        </span>
        <div class="grow">
          <h2>{me.name}</h2>
          <p class="small quiet">{[me.phone, me.district.name].filter(Boolean).join(' · ')}</p>
        </div>
        <button type="button" class="button plain" onClick={() => setNaming(true)}>
          {w('changeName')}
        </button>
      </section>
      {me.appointments.length > 0 && (
        <div class="cells">
          <LinkCell href="/console/" icon={briefcase} label={w('console')} hint={positions} />
        </div>
      )}
      <div class="cells">
        <LinkCell href="/me/homes" icon={building} label={w('homes')} hint={w('homesHint')} />
        <LinkCell href="/me/privacy" icon={shield} label={w('privacy')} />
        <LinkCell href="/me/sessions" icon={device} label={w('sessions')} />
      </div>
      <h2>{w('settings')}</h2>
      {settings.trouble && <Failure trouble={settings.trouble} />}
      <Looks me={me} onSave={save} />
      <div class="cells">
        <SwitchCell
          icon={sms}
          label={w('sms')}
          hint={w('smsHint')}
          on={me.smsAllowed}
          onChange={(smsAllowed) => save({ smsAllowed })}
        />
        <QuietHours me={me} onSave={save} />
      </div>
      <SignOutButton />
      {naming && <NameSheet me={me} onClose={() => setNaming(false)} />}
    </>
  )
}

const MePage = () => {
  const who = useStore(session)
  return (
    <Page title={w('me')} quietTitle={who.state === 'in'}>
      {who.state === 'in' && <Mine me={who.me} />}
      {who.state === 'asking' && <Skeleton />}
      {(who.state === 'out' || who.state === 'unknown') && (
        <>
          {who.state === 'out' && <SignInFirst />}
          <Looks me={null} onSave={() => {}} />
        </>
      )}
    </Page>
  )
}
export default MePage
