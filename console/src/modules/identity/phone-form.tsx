// The phone half of sign-in: a number, a code, a wait before another code, and a one-time code where one is set.
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { useWords } from '../../platform/words.ts'
import { SecondStep, type Needs } from './second-step.tsx'
import { words } from './words.ts'

interface Fields {
  readonly phone: string
  readonly code: string
  readonly totp?: string
}
const mobile = /^1[3-9]\d{9}$/

export const PhoneForm = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const say = useWords(words)
  const [form] = Form.useForm<Fields>()
  const [wait, setWait] = useState(0)
  const [needs, setNeeds] = useState<Needs | null>(null)
  const send = useAct('POST /api/identity/phone-codes', {
    refreshes: ['/api/notices/sms-outbox'],
    onDone: ({ resendInSeconds }) => setWait(Math.ceil(resendInSeconds)),
  })
  const signIn = useAct('POST /api/identity/phone-sessions', { refreshes: [], onDone: onSignedIn })
  useEffect(() => {
    if (wait <= 0) return undefined
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const sendCode = async () => {
    const { phone } = await form.validateFields(['phone'])
    send.mutate({ body: { phone: phone.trim() } })
  }
  const submit = ({ phone, code, totp }: Fields) =>
    signIn.mutate(
      { body: { phone: phone.trim(), code: code.trim(), ...(needs && totp ? { totp: totp.trim() } : {}) } },
      { onError: (refused) => refused.code === 'identity.totp-needed' && setNeeds('totp') },
    )
  const isOnlyAsking = signIn.error?.code === 'identity.totp-needed'
  const problem = (isOnlyAsking ? null : signIn.error) ?? send.error
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} size="large" onFinish={submit}>
      <Form.Item name="phone" label={say.phone} rules={[{ required: true, pattern: mobile, message: say.phoneHint }]}>
        <Input autoComplete="tel" inputMode="tel" maxLength={11} />
      </Form.Item>
      <Form.Item label={say.code} htmlFor="code" extra={send.isSuccess ? say.codeSent : null}>
        <div className="sign-in-code">
          <Form.Item name="code" noStyle rules={[{ required: true, pattern: /^\d{6}$/, message: say.codeHint }]}>
            <Input id="code" autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
          </Form.Item>
          <Button onClick={() => void sendCode().catch(() => undefined)} disabled={wait > 0} loading={send.isPending}>
            {wait > 0 ? say.resendIn(wait) : say.sendCode}
          </Button>
        </div>
      </Form.Item>
      {needs ? <SecondStep needs={needs} change={setNeeds} /> : null}
      {problem ? (
        <Form.Item>
          <ProblemPanel problem={problem} />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {say.signIn}
      </Button>
    </Form>
  )
}
