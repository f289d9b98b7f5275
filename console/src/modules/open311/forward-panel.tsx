// On the case page: where it came from or went, and forwarding it to another system. Nothing where none is set up.
import { App, Button } from 'antd'
import { useState } from 'react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { Ask } from '../../platform/ask.tsx'
import { useMay } from '../../platform/me.ts'
import { useWords } from '../../platform/words.ts'
import type { CasePanelProps } from '../cases/case-panel.ts'
import { ExchangeRow } from './exchange-row.tsx'
import './open311.css'
import { words } from './words.ts'

type Named = Out<'GET /api/open311/cases/:id/exchanges'>['peers'][number]
export default function ForwardPanel({ view }: CasePanelProps) {
  const say = useWords(words)
  const may = useMay()
  const { message } = App.useApp()
  const [chosen, choose] = useState<Named | null>(null)
  const { data } = useApi(
    'GET /api/open311/cases/:id/exchanges',
    { params: { id: view.id } },
    { when: may('case.dispatch'), fresh: 5_000 },
  )
  const act = useAct('POST /api/open311/cases/:id/forward', {
    onDone: () => {
      void message.success(say.forwarded)
      choose(null)
    },
  })
  if (!data || data.exchanges.length + data.peers.length === 0) return null
  return (
    <section className="stack" aria-label={say.panelTitle}>
      <h3>{say.panelTitle}</h3>
      <ul className="open-list">
        {data.exchanges.map((row) => (
          <li key={row.id}>
            <ExchangeRow of={row} />
          </li>
        ))}
      </ul>
      <p className="row">
        {data.peers.map((peer) => (
          <Button key={peer.id} onClick={() => choose(peer)}>
            {say.forward(peer.name)}
          </Button>
        ))}
      </p>
      <Ask
        open={chosen !== null}
        title={chosen ? say.forward(chosen.name) : ''}
        what={say.forwardWhat}
        verb={chosen ? say.forward(chosen.name) : ''}
        isBusy={act.isPending}
        problem={act.error}
        onYes={() => act.mutate({ params: { id: view.id }, body: { peerId: chosen!.id } })}
        onNo={() => choose(null)}
      />
    </section>
  )
}
