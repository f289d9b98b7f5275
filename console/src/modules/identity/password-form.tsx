// The password half of sign-in. The one-time code is asked for only when the server says it is needed.
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Fields {
  readonly login: string
  readonly password: string
  readonly totp?: string
}
export const PasswordForm = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const say = useWords(words)
  const [needs, setNeeds] = useState<'totp' | 'recovery' | null>(null)
  const signIn = useAct('POST /api/identity/password-sessions', { refreshes: [], onDone: onSignedIn })
  const submit = ({ login, password, totp }: Fields) =>
    signIn.mutate(
      { body: { login, password, ...(needs && totp ? { totp: totp.trim() } : {}) } },
      { onError: (refused) => refused.code === 'identity.totp-needed' && setNeeds('totp') },
    )
  const isOnlyAsking = signIn.error?.code === 'identity.totp-needed'
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit} size="large">
      <Form.Item name="login" label={say.login} rules={[{ required: true, message: say.loginHint }]}>
        <Input autoComplete="username" autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label={say.passwordLabel} rules={[{ required: true, message: say.passwordHint }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {needs ? <SecondStep needs={needs} change={setNeeds} /> : null}
      {signIn.error && !isOnlyAsking ? (
        <Form.Item>
          <ProblemPanel problem={signIn.error} />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {say.signIn}
      </Button>
    </Form>
  )
}
type Needs = 'totp' | 'recovery'
const SecondStep = ({ needs, change }: { needs: Needs; change: (needs: Needs) => void }) => {
  const say = useWords(words)
  const isTotp = needs === 'totp'
  return (
    <>
      <Form.Item
        name="totp"
        label={isTotp ? say.totp : say.recovery}
        extra={isTotp ? say.totpHelp : say.recoveryHelp}
        rules={[{ required: true, message: isTotp ? say.totpHelp : say.recovery }]}
      >
        <Input autoComplete="one-time-code" inputMode={isTotp ? 'numeric' : 'text'} maxLength={20} autoFocus />
      </Form.Item>
      <Button type="link" size="small" className="sign-in-switch" onClick={() => change(isTotp ? 'recovery' : 'totp')}>
        {isTotp ? say.useRecovery : say.useTotp}
      </Button>
    </>
  )
}
