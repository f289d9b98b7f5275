// Sign-in for staff: by password with a one-time code where set, or by a code sent to the phone.
import { Segmented, Tabs } from 'antd'
import { useEffect } from 'react'
import { useApi } from '../../platform/api.ts'
import { useLanguage, useWords, type Language } from '../../platform/words.ts'
import { PasswordForm } from './password-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import { words } from './words.ts'
import './identity.css'

interface Props {
  readonly onSignedIn: () => void
  /** Said instead of the lead. */
  readonly why?: string
}
const SignInPage = ({ onSignedIn, why }: Props) => {
  const say = useWords(words)
  useEffect(() => {
    document.title = `${say.title} · 邻里`
  }, [say])
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-head">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={48} height={48} />
          <h1>{say.title}</h1>
          <p className="quiet">{why ?? say.lead}</p>
        </div>
        <Tabs
          centered
          items={[
            { key: 'password', label: say.password, children: <PasswordForm onSignedIn={onSignedIn} /> },
            { key: 'phone', label: say.phoneCode, children: <PhoneForm onSignedIn={onSignedIn} /> },
          ]}
        />
        <DemoHint />
      </div>
      <LanguageChoice />
    </main>
  )
}
/** Only in demo mode does the outbox answer. */
const DemoHint = () => {
  const say = useWords(words)
  const outbox = useApi('GET /api/notices/sms-outbox', {}, { fresh: 600_000 })
  if (!outbox.isSuccess) return null
  return (
    <p className="sign-in-demo">
      <a href="/demo/outbox" target="_blank" rel="noreferrer">
        {say.demo}
      </a>
    </p>
  )
}
export const LanguageChoice = ({ onChange }: { readonly onChange?: (language: Language) => void }) => {
  const say = useWords(words)
  const { language, speak } = useLanguage()
  return (
    <Segmented
      aria-label={say.language}
      value={language}
      options={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(next) => {
        speak(next as Language)
        onChange?.(next as Language)
      }}
    />
  )
}
export default SignInPage
