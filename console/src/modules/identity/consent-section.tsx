// My data: the notice, my consent and its withdrawal, and a copy of everything kept about me.
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { addressOf, useAct } from '../../platform/api.ts'
import { useMe } from '../../platform/me.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { PrivacyNotice } from './privacy-notice.tsx'
import { words } from './words.ts'

export const ConsentSection = () => {
  const say = useWords(words)
  const { consent } = useMe()
  const [isShown, show] = useState(false)
  const act = useAct('POST /api/identity/me/consent')
  const withdraw = () => act.mutate({ body: { version: consent.version, given: false } })
  return (
    <section>
      <h3>{say.privacy}</h3>
      <p>
        {say.consentGiven} {consent.givenAt ? <TimeText at={consent.givenAt} /> : null}
      </p>
      <div className="row">
        <Button onClick={() => show(!isShown)} aria-expanded={isShown}>
          {say.showNotice}
        </Button>
        <Button href={addressOf('GET /api/identity/me/export', {})}>{say.exportMine}</Button>
        <Popconfirm title={say.withdraw} description={say.withdrawAsk} okText={say.withdraw} onConfirm={withdraw}>
          <Button danger loading={act.isPending}>
            {say.withdraw}
          </Button>
        </Popconfirm>
      </div>
      {act.error ? <ProblemPanel problem={act.error} /> : null}
      {isShown ? <PrivacyNotice /> : null}
    </section>
  )
}
