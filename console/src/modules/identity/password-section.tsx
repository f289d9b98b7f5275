// Setting or changing my password.
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../platform/api.ts'
import { useMe } from '../../platform/me.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

interface Fields {
  readonly current?: string
  readonly next: string
}
export const PasswordSection = () => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const { hasPassword } = useMe()
  const { message } = App.useApp()
  const [isOpen, open] = useState(false)
  const act = useAct('POST /api/identity/me/password', {
    onDone: () => {
      open(false)
      void message.success(say.passwordDone)
    },
  })
  const title = hasPassword ? say.changePassword : say.setPassword
  if (!isOpen) {
    return (
      <section>
        <h3>{say.passwordLabel}</h3>
        <Button onClick={() => open(true)}>{title}</Button>
      </section>
    )
  }
  return (
    <section>
      <h3>{title}</h3>
      <p className="quiet">{say.passwordRule}</p>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={({ current, next }) => act.mutate({ body: { next, ...(current ? { current } : {}) } })}
      >
        <PasswordFields asksCurrent={hasPassword} />
        {act.error ? <ProblemPanel problem={act.error} /> : null}
        <div className="row account-actions">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {common.save}
          </Button>
          <Button onClick={() => open(false)}>{common.cancel}</Button>
        </div>
      </Form>
    </section>
  )
}
const PasswordFields = ({ asksCurrent }: { asksCurrent: boolean }) => {
  const say = useWords(words)
  return (
    <>
      {asksCurrent ? (
        <Form.Item name="current" label={say.current} rules={[{ required: true, message: say.passwordHint }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      ) : null}
      <Form.Item name="next" label={say.next} rules={[{ required: true, message: say.passwordHint }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={say.nextAgain}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say.notSame)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
