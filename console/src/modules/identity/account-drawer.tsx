// My account: appointments, language, password, one-time codes, sessions, my data.
import { Button, Drawer } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useMe } from '../../platform/me.ts'
import { useSignOut } from '../../platform/sign-out.ts'
import { useWords } from '../../platform/words.ts'
import { ConsentSection } from './consent-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { LanguageChoice } from './sign-in-page.tsx'
import { TotpSection } from './totp-section.tsx'
import { words } from './words.ts'
import './identity.css'

const AccountDrawer = ({ close }: { readonly close: () => void }) => {
  const say = useWords(words)
  const me = useMe()
  const signOut = useSignOut()
  const change = useAct('PATCH /api/identity/me')
  return (
    <Drawer
      open
      title={say.account}
      size={460}
      onClose={close}
      footer={<Button onClick={signOut}>{say.signOut}</Button>}
    >
      <div className="account">
        <section>
          <h2>{me.name}</h2>
          <p className="quiet">{[me.login, me.phone].filter(Boolean).join(' · ')}</p>
        </section>
        <section>
          <h3>{say.appointments}</h3>
          <ul className="account-rows">
            {me.appointments.map((one) => (
              <li key={one.id}>
                <strong>{one.position.name}</strong>
                <span>
                  {one.organisation.name} · {one.scope.name}
                </span>
                {one.to ? <span className="quiet">{say.until(one.to)}</span> : null}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{say.language}</h3>
          <LanguageChoice onChange={(language) => change.mutate({ body: { language } })} />
        </section>
        <PasswordSection />
        <TotpSection />
        <SessionsSection />
        <ConsentSection />
      </div>
    </Drawer>
  )
}
export default AccountDrawer
