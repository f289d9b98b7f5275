// The second step of signing in: a one-time code, or a recovery code; asked for when the server says it is needed.
import { Button, Form, Input } from 'antd'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

/** What is asked for: the code of the authenticator, or one of the codes kept for the day it is lost. */
export type Needs = 'totp' | 'recovery'
/** The form item `totp`, and the way to the other kind of code. */
export const SecondStep = ({ needs, change }: { needs: Needs; change: (needs: Needs) => void }) => {
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
