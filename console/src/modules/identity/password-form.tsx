// The password half of sign-in. The one-time code is asked for only when the server says it is needed.
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { SecondStep, type Needs } from './second-step.tsx'
import { words } from './words.ts'

interface Fields {
  readonly login: string
  readonly password: string
  readonly totp?: string
}
export const PasswordForm = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const say = useWords(words)
  const [needs, setNeeds] = useState<Needs | null>(null)
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
