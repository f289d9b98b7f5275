// Setting up, confirming and removing one-time codes; recovery codes are shown once.
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct, type Out } from '../../platform/api.ts'
import { useMe } from '../../platform/me.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { words } from './words.ts'

type Setup = Out<'POST /api/identity/me/totp'>
export const TotpSection = () => {
  const say = useWords(words)
  const { hasTotp } = useMe()
  const [setup, setSetup] = useState<Setup | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const begin = useAct('POST /api/identity/me/totp', { refreshes: [], onDone: setSetup })
  return (
    <section>
      <h3>
        {say.totpTitle} <Tag tone={hasTotp ? 'good' : 'quiet'}>{hasTotp ? say.totpOn : say.totpOff}</Tag>
      </h3>
      {codes ? (
        <RecoveryCodes codes={codes} kept={() => setCodes(null)} />
      ) : setup ? (
        <ConfirmSetup
          setup={setup}
          done={(next) => {
            setSetup(null)
            setCodes(next)
          }}
          cancel={() => setSetup(null)}
        />
      ) : hasTotp ? (
        <RemoveTotp />
      ) : (
        <>
          <p className="quiet">{say.totpWhy}</p>
          <Button onClick={() => begin.mutate({})} loading={begin.isPending}>
            {say.totpBegin}
          </Button>
          {begin.error ? <ProblemPanel problem={begin.error} /> : null}
        </>
      )}
    </section>
  )
}
interface ConfirmProps {
  readonly setup: Setup
  readonly done: (codes: readonly string[]) => void
  readonly cancel: () => void
}
const ConfirmSetup = ({ setup, done, cancel }: ConfirmProps) => {
  const say = useWords(words)
  const common = useWords(pageWords)
  const confirm = useAct('POST /api/identity/me/totp/confirm', { onDone: (out) => done(out.recoveryCodes) })
  return (
    <div className="stack">
      <p>{say.totpScan}</p>
      <img
        className="account-qr"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`}
        alt={say.totpScan}
        width={180}
        height={180}
      />
      <p className="quiet">
        {say.totpSecret}
        <code className="account-secret">{setup.secret}</code>
      </p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => confirm.mutate({ body: { code } })}
      >
        <Form.Item
          name="code"
          label={say.totpConfirm}
          rules={[{ required: true, pattern: /^\d{6}$/, message: say.codeHint }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        {confirm.error ? <ProblemPanel problem={confirm.error} /> : null}
        <div className="row account-actions">
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {say.totpFinish}
          </Button>
          <Button onClick={cancel}>{common.cancel}</Button>
        </div>
      </Form>
    </div>
  )
}
const RecoveryCodes = ({ codes, kept }: { codes: readonly string[]; kept: () => void }) => {
  const say = useWords(words)
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    void message.success(say.copied)
  }
  return (
    <div className="stack">
      <strong>{say.recoveryTitle}</strong>
      <p className="quiet">{say.recoveryWhy}</p>
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button type="primary" onClick={kept}>
          {say.kept}
        </Button>
        {'clipboard' in navigator ? <Button onClick={() => void copy()}>{say.copy}</Button> : null}
      </div>
    </div>
  )
}
const RemoveTotp = () => {
  const say = useWords(words)
  const remove = useAct('POST /api/identity/me/totp/removal')
  return (
    <Form<{ password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => remove.mutate({ body: { password } })}
    >
      <Form.Item name="password" label={say.totpRemoveHelp} rules={[{ required: true, message: say.passwordHint }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {remove.error ? <ProblemPanel problem={remove.error} /> : null}
      <Button danger htmlType="submit" loading={remove.isPending}>
        {say.totpRemove}
      </Button>
    </Form>
  )
}
