// The first sign-in: what is kept and why, before anything else is shown.
import { Button } from 'antd'
import { useAct } from '../../platform/api.ts'
import { useSignOut } from '../../platform/sign-out.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { PrivacyNotice } from './privacy-notice.tsx'
import { words } from './words.ts'
import './identity.css'

const ConsentPage = ({ version }: { readonly version: string }) => {
  const say = useWords(words)
  const consent = useAct('POST /api/identity/me/consent')
  const signOut = useSignOut()
  return (
    <main className="page alone stack">
      <h1>{say.consentTitle}</h1>
      <p className="quiet">{say.consentLead}</p>
      <div className="card">
        <PrivacyNotice />
      </div>
      {consent.error ? <ProblemPanel problem={consent.error} /> : null}
      <div className="row">
        <Button
          type="primary"
          size="large"
          loading={consent.isPending}
          onClick={() => consent.mutate({ body: { version, given: true } })}
        >
          {say.consent}
        </Button>
        <Button size="large" onClick={signOut}>
          {say.signOut}
        </Button>
      </div>
    </main>
  )
}
export default ConsentPage
